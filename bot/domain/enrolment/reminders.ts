import { type Person, type Reminded, remindedBefore } from '../account/person.ts';
import { appendAudit } from '../audit/trail.ts';
import { setUp } from '../methods/method.ts';
import type { Letter, ReminderSubject } from '../outbox/letter.ts';
import { methodAllowed, type Policy } from '../policy.ts';
import { type Dated, endingOf } from '../reset-service/end-dates.ts';
import { day, hour, type Instant } from '../time.ts';
import { mayBegin } from './frequency-cap.ts';
import { accountBy, confirmBy, readiness } from './readiness.ts';

/** How long the reminder may sleep before it looks again: the policy may have changed meanwhile. */
export const longestSleep = 7 * day;

export type ReminderDecision =
  | { readonly kind: 'remind'; readonly reminded: Reminded; readonly about: ReminderSubject }
  /** Look again at `until`. */
  | { readonly kind: 'sleep'; readonly until: Instant }
  /** There is nothing to remind of. */
  | { readonly kind: 'done' };

/**
 * What the reminder of this person has to do now. It speaks on working days, in working hours where the person is; of
 * stages that were missed only the last one comes.
 */
export function decideReminder(
  person: Person,
  policy: Policy,
  now: Instant,
  registration: Dated['registration'] = 'here',
): ReminderDecision {
  const ends = lapsing(person, policy, now, registration);
  const confirm = firstDue(person, policy);
  // What can't be put off comes first, once its first reminder is near.
  const near = ends !== undefined && (confirm === undefined || ends - remindedBefore[0] * day <= now);
  const about = near ? 'lapse' : 'methods';
  const due = about === 'lapse' ? ends : confirm;
  if (due === undefined) return { kind: 'done' };
  if (person.snoozedUntil !== null && now < person.snoozedUntil) return sleep(person.snoozedUntil, now);
  const stage = remindedBefore.findLast((days) => due - days * day <= now);
  const last = person.reminded?.due === due ? person.reminded.daysBefore : undefined;
  const asked = person.snoozedUntil !== null;
  if (stage === undefined || (stage === last && !asked)) return sleep(nextStage(due, now), now);
  const reminded = { due, daysBefore: stage };
  // Something else was said today: that is enough for a day.
  const civil = nextWorkingHour(Math.max(now, mayBegin(person, reminderKey(reminded))), person.timeZone);
  return civil > now ? sleep(civil, now) : { kind: 'remind', reminded, about };
}

/** By which a reminder is known among all that the bot begins to talk about. */
export function reminderKey({ due, daysBefore }: Reminded): string {
  return `reminder/${due}/${daysBefore}`;
}

/** When the first proven method that is still allowed is due; undefined: never. */
function firstDue(person: Person, policy: Policy): Instant | undefined {
  const counted = setUp(person.methods).filter((method) => methodAllowed(policy, method, false));
  const due = Math.min(...counted.map((method) => confirmBy(person, method, policy)));
  return Number.isFinite(due) ? due : undefined;
}

/** When what somebody has stops being enough, or stopped; undefined: it does not, or never was. By their own record alone. */
function lapsing(
  person: Person,
  policy: Policy,
  now: Instant,
  registration: Dated['registration'],
): Instant | undefined {
  const account = accountBy(person, registration);
  const { lapse, ended, level } = readiness(person, policy, account, now);
  if (lapse) return lapse.date.when;
  if (level === 'ready' || level === 'resilient') return undefined;
  const ends = ended.flatMap((method) => endingOf(method, policy, account)?.date.when ?? []);
  return ends.find((end) => readiness(person, policy, account, end - 1).lapse?.date.when === end);
}

function nextStage(due: Instant, now: Instant): Instant {
  const coming = remindedBefore.map((days) => due - days * day).filter((at) => at > now);
  return Math.min(...coming, now + longestSleep);
}

function sleep(until: Instant, now: Instant): ReminderDecision {
  return { kind: 'sleep', until: Math.min(until, now + longestSleep) };
}

/** Working hours in which nobody minds a message. */
const [opens, closes] = [9, 16];
const quarter = hour / 4;

/** The first moment from `at` on that lies in working hours on a weekday in a time zone; unknown zones count as UTC. */
export function nextWorkingHour(at: Instant, timeZone: string | null): Instant {
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
export function rescheduleReminder(person: Person, until: Instant): Person {
  const letters = person.letters.map((letter) =>
    letter.kind === 'reminder' ? { ...letter, due: until, tries: [] } : letter,
  );
  return { ...person, letters };
}

/**
 * The person after a reminder. Whoever could not be reached in Teams gets a mail, where a mailbox is proven.
 * @param reached false: the chat is gone or was never there
 */
export function afterReminder(
  person: Person,
  reminded: Reminded,
  about: ReminderSubject,
  reached: boolean,
  now: Instant,
): Person {
  const { daysBefore } = reminded;
  const told: Person = {
    ...rescheduleReminder(person, now + hour),
    reminded,
    snoozedUntil: null,
    audit: appendAudit(person.audit, { act: 'reminded', daysBefore }, now),
  };
  const to = person.methods['authentication-email']?.address;
  if (reached || to === undefined) return told;
  const id = `reminder-${reminded.due}-${daysBefore}`;
  const mail: Letter = { kind: 'reminder-mail', about, id, to, due: now, dies: now + 7 * day, tries: [] };
  return { ...told, letters: [...told.letters, mail] };
}
