import { appendFileSync, readFileSync } from 'node:fs';
import { after } from 'node:test';

/*
 * What each test file takes of the processor, with what it starts and waits for. Known where the system has /proc; a file
 * that shares its process pays for what it is the first to load.
 */

/** Where the costs of a run are written, a line a file: its path, a tab, seconds. */
export const costsFile = 'COSTS_FILE';

let before = spent();

/** Called at the top of a suite: its file has taken what the process took since the last one. */
export function accountFor(file: string): void {
  after(() => {
    const now = spent();
    const to = process.env[costsFile];
    if (to && now !== undefined && before !== undefined) appendFileSync(to, `${file}\t${(now - before).toFixed(1)}\n`);
    before = now;
  });
}

/** Processor time of this process and of those it has waited for, seconds; proc_pid_stat(5), in ticks of 10 ms. */
function spent(): number | undefined {
  try {
    const fields = readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ')
      .slice(11, 15);
    return fields.reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
  } catch {
    return undefined;
  }
}
