import type { Rule } from '../rule.ts';

/** Nobody is asked who has registered enough already. What was only filled in counts no more. */
export const neverAsked: Rule = {
  situation: 'never-asked',
  supports: ({ is }) => is('registered', true),
  refutes: ({ onlyFilledIn }) => onlyFilledIn(),
};
