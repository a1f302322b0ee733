import { readFile, readlink } from 'node:fs/promises';
import { hostname } from 'node:os';

/**
 * One run of a process. `started` tells it from earlier and later ones with the same id, as in containers it always is;
 * `space` names the boot and the process-id namespace in which its id means something.
 */
export interface Claim {
  readonly pid: number;
  readonly started: string;
  /** Undefined where the system has no such thing, and in claims of older versions. */
  readonly space: string | undefined;
  readonly host: string;
}

export async function ownClaim(): Promise<Claim> {
  return { pid: process.pid, started: await ownStart(), space: await ownSpace(), host: hostname() };
}

/** The name of the claim's file: all of it is in the name, so it is written whole or not at all. */
export function claimName({ pid, started, space, host }: Claim): string {
  return `in-use.${pid}.${started}${space === undefined ? '' : `~${space}`}.${encodeURIComponent(host)}`;
}

export function parseClaim(name: string): Claim | undefined {
  const [, pid, started, space, host] = /^in-use\.(\d+)\.([\w-]+)(?:~([\w-]+))?\.(.+)$/.exec(name) ?? [];
  return pid && started && host ? { pid: Number(pid), started, space, host: decodeURIComponent(host) } : undefined;
}

/**
 * Whether the process still runs; undefined where that can't be looked up. A host's name is not enough: two containers may
 * bear the same, and each calls its own process 1 (pid_namespaces(7)).
 */
export async function isRunning(claim: Claim): Promise<boolean | undefined> {
  if (claim.host !== hostname()) return undefined;
  const space = await ownSpace();
  if (claim.space !== undefined && claim.space !== space) return undefined;
  if (claim.pid === process.pid) return claim.started === (await ownStart());
  if (!answers(claim.pid)) return false;
  const started = await startOf(claim.pid);
  return started === undefined || started === claim.started;
}

async function ownStart(): Promise<string> {
  return (await startOf(process.pid)) ?? `node-${Math.round(performance.timeOrigin)}`;
}

/** The kernel's id of this boot (random(4)) and of this process's id namespace (namespaces(7)). */
async function ownSpace(): Promise<string | undefined> {
  try {
    const boot = await bootId();
    const [, namespace = '0'] = /^pid:\[(\d+)\]$/.exec(await readlink('/proc/self/ns/pid')) ?? [];
    return `${boot.replaceAll('-', '').slice(0, 16)}-${namespace}`;
  } catch {
    return undefined;
  }
}

const bootId = async () => (await readFile('/proc/sys/kernel/random/boot_id', 'utf8')).trim();

/** Boot and clock tick a process started at, from proc(5); undefined where there is no such file, `gone` for a dead one. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const boot = await bootId();
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
