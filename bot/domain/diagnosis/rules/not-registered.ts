import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Reset is switched on, but the person never registered for it. The text on screen alone is no proof: it also shows when it is off. */
export const notRegistered: Rule = {
  situation: 'not-registered',
  proves: ({ is, methodsAre, lastTry }) =>
    any(
      all(is('enabled', true), is('registered', false)),
      all(is('enabled', true), methodsAre('none')),
      lastTry('too-few-methods'),
    ),
  suggests: ({ is, methodsAre }) => unless(is('enabled', false), any(is('registered', false), methodsAre('none'))),
  supports: ({ is }) => is('enabled', true),
  refutes: ({ is, methodsAre }) => any(is('enabled', false), is('registered', true), methodsAre('enough')),
};
