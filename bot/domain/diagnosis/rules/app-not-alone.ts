import type { Rule } from '../rule.ts';

/** An authenticator app can't be the only method. */
export const appNotAlone: Rule = {
  situation: 'app-not-alone',
  supports: ({ methodsAre }) => methodsAre('only-app', 'none'),
};
