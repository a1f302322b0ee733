import type { AccountObserver } from '../domain/account/facts.ts';
import type { EmployeeKey, Person } from '../domain/account/person.ts';
import type { AuditAct } from '../domain/audit/trail.ts';
import { collectFacts } from '../domain/diagnosis/collect-facts.ts';
import { obstaclesOf } from '../domain/diagnosis/obstacles.ts';
import { accountBy, hasEnough, isReady, type Readiness, readiness } from '../domain/enrolment/readiness.ts';
import { type MethodName, setUp } from '../domain/methods/method.ts';
import { methodAllowed, methodsRequired, type Policy } from '../domain/policy.ts';
import { unnamedMember } from '../domain/ports/directory.ts';
import { countsAt, type Dated, type Lapse } from '../domain/reset-service/end-dates.ts';
import { readinessAnywhere, seenThere } from '../domain/reset-service/readiness.ts';
import { day, type Instant } from '../domain/time.ts';

/** How many people stood where at one point in time. */
export interface ReadinessCount {
  readonly at: Instant;
  readonly ready: number;
  readonly partly: number;
  readonly none: number;
}

/** What is counted of everybody: numbers, and who is behind the one that can be asked about. */
export interface OrganisationStatistics {
  readonly at: Instant;
  readonly people: number;
  /** Oldest first; the last is now. */
  readonly overTime: readonly ReadinessCount[];
  /** How many of those who have enough methods now can reset, as far as is known: nothing else stops them. */
  readonly able: number;
  /** Ready now, and not from a known date on. */
  readonly lapsing: readonly Lapsing[];
}

/** Those who lose readiness on one date. */
export interface Lapsing {
  readonly what: Lapse['what'];
  readonly when: Instant;
  readonly named: Lapse['date']['named'];
  readonly count: number;
  /** So many of them as can be named. */
  readonly employees: readonly EmployeeKey[];
}

/** More names than this help nobody on a page. */
export const mostNames = 200;

type Level = keyof Omit<ReadinessCount, 'at'>;

/** A point a week, the last twelve and now: enough to see a campaign work. */
const points = 13;
const apart = 7 * day;

/**
 * Counts everybody the bot knows, now and as they stood before, under the policy of now. Before, somebody had what their
 * audit says was proven and not yet removed; who is forgotten is missing in the past as well. Directory roles are not
 * asked for, person by person, so directory administrators count as everybody else.
 * @param policyOf what holds for somebody, by what is known without being asked for each
 * @param registration see `DirectoryEntry`; written: what the reset service has counts now, and before, what was proven
 * @param known what the directory tells of somebody without being asked; left out: nothing
 */
export async function countOrganisation(
  everybody: AsyncIterable<Person>,
  policyOf: (employee: EmployeeKey) => Policy,
  now: Instant,
  registration: NonNullable<Dated['registration']> = 'here',
  known?: AccountObserver['known'],
): Promise<OrganisationStatistics> {
  const moments = Array.from({ length: points }, (_, point) => now - (points - 1 - point) * apart);
  const standings = moments.map((at) => ({ at, ready: 0, partly: 0, none: 0 }));
  const lapsing = new Map<string, Lapsing>();
  let people = 0;
  let able = 0;
  for await (const person of everybody) {
    people += 1;
    const policy = policyOf(person.employee);
    const ready = await readinessNow(person, policy, now, registration, known);
    for (const standing of standings) {
      const counted = methodsAt(person, standing.at).filter((one) =>
        countsAt(one, policy, { registration }, standing.at),
      );
      const level = standing.at < now ? levelOf(counted, policy) : hasEnough(ready) ? 'ready' : ready.level;
      standing[level as Level] += 1;
    }
    if (isReady(ready)) able += 1;
    const { lapse } = ready;
    if (lapse) addTo(lapsing, lapse, person.employee);
  }
  return { at: now, people, able, overTime: standings, lapsing: [...lapsing.values()] };
}

function addTo(lapsing: Map<string, Lapsing>, { what, date: { when, named } }: Lapse, employee: EmployeeKey): void {
  const key = `${what} ${when}`;
  const { count, employees } = lapsing.get(key) ?? { count: 0, employees: [] };
  const more = count < mostNames ? [...employees, employee] : employees;
  lapsing.set(key, { what, when, named, count: count + 1, employees: more });
}

/** By the record, and by what is known of the account without asking the directory for each. */
async function readinessNow(
  person: Person,
  policy: Policy,
  now: Instant,
  registration: NonNullable<Dated['registration']>,
  known: AccountObserver['known'] | undefined,
): Promise<Readiness> {
  const account = accountBy(person, registration);
  const seen = await known?.(person.employee);
  const own = readiness(person, policy, account, now);
  if (!seen) return own;
  const entry = { ...unnamedMember, registration };
  const facts = collectFacts({ person, entry, policy, seen }, now);
  // What was set up here before is all that is known, then.
  const blind = registration === 'elsewhere' && !seenThere(facts);
  if (blind) return { ...own, obstacles: obstaclesOf(facts, now, hasEnough(own)) };
  return readinessAnywhere({ person, policy, account, now }, async () => ({ seen, facts }));
}

const changing: ReadonlySet<AuditAct['act']> = new Set([
  'method-proven',
  'method-removed',
  'change-disowned',
  'taken-out',
  'brought-back',
]);

/**
 * The methods somebody had at a time, as their audit tells it. Where its older half has given way, what they still have
 * counts from its proof on.
 */
export function methodsAt(person: Person, at: Instant): readonly MethodName[] {
  const shortened = person.audit[0]?.act === 'older-entries';
  const since = (method: MethodName) => person.methods[method]?.provenAt ?? Number.POSITIVE_INFINITY;
  const has = new Set<MethodName>(shortened ? setUp(person.methods).filter((method) => since(method) <= at) : []);
  const before = new Map<MethodName, boolean>();
  for (const entry of person.audit) {
    if (entry.at > at) break;
    if (entry.act === 'erased') has.clear();
    if (!('method' in entry) || !changing.has(entry.act)) continue;
    const { act, method } = entry;
    const then =
      act === 'change-disowned' ? before.get(method) === true : act === 'method-proven' || act === 'brought-back';
    before.set(method, has.has(method));
    if (then) has.add(method);
    else has.delete(method);
  }
  return [...has];
}

function levelOf(methods: readonly MethodName[], policy: Policy): Level {
  const proven = methods.filter((method) => methodAllowed(policy, method, false));
  if (proven.length === 0) return 'none';
  // The reset service never takes an authenticator app as the only method.
  const appAlone = proven.length === 1 && proven[0] === 'authenticator-app';
  return appAlone || proven.length < methodsRequired(policy, false) ? 'partly' : 'ready';
}
