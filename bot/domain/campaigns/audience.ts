import type { AccountFacts, RegistrationReport } from '../account/facts.ts';
import { type EmployeeKey, newPerson, type Person } from '../account/person.ts';
import { accountOf, openPrefilled, type Prefilled, prefilledOf } from '../account/prefilled.ts';
import { collectFacts, methodReported } from '../diagnosis/collect-facts.ts';
import { hasEnough, type PolicyOnDay, type Readiness } from '../enrolment/readiness.ts';
import { maskEmail } from '../methods/email.ts';
import { type MethodName, setUp } from '../methods/method.ts';
import { maskPhone } from '../methods/phone.ts';
import type { DecidedPolicy, Policy } from '../policy.ts';
import { policyFor, type Whereabouts } from '../policy-rules.ts';
import type { DirectoryEntry } from '../ports/directory.ts';
import { readinessAnywhere } from '../reset-service/readiness.ts';
import type { Instant } from '../time.ts';
import type { CampaignSettings, NotReadyReason } from './campaign.ts';
import type { Invited, OnFile, Recipient } from './recipient.ts';

/** Somebody as the lists have them. Nobody is asked about one by one. */
export interface ListedEmployee {
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry;
  readonly department: string | null;
  /** Their line of the registration report; undefined: it has none. */
  readonly report: RegistrationReport | undefined;
}

/** How ready somebody is, and why not, by the lists and the bot's own record. */
export interface ListedStanding {
  readonly readiness: Readiness;
  /** null: ready, for as long as is known. */
  readonly reason: NotReadyReason | null;
  /** On file, allowed, and not registered: one code each makes them count. */
  readonly onFile: readonly Prefilled[];
}

const notAsked = { kind: 'unseen', why: 'not-asked' } as const;

/** What the lists tell of an account, as whoever looks it up would see it. */
function factsOf({ entry, report }: ListedEmployee): AccountFacts {
  const { phone: mobile, email } = entry.prefilled ?? {};
  const { officePhone: office } = entry;
  const filledIn = {
    ...(mobile !== undefined && { mobile }),
    ...(office !== undefined && { office }),
    ...(email !== undefined && { email }),
  };
  const disabled = entry.account === 'disabled';
  const account = {
    disabled,
    guest: 'no',
    source: 'cloud',
    passwordChangedAt: null,
    signInIsMail: true,
    filledIn,
  } as const;
  return {
    account: { kind: 'seen', value: account },
    signIn: notAsked,
    writeback: notAsked,
    license: notAsked,
    administrator: { kind: 'seen', value: entry.administrator },
    administratorsMayReset: notAsked,
    report: report ? { kind: 'seen', value: report } : notAsked,
    methods: { phones: notAsked, email: notAsked },
    methodPolicy: notAsked,
    attempts: notAsked,
    registrationChanged: notAsked,
  };
}

/** The very reckoning a chat makes of somebody, on the lists. @param stored their record with the bot, if there is one */
export async function listedStanding(
  listed: ListedEmployee,
  stored: Person | undefined,
  policy: Policy,
  now: Instant,
): Promise<ListedStanding> {
  const { entry, employee } = listed;
  const person = stored ?? newPerson(employee);
  const seen = factsOf(listed);
  const facts = collectFacts({ person, entry, policy, seen }, now);
  const there = methodsThere(listed, person);
  const asked = { person, policy, account: accountOf(entry), now };
  const readiness = await readinessAnywhere(asked, async () => ({ seen: withListed(seen, there), facts }));
  const waiting = openPrefilled(person, prefilledOf(entry, policy, now));
  const onFile = waiting.filter(({ method }) => !there.has(method) && !readiness.proven.includes(method));
  const off =
    entry.registration !== undefined &&
    entry.registration !== 'here' &&
    facts.enabled.kind === 'known' &&
    !facts.enabled.value;
  return { readiness, onFile, reason: off ? 'not-on' : reasonOf(readiness, onFile.length) };
}

