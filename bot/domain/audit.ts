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

/** One act; its hash covers what came before it too, so a changed or missing entry shows. */
export type AuditEntry = AuditAct & Link;

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
  return [...chain, { ...act, at, hash: seal(chain.at(-1)?.hash ?? beginning, at, act) }];
}

/** A record must not grow for ever: beyond this the older half gives way to one entry. */
const longest = 400;

/** The trail with one more act. */
export function audited(audit: readonly AuditEntry[], act: AuditAct, at: Instant): readonly AuditEntry[] {
  const kept = audit.length < longest ? audit : shortened(audit);
  return chained(kept, act, at);
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
export function firstBroken(audit: readonly Link[]): number | undefined {
  let previous = beginning;
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
