import { unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** A number or address is in no form that a code can be sent to. */
export const malformedValues: Rule = {
  situation: 'malformed-values',
  proves: ({ methodsAre }) => methodsAre('malformed'),
  suggests: ({ methodsAre, some }) => unless(methodsAre('enough'), some('malformed')),
};
