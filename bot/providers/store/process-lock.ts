import { access, readdir, readFile, readlink, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../domain/fault.ts';
import { errno, onDisk, unlessMissing } from './fs.ts';

/** How often a holder shows that it lives, and how long a silent one on another machine counts as alive, ms. */
const beat = 10_000;
const silence = 60_000;
/** How often two that start at once draw back and try again. */
const attempts = 5;

/** A folder that is this process's own. */
export interface Hold {
  /** Throws Fault `store-in-use` once the claim is gone: another process took this one for dead, and has the folder now. */
  held(): Promise<void>;
  letGo(): Promise<void>;
}

/**
 * Keeps a second process out of a folder. Each process writes a claim under a name no
 * other has and then looks for others: of two that start at once at least one sees the other and draws back. The claim of
 * a process that is gone is taken over. Throws Fault `store-in-use`, naming the process that holds the folder.
 */
export async function holdFolder(folder: string): Promise<Hold> {
  const claim = await ownClaim();
  const file = join(folder, claimName(claim));
  return onDisk(folder, async () => {
    for (let attempt = 1; ; attempt += 1) {
      await refuseIfHeld(folder);
      await writeClaim(folder, file);
      try {
        await refuseIfHeld(folder, claim);
        break;
      } catch (error) {
        await unlink(file);
        if (attempt === attempts) throw error;
      }
      await pause(20 + Math.random() * 100);
    }
    const now = () => new Date();
    const timer = setInterval(() => utimes(file, now(), now()).catch(() => undefined), beat).unref();
    let gone = false;
    return {
      async held() {
        // Once gone, gone: whoever took the folder may have let go of it since.
        gone ||= (await unlessMissing(access(file).then(() => true))) === undefined;
        if (gone) throw new Fault('store-in-use', `${folder} was taken over by another process`);
      },
      async letGo() {
        clearInterval(timer);
        await unlessMissing(unlink(file)).catch(() => undefined);
      },
    };
  });
}

async function writeClaim(folder: string, file: string): Promise<void> {
  try {
    await writeFile(file, new Date().toISOString(), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (errno(error) === 'EEXIST') throw new Fault('store-in-use', `${folder} is open in this process already`);
    throw error;
  }
}

/** Looks at every claim but our own: throws for a living one, clears away dead ones. */
async function refuseIfHeld(folder: string, own?: Claim): Promise<void> {
  for (const name of await readdir(folder)) {
    const claim = parseClaim(name);
    if (!claim || (own && name === claimName(own))) continue;
    const file = join(folder, name);
    if (await lives(file, claim)) {
      const since = await unlessMissing(readFile(file, 'utf8'));
      throw new Fault(
        'store-in-use',
        `${folder} is held by process ${claim.pid} on ${claim.host} since ${since || 'a moment ago'}`,
      );
    }
    // No other process ever has this name, so nobody living loses its claim.
    await unlessMissing(unlink(file));
  }
}

/** Processes of another machine or container can't be looked up; there only the beat tells. */
async function lives(file: string, claim: Claim): Promise<boolean> {
  const here = await isRunning(claim);
  if (here !== undefined) return here;
  const touched = await unlessMissing(stat(file));
  return touched !== undefined && Date.now() - touched.mtimeMs < silence;
}

/**
 * One run of a process. `started` tells it from earlier and later ones with the same id, as in containers it always is;
 * `space` names the boot and the process-id namespace in which its id means something.
 */
interface Claim {
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
async function isRunning(claim: Claim): Promise<boolean | undefined> {
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
