import { createHash } from 'node:crypto';
import type { MethodName } from '../methods/method.ts';
import { day, type Instant } from '../time.ts';

/** What was done to a record. Holds no address, code or answer. */
export type AuditAct =
  /** A supporter was shown the names behind a number. */
  | { readonly act: 'names-seen'; readonly count: number }
  /** Stands first, in the place of older entries: how many, and the hash of the last of them. */
  | { readonly act: 'older-entries'; readonly count: number; readonly last: string }
  /** Acts of kinds of which that day had many entries already. */
  | { readonly act: 'further-acts'; readonly count: number }
  | { readonly act: 'answers-wrong'; readonly tries: number }
  | { readonly act: 'methods-confirmed'; readonly count: number }
  | { readonly act: 'prefilled-answered'; readonly method: MethodName; readonly answer: string }
  | { readonly act: 'value-disputed'; readonly method: MethodName }
  | { readonly act: 'reminded'; readonly daysBefore: number }
  | { readonly act: 'reminder-snoozed' }
  | { readonly act: 'sent-to-register' }
  | { readonly act: 'method-removed'; readonly method: MethodName }
  /** The reset service has it now, or has it no more. */
  | { readonly act: 'method-written'; readonly method: MethodName }
  | { readonly act: 'method-not-written'; readonly method: MethodName; readonly why: string }
  /** Until taking out and bringing back became two acts: what was there before came back at once. */
  | { readonly act: 'change-disowned'; readonly method: MethodName }
  /** A change of it was disowned. */
  | { readonly act: 'taken-out'; readonly method: MethodName }
  /** `by`: the method it was shown with, or the directory ids of the supporters. */
  | { readonly act: 'brought-back'; readonly method: MethodName; readonly by: string }
  /** What waited does not come back. `by`: the directory ids of the supporters. */
  | { readonly act: 'let-go'; readonly method: MethodName; readonly by: string }
  /** A stop of changes was ended with nothing that waited to come back. */
  | { readonly act: 'stop-ended'; readonly by: string }
  | { readonly act: 'erased' }
  | { readonly act: 'code-sent'; readonly method: MethodName; readonly channel: string; readonly send: number }
  | { readonly act: 'code-wrong'; readonly method: MethodName; readonly tries: number }
  | { readonly act: 'delivery-refused'; readonly method: MethodName; readonly channel: string }
  | { readonly act: 'not-arrived'; readonly method: MethodName; readonly channel: string; readonly why: string }
  | { readonly act: 'identity-proven'; readonly method: MethodName; readonly channel: string }
  | {
      readonly act: 'method-proven';
      readonly method: MethodName;
      readonly channel: string;
      readonly replaced: boolean;
    };

/** A link of a chain: when, and a hash that covers the act, its time and the hash before it. */
interface Link {
  readonly at: Instant;
  readonly hash: string;
}

/** An act that was done so often in a row, first at `since`. */
interface Repeated {
  readonly times?: number | undefined;
  readonly since?: Instant | undefined;
}

/** One act; its hash covers what came before it too, so a changed or missing entry shows. */
export type AuditEntry = AuditAct & Repeated & Link;

const beginning = '';

function seal(previous: string, at: Instant, act: object): string {
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
  return [...chain, { ...act, at, hash: seal(lastHash(chain), at, act) }];
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
export function audited(audit: readonly AuditEntry[], act: AuditAct, at: Instant): readonly AuditEntry[] {
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
  return [...before, { ...act, at, hash: seal(lastHash(before), at, act) }];
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

/** What the newest of a trail's entries seals, as what the next one follows from. */
function lastHash(audit: readonly (object & Link)[]): string {
  const last = audit.at(-1);
  return last ? (audit.length === 1 && lastGiven(last)) || last.hash : beginning;
}

/** Stands first, in the place of entries that moved away. */
export function olderEntries(count: number, last: Link): AuditEntry {
  const act = { act: 'older-entries', count, last: last.hash } as const;
  return { ...act, at: last.at, hash: seal(beginning, last.at, act) };
}

/**
 * Position of the first entry that does not follow from the ones before it, or undefined when all do.
 * @param before the hash of the entry before the first
 */
export function firstBroken(audit: readonly Link[], before = beginning): number | undefined {
  let previous = before;
  for (const [position, { at, hash, ...act }] of audit.entries()) {
    if (seal(previous, at, act) !== hash) return position;
    previous = (position === 0 && lastGiven(act)) || hash;
  }
  return undefined;
}

/** The hash of the newest entry that gave way, if this one stands for such. */
function lastGiven(act: object): string | undefined {
  return 'act' in act && act.act === 'older-entries' && 'last' in act ? String(act.last) : undefined;
}
