import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The registration page comes back until there are enough methods. */
export const askedAgain: Rule = {
  situation: 'asked-again',
  supports: ({ is, methodsAre }) =>
    any(methodsAre('none', 'too-few', 'not-allowed', 'only-app'), is('registered', false)),
};
