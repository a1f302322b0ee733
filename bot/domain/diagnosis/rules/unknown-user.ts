import type { Rule } from '../rule.ts';

/** The sign-in page does not take the name: nobody of that name, or a mail address that is not the sign-in name. */
export const unknownUser: Rule = {
  situation: 'unknown-user',
  final: true,
  proves: ({ is }) => is('exists', false),
  supports: ({ is }) => is('signInIsMail', false),
  refutes: ({ is }) => is('signInIsMail', true),
};
