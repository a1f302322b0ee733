import { inTime, type Time, within } from '../deadline.ts';
import { second } from '../domain/time.ts';
import { inPlainWords } from '../system-errors.ts';

interface Said {
  /** Of a closed set, for logs and metrics: `drift-text-off`. */
  readonly id: string;
  /** What is so, in plain sentences for administrators. Name no person and no secret. */
  readonly says: string;
  /** The setting, file or page it is about. */
  readonly where?: string;
}

/**
 * What one check came to. good: nothing to do · note: good to know · warning: the bot works, but not as it is meant to ·
 * problem: something does not work. What is wrong says where, and what to do about it.
 */
export type CheckFinding = Said &
  (
    | { readonly verdict: 'good' | 'note'; readonly fix?: string }
    | { readonly verdict: 'warning' | 'problem'; readonly where: string; readonly fix: string }
  );

/** 0: nothing to do · 1: warnings only · 2: something does not work. */
export function exitCode(findings: readonly Pick<CheckFinding, 'verdict'>[]): 0 | 1 | 2 {
  if (findings.some(({ verdict }) => verdict === 'problem')) return 2;
  return findings.some(({ verdict }) => verdict === 'warning') ? 1 : 0;
}

const marks = { good: 'ok', note: 'note', warning: 'WARNING', problem: 'PROBLEM' } as const;

/** Three lines at most: what is so, where, and what to do. */
export function printed({ verdict, says, where, fix }: CheckFinding): string {
  const below = (name: string, text: string | undefined) =>
    text === undefined ? '' : `\n${' '.repeat(9)}${name}: ${text}`;
  return `${marks[verdict].padEnd(8)} ${says}${below('Where', where)}${below('Fix', fix)}`;
}

/** One thing that is looked at. */
export interface Check {
  readonly id: string;
  /** What is looked at: reads on after "The doctor could not finish looking at". */
  readonly about: string;
  /** Says what it finds as it finds it. The signal aborts when its time is up, and when all is over. */
  run(signal: AbortSignal): AsyncIterable<CheckFinding>;
}

/** How long one check may go without a finding: an administrator waits at the prompt. */
const patience = 30 * second;

/**
 * Everything that is found, as it is found. Whatever a check does, hang or throw, the ones after it are made.
 * @param time must keep the process alive while it waits
 */
export async function* examine(checks: readonly Check[], time: Time): AsyncGenerator<CheckFinding> {
  for (const check of checks) yield* one(check, time);
}

async function* one({ id, about, run }: Check, time: Time): AsyncGenerator<CheckFinding> {
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