function reasonOf(readiness: Readiness, onFile: number): NotReadyReason | null {
  const { proven, required, ended, lapse } = readiness;
  // What else may stop a reset is for IT to cure, and not to be asked of anybody.
  if (hasEnough(readiness)) return lapse ? 'falls-back' : null;
  if (ended.length > 0 && proven.length + ended.length >= required) return 'falls-back';
  if (onFile > 0 && (proven.length === 0 || proven.length + onFile >= required)) return 'filled-in';
  if (proven.length === 0) return 'nothing';
  return proven.length === 1 && proven[0] === 'authenticator-app' ? 'only-app' : 'too-few';
}

/** What is registered in the reset service by the report, and what was shown to the bot. */
function methodsThere({ report }: ListedEmployee, { methods }: Person): ReadonlySet<MethodName> {
  return new Set([...(report?.methods.flatMap((name) => methodReported(name) ?? []) ?? []), ...setUp(methods)]);
}

/** The report names which phones and mailboxes are registered, not what they are; where they are counted that is enough. */
function withListed(seen: AccountFacts, there: ReadonlySet<MethodName>): AccountFacts {
  if (seen.report.kind === 'unseen') return seen;
  const named = 'registered';
  const phones = {
    ...(there.has('authentication-phone') && { mobile: named }),
    ...(there.has('office-phone') && { office: named }),
  };
  const email = there.has('authentication-email') ? named : null;
  return { ...seen, methods: { phones: { kind: 'seen', value: phones }, email: { kind: 'seen', value: email } } };
}

/** Why somebody is not written to. reason: theirs is none the campaign is about. */
export const leftOutReasons = [
  'ready',
  'not-on',
  'reason',
  'guest',
  'closed-account',
  'department',
  'country',
  'group',
  'not-again',
] as const;
export type LeftOut = (typeof leftOutReasons)[number];

export interface Audience {
  readonly invited: readonly Invited[];
  readonly leftOut: Readonly<Record<LeftOut, number>>;
  /** Everybody on the list who is not ready, by why. */
  readonly notReady: Readonly<Record<NotReadyReason, number>>;
  readonly people: number;
  readonly ready: number;
  /** Of those invited, whom the bot can write to now. */
  readonly reachable: number;
}

export interface AudienceSources {
  readonly listed: AsyncIterable<ListedEmployee> | Iterable<ListedEmployee>;
  readonly personOf: (employee: EmployeeKey) => Promise<Person | undefined>;
  /** The bot was in their chat. */
  readonly reaches: (employee: EmployeeKey) => Promise<boolean>;
  /** Object ids of the groups' members; undefined: the campaign names no group. */
  readonly members: ReadonlySet<string> | undefined;
  /** Who wanted no more of an earlier campaign. */
  readonly refusers: ReadonlySet<string>;
  /** All that is decided: for each the rule about them holds. */
  readonly policy: DecidedPolicy;
  readonly whereabouts: (one: ListedEmployee) => Whereabouts;
}

