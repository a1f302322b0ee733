import { all } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Administrators always need two methods and never questions, whatever the policy says. */
export const stricterForAdministrators: Rule = {
  situation: 'K32',
  suggests: ({ is, methodsAre }) => all(is('administrator', true), methodsAre('too-few', 'not-allowed')),
  supports: ({ is }) => is('administrator', true),
  refutes: ({ is }) => is('administrator', false),
};
