import { situationOf } from './codes.ts';
import { type Evidence, evidenceOf } from './evidence.ts';
import type { Facts } from './facts.ts';
import type { Certainty } from './finding.ts';
import type { FactQueries } from './rule.ts';
import { numberOf, type SituationId } from './situation-ids.ts';
import { inPortalOrder, rules, situations } from './situations.ts';

/** A situation that something speaks for. */
export interface SituationMatch {
  readonly situation: SituationId;
  readonly certainty: Exclude<Certainty, 'none'>;
  readonly evidence: readonly Evidence[];
  readonly against: readonly Evidence[];
}

/** What the facts show, in the portal's order, without what is only a more general word for something shown. */
export function matchRules(
  facts: Facts,
  queries: FactQueries,
  said: SituationId | null = null,
): readonly SituationMatch[] {
  const codes = facts.codes.kind === 'known' ? facts.codes.value : [];
  const named = new Set([said, ...codes.map(situationOf)]);
  const found = inPortalOrder.flatMap((situation) => {
    const { onlyWhenNamed, alsoNamedBy } = rules[situation] ?? {};
    if (onlyWhenNamed && !named.has(situation) && !(alsoNamedBy && named.has(alsoNamedBy))) return [];
    return matchOf(situation, queries, codeEvidence(facts, situation)) ?? [];
  });
  const final = found.find((one) => rules[one.situation]?.final && holds(one));
  return final ? [final] : withoutFamilies(found);
}

function matchOf(situation: SituationId, queries: FactQueries, shown: readonly Evidence[]): SituationMatch | undefined {
  const rule = rules[situation];
  const proof = rule?.proves?.(queries);
  const evidence = once([...(proof ?? rule?.suggests?.(queries) ?? []), ...shown]);
  if (evidence.length === 0) return undefined;
  const against = (rule?.refutes?.(queries) ?? []).filter((one) => isNewer(one, evidence));
  const certainty = proof && against.length === 0 ? 'proven' : 'likely';
  return { situation, certainty, evidence, against };
}

/** Two questions may answer with the same piece. */
function once(pieces: readonly Evidence[]): readonly Evidence[] {
  return pieces.filter(
    (one, index) => pieces.findIndex(({ kind, value }) => kind === one.kind && value === one.value) === index,
  );
}

/** Something older than what speaks for a situation does not speak against it. */
function isNewer({ at }: Evidence, than: readonly Evidence[]): boolean {
  return at === null || than.every((one) => one.at === null || one.at <= at);
}

function codeEvidence({ codes }: Facts, situation: SituationId): readonly Evidence[] {
  if (codes.kind !== 'known') return [];
  const those = codes.value.filter((code) => situationOf(code) === situation);
  return those.map((code) => evidenceOf('codes', 'codes', code, codes));
}

function holds({ certainty }: SituationMatch): boolean {
  return certainty === 'proven';
}

/** The general situation goes where a case of it holds, and leaves its evidence there: both say the same thing is missing. */
function withoutFamilies(found: readonly SituationMatch[]): readonly SituationMatch[] {
  const heads = found.filter(({ situation }) =>
    found.some((one) => situations[one.situation].family === situation && one.against.length === 0),
  );
  return found
    .filter((one) => !heads.includes(one))
    .map((one) => {
      const head = heads.find(({ situation }) => situation === situations[one.situation].family);
      if (!head || head.against.length > 0 || one.against.length > 0) return one;
      const certainty = holds(one) || holds(head) ? 'proven' : 'likely';
      return { ...one, certainty, evidence: once([...one.evidence, ...head.evidence]) };
    });
}

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