/** Whom a campaign is about, and who is left out and why. */
export async function gatherAudience(
  settings: Pick<CampaignSettings, 'reasons' | 'departments' | 'countries'>,
  { listed, personOf, reaches, members, refusers, policy, whereabouts }: AudienceSources,
  now: Instant,
): Promise<Audience> {
  const invited: Invited[] = [];
  const leftOut = Object.fromEntries(leftOutReasons.map((one) => [one, 0])) as Record<LeftOut, number>;
  const notReady: Record<NotReadyReason, number> = {
    'not-on': 0,
    nothing: 0,
    'too-few': 0,
    'filled-in': 0,
    'falls-back': 0,
    'only-app': 0,
  };
  let [people, ready, reachable] = [0, 0, 0];
  for await (const one of listed) {
    const { employee, entry, department } = one;
    const closed = entry.account === 'member' ? undefined : entry.account === 'guest' ? 'guest' : 'closed-account';
    if (closed) {
      leftOut[closed] += 1;
      continue;
    }
    people += 1;
    const person = await personOf(employee);
    const { reason, onFile, readiness } = await listedStanding(one, person, policyFor(policy, whereabouts(one)), now);
    if (reason === null) {
      ready += 1;
      leftOut.ready += 1;
      continue;
    }
    notReady[reason] += 1;
    const country = entry.country ?? null;
    const language = entry.language ?? null;
    const out = leaves({ employee, reason, department, country });
    if (out) leftOut[out] += 1;
    else {
      const lapse = readiness.lapse && { what: readiness.lapse.what, when: readiness.lapse.date.when };
      if (person?.chat || (await reaches(employee))) reachable += 1;
      invited.push({ employee, reason, department, country, language, lapse, onFile: onFile.map(shownOnFile) });
    }
  }
  return { invited, leftOut, notReady, people, ready, reachable };

  function leaves({
    employee,
    reason,
    department,
    country,
  }: Pick<Invited, 'employee' | 'reason' | 'department' | 'country'>) {
    const { reasons, departments, countries } = settings;
    if (reason === 'not-on') return 'not-on';
    if (reasons.length > 0 && !reasons.includes(reason)) return 'reason';
    if (departments.length > 0 && !departments.includes(department ?? '')) return 'department';
    if (countries.length > 0 && !countries.includes(country ?? '')) return 'country';
    if (members && !members.has(employee.objectId)) return 'group';
    return refusers.has(employee.objectId) ? 'not-again' : undefined;
  }
}

/** As it may be shown: whoever sees the card knows whether it is theirs, and learns no more. */
function shownOnFile({ method, address }: Prefilled): OnFile {
  return { method, shown: method === 'authentication-email' ? maskEmail(address) : maskPhone(address) };
}

/**
 * Whether somebody a campaign is about has got ready since: by their own record, and by what the bot has read of everybody.
 * @param report their line of the registration report, or of what was looked up since
 */
export async function gotReady(
  { employee, onFile, country }: Pick<Recipient, 'employee' | 'onFile' | 'country'>,
  person: Person | undefined,
  report: RegistrationReport | undefined,
  registration: NonNullable<DirectoryEntry['registration']>,
  policy: Policy,
  now: Instant,
): Promise<boolean> {
  const entry: DirectoryEntry = {
    displayName: '',
    signInName: '',
    mailboxes: [],
    account: 'member',
    administrator: report?.administrator ?? false,
    registration,
    ...(country !== null && { country }),
    // That there was something counts, not what: a report may take it for registered.
    ...(onFile.length > 0 && { prefilled: { phone: 'on file' } }),
    ...(person?.methods['office-phone'] && { officePhone: person.methods['office-phone'].address }),
  };
  const { reason } = await listedStanding({ employee, entry, department: null, report }, person, policy, now);
  return reason === null;
}

/** What another policy would do to somebody, and what they would have under it. */
export interface PolicyEffect {
  readonly kind: 'loses' | 'gains' | 'same';
  readonly proven: number;
  readonly required: number;
}

/**
 * Whether somebody of the directory's list has enough for a reset under one policy and not under the next, or the other way
 * round. What stands in Entra counts by its methods: whether they are enough the report tells by another policy, Microsoft's.
 * Directory administrators keep their own rule.
 */
export async function policyEffect(
  listed: ListedEmployee,
  stored: Person | undefined,
  current: PolicyOnDay,
  next: PolicyOnDay,
): Promise<PolicyEffect> {
  const { report } = listed;
  const counted = { ...listed, report: report && { ...report, registered: false, capable: false } };
  const { readiness: before } = await listedStanding(counted, stored, current.policy, current.at);
  const { readiness: after } = await listedStanding(counted, stored, next.policy, next.at);
  const [had, has] = [hasEnough(before), hasEnough(after)];
  const kind = had === has ? 'same' : had ? 'loses' : 'gains';
  return { kind, proven: after.proven.length, required: after.required };
}

/** What the lists alone tell of where somebody stands: in which groups, nobody knows. */
export function whereListed({ entry }: ListedEmployee): Whereabouts {
  return { country: entry.country ?? null, isIn: () => undefined };
}
