import type { Attempt } from '../account/facts.ts';
import type { Person } from '../account/person.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Fact, Facts } from '../diagnosis/facts.ts';
import { numberOf, type SituationNumber, situationNumbered } from '../diagnosis/situation-ids.ts';
import type { Readiness, ReadinessLevel } from '../enrolment/readiness.ts';
import { outOfUse } from '../methods/change.ts';
import { maskEmail } from '../methods/email.ts';
import { type MethodName, type ProvenMethod, setUp } from '../methods/method.ts';
import { maskPhone } from '../methods/phone.ts';
import type { DirectoryEntry } from '../ports/directory.ts';
import type { Instant } from '../time.ts';
import { longestName, plainLine } from './sanitize.ts';

/** A known situation that applies, with what shows it: `writeback=off`. */
export interface TicketFinding {
  readonly situation: SituationNumber;
  readonly evidence: readonly string[];
}

/** What the bot adds to a request: known at the time, addresses masked. Null: could not be seen. */
export interface TicketFacts {
  readonly name: string;
  readonly signInName: string;
  readonly administrator: boolean;
  readonly source: 'cloud' | 'on-premises' | null;
  readonly signIn: 'managed' | 'federated' | null;
  readonly licence: 'premium' | 'cloud' | 'none' | null;
  readonly readiness: { readonly level: ReadinessLevel; readonly proven: number; readonly required: number };
  readonly methods: readonly { readonly method: MethodName; readonly address: string | null; readonly at: Instant }[];
  /** What was taken out of use and waits to come back. */
  readonly out: readonly MethodName[];
  readonly findings: readonly TicketFinding[];
  /** The last tries to reset, newest first. */
  readonly attempts: readonly Attempt[];
}

/** More tries than these tell a supporter nothing new. */
const attemptsShown = 5;
const findingsShown = 5;
const evidenceShown = 6;
const longestEvidence = 100;

/** What is known about the employee when they ask. */
export interface AboutThem {
  readonly person: Person;
  readonly entry: DirectoryEntry;
  readonly readiness: Readiness;
  /** All that could be seen of why their reset works or not. */
  readonly facts: Facts;
  /** The situation their own words tell of, if they were asked. */
  readonly said: SituationNumber | null;
}

export function factsOf({ person, entry, readiness, facts, said }: AboutThem, now: Instant): TicketFacts {
  const { level, proven, required } = readiness;
  return {
    name: plainLine(entry.displayName, longestName) || plainLine(entry.signInName, longestName),
    signInName: plainLine(entry.signInName, longestName),
    administrator: entry.administrator,
    source: valueIn(facts.password) ?? null,
    signIn: valueIn(facts.signIn) ?? null,
    licence: valueIn(facts.license) ?? null,
    readiness: { level, proven: proven.length, required },
    methods: setUp(person.methods).map((method) => methodOf(person, method)),
    out: [...outOfUse(person.doubt).keys()],
    findings: findingsOf(facts, said, now),
    attempts: (valueIn(facts.tries) ?? []).slice(0, attemptsShown),
  };
}

/** Those with a name, and what shows each in exact terms. */
function findingsOf(facts: Facts, said: SituationNumber | null, now: Instant): readonly TicketFinding[] {
  const found = diagnose(facts, now, said && situationNumbered(said)).flatMap(
    ({ situation, evidence }): readonly TicketFinding[] => {
      if (situation === 'unknown') return [];
      const exact = evidence
        .slice(0, evidenceShown)
        .map(({ kind }) => plainLine(kind.replace('.', '='), longestEvidence));
      return [{ situation: numberOf(situation), evidence: exact }];
    },
  );
  return found.slice(0, findingsShown);
}

function methodOf({ methods }: Person, method: MethodName) {
  const value = methods[method];
  return { method, address: value ? maskedIn(method, value) : null, at: value?.provenAt ?? 0 };
}

/** The address as supporters may see it; null: it has none. */
export function maskedIn(method: MethodName, value: ProvenMethod): string | null {
  const hidden = method === 'authentication-email' ? maskEmail : maskPhone;
  return 'address' in value ? hidden(value.address) : null;
}

function valueIn<T>(fact: Fact<T>): T | undefined {
  return fact.kind === 'known' ? fact.value : undefined;
}
