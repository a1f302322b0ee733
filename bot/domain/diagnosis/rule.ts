import type { AttemptReason } from '../account/facts.ts';
import type { Proof } from './evidence.ts';
import type { NamedFacts, PolicyChange, Undelivered } from './facts.ts';
import type { SituationId } from './situation-ids.ts';
import type { MethodsVerdict } from './usable-methods.ts';

/** The questions a rule may ask of the facts. Each answers with its evidence, so that no rule can claim what is not there. */
export interface FactQueries {
  /** The fact is known and has one of these values. */
  is<Name extends keyof NamedFacts>(name: Name, ...values: readonly NamedFacts[Name][]): Proof;
  /** The methods come to one of these verdicts. */
  methodsAre(...verdicts: readonly MethodsVerdict[]): Proof;
  /** The newest try that says why it failed says one of these. */
  lastTry(...reasons: readonly AttemptReason[]): Proof;
  /** There was a try that ended so within this time. */
  tryEnded(end: 'succeeded' | 'unfinished' | 'failed', within: number): Proof;
  /** The reset service takes no proofs now. */
  blocked(): Proof;
  notBlocked(): Proof;
  /** A code of the bot's own did not arrive within the last day. */
  undelivered(...channels: readonly Undelivered['channel'][]): Proof;
  /** These are known, and there are some. */
  some(name: 'malformed' | 'prefilled' | 'lost'): Proof;
  /** Less than a reset takes is registered, and it would be enough with what an administrator filled in. */
  onlyFilledIn(): Proof;
  /** So many methods are required, by the organisation's policy. */
  requires(count: 1 | 2): Proof;
  /** Microsoft no longer takes this. */
  ended(what: EndedMethods): Proof;
  /** The methods are not enough, and would be, did Microsoft still take what has ended; this is one of them. */
  missesEnded(what: EndedMethods): Proof;
  /** The person can't reach some of their methods, and enough are left. */
  enoughLeft(): Proof;
  /** Registered, and the person can't reach enough of them any more. */
  tooManyLost(): Proof;
  /** An authenticator app is all the policy allows. */
  onlyAppAllowed(): Proof;
  registrationChanged(): Proof;
  policyChanged(what: PolicyChange['what']): Proof;
}

/** phone: texts and calls, to whatever phone · questions: security questions. */
export type EndedMethods = 'phone' | 'questions';

/**
 * When a situation applies. Each question answers with its evidence or not at all.
 * proves: so it is · suggests: likely · supports: likely once the person has said it · refutes: speaks against it, and makes
 * of what was proven by an old try something that was so then.
 */
export interface Rule {
  /** A situation that shows in the same facts as another: it applies only where somebody has seen it or its code. */
  readonly onlyWhenNamed?: true;
  /** The more general word that names it as well. */
  readonly alsoNamedBy?: SituationId;
  /** Once proven, what other rules would say has no meaning here. */
  readonly final?: true;
  readonly proves?: (queries: FactQueries) => Proof;
  readonly suggests?: (queries: FactQueries) => Proof;
  readonly supports?: (queries: FactQueries) => Proof;
  readonly refutes?: (queries: FactQueries) => Proof;
}

export type Rules = Readonly<Partial<Record<SituationId, Rule>>>;
