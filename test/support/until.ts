import { setTimeout as delay } from 'node:timers/promises';

/**
 * An end against hanging, in milliseconds, and no measurement: whatever a test waits for comes in a moment, and on a machine
 * ten times slower, beside other work, well within it.
 */
export const patience = 120_000;

/**
 * Waits until something is so; for what happens after a turn, or in another process.
 * @param what what is waited for; a function where it is dear to say, or where what there is instead belongs to it
 * @throws when it does not come within {@link patience}, saying what was waited for
 */
export async function until(
  what: string | (() => string | Promise<string>),
  condition: () => boolean | Promise<boolean>,
): Promise<void> {
  const end = performance.now() + patience;
  for (let pause = 2; !(await condition()); pause = Math.min(2 * pause, 30)) {
    if (performance.now() > end) {
      throw new Error(`Waited in vain until ${typeof what === 'string' ? what : await what()}`);
    }
    await delay(pause);
  }
}

/** What a promise comes to; fails instead of waiting for ever. */
export async function inTheEnd<T>(what: string, work: Promise<T>): Promise<T> {
  const settled = new AbortController();
  const late = delay(patience, undefined, { signal: settled.signal }).then(() => {
    throw new Error(`Waited in vain until ${what}`);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    settled.abort();
    await late.catch(() => undefined);
  }
}
