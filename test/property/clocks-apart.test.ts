import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEnrolment } from '../../bot/domain/enrolment/enrolment.ts';
import { createAppEnrolment } from '../../bot/domain/methods/app-enrolment.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivery } from '../../bot/domain/ports/delivery.ts';
import { hour, minute, second } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { shownBy } from '../support/app-and-questions.ts';
import { handClock } from '../support/clock.ts';
import { asker, employee, phone, wrongCodes } from '../support/enrolling.ts';
import { amount, figure } from '../support/figure.ts';
import { ringOf } from '../support/keyring.ts';
import { type Entry, openMemoryStore } from '../support/memory-store.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';
import { seeded, seedOfRun } from '../support/seeded.ts';

const seed = seedOfRun();
const lives = amount(12, 120);
const acts = 120;
const people = [1, 2, 3];
const keyring = ringOf(1);
const metrics = createMetrics();
/** How far a machine's clock is ahead: what a clock without a time server drifts, and what a wrong setting comes to. */
const apart = [-10 * minute, -20 * second, 20 * second, 10 * minute];

const verbs = [
  ...(['begin', 'begin', 'begin', 'begin', 'begin', 'resend', 'resend'] as const),
  ...(['right code', 'right code', 'right code', 'wrong code'] as const),
  ...(['set up app', 'first app code', 'first app code', 'prove by app', 'prove by app'] as const),
  ...(['send', 'send', 'send', 'send slowly', 'send slowly'] as const),
  ...(['remove', 'disown', 'bring back'] as const),
] as const;
const pauses = [0, 0, second, 9 * second, 31 * second, 70 * second, 4 * minute, 6 * minute, hour, 7 * hour, 25 * hour];

/** One thing that happens: what, to whom, at which process, and how much later. */
interface Act {
  readonly verb: (typeof verbs)[number];
  readonly person: number;
  readonly at: number;
  readonly later: number;
  readonly steps: number;
}

function life(of: number): readonly Act[] {
  const { pick, below } = seeded(of);
  return Array.from({ length: acts }, () => ({
    verb: pick(verbs),
    person: pick(people),
    at: below(3),
    later: pick(pauses),
    steps: below(5) - 2,
  }));
}

/** Processes on the same records, each on a machine whose clock is so far ahead. */
function world(machines: readonly number[], corrected: boolean) {
  const disk = new Map<string, Entry>();
  const time = handClock();
  const random = seededRandom(7);
  const policy = async () => defaultPolicy;
  const sent: string[] = [];
  /** Holds up whatever is being sent. */
  let gate: Promise<void> | undefined;
  const delivery: Delivery = {
    channels: ['text', 'call', 'email'],
    async send({ to, text }) {
      sent.push(`${to} ${text}`);
      await gate;
      return { kind: 'accepted', reference: 'x' };
    },
  };
  const processes = machines.map((ahead) => {
    const store = openMemoryStore({ disk, clock: time, ahead });
    const own = () => time() + ahead;
    const clock = corrected ? store.clock(own) : own;
    const ports = { store, keyring, clock, random, policy };
    const sending = {
      deliveries: [delivery],
      notifier: notifierWith(),
      observer: blindObserver,
      log: createLog('silent'),
      metrics,
    };
    return {
      enrolment: createEnrolment(ports),
      apps: createAppEnrolment(ports),
      outbox: createPersonOutbox({ ...ports, ...sending }),
    };
  });
  const processAt = (at: number) => processes[at % processes.length] ?? assert.fail();

  async function done({ verb, person, at, later, steps }: Act): Promise<string> {
    time.turn(later);
    const { enrolment, apps, outbox } = processAt(at);
    const who = employee(person);
    const { challenge, appSetup, methods, changes } = await enrolment.person(who);
    const code = sent.findLast((one) => one.startsWith(phone(person).address))?.match(/\b\d{6}\b/)?.[0] ?? '000000';
    switch (verb) {
      case 'begin':
        return (await enrolment.begin(asker(person), phone(person))).kind;
      case 'resend':
        return (await enrolment.resend(asker(person), challenge?.id ?? '', challenge?.send ?? 0, 'text')).kind;
      case 'right code':
        return (await enrolment.answer(who, challenge?.id ?? '', code)).kind;
      case 'wrong code':
        return (await enrolment.answer(who, challenge?.id ?? '', wrongCodes(code, 1)[0] ?? '')).kind;
      case 'set up app':
        return (await apps.begin(asker(person))).kind;
      case 'first app code':
        return (await apps.accept(who, appSetup?.id ?? '', shownBy(appSetup?.secret ?? 'AA', time(), steps))).kind;
      case 'prove by app':
        return (await apps.prove(who, shownBy(methods['authenticator-app']?.secret ?? 'AA', time(), steps), 'prove'))
          .kind;
      case 'remove':
        return (await enrolment.remove(who, 'authentication-phone')).kind;
      case 'disown':
        return (await enrolment.disown(who, changes.at(-1)?.id ?? '')).kind;
      case 'bring back':
        return (await enrolment.bringBack(who)).kind;
      case 'send':
        return `${await outbox.round()}`;
      case 'send slowly': {
        const { promise, resolve: open } = Promise.withResolvers<void>();
        gate = promise;
        const slow = outbox.round();
        await new Promise(setImmediate);
        gate = undefined;
        time.turn(14 * second);
        // Whoever looks meanwhile finds all that is under way on lease.
        const meanwhile = await Promise.all([processAt(at + 1).outbox.round(), processAt(at + 2).outbox.round()]);
        open();
        return `${await slow} ${meanwhile[0] + meanwhile[1]}`;
      }
    }
  }

  return { done, sent };
}

