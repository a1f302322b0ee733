import { inTime, type Time, within } from '../deadline.ts';
import { second } from '../domain/time.ts';
import { inPlainWords } from '../system-errors.ts';
import type { Finding } from './finding.ts';

/** One thing that is looked at. */
export interface Check {
  readonly id: string;
  /** What is looked at: reads on after "The doctor could not finish looking at". */
  readonly about: string;
  /** Says what it finds as it finds it. The signal aborts when its time is up, and when all is over. */
  run(signal: AbortSignal): AsyncIterable<Finding>;
}

/** How long one check may go without a finding: an administrator waits at the prompt. */
const patience = 30 * second;

/**
 * Everything that is found, as it is found. Whatever a check does, hang or throw, the ones after it are made.
 * @param time must keep the process alive while it waits
 */
export async function* examine(checks: readonly Check[], time: Time): AsyncGenerator<Finding> {
  for (const check of checks) yield* one(check, time);
}

async function* one({ id, about, run }: Check, time: Time): AsyncGenerator<Finding> {
  const over = new AbortController();
  const findings = run(over.signal)[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await within(time, patience, undefined, (signal) =>
        inTime(signal, findings.next()).catch((error: unknown) => {
          if (error !== signal.reason) throw error;
        }),
      );
      if (next === undefined) {
        const says = `The doctor could not finish looking at ${about}: it did not end in ${patience / second} seconds.`;
        yield {
          id: `${id}-late`,
          verdict: 'problem',
          says,
          where: about,
          fix: 'try again; check proxy and firewall if it stays.',
        };
        return;
      }
      if (next.done) return;
      yield next.value;
    }
  } catch (error) {
    const says = `The doctor could not finish looking at ${about}: ${inPlainWords(error)}.`;
    yield { id: `${id}-failed`, verdict: 'problem', says, where: about, fix: 'tell whoever maintains the bot.' };
  } finally {
    over.abort();
  }
}
