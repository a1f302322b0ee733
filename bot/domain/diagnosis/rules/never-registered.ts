import { all, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * What is on file would be enough, had the person ever registered it: until it stopped counting, they were ready.
 * Source: `platformDates['filled-in-ends']`.
 */
export const neverRegistered: Rule = {
  situation: 'never-registered',
  proves: ({ is, onlyFilledIn }) => all(is('enabled', true), onlyFilledIn()),
  suggests: ({ is, onlyFilledIn }) => unless(is('enabled', false), onlyFilledIn()),
  supports: ({ is, some, methodsAre }) => unless(methodsAre('enough') ?? is('enabled', false), some('prefilled')),
  refutes: ({ is, methodsAre }) => is('enabled', false) ?? methodsAre('enough'),
};
