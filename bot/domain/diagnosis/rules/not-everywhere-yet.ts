import { hour } from '../../time.ts';
import { all } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** The password is set on the organisation's servers and not yet in the cloud. */
export const notEverywhereYet: Rule = {
  situation: 'not-everywhere-yet',
  supports: ({ is, tryEnded }) => all(is('password', 'on-premises'), tryEnded('succeeded', hour)),
  refutes: ({ is }) => is('password', 'cloud'),
};
