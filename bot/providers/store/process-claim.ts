import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';

/** One run of a process. `started` tells it from earlier and later ones with the same id, as in containers it always is. */
export interface Claim {
  readonly pid: number;
  readonly started: string;
  readonly host: string;
}

export async function ownClaim(): Promise<Claim> {
  return { pid: process.pid, started: await ownStart(), host: hostname() };
}

/** The name of the claim's file: all of it is in the name, so it is written whole or not at all. */
export function nameOf(claim: Claim): string {
  return `in-use.${claim.pid}.${claim.started}.${encodeURIComponent(claim.host)}`;
}

export function claimFrom(name: string): Claim | undefined {
  const [, pid, started, host] = /^in-use\.(\d+)\.([\w-]+)\.(.+)$/.exec(name) ?? [];
  return pid && started && host ? { pid: Number(pid), started, host: decodeURIComponent(host) } : undefined;
}

/** Whether the process still runs; undefined when it is not of this machine. */
export async function runs(claim: Claim): Promise<boolean | undefined> {
  if (claim.host !== hostname()) return undefined;
  if (claim.pid === process.pid) return claim.started === (await ownStart());
  if (!answers(claim.pid)) return false;
  const started = await startOf(claim.pid);
  return started === undefined || started === claim.started;
}

async function ownStart(): Promise<string> {
  return (await startOf(process.pid)) ?? `node-${Math.round(performance.timeOrigin)}`;
}

/** Boot and clock tick a process started at, from proc(5); undefined where there is no such file, `gone` for a dead one. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8');
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // The name of the program stands in brackets and may hold anything, so fields are counted from its end.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state] = fields;
    return state === 'Z' || state === 'X' ? 'gone' : `${boot.slice(0, 8)}-${fields[19]}`;
  } catch {
    return undefined;
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
