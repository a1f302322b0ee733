import type { Rule } from '../rule.ts';

/** A change, not a reset, with a wrong password of today. Source: Microsoft Learn, "Troubleshoot password writeback", event 33007. */
export const wrongCurrentPassword: Rule = { situation: 'wrong-current-password' };
