import type { Evidence } from './evidence.ts';
import type { Sighting } from './match-rules.ts';
import type { Look } from './queries.ts';
import { rules } from './rules.ts';
import { numberOf, type SituationId } from './situation-ids.ts';
import { inPortalOrder, situations } from './situations.ts';

/** Adds what the person said: to the finding it is a word for, or as something of its own. */
export function withSaid(found: readonly Sighting[], said: SituationId | null, look: Look): readonly Sighting[] {
  if (said === null) return found;
  const same = found.find(({ situation }) => situation === said);
  const special = found.find((one) => generalOf(one.situation) === generalOf(said) && one.against.length === 0);
  const target = same ?? (isGeneral(said) ? special : undefined);
  if (target) return found.map((one) => (one === target ? { ...one, evidence: [...one.evidence, word(said)] } : one));
  return inOrder([...found, ...heard(said, found, look)]);
}

function generalOf(said: SituationId): SituationId {
  return situations[said].family ?? said;
}

/** A text on screen that several situations share: it says no more than the family. */
function isGeneral(said: SituationId): boolean {
  return said === generalOf(said) || said === 'may-not-register';
}

function heard(said: SituationId, found: readonly Sighting[], look: Look): readonly Sighting[] {
  const rule = rules[said];
  const support = rule?.supports?.(look) ?? [];
  const against = rule?.refutes?.(look) ?? [];
  const backed = support.length > 0 && against.length === 0;
  const one: Sighting = {
    situation: said,
    certainty: backed ? 'likely' : 'told-only',
    evidence: [...(backed ? support : []), word(said)],
    against,
  };
  // "Could not verify your account" also shows where reset is off: while nobody knows, it may be either.
  const maybeOff = said === 'not-registered' && !look.is('enabled', true, false);
  const offAlready = found.some(({ situation }) => generalOf(situation) === 'not-enabled');
  if (!maybeOff || offAlready) return [one];
  return [one, { situation: 'not-enabled', certainty: 'told-only', evidence: [word(said)], against: [] }];
}

function word(said: SituationId): Evidence {
  return { kind: 'said', fact: 'said', value: numberOf(said), source: 'employee', at: null };
}

function inOrder(found: readonly Sighting[]): readonly Sighting[] {
  const place = ({ situation }: Sighting) => inPortalOrder.indexOf(situation);
  return [...found].sort((one, other) => place(one) - place(other));
}
