import type { Rule } from '../rule.ts';

/** Locked on the organisation's own servers after too many tries there. Source: Microsoft Learn, "Troubleshoot password writeback", event 33006. */
export const lockedOnPremises: Rule = {
  situation: 'locked-on-premises',
  supports: ({ is }) => is('password', 'on-premises'),
  refutes: ({ is }) => is('password', 'cloud'),
};
