import { createHash } from 'node:crypto';
import { z } from 'zod';
import { methodNames } from '../methods/method.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { day, type Instant } from '../time.ts';

/** A link of a chain: when, and a hash that covers the act, its time and the hash before it. */
const link = { at: z.number(), hash: z.string() };
type Link = Stored<z.ZodObject<typeof link>>;

/** An act that was done so often in a row, first at `since`. */
const repeated = { times: z.number().optional(), since: z.number().optional() };
type Repeated = Stored<z.ZodObject<typeof repeated>>;

const method = z.enum(methodNames);
const linkFields = { ...link, ...repeated };

/**
 * One act: what was done to a record. Holds no address, code or answer. Its hash covers what came before it too, so a changed
 * or missing entry shows.
 */
export const auditEntrySchema = z.discriminatedUnion('act', [
  /** A supporter was shown the names behind a number. */
  storedObject({ act: z.literal('names-seen'), count: z.number(), ...linkFields }),
  /** Stands first, in the place of older entries: how many, and the hash of the last of them. */
  storedObject({ act: z.literal('older-entries'), count: z.number(), last: z.string(), ...linkFields }),
  /** Acts of kinds of which that day had many entries already. */
  storedObject({ act: z.literal('further-acts'), count: z.number(), ...linkFields }),
  storedObject({ act: z.literal('answers-wrong'), tries: z.number(), ...linkFields }),
  storedObject({ act: z.literal('methods-confirmed'), count: z.number(), ...linkFields }),
  storedObject({ act: z.literal('prefilled-answered'), method, answer: z.string(), ...linkFields }),
  storedObject({ act: z.literal('value-disputed'), method, ...linkFields }),
  storedObject({ act: z.literal('reminded'), daysBefore: z.number(), ...linkFields }),
  storedObject({ act: z.literal('reminder-snoozed'), ...linkFields }),
  storedObject({ act: z.literal('sent-to-register'), ...linkFields }),
  storedObject({ act: z.literal('method-removed'), method, ...linkFields }),
  /** The reset service has it now, or has it no more. */
  storedObject({ act: z.literal('method-written'), method, ...linkFields }),
  storedObject({ act: z.literal('method-not-written'), method, why: z.string(), ...linkFields }),
  /** Until taking out and bringing back became two acts: what was there before came back at once. */
  storedObject({ act: z.literal('change-disowned'), method, ...linkFields }),
  /** A change of it was disowned. */
  storedObject({ act: z.literal('taken-out'), method, ...linkFields }),
  /** `by`: the method it was shown with, or the directory ids of the supporters. */
  storedObject({ act: z.literal('brought-back'), method, by: z.string(), ...linkFields }),
  /** What waited does not come back. `by`: the directory ids of the supporters. */
  storedObject({ act: z.literal('let-go'), method, by: z.string(), ...linkFields }),
  /** A stop of changes was ended with nothing that waited to come back. */
  storedObject({ act: z.literal('stop-ended'), by: z.string(), ...linkFields }),
  storedObject({ act: z.literal('erased'), ...linkFields }),
  storedObject({ act: z.literal('code-sent'), method, channel: z.string(), send: z.number(), ...linkFields }),
  storedObject({ act: z.literal('code-wrong'), method, tries: z.number(), ...linkFields }),
  storedObject({ act: z.literal('delivery-refused'), method, channel: z.string(), ...linkFields }),
  storedObject({ act: z.literal('not-arrived'), method, channel: z.string(), why: z.string(), ...linkFields }),
  storedObject({ act: z.literal('identity-proven'), method, channel: z.string(), ...linkFields }),
  storedObject({ act: z.literal('method-proven'), method, channel: z.string(), replaced: z.boolean(), ...linkFields }),
]);
export type AuditEntry = Stored<typeof auditEntrySchema>;

/** What was done, before it has its place in the trail. */
export type AuditAct = Unchained<AuditEntry>;
type Unchained<Entry> = Entry extends unknown ? Omit<Entry, keyof (Link & Repeated)> : never;

const beginning = '';

function hashOf(previous: string, at: Instant, act: object): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, at, Object.entries(act).sort()]))
    .digest('base64url');
}

