import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Reset is not switched on for this person; why is for other rules. */
export const notEnabled: Rule = {
  situation: 'not-enabled',
  proves: ({ is, lastTry }) => any(is('enabled', false), lastTry('not-enabled')),
  refutes: ({ is }) => is('enabled', true),
};
