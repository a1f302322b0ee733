import type { Person } from '../account/person.ts';
import type { Obstacle } from '../diagnosis/obstacles.ts';
import { type MethodName, type Methods, methodNames } from '../methods/method.ts';
import { answersFor } from '../methods/phone.ts';
import { allowedMethods, methodsRequired, type Policy, unwritable } from '../policy.ts';
import { countsAt, type Dated, type Lapse, lapseOf, startsAt } from '../reset-service/end-dates.ts';
import { day, type Instant } from '../time.ts';

/**
 * How ready somebody is to reset their own password.
 * none: nothing proven · partly: fewer than required · ready: as many as required · resilient: still enough when any one
 * thing (the phone in their pocket, the mailbox, the desk at work) is out of reach.
 */
export const readinessLevels = ['none', 'partly', 'ready', 'resilient'] as const;
export type ReadinessLevel = (typeof readinessLevels)[number];

export interface Readiness {
  readonly level: ReadinessLevel;
  readonly required: number;
  /** Proven methods that the policy still allows and a reset goes by. */
  readonly proven: readonly MethodName[];
  /** How many may be lost together with what they depend on; 0 unless resilient. */
  readonly spare: number;
  /** Methods that could be set up next, in the order to offer them. */
  readonly open: readonly MethodName[];
  /** Proven methods that the person should say are still right. */
  readonly due: readonly MethodName[];
  /** A reset goes by what the reset service has, where the bot puts what it can. */
  readonly written: boolean;
  /** Those of `proven` that were never shown to the bot: they are registered in the reset service. */
  readonly registered: readonly MethodName[];
  /** Set up, but Microsoft takes them no longer. */
  readonly ended: readonly MethodName[];
  /** Ready now, and not from a known date on; null: no such date is known. */
  readonly lapse: Lapse | null;
  /** What one more would be good for; null: nothing is lost that would matter, or no other would help. */
  readonly advice: SpareAdvice | null;
  /** What stops a reset besides, worst first; of methods alone, as `readiness` counts them, nothing is known. */
  readonly obstacles: readonly Obstacle[];
}

/** Losing one thing would leave too little, and one more method would mend that. */
export interface SpareAdvice {
  readonly thing: (typeof dependsOn)[MethodName];
  /** All that goes with it. */
  readonly lost: readonly MethodName[];
  readonly add: MethodName;
}

/** What the directory says that readiness depends on. */
export interface Account extends Dated {
  /** Holds a directory role: two methods, no questions. */
  readonly administrator: boolean;
  /** The office phone as it stands in the directory now, E.164, with its extension; a proof of an older one counts no more. */
  readonly officePhone: string | null;
}

/** @param now the time it is asked for: later than it is, it tells how ready somebody will be with what they have */
export function readiness(person: Person, policy: Policy, account: Account, now: Instant): Readiness {
  const written = account.registration === 'written';
  const allowed = allowedMethods(policy, account.administrator).filter(
    (method) => !(written && policy.unwritable === 'link' && unwritable(method)),
  );
  const set = allowed.filter((method) => isProven(person.methods, method, account));
  const there = written ? set.filter((method) => isThere(person, method)) : set;
  const proven = there.filter((method) => countsAt(method, policy, account, now));
  const open = allowed.filter(
    (method) =>
      !proven.includes(method) &&
      startsAt(method, policy, account, now) &&
      !(written && unwritable(method) && set.includes(method)) &&
      (method !== 'office-phone' || account.officePhone),
  );
  const least = methodsRequired(policy, account.administrator);
  const required = requiredOf(proven, least);
  const spare = spareOf(proven, person.methods, policy);
  return {
    level: levelOf(proven.length, required, spare),
    required,
    proven,
    spare: Math.max(0, spare - required + 1),
    open,
    written,
    registered: [],
    ended: there.filter((method) => !proven.includes(method)),
    lapse: proven.length >= required ? lapseAhead(proven, policy, account, least) : null,
    due: proven.filter((method) => now >= confirmBy(person, method, policy)),
    advice: adviceFor(proven, open, least, (those) => spareOf(those, person.methods, policy)),
    obstacles: [],
  };
}