/** A chain of any acts with one more. An act's fields are flat: JSON must not bring them into another order. */
export function chained<Act extends object>(
  chain: readonly (NoInfer<Act> & Link)[],
  act: Act,
  at: Instant,
): readonly (Act & Link)[] {
  return [...chain, { ...act, at, hash: hashOf(lastHash(chain), at, act) }];
}

/** Acts that change nothing: done again at once, they are one entry with a count. */
const harmless: readonly AuditAct['act'][] = [
  'methods-confirmed',
  'prefilled-answered',
  'reminded',
  'reminder-snoozed',
  'sent-to-register',
  'value-disputed',
];

/** Acts about methods. Each has an entry of its own, always: how many there can be is limited where they are done. */
const aboutMethods: readonly AuditAct['act'][] = [
  'brought-back',
  'change-disowned',
  'erased',
  'let-go',
  'method-not-written',
  'method-proven',
  'method-removed',
  'method-written',
  'stop-ended',
  'taken-out',
];

/** So many entries of one act and method a day are written out; the rest of that day's are only counted. */
const writtenOut = 25;

/** The trail with one more act. Nothing ever leaves it here; older entries move to records of their own. */
export function appendAudit(audit: readonly AuditEntry[], act: AuditAct, at: Instant): readonly AuditEntry[] {
  const last = audit.at(-1);
  if (last && harmless.includes(act.act) && sameAct(last, act) && last.at > at - day) {
    return again(audit, { ...act, times: (last.times ?? 1) + 1, since: last.since ?? last.at }, at);
  }
  if (aboutMethods.includes(act.act) || likeIt(audit, act, at) < writtenOut) return chained<AuditAct>(audit, act, at);
  const counted = last?.act === 'further-acts' && last.at > at - day ? last : undefined;
  const further: AuditAct = { act: 'further-acts', count: (counted?.count ?? 0) + 1 };
  return counted ? again(audit, further, at) : chained<AuditAct>(audit, further, at);
}

/** The trail with another entry in the place of its last. */
function again(audit: readonly AuditEntry[], act: AuditAct & Repeated, at: Instant): readonly AuditEntry[] {
  const before = audit.slice(0, -1);
  return [...before, { ...act, at, hash: hashOf(lastHash(before), at, act) }];
}

function sameAct({ at: _, hash: __, times: ___, since: ____, ...entry }: AuditEntry, act: AuditAct): boolean {
  return JSON.stringify(Object.entries(entry).sort()) === JSON.stringify(Object.entries(act).sort());
}

function likeIt(audit: readonly AuditEntry[], act: AuditAct, now: Instant): number {
  const method = (one: AuditAct) => ('method' in one ? one.method : undefined);
  return audit.filter((one) => one.act === act.act && method(one) === method(act) && one.at > now - day).length;
}

/** How many entries there were, with those that moved away. */
export function entriesEver(audit: readonly AuditEntry[]): number {
  const [first] = audit;
  return first?.act === 'older-entries' ? first.count + audit.length - 1 : audit.length;
}

/** The hash of a trail's newest entry, from which the next one follows. */
function lastHash(audit: readonly (object & Link)[]): string {
  const last = audit.at(-1);
  return last ? (audit.length === 1 && lastGiven(last)) || last.hash : beginning;
}

/** Stands first, in the place of entries that moved away. */
export function olderEntries(count: number, last: Link): AuditEntry {
  const act = { act: 'older-entries', count, last: last.hash } as const;
  return { ...act, at: last.at, hash: hashOf(beginning, last.at, act) };
}

/**
 * Position of the first entry that does not follow from the ones before it, or undefined when all do.
 * @param before the hash of the entry before the first
 */
export function firstBroken(audit: readonly Link[], before = beginning): number | undefined {
  let previous = before;
  for (const [position, { at, hash, ...act }] of audit.entries()) {
    if (hashOf(previous, at, act) !== hash) return position;
    previous = (position === 0 && lastGiven(act)) || hash;
  }
  return undefined;
}

/** The hash of the newest entry that gave way, if this one stands for such. */
function lastGiven(act: object): string | undefined {
  return 'act' in act && act.act === 'older-entries' && 'last' in act ? String(act.last) : undefined;
}
