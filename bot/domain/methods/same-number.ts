import { readPhone } from './phone.ts';

/**
 * Whether two numbers or addresses mean the same, however they are spelled: spaces, brackets, a zero behind the country
 * code, the word before an extension. Another extension is another number. What can't be read as a number in use is
 * compared sign by sign.
 */
export function sameAddress(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  const [left, right] = [lineOf(one), lineOf(other)];
  return left.line === right.line && left.extension === right.extension;
}

/**
 * Whether somebody who answered at `shown` has answered for `registered`: the same, or the main line of an extension, as the
 * reset service calls no extension. Never enough to replace or remove something.
 * Source: Microsoft Learn, "How it works: Microsoft Entra self-service password reset", phone number format.
 * @param country ISO 3166-1 alpha-2, for a registered number without country code
 */
export function answersFor(shown: string, registered: string, country?: string): boolean {
  if (shown === registered) return true;
  const [left, right] = [lineOf(shown), lineOf(registered, country)];
  return left.line === right.line && (left.extension === right.extension || left.extension === null);
}

function lineOf(value: string | null, country?: string): { readonly line: string; readonly extension: string | null } {
  const lower = (value ?? '').trim().toLowerCase();
  const read = lower.includes('@') ? undefined : readPhone(lower, 'call', country);
  if (read?.kind === 'phone') return { line: read.number, extension: read.extension ?? null };
  return { line: lower.includes('@') ? lower : lower.replace(/[^+\dx*•]/gu, ''), extension: null };
}
