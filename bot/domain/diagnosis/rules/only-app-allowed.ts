import type { Rule } from '../rule.ts';

/** An authenticator app is all the policy allows. */
export const onlyAppAllowed: Rule = {
  situation: 'R6',
  suggests: ({ onlyAppAllowed }) => onlyAppAllowed(),
};
