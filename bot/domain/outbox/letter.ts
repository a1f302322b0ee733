import type { RemindedAbout } from '../enrolment/reminded.ts';
import type { Channel } from '../ports/delivery.ts';
import type { SlotName, WrittenMethod } from '../reset-service/slots.ts';
import { ahead, type Instant, minute, second } from '../time.ts';

/**
 * Something to be sent later and surely. It waits inside the record it follows from.
 * code: the code of one send of a challenge · refresh: the person's open card shows something that has changed ·
 * notice: tells an address that was there before of a change · gone: tells an address that everything was deleted, or that
 * a change was disowned, or that the stop of changes was ended · chat-notice: tells the person in Teams of a change ·
 * forget: what was kept of somebody who wanted to be forgotten goes ·
 * reminder: asks from time to time whether the methods are still right · reminder-mail: the same by mail, where Teams does
 * not reach · help: a request of theirs becomes a ticket · write: the reset service gets to know what a method is now ·
 * write-told: tells what came of that · watch: looks whether they have registered on Microsoft's page · registered-told:
 * tells what showed there, or that it is enough when it names nothing.
 */
export type Letter = LetterState &
  (
    | { readonly kind: 'code'; readonly challenge: string; readonly send: number }
    | { readonly kind: 'refresh' }
    | {
        readonly kind: 'notice';
        readonly change: string;
        /** It tells of every change from then on; null, from an older program: of this one alone. */
        readonly since: Instant | null;
        readonly channel: Channel;
        readonly to: string;
      }
    | {
        readonly kind: 'gone';
        readonly why: 'erased' | 'disowned' | 'stop-ended';
        readonly channel: Channel;
        readonly to: string;
        readonly language: string;
      }
    | { readonly kind: 'chat-notice'; readonly change: string }
    /** Older entries of the trail move to archives, or with `forget` the archives go. */
    | { readonly kind: 'trail'; readonly forget: boolean }
    | { readonly kind: 'forget' }
    | { readonly kind: 'reminder' }
    | { readonly kind: 'reminder-mail'; readonly about: RemindedAbout; readonly to: string }
    | { readonly kind: 'help'; readonly request: string }
    | { readonly kind: 'write'; readonly method: WrittenMethod }
    | { readonly kind: 'write-told'; readonly method: WrittenMethod }
    | { readonly kind: 'watch' }
    | { readonly kind: 'registered-told'; readonly methods: readonly SlotName[] }
  );

/** What every letter has, whatever it says and whichever record it waits in. */
export interface LetterState {
  readonly id: string;
  /** Not to be sent before this. While a worker has it on lease, the end of the lease. */
  readonly due: Instant;
  /** The letter is worth nothing after this and gives up; null: never. */
  readonly dies: Instant | null;
  /** The first try and the newest. */
  readonly tries: readonly LetterTry[];
  /** How many there were between those. */
  readonly between?: number | undefined;
}

/** One try and what came of it; `result` is null while it is under way, or when its worker died. */
export interface LetterTry {
  readonly at: Instant;
  readonly result: string | null;
}

/** Whether it is to be sent now. A lease or a delay that was given by a clock ahead of ours is over. */
export function isDue({ due, tries }: LetterState, now: Instant): boolean {
  return due <= now || ahead(tries.at(-1)?.at ?? now, now);
}

/** How long a worker may keep a letter before another takes it. Longer than any provider is waited for. */
export const lease = 30 * second;

/** No lease and no delay of ours is longer. */
export const longestDelay = 10 * minute;

/** Growing, jittered delay before the next try, in ms. `chance` is in [0, 1). */
export function delayAfter(tries: number, chance: number, asked: number | undefined): number {
  const grown = Math.min(second * 2 ** Math.min(tries, 16), longestDelay);
  return Math.max(asked ?? 0, grown * (0.5 + chance / 2));
}

/** The letter with a new try begun, out of others' reach until the lease ends. */
export function leased<L extends LetterState>(letter: L, now: Instant): L {
  // A record with letters for every address has to stay small however long a gateway is down, and providers know a letter
  // by its first try.
  const tries = letter.tries.slice(0, 1);
  const between = timesTried(letter) - tries.length;
  const begun = { ...letter, due: now + lease, tries: [...tries, { at: now, result: null }] };
  return between > 0 ? { ...begun, between } : begun;
}

export function timesTried({ tries, between = 0 }: LetterState): number {
  return between + tries.length;
}

/** The letter after a try that failed for a passing reason, due again at `due`. */
export function postponed<L extends LetterState>(letter: L, due: Instant, result: string): L {
  const tries = letter.tries.map((one, at) => (at === letter.tries.length - 1 ? { ...one, result } : one));
  return { ...letter, due, tries };
}