/** What one life comes to in a world, act by act. */
async function lived(of: number, machines: readonly number[], corrected = true): Promise<readonly string[]> {
  const { done, sent } = world(machines, corrected);
  const told: string[] = [];
  for (const act of life(of)) {
    const before = sent.length;
    told.push(`${act.verb}: ${await done(act)}, sent ${sent.length - before}`);
  }
  return [...told, ...sent];
}

/** The machines of one life. */
function machinesOf(of: number): readonly number[] {
  const { pick } = seeded(of + 1);
  return [0, pick(apart), pick(apart)];
}

test('codes, leases, limits and stops come to the same on machines whose clocks are apart as on one', async () => {
  let letters = 0;
  for (let at = 0; at < lives; at += 1) {
    const alone = await lived(seed + at, [0]);
    assert.deepEqual(await lived(seed + at, machinesOf(seed + at)), alone, `SEED=${seed + at}`);
    letters += alone.length - acts;
  }
  figure({
    test: 'clocks apart',
    measured: `${lives} lives of ${acts} acts at three processes whose clocks are 20 s or 10 min apart, ${letters} letters: each outcome as on one machine, no letter twice`,
    target: 'as with one clock',
    met: true,
    seed,
  });
});

test('by each machine’s own clock they would not', async () => {
  let differing = 0;
  for (let at = 0; at < lives; at += 1) {
    const alone = await lived(seed + at, [0]);
    const apart = await lived(seed + at, machinesOf(seed + at), false);
    if (JSON.stringify(apart) !== JSON.stringify(alone)) differing += 1;
  }
  assert.ok(differing > lives / 2, `${differing} of ${lives} lives`);
});

test('a life has every kind of outcome in it', async () => {
  const seen = new Set<string>();
  for (let at = 0; at < 40; at += 1) for (const told of await lived(at, [0])) seen.add(told.split(', sent')[0] ?? '');
  const wanted = [
    'right code: method-proven',
    'right code: code-too-old',
    'resend: too-soon',
    'begin: address-resting',
    'begin: frozen',
    'first app code: method-proven',
    'prove by app: identity-proven',
  ];
  const missing = wanted.filter((one) => !seen.has(one));
  assert.deepEqual(
    missing,
    [],
    [...seen]
      .filter((one) => one.includes(': '))
      .sort()
      .join('\n'),
  );
});
