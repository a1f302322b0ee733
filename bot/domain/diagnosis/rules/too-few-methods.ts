import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Registered, but with fewer methods than the organisation requires: two. Administrators have a rule of their own. */
export const tooFewMethods: Rule = {
  situation: 'too-few-methods',
  proves: ({ is, methodsAre, onlyFilledIn }) =>
    unless(any(is('enabled', false), is('administrator', true), onlyFilledIn()), methodsAre('too-few')),
  suggests: ({ is, requires, policyChanged }) =>
    unless(
      any(is('enabled', false), is('administrator', true), requires(1)),
      all(policyChanged('methods-raised'), any(is('registered', false), is('capable', false))),
    ),
  supports: ({ is }) => any(is('registered', false), is('capable', false)),
  refutes: ({ is, methodsAre, requires }) =>
    any(
      is('capable', true),
      methodsAre('enough', 'not-allowed', 'only-app'),
      unless(is('administrator', true), requires(1)),
    ),
};