/** @param spareOf how many of these are left when the thing most of them depend on is lost */
function adviceFor(
  proven: readonly MethodName[],
  open: readonly MethodName[],
  least: number,
  spareOf: (those: readonly MethodName[]) => number,
): SpareAdvice | null {
  if (proven.length < requiredOf(proven, least) || spareOf(proven) >= least) return null;
  const add = open.find((method) => spareOf([...proven, method]) >= least);
  if (add === undefined) return null;
  const things = [...new Set(proven.map((method) => dependsOn[method]))];
  const left = (thing: string) => proven.filter((method) => dependsOn[method] !== thing).length;
  const [thing] = things.toSorted((one, other) => left(one) - left(other));
  return thing ? { thing, lost: proven.filter((method) => dependsOn[method] === thing), add } : null;
}

/** @param least how many a reset takes, an app beside others or not */
export function lapseAhead(
  proven: readonly MethodName[],
  policy: Policy,
  account: Account,
  least: number,
): Lapse | null {
  return lapseOf(proven, policy, account, (left) => requiredOf(left, least), methodNames);
}

/** As many methods as a reset takes. */
export function hasEnough({ level }: Pick<Readiness, 'level'>): boolean {
  return level === 'ready' || level === 'resilient';
}

/** As many methods as a reset takes, and nothing that is known would stop it. */
export function isReady(readiness: Pick<Readiness, 'level' | 'obstacles'>): boolean {
  return hasEnough(readiness) && readiness.obstacles.length === 0;
}

function isProven(methods: Methods, method: MethodName, account: Account): boolean {
  const [office, now] = [methods['office-phone']?.address, account.officePhone];
  if (method === 'office-phone') return office !== undefined && now !== null && answersFor(office, now);
  return methods[method] !== undefined;
}

/** What the reset service has, as far as the bot wrote it there. What stands in the directory alone does not count. */
export function isThere({ writings }: Person, method: MethodName): boolean {
  if (unwritable(method)) return false;
  const state = writings[method]?.state;
  return state === 'there' || state === 'on-its-way';
}

/** The reset service never takes an authenticator app as the only method, even where one method is enough. */
export function requiredOf(proven: readonly MethodName[], required: number): number {
  return proven.length === 1 && proven[0] === 'authenticator-app' ? Math.max(2, required) : required;
}

function levelOf(proven: number, required: number, spare: number): ReadinessLevel {
  if (proven === 0) return 'none';
  if (proven < required) return 'partly';
  return spare >= required ? 'resilient' : 'ready';
}

/** What a method is lost with. Text, call and app are one phone. */
const dependsOn = {
  'authentication-phone': 'phone',
  'authenticator-app': 'phone',
  'authentication-email': 'mailbox',
  'office-phone': 'office',
  'security-questions': 'memory',
} as const satisfies Record<MethodName, string>;

/** How many methods are left when the thing most of them depend on is lost. A mailbox that needs the password is no help. */
function spareOf(proven: readonly MethodName[], methods: Methods, policy: Policy): number {
  const mailbox = methods['authentication-email']?.address ?? '';
  const own = policy.ownDomains.some((domain) => mailbox.endsWith(`@${domain}`) || mailbox.endsWith(`.${domain}`));
  const helpful = proven.filter((method) => !(own && method === 'authentication-email'));
  const left = new Set(helpful.map((method) => dependsOn[method]));
  const enough = (those: readonly MethodName[]) =>
    those.every((one) => one === 'authenticator-app') ? 0 : those.length;
  const lost = [...left].map((thing) => enough(helpful.filter((method) => dependsOn[method] !== thing)));
  return lost.length > 0 ? Math.min(...lost) : 0;
}

/** When a proven method should be confirmed; never: Infinity. */
export function confirmBy(person: Person, method: MethodName, policy: Policy): Instant {
  const { provenAt } = person.methods[method] ?? {};
  if (policy.reconfirmDays === 0 || provenAt === undefined) return Number.POSITIVE_INFINITY;
  return Math.max(provenAt, person.confirmed[method] ?? 0) + policy.reconfirmDays * day;
}

/** Somebody's account as far as their record tells: no directory role, and the office phone as it was proven. */
export function accountBy(person: Person, registration: Account['registration'] = 'here'): Account {
  const officePhone = person.methods['office-phone']?.address ?? null;
  return { administrator: false, officePhone, registration };
}

/** A policy, and the day it is asked about. */
export interface PolicyOnDay {
  readonly policy: Policy;
  readonly at: Instant;
}
