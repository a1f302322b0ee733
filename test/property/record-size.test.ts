import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { appendAudit, entriesEver, firstBroken } from '../../bot/domain/audit/trail.ts';
import { frozenUntil } from '../../bot/domain/enrolment/proof.ts';
import { createReconfirmation } from '../../bot/domain/enrolment/reconfirmation.ts';
import { appCode, stepAt } from '../../bot/domain/methods/app.ts';
import { createAppEnrolment } from '../../bot/domain/methods/app-enrolment.ts';
import { applyChange } from '../../bot/domain/methods/apply-change.ts';
import { changesRest } from '../../bot/domain/methods/change-limit.ts';
import { type MethodName, methodNames, type ProvenMethod } from '../../bot/domain/methods/method.ts';
import type { StoredAnswer } from '../../bot/domain/methods/questions/answer-hash.ts';
import {
  acceptAnswers,
  askQuestions,
  countTry,
  registerAnswers,
} from '../../bot/domain/methods/questions/challenge.ts';
import { revertChange } from '../../bot/domain/methods/revert-change.ts';
import { personLetterTried, takeDue } from '../../bot/domain/outbox/person-letters.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Delivered, Delivery } from '../../bot/domain/ports/delivery.ts';
import { createRegistrationWatch } from '../../bot/domain/reset-service/watch.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { asker, email, employee, enrolling, phone } from '../support/enrolling.ts';
import { amount, figure } from '../support/figure.ts';
import { ringOf } from '../support/keyring.ts';
import type { Entry } from '../support/memory-store.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';
import { type Seeded, seeded, seedOfRun } from '../support/seeded.ts';

const kim = employee(1);
const id = personId(kim);
const largest = 64 * 1024;
const lives = amount(6, 60);
const steps = 250;

