import { audited } from './audit.ts';
import { day, hour, type Instant } from './instant.ts';
import type { Letter } from './letter.ts';
import { setUp } from './methods.ts';
import type { Person } from './person.ts';
import { methodAllowed, type Policy } from './policy.ts';
import { confirmBy } from './readiness.ts';
import { type Reminded, remindedBefore } from './reminded.ts';

/** How long the reminder may sleep before it looks again: the policy may have changed meanwhile. */
export const longestSleep = 7 * day;

export type Reminding =
  | { readonly kind: 'remind'; readonly reminded: Reminded }
  /** Look again at `until`. */
  | { readonly kind: 'sleep'; readonly until: Instant }
  /** There is nothing to remind of. */
  | { readonly kind: 'done' };

/**
 * What the reminder of this person has to do now. It speaks on working days, in working hours where the person is; of
 * stages that were missed only the last one comes.
 */
export function reminding(person: Person, policy: Policy, now: Instant): Reminding {
  const due = firstDue(person, policy);
  if (due === undefined) return { kind: 'done' };
  if (person.snoozedUntil !== null && now < person.snoozedUntil) return sleep(person.snoozedUntil, now);
  const stage = remindedBefore.findLast((days) => due - days * day <= now);
  const last = person.reminded?.due === due ? person.reminded.daysBefore : undefined;
  const asked = person.snoozedUntil !== null;
  if (stage === undefined || (stage === last && !asked)) return sleep(nextStage(due, now), now);
  const civil = civilTime(now, person.timeZone);
  return civil > now ? sleep(civil, now) : { kind: 'remind', reminded: { due, daysBefore: stage } };
}

/** When the first proven method that is still allowed is due; undefined: never. */
function firstDue(person: Person, policy: Policy): Instant | undefined {
  const counted = setUp(person.methods).filter((method) => methodAllowed(policy, method, false));
  const due = Math.min(...counted.map((method) => confirmBy(person, method, policy)));
  return Number.isFinite(due) ? due : undefined;
}

function nextStage(due: Instant, now: Instant): Instant {
  const coming = remindedBefore.map((days) => due - days * day).filter((at) => at > now);
  return Math.min(...coming, now + longestSleep);
}

function sleep(until: Instant, now: Instant): Reminding {
  return { kind: 'sleep', until: Math.min(until, now + longestSleep) };
}

/** Working hours in which nobody minds a message. */
const [opens, closes] = [9, 16];
const quarter = hour / 4;

/** The first moment from `at` on that lies in working hours on a weekday in a time zone; unknown zones count as UTC. */
export function civilTime(at: Instant, timeZone: string | null): Instant {
  const format = clockOf(timeZone);
  // Every zone there is lies whole quarters of an hour off.
  const start = Math.ceil(at / quarter) * quarter;
  const moments = [at, ...Array.from({ length: 4 * 24 * 4 }, (_, count) => start + count * quarter)];
  return moments.find((moment) => civil(format, moment)) ?? at;
}

function civil(format: Intl.DateTimeFormat, moment: Instant): boolean {
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const clock = Number(parts.hour);
  return parts.weekday !== 'Sat' && parts.weekday !== 'Sun' && clock >= opens && clock < closes;
}

function clockOf(timeZone: string | null): Intl.DateTimeFormat {
  const options = { weekday: 'short', hour: 'numeric', hourCycle: 'h23' } as const;
  try {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: timeZone ?? 'UTC' });
  } catch {
    return new Intl.DateTimeFormat('en', { ...options, timeZone: 'UTC' });
  }
}

const reminderId = 'reminder';

/** The person with their reminder awake, if they have anything to be reminded of. There is one at most. */
export function withReminder(person: Person, now: Instant): Person {
  const others = person.letters.filter(({ kind }) => kind !== 'reminder');
  if (setUp(person.methods).length === 0) return { ...person, letters: others };
  const letter: Letter = { kind: 'reminder', id: reminderId, due: now + day, dies: null, tries: [] };
  return { ...person, letters: [...others, letter] };
}

/** The person after the reminder slept until now, and goes on sleeping until `until`. */
export function sleeping(person: Person, until: Instant): Person {
  const letters = person.letters.map((letter) =>
    letter.kind === 'reminder' ? { ...letter, due: until, tries: [] } : letter,
  );
  return { ...person, letters };
}

/**
 * The person after a reminder. Whoever could not be reached in Teams gets a mail, where a mailbox is proven.
 * @param reached false: the chat is gone or was never there
 */
export function afterReminder(person: Person, reminded: Reminded, reached: boolean, now: Instant): Person {
  const { daysBefore } = reminded;
  const told: Person = {
    ...sleeping(person, now + hour),
    reminded,
    snoozedUntil: null,
    audit: audited(person.audit, { act: 'reminded', daysBefore }, now),
  };
  const to = person.methods['authentication-email']?.address;
  if (reached || to === undefined) return told;
  const id = `reminder-${reminded.due}-${daysBefore}`;
  const mail: Letter = { kind: 'reminder-mail', id, to, due: now, dies: now + 7 * day, tries: [] };
  return { ...told, letters: [...told.letters, mail] };
}
