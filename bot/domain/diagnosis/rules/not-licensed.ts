import { all, any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** No licence that covers reset; one for passwords in the cloud does not cover those kept elsewhere. */
export const notLicensed: Rule = {
  situation: 'K7',
  proves: ({ is, lastTry }) => any(is('license', 'none'), lastTry('not-licensed')),
  suggests: ({ is }) => all(is('license', 'cloud'), is('password', 'on-premises')),
  supports: ({ is }) => is('enabled', false),
  refutes: ({ is }) => any(is('license', 'premium'), all(is('license', 'cloud'), is('password', 'cloud'))),
};