/** One person's record under attack: every verb there is, as often as one likes, with gateways that work or do not. */
async function attacked(random: Seeded): Promise<{ largest: number; entries: number }> {
  const disk = new Map<string, Entry>();
  const bench = enrolling({ disk, seed: random.below(1e9), writes: true });
  const { clock, store, enrolment } = bench;
  const policy = async () => ({ ...defaultPolicy, phone: { allowed: true, channels: ['text', 'call'] as const } });
  const ports = { store, clock, random: seededRandom(random.below(1e9)), policy, keyring: ringOf(1) };
  const apps = createAppEnrolment(ports);
  const confirming = createReconfirmation(ports);
  const watching = createRegistrationWatch(ports);
  let gateway: Delivered = { kind: 'retry', reason: 'a gateway that is down' };
  const delivery: Delivery = { channels: ['text', 'call', 'email'], send: async () => gateway };
  const outbox = createPersonOutbox({
    ...ports,
    deliveries: [delivery],
    notifier: notifierWith({
      announce: async () => (gateway.kind === 'accepted' ? { kind: 'reached' } : { kind: 'retry' }),
    }),
    observer: blindObserver,
    writer: { set: async () => ({ kind: random.pick(['written', 'try-later', 'not-permitted'] as const) }) as never },
    help: async () => {
      if (gateway.kind !== 'accepted') throw new Error('no channel');
    },
    log: createLog('silent'),
    metrics: createMetrics(),
  });

  const person = async () => (await store.read('person', id)) ?? newPerson(kim);
  const update = (step: (person: Person) => Person) =>
    store.update('person', id, (current) => ({ record: step(current ?? newPerson(kim)), outcome: undefined }));
  const wishes = [
    phone(random.below(9)),
    phone(random.below(9), { channel: 'call' }),
    email(mailbox(random.below(40), 160)),
    phone(3, { method: 'office-phone', channel: 'call' }),
  ];
  const answers = (): StoredAnswer[] =>
    Array.from({ length: 5 }, (_, at) => ({
      question: 'own-1' as StoredAnswer['question'],
      wording: `${at}`.repeat(200),
      cost: { n: 32_768, r: 8, p: 1 },
      salt: 'x'.repeat(22),
      hash: `${random.below(1e9)}`.padEnd(43, 'x'),
      keyVersion: 1,
    }));

  const verbs: Record<string, () => Promise<unknown>> = {
    begin: () => enrolment.begin(asker(1), random.pick(wishes)),
    prove: async () => {
      const { methods } = await person();
      const proven = methods['authentication-phone'];
      if (proven)
        await enrolment.begin(asker(1), { ...phone(), purpose: 'prove', channel: 'text', address: proven.address });
    },
    resend: async () => {
      const { challenge } = await person();
      if (challenge) await enrolment.resend(asker(1), challenge.id, challenge.send, challenge.channel);
    },
    right: async () => {
      const { challenge } = await person();
      if (challenge) await enrolment.answer(kim, challenge.id, await bench.code(kim));
    },
    wrong: async () => {
      const { challenge } = await person();
      if (challenge) await enrolment.answer(kim, challenge.id, String(100_000 + random.below(800_000)));
    },
    remove: () => enrolment.remove(kim, random.pick(methodNames)),
    disown: async () => {
      const { changes } = await person();
      if (random.chance() < 0.2) await enrolment.disown(kim, changes.length > 0 ? random.pick(changes).id : '');
    },
    bringBack: () => enrolment.bringBack(kim),
    giveBack: async () => {
      const { doubt } = await person();
      if (doubt && random.chance() < 0.5) await enrolment.giveBack(kim, doubt.id, 'a supporter, and another one');
    },
    erase: async () => {
      if (random.chance() < 0.2) await enrolment.erase(kim);
    },
    abandon: () => enrolment.abandon(kim),
    snooze: () => confirming.snooze(kim),
    confirm: () => confirming.confirm(kim, 'all'),
    dispute: () =>
      confirming.dispute(kim, random.pick(['authentication-phone', 'office-phone'] as const), 'å'.repeat(600)),
    prefilled: () =>
      confirming.answerPrefilled(kim, [{ method: 'office-phone', address: '+46850500000', answer: 'not-mine' }]),
    watch: () => watching.begin(asker(1), { registered: false, reportAt: null, methods: [] }),
    names: () =>
      update((one) => ({
        ...one,
        audit: appendAudit(one.audit, { act: 'names-seen', count: random.below(99) }, clock()),
      })),
    app: async () => {
      const begun = await apps.begin(asker(1));
      if (begun.kind === 'app-setup')
        await apps.accept(kim, begun.setup.id, appCode(begun.setup.secret, stepAt(clock())));
    },
    appProof: async () => {
      const app = (await person()).methods['authenticator-app'];
      if (app) await apps.prove(kim, appCode(app.secret, stepAt(clock())), 'prove');
    },
    questions: () =>
      update((one) => registerAnswers(one, asker(1), answers(), `${random.below(2 ** 31)}`, clock()).record),
    answers: async () => {
      const draft = { id: `${random.below(2 ** 31)}`, seed: new Uint8Array(16).fill(random.below(256)) };
      await update((one) => askQuestions(one, 3, draft, clock()).record);
      await update((one) => {
        const { record, outcome } = countTry(one, one.draw?.id ?? '', ['a', 'b', 'c'], clock());
        return outcome.kind === 'may-try' ? acceptAnswers(record, outcome, [], 'prove', clock()).record : record;
      });
    },
    round: () => outbox.round(),
    minute: async () => clock.turn(random.below(minute)),
    hour: async () => clock.turn(random.below(3 * hour)),
    day: async () => clock.turn(random.chance() < 0.2 ? random.below(2 * day) : 0),
    // An employee who shows their app gets another method in, as far as the limits let them.
    another: () =>
      update((one) => {
        if (frozenUntil(one, clock()) !== null || changesRest(one, clock())) return one;
        const [name, value] = another(random.below(40), random.pick(['phone', 'mail'] as const), clock());
        return applyChange(one, name, value, id32(random.below(2 ** 31)), clock());
      }),
    gateway: async () => {
      if (random.chance() < 0.7) return;
      gateway = random.pick([
        { kind: 'accepted', reference: 'x' },
        { kind: 'retry', reason: 'a gateway that is down' },
      ] as const);
    },
  };

  const waitsToBeForgotten = async () => (await person()).letters.some(({ kind }) => kind === 'forget');
  let most = 0;
  let before = 0;
  for (let step = 0; step < steps; step += 1) {
    const name = random.pick(Object.keys(verbs));
    const forgets = await waitsToBeForgotten();
    for (let times = 1 + random.below(random.chance() < 0.3 ? 40 : 3); times > 0; times -= 1) await verbs[name]?.();
    if (step % 5 === 0) await outbox.round();
    for (const { kind, text } of disk.values()) {
      if (kind !== 'person' && kind !== 'audit-archive') continue;
      const size = Buffer.byteLength(text);
      most = Math.max(most, size);
      if (size >= largest) assert.fail(`${kind} of ${size} bytes after ${name}: ${sizes(text)}`);
    }
    const { audit } = await person();
    assert.equal(firstBroken(audit), undefined);
    // Whoever wanted to be forgotten is, a week later: with the round of whatever act that falls to.
    const gone = name === 'erase' || (forgets && !(await waitsToBeForgotten()));
    assert.ok(gone || entriesEver(audit) >= before, `${name} lost entries`);
    before = entriesEver(audit);
  }
  return { largest: most, entries: before };
}

