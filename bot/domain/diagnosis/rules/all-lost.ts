import type { Rule } from '../rule.ts';

/** The person can't reach enough of their methods any more. */
export const allLost: Rule = {
  situation: 'K33',
  suggests: ({ tooManyLost }) => tooManyLost(),
  refutes: ({ methodsAre }) => methodsAre('none'),
};
