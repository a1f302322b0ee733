import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Registered, but with fewer methods than a reset takes. */
export const tooFewMethods: Rule = {
  situation: 'K14',
  proves: ({ is, methodsAre, onlyFilledIn }) =>
    unless(any(is('enabled', false), onlyFilledIn()), methodsAre('too-few')),
  suggests: ({ is, policyChanged }) =>
    unless(
      is('enabled', false),
      all(policyChanged('methods-raised'), any(is('registered', false), is('capable', false))),
    ),
  supports: ({ is }) => any(is('registered', false), is('capable', false)),
  refutes: ({ is, methodsAre }) => any(is('capable', true), methodsAre('enough')),
};
