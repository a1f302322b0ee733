import { any, unless } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/**
 * Microsoft no longer sends texts and calls of its own, and nobody else does for the organisation. Source: Microsoft Learn,
 * "Retirement of Microsoft-provided SMS and voice authentication" and its FAQ (it holds for resets too).
 */
export const phoneEnded: Rule = {
  situation: 'phone-ended',
  proves: ({ is, missesEnded }) => unless(is('enabled', false), missesEnded('phone')),
  supports: ({ ended }) => ended('phone'),
  refutes: ({ is, methodsAre }) => any(methodsAre('enough'), is('ownProvider', true)),
};
