import { z } from 'zod';
import { attemptSchema } from '../account/facts.ts';
import type { Person } from '../account/person.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Evidence } from '../diagnosis/evidence.ts';
import type { Fact, Facts } from '../diagnosis/facts.ts';
import { numberOf, type SituationNumber, situationNumbered, situationNumbers } from '../diagnosis/situation-ids.ts';
import { type Readiness, readinessLevels } from '../enrolment/readiness.ts';
import { outOfUse } from '../methods/change.ts';
import { maskEmail } from '../methods/email.ts';
import { type MethodName, methodNames, type ProvenMethod, setUp } from '../methods/method.ts';
import { maskPhone } from '../methods/phone.ts';
import type { Policy } from '../policy.ts';
import type { DirectoryEntry } from '../ports/directory.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import type { Instant } from '../time.ts';
import { longestName, plainLine } from './sanitize.ts';

/**
 * A known situation, how sure it is, what shows it and what speaks against it, in exact terms: `writeback=off`. Of findings that
 * were stored before their certainty was, nobody knows it any more.
 */
const ticketFindingSchema = storedObject({
  situation: z.enum(situationNumbers),
  certainty: z.enum(['proven', 'likely', 'told-only', 'not-kept']).default('not-kept'),
  evidence: z.array(z.string()),
  against: z.array(z.string()).default([]),
});
export type TicketFinding = Stored<typeof ticketFindingSchema>;

/** What the bot adds to a request: known at the time, addresses masked. Null: could not be seen. */
export const ticketFactsSchema = storedObject({
  name: z.string(),
  signInName: z.string(),
  administrator: z.boolean(),
  source: z.enum(['cloud', 'on-premises']).nullable(),
  signIn: z.enum(['managed', 'federated']).nullable(),
  licence: z.enum(['premium', 'cloud', 'none']).nullable(),
  readiness: storedObject({ level: z.enum(readinessLevels), proven: z.number(), required: z.number() }),
  methods: z.array(storedObject({ method: z.enum(methodNames), address: z.string().nullable(), at: z.number() })),
  /** What was taken out of use and waits to come back. */
  out: z.array(z.enum(methodNames)).default([]),
  findings: z.array(ticketFindingSchema),
  /** The last tries to reset, newest first. */
  attempts: z.array(attemptSchema),
  /** The rule of the policy that held for them; null: everybody's policy did. */
  rule: z.string().nullable().default(null),
});
export type TicketFacts = Stored<typeof ticketFactsSchema>;

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
  /** What holds for them. */
  readonly policy: Pick<Policy, 'rule'>;
}

export function factsOf({ person, entry, readiness, facts, said, policy }: AboutThem, now: Instant): TicketFacts {
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
    rule: policy.rule ?? null,
  };
}

/** What goes with a request about somebody else: who asks, and nothing that would be taken for the colleague's. */
export function factsOfAsker({ name, signInName, administrator, readiness, rule }: TicketFacts): TicketFacts {
  return {
    name,
    signInName,
    administrator,
    source: null,
    signIn: null,
    licence: null,
    readiness: { level: 'none', proven: 0, required: readiness.required },
    methods: [],
    out: [],
    findings: [],
    attempts: [],
    rule,
  };
}

/** Those with a name, and what speaks for and against each in exact terms. */
function findingsOf(facts: Facts, said: SituationNumber | null, now: Instant): readonly TicketFinding[] {
  const found = diagnose(facts, now, said && situationNumbered(said)).flatMap(
    ({ situation, certainty, evidence, against }): readonly TicketFinding[] => {
      if (situation === 'unknown' || certainty === 'none') return [];
      return [{ situation: numberOf(situation), certainty, evidence: exactly(evidence), against: exactly(against) }];
    },
  );
  return found.slice(0, findingsShown);
}

function exactly(pieces: readonly Evidence[]): readonly string[] {
  return pieces.slice(0, evidenceShown).map(({ kind }) => plainLine(kind.replace('.', '='), longestEvidence));
}

/** What is seen to be so: a cause. What was only said is none, nor what was so and is no more. */
export function isCause({ certainty, against }: TicketFinding): boolean {
  return certainty !== 'told-only' && against.length === 0;
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
