import { type Instant, minute } from '../time.ts';
import { isCode, type SignInCode } from './codes.ts';
import { type Remedy, type RemedyName, remedyOf } from './remedy.ts';

/**
 * Things people meet beside a reset that fails, which are worth an answer and are no situation of their own.
 * windows-sign-in: reset from the lock screen · too-many-messages: the limit of calls or texts of the sign-in page ·
 * locked-for-a-while: too many wrong passwords. Source: Microsoft Learn, "Enable self-service password reset at the Windows
 * sign-in screen", "Authentication phone options" and "Smart lockout".
 */
export const relatedProblemIds = ['windows-sign-in', 'too-many-messages', 'locked-for-a-while'] as const;
export type RelatedProblemId = (typeof relatedProblemIds)[number];

/** What the employee can do, best first. */
export function relatedProblemRemedies(problem: RelatedProblemId, now: Instant): readonly Remedy[] {
  const contact = remedyOf('contact', now, undefined);
  const reset = remedyOf('open-reset', now, undefined);
  switch (problem) {
    case 'windows-sign-in':
      return [reset, contact];
    case 'too-many-messages':
      return [remedyOf('other-method', now, undefined), { kind: 'try-again-at', at: now + 5 * minute }, contact];
    case 'locked-for-a-while':
      return [{ kind: 'try-again-at', at: now + 5 * minute }, reset, contact];
  }
}

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
