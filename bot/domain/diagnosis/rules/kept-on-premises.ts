import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * The password is kept by the organisation itself, and the reset service may not change it there. Where it may, a try that
 * was refused has another cause: see `refused-on-premises.ts`.
 */
export const keptOnPremises: Rule = {
  situation: 'kept-on-premises',
  proves: ({ is, lastTry }) =>
    any(
      all(is('password', 'on-premises'), is('writeback', 'off')),
      unless(is('writeback', 'on'), lastTry('managed-on-premises')),
    ),
  suggests: ({ is }) =>
    any(
      all(is('password', 'on-premises'), is('writeback', 'none')),
      all(is('signIn', 'federated'), is('writeback', 'off', 'none')),
    ),
  supports: ({ is }) => any(is('password', 'on-premises'), is('signIn', 'federated')),
  refutes: ({ is }) =>
    any(
      is('writeback', 'on'),
      all(is('password', 'cloud'), is('signIn', 'managed')),
      unless(is('signIn', 'federated'), is('password', 'cloud')),
    ),
};
