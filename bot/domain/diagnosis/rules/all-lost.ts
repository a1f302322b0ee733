import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The person can't reach enough of their methods any more, or says so; what is left is shown beside it. */
export const allLost: Rule = {
  situation: 'all-lost',
  suggests: ({ tooManyLost }) => tooManyLost(),
  supports: ({ enoughLeft, some }) => any(enoughLeft(), some('lost')),
  refutes: ({ methodsAre }) => methodsAre('none'),
};
