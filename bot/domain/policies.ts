import type { EmployeeKey } from './account/person.ts';
import type { DecidedPolicy, Policy } from './policy.ts';
import {
  groupsNamed,
  namesCountries,
  nowhere,
  policyFor,
  policyOfEverybody,
  policyOfWinner,
  type Whereabouts,
  type WinningRule,
  winningRule,
} from './policy-rules.ts';
import type { DirectoryEntry } from './ports/directory.ts';
import type { WhereaboutsSource } from './ports/whereabouts.ts';

/**
 * The policy that holds for somebody, by the rule that is about them. Where the directory does not say what a rule asks for, it is
 * everybody's, with as many methods as that rule may ask for. @param entry what the directory says of them, where that is known
 * already: in a turn, which has just asked for their groups as well
 */
export type PolicyOf = (employee: EmployeeKey, entry?: DirectoryEntry) => Promise<Policy>;

/** What is decided, for everybody and for each. */
export interface Policies {
  readonly decided: () => Promise<DecidedPolicy>;
  /** Somebody's; of nobody in particular, everybody's. */
  readonly policy: (employee?: EmployeeKey, entry?: DirectoryEntry) => Promise<Policy>;
  /** Of whom it is asked by the thousand: by what was read of everybody, without asking for each. */
  readonly known: () => Promise<(employee: EmployeeKey) => Policy>;
}

/** @param unseen told of a rule that could not be matched, so that everybody's policy held */
export function createPolicies(
  decided: () => Promise<DecidedPolicy>,
  whereabouts: WhereaboutsSource,
  unseen: (winner: WinningRule & { readonly kind: 'unknown' }) => void = () => undefined,
): Policies {
  function policyOf(all: DecidedPolicy, where: Whereabouts): Policy {
    const winner = winningRule(all.rules, where);
    if (winner.kind === 'unknown') unseen(winner);
    return policyOfWinner(all, winner, where);
  }

  return {
    decided,
    async policy(employee, entry) {
      const all = await decided();
      if (!employee || all.rules.length === 0) return policyOfEverybody(all);
      const groups = groupsNamed(all.rules).length > 0;
      if (entry) {
        const where = groups ? await whereabouts.look(employee, { groups, country: false }) : nowhere;
        return policyOf(all, { ...where, country: entry.country ?? null });
      }
      // Letters go to everybody: what was read of all is enough for them, as far as it tells.
      const known = whereabouts.known(employee);
      const told = winningRule(all.rules, known).kind !== 'unknown';
      return policyOf(
        all,
        told ? known : await whereabouts.look(employee, { groups, country: namesCountries(all.rules) }),
      );
    },
    async known() {
      const all = await decided();
      return (employee) =>
        all.rules.length === 0 ? policyOfEverybody(all) : policyFor(all, whereabouts.known(employee));
    },
  };
}
