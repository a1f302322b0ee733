import type { Rule } from '../rule.ts';

/** The account is switched off. */
export const disabled: Rule = {
  situation: 'disabled',
  proves: ({ is }) => is('disabled', true),
  refutes: ({ is }) => is('disabled', false),
};
