import type { AccountFacts, MethodPolicy, Seen, SwitchedOn } from '../account/facts.ts';
import { type MethodName, methodNames } from '../methods/method.ts';
import { methodAllowed, type Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import { passkeyIn, registrationFacts } from './collect-method-facts.ts';
import { type Facts, factOf, known, notKnown, onlyKnown } from './facts.ts';
import { blockEnds } from './tries.ts';

/** What only the bot or the person knows. */
export type BotFacts = Partial<
  Pick<Facts, 'prefilled' | 'ended' | 'ownProvider' | 'lost' | 'undelivered' | 'hybridDevice' | 'codes'>
>;

/** What there is to gather facts from. */
export interface FactSources {
  readonly seen: AccountFacts;
  /** When that was asked. */
  readonly at: Instant;
  readonly policy: Policy;
  /** Methods proven with the bot, where its own store is what counts; null: they are the directory's. */
  readonly own: readonly MethodName[] | null;
  /** When a method was last changed with the bot. */
  readonly changedAt: Instant | null;
  /** A report from before this may count what counts no more. */
  readonly reportedSince?: Instant;
  readonly more?: BotFacts;
}

/** Everything known about an account, brought together; the newer of two readings counts. */
export function combineFacts({ seen, at, policy, own, changedAt, reportedSince = 0, more }: FactSources): Facts {
  const { account, administrator, methodPolicy, report } = seen;
  const gone = account.kind === 'unseen' && account.why === 'not-there';
  const facts = onlyKnown({
    exists: gone ? known(false, 'directory', at) : factOf(account, 'directory', at, () => true),
    disabled: factOf(account, 'directory', at, ({ disabled }) => disabled),
    guest: factOf(account, 'directory', at, ({ guest }) => guest),
    signInIsMail: factOf(account, 'directory', at, ({ signInIsMail }) => signInIsMail),
    administrator: factOf(administrator, 'directory', at, (value) => value),
    administratorsMayReset: factOf(seen.administratorsMayReset, 'organisation', at, (value) => value),
    license: factOf(seen.license, 'directory', at, (value) => value),
    password: factOf(account, 'directory', at, ({ source }) => source),
    signIn: factOf(seen.signIn, 'organisation', at, (value) => value),
    writeback:
      policy.writeback === 'not-said'
        ? factOf(seen.writeback, 'organisation', at, (value) => value)
        : known(policy.writeback, 'policy'),
    required: known(policy.methodsRequired, 'policy'),
    allowed: allowedOf(policy, methodPolicy, administrator.kind === 'seen' && administrator.value, at),
    policiesMerged: factOf(methodPolicy, 'organisation', at, ({ alone }) => !alone),
    passkey: factOf(report, 'report', report.kind === 'seen' ? report.value.at : at, passkeyIn),
    alternatePhone: factOf(seen.methods.phones, 'directory', at, ({ alternate }) => alternate !== undefined),
    tries: factOf(seen.attempts, 'log', at, (list) => list),
    ...registrationFacts({ seen, at, policy, own, changedAt, reportedSince }),
    ...more,
  });
  // The log that shows no block shows that there is none, but for its last hour.
  if (facts.tries.kind !== 'known') return facts;
  return { ...facts, blockedUntil: known(blockEnds(facts, at) ?? null, 'log', at) };
}

/** What IT says is allowed, less what the directory's own policy has switched off where that alone counts. */
function allowedOf(policy: Policy, seen: Seen<MethodPolicy>, administrator: boolean, at: Instant): Facts['allowed'] {
  const allowed = methodNames.filter((method) => methodAllowed(policy, method, administrator));
  if (seen.kind === 'unseen' || !seen.value.alone) return known(allowed, 'policy');
  const { text, call, email, app, officePhone } = seen.value;
  const phone = text === true || call === true ? true : text || call;
  const on: Readonly<Record<MethodName, SwitchedOn>> = {
    'authentication-phone': phone,
    'authentication-email': email,
    'authenticator-app': app,
    'office-phone': officePhone,
    // Questions stand in the reset policy only, which no directory shows.
    'security-questions': true,
  };
  // On for some, and who that is could not be read: it is neither said to be allowed nor not to be.
  if (allowed.some((method) => on[method] === 'some')) return notKnown('unavailable');
  return known(
    allowed.filter((method) => on[method]),
    'organisation',
    at,
  );
}
