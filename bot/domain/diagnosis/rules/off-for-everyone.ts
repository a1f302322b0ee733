import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Reset is switched off for the whole organisation. */
export const offForEveryone: Rule = {
  situation: 'off-for-everyone',
  proves: ({ is, lastTry }) => any(is('scope', 'none'), lastTry('disabled-for-organisation')),
  supports: ({ is }) => is('enabled', false),
  refutes: ({ is }) => any(is('scope', 'selected', 'all'), is('enabled', true)),
};