const id32 = (number: number) => `${number}`.padStart(32, 'c');

/** An address of this length, number so-and-so of many. */
function mailbox(number: number, length: number): string {
  return `m${number}`
    .padEnd(64, 'x')
    .concat('@', 'example.'.repeat(32))
    .slice(0, length - 3)
    .replace(/\.$/, 'e')
    .concat('.se');
}

function another(number: number, kind: 'phone' | 'mail', now: number): [MethodName, ProvenMethod] {
  return kind === 'mail'
    ? ['authentication-email', { address: mailbox(number, 254), channel: 'email', provenAt: now }]
    : ['authentication-phone', { address: `+4670123${number + 1000}`, channel: 'text', provenAt: now }];
}

/** Everything that is due is tried, and nothing leaves. */
function refusedRound(person: Person, now: number): Person {
  const { record, outcome } = takeDue(person, now);
  const reason = 'connect ECONNREFUSED';
  return outcome.reduce(
    (left, { id: one }) => personLetterTried(left, one, { kind: 'retry', reason }, now + minute),
    record,
  );
}

for (const [what, ending] of [
  ['', (person: Person) => person],
  [
    ', each change disowned after that',
    (person: Person, now: number) =>
      person.changes.reduceRight((left, { id: one }) => revertChange(left, one, now).record, person),
  ],
] as const) {
  test(`thirteen mailboxes in a week and two days without gateways while a phone changes on${what}: under 64 kB, one letter an address`, (t) => {
    let now = Date.UTC(2026, 10, 23);
    let one: Person = {
      ...newPerson(kim),
      methods: { 'office-phone': { address: '+46850500000', channel: 'call', provenAt: 0 } },
    };
    let changes = 0;
    for (const [kind, times] of [
      ['mail', 13],
      ['phone', 13],
      ['phone', 13],
    ] as const) {
      for (let at = 0; at < times; at += 1) {
        if (changesRest(one, now)) continue;
        const [name, value] = another(changes, kind, now);
        one = applyChange(one, name, value, id32(changes), now);
        changes += 1;
        now += minute;
        for (let tries = 0; tries < 3; tries += 1) {
          now += 10 * minute;
          one = refusedRound(one, now);
        }
      }
      now += day;
    }
    one = ending(one, now);
    for (let tries = 0; tries < 12; tries += 1) {
      now += 10 * minute;
      one = refusedRound(one, now);
    }
    const to = one.letters.flatMap((letter) => ('to' in letter ? [`${letter.kind} ${letter.to}`] : []));
    assert.equal(new Set(to).size, to.length, 'one of a kind for each address');
    for (const { address } of one.former)
      assert.ok(
        to.some((told) => told.endsWith(address)),
        'each is told',
      );
    const size = Buffer.byteLength(JSON.stringify(one));
    t.diagnostic(`${size} bytes`);
    assert.ok(size < largest, `${size} bytes: ${sizes(JSON.stringify(one))}`);
  });
}

function sizes(text: string): string {
  return Object.entries(JSON.parse(text))
    .map(([field, value]) => `${field} ${JSON.stringify(value).length}`)
    .join(', ');
}

test('a person’s records stay under 64 kB, whatever anybody does', async () => {
  const seed = seedOfRun();
  let most = 0;
  let wrong = '';
  for (let life = 0; life < lives && !wrong; life += 1) {
    try {
      most = Math.max(most, (await attacked(seeded(seed + life))).largest);
    } catch (error) {
      wrong = `life ${life}: ${error}`;
    }
  }
  figure({
    test: 'the largest record of a person under attack by every verb',
    measured: `${lives} lives of ${steps} bursts: ${(most / 1024).toFixed(1)} kB, ${most} bytes ${wrong}`,
    target: '< 64 kB, no entry lost, every chain whole',
    met: !wrong,
    seed,
  });
  assert.equal(wrong, '');
});
