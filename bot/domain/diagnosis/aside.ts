import { type Instant, minute } from '../time.ts';
import { type Remedy, remedyOf } from './remedy.ts';

/**
 * Things people meet beside a reset that fails, which are worth an answer and are no situation of their own.
 * windows-sign-in: reset from the lock screen · too-many-messages: the limit of calls or texts of the sign-in page ·
 * locked-for-a-while: too many wrong passwords. Source: Microsoft Learn, "Enable self-service password reset at the Windows
 * sign-in screen", "Authentication phone options" and "Smart lockout".
 */
export const relatedProblemIds = ['windows-sign-in', 'too-many-messages', 'locked-for-a-while'] as const;
export type RelatedProblemId = (typeof relatedProblemIds)[number];

/** What the employee can do, best first. */
export function relatedProblemRemedies(aside: RelatedProblemId, now: Instant): readonly Remedy[] {
  const contact = remedyOf('contact', now, undefined);
  const reset = remedyOf('open-reset', now, undefined);
  switch (aside) {
    case 'windows-sign-in':
      return [reset, contact];
    case 'too-many-messages':
      return [remedyOf('other-method', now, undefined), { kind: 'try-again-at', at: now + 5 * minute }, contact];
    case 'locked-for-a-while':
      return [{ kind: 'try-again-at', at: now + 5 * minute }, reset, contact];
  }
}
