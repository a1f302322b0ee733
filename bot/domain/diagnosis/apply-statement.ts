import type { Evidence } from './evidence.ts';
import type { SituationMatch } from './match-rules.ts';
import type { FactQueries } from './queries.ts';
import { rules } from './rules.ts';
import { numberOf, type SituationId } from './situation-ids.ts';
import { inPortalOrder, situations } from './situations.ts';

/** Adds what the person said: to the finding it is a word for, or as something of its own. */
export function applyStatement(
  found: readonly SituationMatch[],
  said: SituationId | null,
  queries: FactQueries,
): readonly SituationMatch[] {
  if (said === null) return found;
  const same = found.find(({ situation }) => situation === said);
  const special = found.find((one) => generalOf(one.situation) === generalOf(said) && one.against.length === 0);
  const target = same ?? (isGeneral(said) ? special : undefined);
  if (target)
    return found.map((one) =>
      one === target ? { ...one, evidence: [...one.evidence, statementEvidence(said)] } : one,
    );
  return inOrder([...found, ...statedMatches(said, found, queries)]);
}

function generalOf(said: SituationId): SituationId {
  return situations[said].family ?? said;
}

/** A text on screen that several situations share: it says no more than the family. */
function isGeneral(said: SituationId): boolean {
  return said === generalOf(said) || said === 'may-not-register';
}

function statedMatches(
  said: SituationId,
  found: readonly SituationMatch[],
  queries: FactQueries,
): readonly SituationMatch[] {
  const rule = rules[said];
  const support = rule?.supports?.(queries) ?? [];
  const against = rule?.refutes?.(queries) ?? [];
  const backed = support.length > 0 && against.length === 0;
  const one: SituationMatch = {
    situation: said,
    certainty: backed ? 'likely' : 'told-only',
    evidence: [...(backed ? support : []), statementEvidence(said)],
    against,
  };
  // "Could not verify your account" also shows where reset is off: while nobody knows, it may be either.
  const maybeOff = said === 'not-registered' && !queries.is('enabled', true, false);
  const offAlready = found.some(({ situation }) => generalOf(situation) === 'not-enabled');
  if (!maybeOff || offAlready) return [one];
  return [one, { situation: 'not-enabled', certainty: 'told-only', evidence: [statementEvidence(said)], against: [] }];
}

function statementEvidence(said: SituationId): Evidence {
  return { kind: 'said', fact: 'said', value: numberOf(said), source: 'employee', at: null };
}

function inOrder(found: readonly SituationMatch[]): readonly SituationMatch[] {
  const place = ({ situation }: SituationMatch) => inPortalOrder.indexOf(situation);
  return [...found].sort((one, other) => place(one) - place(other));
}
