import type { AccountFacts } from '../account/facts.ts';
import type { Person } from '../account/person.ts';
import { methodReported } from '../diagnosis/collect-facts.ts';
import type { Facts } from '../diagnosis/facts.ts';
import { obstaclesOf } from '../diagnosis/obstacles.ts';
import { rehearse } from '../diagnosis/rehearsal.ts';
import { type Account, hasEnough, lapseAhead, type Readiness, readiness, requiredOf } from '../enrolment/readiness.ts';
import { type MethodName, methodNames } from '../methods/method.ts';
import { methodAllowed, methodsRequired, type Policy, unwritable } from '../policy.ts';
import type { Instant } from '../time.ts';
import { countsAt } from './end-dates.ts';

/**
 * How ready somebody is whose methods are in the reset service alone, as far as the directory tells. What can't be seen
 * counts as not there. Enough by the live lists or by the report, which lags, but knows apps and questions; never where the
 * rehearsal would fail at the methods.
 */
export function readinessThere(facts: Facts, { policy, account, now }: Omit<ReadinessQuestion, 'person'>): Readiness {
  const { methods, registered } = facts;
  const required = methodsRequired(policy, account.administrator);
  const there = methods.kind === 'known' ? methods.value : [];
  const proven = there.filter((method) => countsAt(method, policy, account, now));
  const byReport = registered.kind === 'known' && registered.value;
  const failing = rehearse(facts, now).steps.some(({ check, kind }) => check === 'methods' && kind === 'failed');
  const enough = (proven.length >= required || byReport) && !failing;
  const level = enough ? 'ready' : proven.length > 0 ? 'partly' : 'none';
  const lapse = enough ? lapseAhead(proven, policy, account, required) : null;
  const ended = there.filter((method) => !proven.includes(method));
  const common = { spare: 0, open: [], due: [], written: false, advice: null, obstacles: [] } as const;
  return { ...common, level, required, proven, registered: proven, ended, lapse };
}

/** Somebody whose readiness is asked for. */
export interface ReadinessQuestion {
  readonly person: Person;
  readonly policy: Policy;
  readonly account: Account;
  readonly now: Instant;
}

/** What the directory tells of them, and the facts made of it. */
export interface ObservedAccount {
  readonly seen: AccountFacts;
  readonly facts: Facts;
}

/** How ready somebody is, wherever their methods are kept, with all that is known to stop a reset. */
export async function readinessAnywhere(
  asked: ReadinessQuestion,
  look: () => Promise<ObservedAccount>,
): Promise<Readiness> {
  const observed = await look();
  const counted = await methodReadiness(asked, async () => observed);
  const obstacles = obstaclesOf(observed.facts, asked.now, hasEnough(counted));
  // Who is not ready now can't cease to be.
  return obstacles.length === 0 ? counted : { ...counted, obstacles, lapse: null };
}

/** The same by their methods alone, wherever they are kept. @param look only where the bot's own records don't tell */
export async function methodReadiness(
  asked: ReadinessQuestion,
  look: () => Promise<ObservedAccount>,
): Promise<Readiness> {
  const { person, policy, account, now } = asked;
  if (account.registration === 'elsewhere') return readinessThere((await look()).facts, asked);
  const own = readiness(person, policy, account, now);
  return own.written && !hasEnough(own) ? mergedReadiness(own, asked, await look()) : own;
}

/**
 * How ready somebody is for whom the bot writes into the reset service and who has shown it less than a reset takes: what
 * is registered there counts as well. Not what they disowned, took out, or have another one of with the bot; nor what an
 * administrator only filled in, for nobody has shown that it is right.
 * @param own by what was shown to the bot
 */
function mergedReadiness(
  own: Readiness,
  { person, policy, account, now }: ReadinessQuestion,
  { seen, facts }: ObservedAccount,
): Readiness {
  const there = registeredIn(seen, facts).filter(
    (method) =>
      !own.proven.includes(method) &&
      methodAllowed(policy, method, account.administrator) &&
      // There is but one office phone, and who showed it before the bot wrote it has it there all the same.
      (person.methods[method] === undefined || method === 'office-phone') &&
      !(method in person.writings) &&
      !saidOtherwise(person, method),
  );
  const registered = there.filter((method) => countsAt(method, policy, account, now));
  const proven = methodNames.filter((method) => own.proven.includes(method) || registered.includes(method));
  const least = methodsRequired(policy, account.administrator);
  const required = requiredOf(proven, least);
  const level = proven.length >= required ? 'ready' : proven.length > 0 ? 'partly' : 'none';
  const lapse = level === 'ready' ? lapseAhead(proven, policy, account, least) : null;
  const ended = [...own.ended, ...there.filter((method) => !registered.includes(method))];
  return { ...own, level, required, proven, registered, ended, lapse, advice: null };
}

/** What stands in the reset service itself; apps and questions by a report that nothing has overtaken. */
function registeredIn({ methods: { phones, email }, report }: AccountFacts, facts: Facts): readonly MethodName[] {
  const numbers = phones.kind === 'seen' ? phones.value : {};
  const listed =
    report.kind === 'seen' && facts.registered.kind === 'known' ? report.value.methods.map(methodReported) : [];
  const there: Readonly<Record<MethodName, boolean>> = {
    'authentication-phone': numbers.mobile !== undefined,
    'office-phone': numbers.office !== undefined,
    'authentication-email': email.kind === 'seen' && email.value !== null,
    'authenticator-app': listed.includes('authenticator-app'),
    'security-questions': listed.includes('security-questions'),
  };
  return methodNames.filter((method) => there[method]);
}

function saidOtherwise({ prefilled }: Person, method: MethodName): boolean {
  return prefilled.some((said) => said.method === method && said.answer !== 'still-mine');
}

/**
 * All that counts is registered in the reset service in a way that nobody can show to the bot, and the policy keeps no such
 * methods here, or nothing is left to add here, and an app there would last: what comes beside it is added on the reset
 * service's own page.
 */
export function onlyThere({ registered, proven, open, lapse, written }: Readiness, policy: Policy): boolean {
  if (policy.unwritable !== 'link') return false;
  if (written && open.length === 0 && lapse?.cure && unwritable(lapse.cure)) return true;
  const none = registered.length === 0 || registered.length < proven.length;
  return !none && registered.every(unwritable);
}

/** Whether anything could be seen of it. */
export function seenThere({ methods, registered }: Facts): boolean {
  return methods.kind === 'known' || registered.kind === 'known';
}
