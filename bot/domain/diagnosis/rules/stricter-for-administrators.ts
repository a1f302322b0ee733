import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * Administrators always need two methods and never questions, whatever the policy says. Source: Microsoft Learn,
 * "Administrator reset policy differences".
 */
export const stricterForAdministrators: Rule = {
  situation: 'stricter-for-administrators',
  proves: ({ is, methodsAre, missesEnded }) =>
    unless(
      any(is('enabled', false), missesEnded('phone')),
      all(is('administrator', true), methodsAre('too-few', 'not-allowed')),
    ),
  supports: ({ is }) => is('administrator', true),
  refutes: ({ is }) => is('administrator', false),
};
