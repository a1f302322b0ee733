import { any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Reset is switched on for one group, and this person is not in it. */
export const notInGroup: Rule = {
  situation: 'not-in-group',
  proves: ({ is, lastTry }) => any(unless(is('scope', 'all', 'none'), is('inScope', false)), lastTry('not-in-group')),
  supports: ({ is, policyChanged }) =>
    any(is('enabled', false), is('scope', 'selected'), policyChanged('scope-changed')),
  refutes: ({ is }) => any(is('inScope', true), is('scope', 'all'), is('enabled', true)),
};
