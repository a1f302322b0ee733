import type { Rule } from '../rule.ts';

/** The answers were wrong, or questions do not count for this person. */
export const questionsNotTaken: Rule = {
  situation: 'questions-not-taken',
  proves: ({ lastTry }) => lastTry('too-many-answers'),
  supports: ({ is }) => is('administrator', true),
};
