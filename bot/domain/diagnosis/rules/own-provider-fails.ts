import type { Rule } from '../rule.ts';

/**
 * Texts or calls do not come, and it is the organisation's own telephony provider that sends them: Microsoft can't help with
 * that. Source: Microsoft Learn, "Frequently asked questions about telephony providers", support model.
 */
export const ownProviderFails: Rule = {
  situation: 'own-provider-fails',
  onlyWhenNamed: true,
  alsoNamedBy: 'no-text-or-call',
  suggests: ({ is }) => is('ownProvider', true),
  refutes: ({ is }) => is('ownProvider', false),
};
