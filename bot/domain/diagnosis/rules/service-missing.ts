import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The same as kept on-premises, under the code that the page shows for it. */
export const serviceMissing: Rule = {
  situation: 'service-missing',
  onlyWhenNamed: true,
  proves: ({ is, lastTry }) =>
    any(
      all(is('password', 'on-premises'), is('writeback', 'off')),
      unless(is('writeback', 'on'), lastTry('managed-on-premises')),
    ),
  supports: ({ is }) => is('password', 'on-premises'),
  refutes: ({ is }) => any(is('writeback', 'on'), is('password', 'cloud')),
};
