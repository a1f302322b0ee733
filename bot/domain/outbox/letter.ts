import { z } from 'zod';
import { channelNames } from '../ports/delivery.ts';
import { slotNames, writtenMethods } from '../reset-service/slots.ts';
import { type Stored, storedKinds, storedObject } from '../stored-shape.ts';
import { ahead, hour, type Instant, minute, second } from '../time.ts';

/** What a letter tells of that no change tells any more. */
const ends = ['erased', 'disowned', 'stop-ended'] as const;
export type End = (typeof ends)[number];

/** One try and what came of it; `result` is null while it is under way, or when its worker died. */
const letterTrySchema = storedObject({ at: z.number(), result: z.string().nullable() });

/** What every letter has, whatever it says and whichever record it waits in. */
export const letterState = {
  id: z.string(),
  /** Not to be sent before this. While a worker has it on lease, the end of the lease. */
  due: z.number(),
  /** The letter is worth nothing after this and gives up; null: never. */
  dies: z.number().nullable(),
  /** The first try and the newest. */
  tries: z.array(letterTrySchema),
  /** How many there were between those. */
  between: z.number().optional(),
};
export type LetterState = Stored<z.ZodObject<typeof letterState>>;

/** What a reminder is about: whether methods are still right, or that what somebody has will no longer be enough. */
const reminderSubjects = ['methods', 'lapse'] as const;
export type ReminderSubject = (typeof reminderSubjects)[number];

/**
 * Something to be sent later and surely. It waits inside the record it follows from.
 * code: the code of one send of a challenge · refresh: the person's open card shows something that has changed ·
 * notice: tells an address that was there before of a change · gone: tells an address that everything was deleted, or that
 * a change was disowned, or that the stop of changes was ended · chat-notice: tells the person in Teams of a change ·
 * forget: what was kept of somebody who wanted to be forgotten goes ·
 * reminder: asks from time to time whether the methods are still right · reminder-mail: the same by mail, where Teams does
 * not reach · keep: what they need on the day they can't open Teams, by mail · help: a request of theirs becomes a ticket · write: the reset service gets to know what a method is now ·
 * write-told: tells what came of that · watch: looks whether they have registered on Microsoft's page · registered-told:
 * tells what showed there, or that it is enough when it names nothing.
 */
const letters = z.discriminatedUnion('kind', [
  storedObject({ kind: z.literal('code'), challenge: z.string(), send: z.number(), ...letterState }),
  storedObject({ kind: z.literal('refresh'), ...letterState }),
  storedObject({
    kind: z.literal('notice'),
    change: z.string(),
    /** It tells of every change from then on; null, from an older program: of this one alone. */
    since: z.number().nullable().default(null),
    channel: z.enum(channelNames),
    to: z.string(),
    ...letterState,
  }),
  storedObject({
    kind: z.literal('gone'),
    why: z.enum(ends),
    /** What waited to be told to this address before it, oldest first. An older program tells the newest alone. */
    also: z.array(z.enum(ends)).optional(),
    channel: z.enum(channelNames),
    to: z.string(),
    language: z.string(),
    ...letterState,
  }),
  storedObject({ kind: z.literal('chat-notice'), change: z.string(), ...letterState }),
  /** Older entries of the trail move to archives, or with `forget` the archives go. */
  storedObject({ kind: z.literal('trail'), forget: z.boolean(), ...letterState }),
  storedObject({ kind: z.literal('forget'), ...letterState }),
  storedObject({ kind: z.literal('reminder'), ...letterState }),
  storedObject({
    kind: z.literal('reminder-mail'),
    about: z.enum(reminderSubjects).default('methods'),
    to: z.string(),
    ...letterState,
  }),
  /** `there`: a reset goes by Microsoft's page. */
  storedObject({ kind: z.literal('keep'), to: z.string(), there: z.boolean(), ...letterState }),
  storedObject({ kind: z.literal('help'), request: z.string(), ...letterState }),
  storedObject({ kind: z.literal('write'), method: z.enum(writtenMethods), ...letterState }),
  storedObject({ kind: z.literal('write-told'), method: z.enum(writtenMethods), ...letterState }),
  storedObject({ kind: z.literal('watch'), ...letterState }),
  storedObject({ kind: z.literal('registered-told'), methods: z.array(z.enum(slotNames)), ...letterState }),
]);
/** Letters of kinds that a newer program writes wait for it: the outbox leaves alone what it does not know. */
export const { schema: letterSchema, knows: knowsLetter } = storedKinds(letters, letterState);
export type Letter = Stored<typeof letterSchema>;

/** Whether it is to be sent now. A lease or a delay that was given by a clock ahead of ours is over. */
export function isDue({ due, tries }: LetterState, now: Instant): boolean {
  return due <= now || ahead(tries.at(-1)?.at ?? now, now);
}

/** How long a worker may keep a letter before another takes it. Longer than any provider is waited for. */
export const lease = 30 * second;

/** No lease and no delay of ours is longer. */
export const longestDelay = 10 * minute;
/** No other service is left alone for longer because it asks for that: it may have meant another unit, or be somebody else's. */
const longestAsked = hour;

/** Growing, jittered delay before the next try, in ms. `chance` is in [0, 1). */
export function delayAfter(tries: number, chance: number, asked: number | undefined): number {
  const grown = Math.min(second * 2 ** Math.min(tries, 16), longestDelay);
  return Math.max(Math.min(asked ?? 0, longestAsked), grown * (0.5 + chance / 2));
}

/** The letter with a new try begun, out of others' reach until the lease ends. */
export function leaseLetter<L extends LetterState>(letter: L, now: Instant): L {
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
export function postponeLetter<L extends LetterState>(letter: L, due: Instant, result: string): L {
  const tries = letter.tries.map((one, at) => (at === letter.tries.length - 1 ? { ...one, result } : one));
  return { ...letter, due, tries };
}
