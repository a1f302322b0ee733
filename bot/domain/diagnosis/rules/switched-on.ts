import { all, any, unless } from '../evidence.ts';
import type { Rules } from '../rule.ts';

/** Rules of reset, and registering for it, that is not switched on. */
export const switchedOnRules: Rules = {
  /** Administrators may not reset their own password here, so they can't register for it either. */
  'off-for-administrators': {
    proves: ({ is }) => all(is('administrator', true), is('administratorsMayReset', false)),
    supports: ({ is }) => is('administrator', true),
    refutes: ({ is }) => any(is('administrator', false), is('administratorsMayReset', true)),
  },

  /** Reset is switched off for the whole organisation. */
  'off-for-everyone': {
    proves: ({ is, lastTry }) => any(is('scope', 'none'), lastTry('disabled-for-organisation')),
    supports: ({ is }) => is('enabled', false),
    refutes: ({ is }) => any(is('scope', 'selected', 'all'), is('enabled', true)),
  },

  /** Nobody has decided yet for whom reset is switched on. */
  'nothing-decided': {
    proves: ({ is }) => is('scope', 'not-configured'),
    supports: ({ is }) => is('enabled', false),
    refutes: ({ is }) => any(is('scope', 'none', 'selected', 'all'), is('enabled', true)),
  },

  /**
   * No licence that covers reset. A licence is known by its plans and products, of which there are more than anybody lists, so
   * what somebody holds proves nothing; the reset service's own word does.
   * Besides: a licence for passwords in the cloud does not cover those kept elsewhere.
   */
  'not-licensed': {
    proves: ({ lastTry }) => lastTry('not-licensed'),
    suggests: ({ is }) => any(is('license', 'none'), all(is('license', 'cloud'), is('password', 'on-premises'))),
    supports: ({ is }) => is('enabled', false),
    refutes: ({ is }) => any(is('license', 'premium'), all(is('license', 'cloud'), is('password', 'cloud'))),
  },

  /** Reset is switched on for one group, and this person is not in it. */
  'not-in-group': {
    proves: ({ is, lastTry }) => any(unless(is('scope', 'all', 'none'), is('inScope', false)), lastTry('not-in-group')),
    supports: ({ is, policyChanged }) =>
      any(is('enabled', false), is('scope', 'selected'), policyChanged('scope-changed')),
    refutes: ({ is }) => any(is('inScope', true), is('scope', 'all'), is('enabled', true)),
  },

  /** Reset is not switched on for this person; why is for other rules. */
  'not-enabled': {
    proves: ({ is, lastTry }) => any(is('enabled', false), lastTry('not-enabled')),
    refutes: ({ is }) => is('enabled', true),
  },

  /** The registration page does not let the person in: reset is not switched on for them. */
  'may-not-register': {
    onlyWhenNamed: true,
    proves: ({ is }) => any(is('enabled', false), is('scope', 'none'), is('inScope', false)),
    suggests: ({ is }) => is('license', 'none'),
    refutes: ({ is }) => is('enabled', true),
  },
};
