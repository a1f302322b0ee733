import type { Rule } from '../rule.ts';

/** The new password holds words that are too easy to guess. */
export const tooCommon: Rule = {
  situation: 'too-common',
  proves: ({ lastTry }) => lastTry('password-too-common'),
};
