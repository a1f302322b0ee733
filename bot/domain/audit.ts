import { createHash } from 'node:crypto';
import type { Instant } from './instant.ts';
import type { MethodName } from './methods.ts';

/** What was done to a record. Holds no address, code or answer. */
export type AuditAct =
  /** A supporter was shown the names behind a number. */
  | { readonly act: 'names-seen'; readonly count: number }
  /** Stands first, in the place of older entries: how many, and the hash of the last of them. */
  | { readonly act: 'older-entries'; readonly count: number; readonly last: string }
  | { readonly act: 'answers-wrong'; readonly tries: number }
  | { readonly act: 'methods-confirmed'; readonly count: number }
  | { readonly act: 'prefilled-answered'; readonly method: MethodName; readonly answer: string }
  | { readonly act: 'value-disputed'; readonly method: MethodName }
  | { readonly act: 'reminded'; readonly daysBefore: number }
  | { readonly act: 'reminder-snoozed' }
  | { readonly act: 'method-removed'; readonly method: MethodName }
  | { readonly act: 'change-disowned'; readonly method: MethodName }
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

/** One act; `hash` covers the act, its time and the hash before it, so a changed or missing entry shows. */
export type AuditEntry = AuditAct & { readonly at: Instant; readonly hash: string };

const beginning = '';

function seal(previous: string, at: Instant, act: AuditAct): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, at, Object.entries(act).sort()]))
    .digest('base64url');
}

/** A record must not grow for ever: beyond this the older half gives way to one entry. */
const longest = 400;

/** The trail with one more act. */
export function audited(audit: readonly AuditEntry[], act: AuditAct, at: Instant): readonly AuditEntry[] {
  const kept = audit.length < longest ? audit : shortened(audit);
  return [...kept, { ...act, at, hash: seal(audit.at(-1)?.hash ?? beginning, at, act) }];
}

function shortened(audit: readonly AuditEntry[]): readonly AuditEntry[] {
  const [first] = audit;
  const given = audit.slice(0, longest / 2);
  const last = given.at(-1);
  if (!first || !last) return audit;
  const earlier = first.act === 'older-entries' ? first.count - 1 : 0;
  const act = { act: 'older-entries', count: earlier + given.length, last: last.hash } as const;
  return [{ ...act, at: last.at, hash: seal(beginning, last.at, act) }, ...audit.slice(given.length)];
}

/** Position of the first entry that does not follow from the ones before it, or undefined when all do. */
export function firstBroken(audit: readonly AuditEntry[]): number | undefined {
  let previous = beginning;
  for (const [position, { at, hash, ...act }] of audit.entries()) {
    if (seal(previous, at, act as AuditAct) !== hash) return position;
    previous = act.act === 'older-entries' && position === 0 ? act.last : hash;
  }
  return undefined;
}
