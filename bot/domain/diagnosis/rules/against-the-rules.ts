import type { Rule } from '../rule.ts';

/** The organisation's own servers do not take the new password. */
export const againstTheRules: Rule = {
  situation: 'against-the-rules',
  proves: ({ lastTry }) => lastTry('password-against-rules'),
  supports: ({ is }) => is('password', 'on-premises'),
};
