import { unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Microsoft no longer takes security questions for a reset. Source: Microsoft Learn, "Security questions authentication method". */
export const questionsEnded: Rule = {
  situation: 'questions-ended',
  proves: ({ is, missesEnded }) => unless(is('enabled', false), missesEnded('questions')),
  supports: ({ ended }) => ended('questions'),
  refutes: ({ methodsAre }) => methodsAre('enough'),
};
