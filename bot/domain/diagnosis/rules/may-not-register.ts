import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The registration page does not let the person in: reset is not switched on for them. */
export const mayNotRegister: Rule = {
  situation: 'may-not-register',
  onlyWhenNamed: true,
  proves: ({ is }) => any(is('enabled', false), is('scope', 'none'), is('inScope', false)),
  suggests: ({ is }) => is('license', 'none'),
  refutes: ({ is }) => is('enabled', true),
};
