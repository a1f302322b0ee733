import { all, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * The organisation's own servers could not set the password, for a reason in their set-up. Writeback may be on in Entra
 * Connect and off in the portal, which refuses as if it were missing.
 */
export const refusedOnPremises: Rule = {
  situation: 'refused-on-premises',
  proves: ({ lastTry }) => lastTry('on-premises-problem'),
  suggests: ({ is, lastTry }) =>
    unless(is('disabled', true), all(is('writeback', 'on'), lastTry('managed-on-premises'))),
  supports: ({ is }) => is('writeback', 'on'),
  refutes: ({ is }) => is('password', 'cloud'),
};
