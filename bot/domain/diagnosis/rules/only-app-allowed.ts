import type { Rule } from '../rule.ts';

/** An authenticator app is all the policy allows. */
export const onlyAppAllowed: Rule = {
  situation: 'only-app-allowed',
  suggests: ({ onlyAppAllowed }) => onlyAppAllowed(),
};
