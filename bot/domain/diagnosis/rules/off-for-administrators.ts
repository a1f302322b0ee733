import { all, any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Administrators may not reset their own password here, so they can't register for it either. */
export const offForAdministrators: Rule = {
  situation: 'off-for-administrators',
  proves: ({ is }) => all(is('administrator', true), is('administratorsMayReset', false)),
  supports: ({ is }) => is('administrator', true),
  refutes: ({ is }) => any(is('administrator', false), is('administratorsMayReset', true)),
};
