import { any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The same as not registered, under the code that the page shows for it. */
export const informationMissing: Rule = {
  situation: 'information-missing',
  onlyWhenNamed: true,
  proves: ({ is, methodsAre, lastTry }) =>
    any(unless(is('enabled', false), any(is('registered', false), methodsAre('none'))), lastTry('too-few-methods')),
  supports: ({ is }) => is('enabled', true),
  refutes: ({ is, methodsAre }) => any(is('registered', true), methodsAre('enough')),
};
