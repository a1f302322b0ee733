import { all, any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * No licence that covers reset. A licence is known by its plans and products, of which there are more than anybody lists, so
 * what somebody holds proves nothing; the reset service's own word does.
 * Besides: a licence for passwords in the cloud does not cover those kept elsewhere.
 */
export const notLicensed: Rule = {
  situation: 'not-licensed',
  proves: ({ lastTry }) => lastTry('not-licensed'),
  suggests: ({ is }) => any(is('license', 'none'), all(is('license', 'cloud'), is('password', 'on-premises'))),
  supports: ({ is }) => is('enabled', false),
  refutes: ({ is }) => any(is('license', 'premium'), all(is('license', 'cloud'), is('password', 'cloud'))),
};
