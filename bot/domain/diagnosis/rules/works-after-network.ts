import { day } from '../../time.ts';
import { all } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The computer knows the old password until it reaches the organisation's servers. */
export const worksAfterNetwork: Rule = {
  situation: 'works-after-network',
  suggests: ({ is, tryEnded }) => all(is('hybridDevice', true), tryEnded('succeeded', 7 * day)),
  supports: ({ is }) => is('hybridDevice', true),
  refutes: ({ is }) => is('hybridDevice', false),
};
