import { all, any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** What was registered is no longer allowed, or is an authenticator app alone. Administrators have a rule of their own. */
export const notAllowedAnyMore: Rule = {
  situation: 'not-allowed-any-more',
  proves: ({ is, methodsAre, missesEnded }) =>
    unless(
      any(is('enabled', false), is('administrator', true), missesEnded('phone'), missesEnded('questions')),
      methodsAre('not-allowed', 'only-app'),
    ),
  suggests: ({ is, methodsAre, policyChanged }) =>
    unless(
      any(
        is('enabled', false),
        is('administrator', true),
        methodsAre('too-few', 'none', 'malformed', 'not-allowed', 'enough'),
      ),
      any(
        all(policyChanged('method-removed'), is('capable', false)),
        all(is('registered', true), is('capable', false)),
      ),
    ),
  refutes: ({ is, methodsAre }) => any(is('capable', true), methodsAre('enough')),
};
