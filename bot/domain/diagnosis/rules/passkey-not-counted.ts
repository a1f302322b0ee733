import { all, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * A passkey signs in and resets nothing. Source: Microsoft Learn, "How it works: Microsoft Entra self-service password reset",
 * where it is not among the methods.
 */
export const passkeyNotCounted: Rule = {
  situation: 'passkey-not-counted',
  suggests: ({ is, methodsAre }) =>
    unless(is('enabled', false), all(is('passkey', true), methodsAre('none', 'too-few', 'only-app'))),
  supports: ({ is }) => is('passkey', true),
  refutes: ({ is }) => is('passkey', false),
};
