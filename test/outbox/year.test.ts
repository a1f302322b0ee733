import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { codeLife } from '../../bot/domain/enrolment/challenge.ts';
import { confirmMethods } from '../../bot/domain/enrolment/reconfirmation.ts';
import { withReminder } from '../../bot/domain/enrolment/reminders.ts';
import { dueAt } from '../../bot/domain/outbox/person-letters.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import type { Delivery, Message } from '../../bot/domain/ports/delivery.ts';
import type { Notified } from '../../bot/domain/ports/notifier.ts';
import { day, hour, type Instant, minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { employee, enrolling } from '../support/enrolling.ts';
import { ringOf } from '../support/keyring.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';

/** A Monday morning. */
const start = Date.UTC(2026, 10, 23, 9);
const zones = ['Europe/Stockholm', 'America/Los_Angeles', 'Asia/Kolkata', 'Pacific/Auckland', 'UTC', null] as const;

/** What somebody does about reminders. */
type Habit = 'ignores all' | 'answers the first' | 'answers on the day' | 'puts the first off' | 'left Teams';
const habits: readonly Habit[] = [
  'ignores all',
  'answers the first',
  'answers on the day',
  'puts the first off',
  'left Teams',
];

interface Sent {
  readonly to: string;
  readonly at: Instant;
  /** Days before the methods were due, as the calendar has it, never as a rule of ours. */
  readonly before: number;
  readonly by: 'teams' | 'mail';
}

const quarter = 15 * minute;

/** Monday to Friday, 09:00 to 16:00 on the wall clock of a place. */
function atWork(at: Instant, zone: string | null): boolean {
  const wall = new Date(new Date(at).toLocaleString('en-US', { timeZone: zone ?? 'UTC' }));
  return wall.getDay() >= 1 && wall.getDay() <= 5 && wall.getHours() >= 9 && wall.getHours() < 16;
}

function firstAtWork(at: Instant, zone: string | null): Instant {
  if (atWork(at, zone)) return at;
  for (let moment = Math.ceil(at / quarter) * quarter; ; moment += quarter) if (atWork(moment, zone)) return moment;
}

/** What must have been sent in a year to somebody whose methods were all proven at `proven`. */
function expected(person: Person, habit: Habit, days: number, proven: Instant, until: Instant): readonly Sent[] {
  if (days === 0) return [];
  const to = personId(person.employee);
  const list: Sent[] = [];
  const by = habit === 'left Teams' ? 'mail' : 'teams';
  let confirmedAt = proven;
  for (;;) {
    const before = confirmedAt;
    const due = confirmedAt + days * day;
    // A reminder that could only come when the next is due as well gives way to it.
    const stages = [14, 3, 0].map((before) => ({
      before,
      at: firstAtWork(Math.max(due - before * day, confirmedAt), person.timeZone),
    }));
    const coming = stages.filter(
      ({ at, before }) => !stages.some((later) => later.before < before && due - later.before * day <= at),
    );
    for (const { before, at } of coming) {
      if (at >= until) return list;
      list.push({ to, at, before, by });
      if (habit === 'answers the first' || (habit === 'answers on the day' && before === 0)) {
        confirmedAt = at;
        break;
      }
      if (habit === 'puts the first off' && before === coming[0]?.before) {
        // Asked again three days later, once; whatever falls between waits with it.
        const again = firstAtWork(at + 3 * day, person.timeZone);
        if (again < until)
          list.push({ to, at: again, before: [0, 3, 14].find((stage) => due - stage * day <= again) ?? 14, by });
        confirmedAt = again;
        break;
      }
    }
    if (confirmedAt === before) return list;
  }
}

const numberOf = (number: number) => `+4670123456${number}`;

async function year(
  days: number,
  seed: number,
): Promise<{ sent: readonly Sent[]; due: readonly Sent[]; codes: number; late: number }> {
  const choose = seeded(seed + days);
  const policy: Policy = { ...defaultPolicy, reconfirmDays: days };
  const { clock, store, enrolment } = enrolling({ policy, seed });
  const codes: { readonly to: string; readonly at: Instant }[] = [];
  const asked = new Map<string, Instant[]>();
  const sent: Sent[] = [];
  const due: Sent[] = [];
  const lives = new Map<string, { habit: Habit; answered: number }>();
  const until = start + 366 * day;

  const record = (to: string, dueAt: Instant, by: Sent['by']) => {
    const before = dueAt - clock() > 3 * day ? 14 : dueAt > clock() ? 3 : 0;
    sent.push({ to, at: clock(), before, by });
  };

  const notifier = notifierWith({
    async remind(who, dueAt): Promise<Notified> {
      const to = personId(who);
      const life = lives.get(to);
      if (life?.habit === 'left Teams') return { kind: 'unreachable' };
      record(to, dueAt, 'teams');
      if (!life) throw new Error('nobody knows them');
      life.answered += 1;
      reactions.push({ to, life });
      return { kind: 'reached' };
    },
  });
  const reactions: { to: string; life: { habit: Habit; answered: number } }[] = [];

  const delivery: Delivery = {
    channels: ['text', 'call', 'email'],
    async send(message: Message) {
      if (message.channel === 'text') {
        codes.push({ to: message.to, at: clock() });
        // A gateway that is down now and then: some codes never get out before they die.
        return choose.chance() < 0.7 ? { kind: 'retry', reason: 'down' } : { kind: 'accepted', reference: 'one' };
      }
      const person = await store.read('person', message.to.split('@')[0]?.replace('.', '/') ?? '');
      if (person?.reminded) record(personId(person.employee), person.reminded.due, 'mail');
      return { kind: 'accepted', reference: 'one' };
    },
  };
  const random = seededRandom(seed);
  const parts = {
    store,
    keyring: ringOf(1),
    policy: async () => policy,
    deliveries: [delivery],
    notifier,
    observer: blindObserver,
    clock,
    random,
  };
  const outbox = createPersonOutbox({ ...parts, log: createLog('silent'), metrics: createMetrics() });

  const wishes = new Map<number, Instant[]>();
  for (let number = 0; number < 10; number += 1) {
    const who = employee(number);
    const habit = habits[number % habits.length] ?? 'ignores all';
    // On the hour, so that an hourly look sees what is due at once.
    const proven = start + choose.below(24 * 20) * hour;
    const proof = { channel: 'email', provenAt: proven } as const;
    const address = `${personId(who).replace('/', '.')}@example.com`;
    const person: Person = {
      ...newPerson(who),
      timeZone: choose.pick(zones),
      chat: 'chat',
      methods: {
        'authentication-email': { ...proof, address },
        'authentication-phone': { ...proof, address: numberOf(number) },
      },
    };
    wishes.set(
      number,
      Array.from({ length: 6 }, (_, at) => start + (at * 60 + 1 + choose.below(50)) * day),
    );
    lives.set(personId(who), { habit, answered: 0 });
    await store.update('person', personId(who), () => ({ record: withReminder(person, start), outcome: undefined }));
    due.push(...expected(person, habit, days, proven, until));
  }

  // From one letter to the next: nothing happens in between.
  while (clock() < until) {
    while ((await outbox.round()) > 0);
    for (const { to, life } of reactions.splice(0)) await react(to, life);
    const next = Math.min(...(await Promise.all([...lives.keys()].map(nextLetter))));
    const wanted = Math.min(...[...wishes.values()].map(([first = Number.POSITIVE_INFINITY]) => first));
    clock.turn(Math.max(Math.min(next, wanted, until), clock() + 1) - clock());
    for (const [number, times] of wishes) if (times[0] !== undefined && times[0] <= clock()) await ask(number, times);
  }

  async function ask(number: number, times: Instant[]): Promise<void> {
    times.shift();
    const who = employee(number);
    const { timeZone } = (await store.read('person', personId(who))) ?? { timeZone: null };
    const address = numberOf(number);
    const wanted = {
      purpose: 'prove',
      method: 'authentication-phone',
      channel: 'text',
      address,
      country: 'SE',
    } as const;
    const { kind } = await enrolment.begin({ employee: who, language: 'en', timeZone, chat: 'chat' }, wanted);
    assert.equal(kind, 'code-sent');
    asked.set(address, [...(asked.get(address) ?? []), clock()]);
  }

  async function nextLetter(id: string): Promise<Instant> {
    const person = await store.read('person', id);
    return (person && dueAt(person)) ?? until;
  }

  async function react(to: string, { habit, answered }: { habit: Habit; answered: number }): Promise<void> {
    await store.update('person', to, (person) => {
      if (!person) throw new Error('nobody knows them');
      const onTheDay = person.reminded?.daysBefore === 0;
      const answers = habit === 'answers the first' || (habit === 'answers on the day' && onTheDay);
      const secondTime = habit === 'puts the first off' && answered % 2 === 0;
      if (answers || secondTime)
        return { record: confirmMethods(person, 'all', policy, clock()).record, outcome: undefined };
      const putOff = habit === 'puts the first off' ? { snoozedUntil: clock() + 3 * day } : {};
      return { record: { ...person, ...putOff }, outcome: undefined };
    });
  }
  for (const id of lives.keys()) {
    const left = (await store.read('person', id))?.letters.filter(({ kind }) => kind !== 'reminder');
    assert.deepEqual(left, [], 'a letter was never settled');
  }
  const late = codes.filter(({ to, at }) => !asked.get(to)?.some((then) => at >= then && at < then + codeLife));
  return { sent, due, codes: codes.length, late: late.length };
}

const seed = seedOfRun();

for (const days of [0, 30, 90, 180, 365]) {
  test(`in a year with ${days} days between confirmations, ten people get just the reminders they must get`, async (t) => {
    const { sent, due, codes, late } = await year(days, seed);
    t.diagnostic(`${sent.length} reminders, ${codes} tries to send a code, seed ${seed}`);
    assert.equal(late, 0, 'a code was sent after its death');
    assert.ok(codes > 60);
    const sorted = (list: readonly Sent[]) =>
      list.map(({ to, at, before, by }) => `${to} ${new Date(at).toISOString()} ${before} ${by}`).toSorted();
    assert.deepEqual(sorted(sent), sorted(due));
    if (days > 0 && days < 365) assert.ok(sent.length > 10);
  });
}
