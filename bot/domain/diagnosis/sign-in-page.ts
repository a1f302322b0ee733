import type { Instant } from '../time.ts';
import { isCode, type SignInCode } from './codes.ts';
import { type Remedy, type RemedyName, remedyOf } from './remedy.ts';

/** A page of the sign-in that somebody pasted, by its code; other: a code that nobody has listed. */
export type SignInPage = SignInCode | 'other';

/** The page a code belongs to; undefined: it is of no sign-in. */
export function signInPageOf(code: string | null): SignInPage | undefined {
  if (!code?.startsWith('AADSTS')) return undefined;
  return isCode(code) ? (code as SignInCode) : 'other';
}

/** Where a new password, or a method, lets the person on. Source: Microsoft Learn, "Microsoft Entra authentication and authorization error codes". */
const ways: Readonly<Partial<Record<SignInPage, RemedyName>>> = {
  AADSTS50053: 'open-reset',
  AADSTS50055: 'open-reset',
  AADSTS50072: 'open-registration',
  AADSTS50079: 'open-registration',
  AADSTS50126: 'open-reset',
  AADSTS50135: 'open-reset',
  AADSTS50144: 'open-reset',
};

/** What the employee can do, best first. */
export function signInRemedies(page: SignInPage, now: Instant): readonly Remedy[] {
  const way = ways[page];
  const names: readonly RemedyName[] = way ? [way, 'contact'] : ['contact'];
  return names.map((name) => remedyOf(name, now, undefined));
}
