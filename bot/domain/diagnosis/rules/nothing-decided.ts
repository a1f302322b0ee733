import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Nobody has decided yet for whom reset is switched on. */
export const nothingDecided: Rule = {
  situation: 'nothing-decided',
  proves: ({ is }) => is('scope', 'not-configured'),
  supports: ({ is }) => is('enabled', false),
  refutes: ({ is }) => any(is('scope', 'none', 'selected', 'all'), is('enabled', true)),
};
