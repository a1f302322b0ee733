import { z } from 'zod';
import { chained } from '../audit/trail.ts';
import { methodNames } from '../methods/method.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import type { Instant } from '../time.ts';

/** What came of asking whether a caller is who they say. */
export const checkResults = ['passed', 'failed', 'no-answer'] as const;
export type CheckResult = (typeof checkResults)[number];

const link = { at: z.number(), hash: z.string() };
const sealed = { by: z.string(), name: z.string(), ...link };
const words = z.string();

/** Who acts where the organisation's own ticket system does; `name` is what that is called. */
export const outside = 'outside';

/** From this format on every reader of a ticket knows `edited`; before, a change is told as an addition. */
export const editedSince = 3;

/**
 * One thing that was done to a ticket, with its time. `by`: `employee`, `bot`, `outside` or the directory id of a supporter; `name`:
 * the supporter's, or the ticket system's, else empty. `hash` covers all of it and the hash before it, so a changed or missing one
 * shows. All fields are flat, so that a chain read back from JSON has the hash it was written with.
 */
export const historyEntrySchema = z.discriminatedUnion('act', [
  storedObject({ act: z.literal('raised'), ...sealed }),
  /** The employee asked for the same again. */
  storedObject({ act: z.literal('joined'), words, ...sealed }),
  storedObject({ act: z.literal('claimed'), ...sealed }),
  storedObject({ act: z.literal('asked'), words, ...sealed }),
  storedObject({ act: z.literal('answered'), words, ...sealed }),
  storedObject({ act: z.literal('added'), words, ...sealed }),
  /** The employee changed the request before anybody had taken it; `words`: what stood there before. */
  storedObject({ act: z.literal('edited'), words, ...sealed }),
  /** A note among supporters; with `forEmployee` the employee reads it, too. */
  storedObject({ act: z.literal('noted'), words, forEmployee: z.boolean().exactOptional(), ...sealed }),
  storedObject({ act: z.literal('check-begun'), check: z.string(), ...sealed }),
  storedObject({
    act: z.literal('check-ended'),
    check: z.string(),
    result: z.enum(checkResults),
    method: z.enum(methodNames).nullable(),
    ...sealed,
  }),
  /** What is out of use should come back, for this reason: a second supporter has to say so too. */
  storedObject({ act: z.literal('back-asked'), doubt: z.string(), words, ...sealed }),
  /** It comes back: after a caller check, or `seconded` by this supporter. */
  storedObject({ act: z.literal('brought-back'), doubt: z.string(), words, seconded: z.boolean(), ...sealed }),
  /** The same two where it is let go instead. */
  storedObject({ act: z.literal('go-asked'), doubt: z.string(), words, ...sealed }),
  storedObject({ act: z.literal('let-go'), doubt: z.string(), words, seconded: z.boolean(), ...sealed }),
  storedObject({ act: z.literal('resolved'), words, ...sealed }),
  storedObject({ act: z.literal('returned'), words, ...sealed }),
  storedObject({ act: z.literal('withdrawn'), ...sealed }),
  /** The employee says that it works now. */
  storedObject({ act: z.literal('works'), ...sealed }),
  storedObject({ act: z.literal('reopened'), words, ...sealed }),
  /** Nobody claimed it in time: said again to whoever had it. */
  storedObject({ act: z.literal('said-again'), ...sealed }),
  /** Nobody claimed it in time: said to the next tier too, counted from 0. */
  storedObject({ act: z.literal('next-tier'), tier: z.number(), ...sealed }),
  /** Claimed, but nothing happens. */
  storedObject({ act: z.literal('reminded'), ...sealed }),
  /** The employee owes an answer. */
  storedObject({ act: z.literal('asked-again'), ...sealed }),
]);
export type HistoryEntry = Stored<typeof historyEntrySchema>;

/** The same before it has its place in the story. */
export type TicketAct = WithoutFields<HistoryEntry, keyof typeof link>;
/** What can be done to a ticket, by whomever. */
export type TicketEvent = WithoutFields<HistoryEntry, keyof typeof sealed>;
type WithoutFields<Entry, Fields extends PropertyKey> = Entry extends unknown ? Omit<Entry, Fields> : never;

export function appendEntry(story: readonly HistoryEntry[], act: TicketAct, at: Instant): readonly HistoryEntry[] {
  return chained(story, act, at);
}

/** A note that the employee reads, too. */
export function isForEmployee(act: TicketAct): boolean {
  return act.act === 'noted' && act.forEmployee === true;
}

/** The words of an act that has some. */
export function wordsIn(act: TicketAct): string {
  return 'words' in act ? act.words : '';
}
