import { type MethodName, methodNames } from '../methods/method.ts';
import type { Instant } from '../time.ts';
import { all, any, type Evidence, type Proof, unless } from './evidence.ts';
import type { FactName, Facts } from './facts.ts';
import { type Gap, gapsOf } from './finding.ts';
import { matchRules, type SituationMatch } from './match-rules.ts';
import { queryFacts } from './queries.ts';
import type { FactQueries } from './rule.ts';
import type { SituationId } from './situation-ids.ts';
import { type PortalCheck, situations } from './situations.ts';
import { usableMethods } from './usable-methods.ts';

/**
 * One check of the reset portal. `gaps` are the facts that would tell; none where only the reset itself shows it, as with
 * the new password.
 */
export type RehearsalStep = { readonly check: PortalCheck } & (
  | { readonly kind: 'passed'; readonly evidence: readonly Evidence[] }
  | {
      readonly kind: 'failed';
      readonly situation: SituationId;
      readonly certainty: 'proven' | 'likely';
      readonly evidence: readonly Evidence[];
    }
  | { readonly kind: 'could-not-see'; readonly gaps: readonly Gap[] }
);

export interface Rehearsal {
  /** All of them, in the portal's order: nobody shall meet the next wall after clearing one. */
  readonly steps: readonly RehearsalStep[];
  /** A method to prove with a real code, to be surer than the facts can make; null: there is none. */
  readonly prove: MethodName | null;
}

interface PassableCheck {
  readonly check: PortalCheck;
  readonly passes: (queries: FactQueries) => Proof;
  readonly turnsOn: readonly FactName[];
}

/** Source of the order: Microsoft Learn, "How it works: Microsoft Entra self-service password reset". */
const passableChecks: readonly PassableCheck[] = [
  {
    check: 'account',
    passes: ({ is }) => all(is('disabled', false), is('guest', 'no')),
    turnsOn: ['exists', 'disabled', 'guest'],
  },
  {
    check: 'enabled',
    // Switched on for somebody is said by the policy alone, whatever licence they hold.
    passes: ({ is }) =>
      unless(is('license', 'none'), any(is('enabled', true), all(inReach(is), is('license', 'premium', 'cloud')))),
    turnsOn: ['enabled', 'scope', 'inScope', 'license'],
  },
  {
    check: 'methods',
    passes: ({ is, methodsAre, tooManyLost }) =>
      unless(
        tooManyLost(),
        any(methodsAre('enough'), is('capable', true), unless(is('capable', false), is('registered', true))),
      ),
    turnsOn: ['methods', 'registered', 'required', 'allowed'],
  },
  {
    check: 'password',
    passes: ({ is }) => any(all(is('password', 'cloud'), is('signIn', 'managed')), is('writeback', 'on')),
    turnsOn: ['password', 'signIn', 'writeback'],
  },
  {
    check: 'proofs',
    passes: ({ notBlocked }) => notBlocked(),
    turnsOn: ['blockedUntil', 'tries'],
  },
  { check: 'new-password', passes: () => undefined, turnsOn: [] },
  { check: 'write-back', passes: ({ is }) => is('password', 'cloud'), turnsOn: ['password'] },
];

function inReach(is: FactQueries['is']): Proof {
  return any(is('scope', 'all'), all(is('scope', 'selected'), is('inScope', true)));
}

/** Would a reset work now? Walks through the portal's checks on what is known. */
export function rehearse(facts: Facts, now: Instant): Rehearsal {
  const queries = queryFacts(facts, now);
  const found = matchRules(facts, queries).filter(({ against }) => against.length === 0);
  const steps = passableChecks.map((one) => stepOf(one, facts, queries, found));
  return { steps, prove: provable(facts) };
}

/** What is proven counts before what is passed, and that before what is likely. */
function stepOf(
  { check, passes, turnsOn }: PassableCheck,
  facts: Facts,
  queries: FactQueries,
  found: readonly SituationMatch[],
): RehearsalStep {
  const here = found.filter(({ situation }) => situations[situation].check === check);
  const proven = here.find(({ certainty }) => certainty === 'proven');
  if (proven) return { check, kind: 'failed', certainty: 'proven', ...reasonOf(proven) };
  const evidence = passes(queries);
  if (evidence) return { check, kind: 'passed', evidence };
  const [likely] = here;
  // One code that did not arrive is no reason to expect that none will.
  if (likely && check !== 'proofs') return { check, kind: 'failed', certainty: 'likely', ...reasonOf(likely) };
  return { check, kind: 'could-not-see', gaps: gapsOf(facts, turnsOn) };
}

function reasonOf({ situation, evidence }: SituationMatch): Pick<SituationMatch, 'situation' | 'evidence'> {
  return { situation, evidence };
}

/** The first method that counts for a reset and takes a code. */
function provable(facts: Facts): MethodName | null {
  const counted = usableMethods(facts)?.methods ?? (facts.methods.kind === 'known' ? facts.methods.value : []);
  return methodNames.find((method) => method !== 'security-questions' && counted.includes(method)) ?? null;
}
