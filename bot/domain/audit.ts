import { createHash } from 'node:crypto';
import type { Instant } from './instant.ts';
import type { MethodName } from './methods.ts';

/** What was done to a record. Holds no address, code or answer. */
export type AuditAct =
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

export function audited(audit: readonly AuditEntry[], act: AuditAct, at: Instant): readonly AuditEntry[] {
  return [...audit, { ...act, at, hash: seal(audit.at(-1)?.hash ?? beginning, at, act) }];
}

/** Position of the first entry that does not follow from the ones before it, or undefined when all do. */
export function firstBroken(audit: readonly AuditEntry[]): number | undefined {
  let previous = beginning;
  for (const [position, { at, hash, ...act }] of audit.entries()) {
    if (seal(previous, at, act as AuditAct) !== hash) return position;
    previous = hash;
  }
  return undefined;
}
