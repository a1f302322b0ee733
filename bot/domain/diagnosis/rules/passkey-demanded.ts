import type { Rule } from '../rule.ts';

/**
 * The sign-in page lets nobody on without a passkey whose only MFA was texts or calls. Source: Microsoft Learn, "Passkeys by
 * default and retirement of Microsoft-provided SMS and voice authentication".
 */
export const passkeyDemanded: Rule = {
  situation: 'passkey-demanded',
  supports: ({ ended }) => ended('phone'),
};
