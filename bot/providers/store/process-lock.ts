import { access, readdir, readFile, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../domain/fault.ts';
import { errno, onDisk, unlessMissing } from './fs.ts';
import { type Claim, claimName, isRunning, ownClaim, parseClaim } from './process-claim.ts';

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
