import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import type { WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { minute, second } from '../../bot/domain/time.ts';
import { teller } from '../../bot/texts/tell.ts';
import { codeCard } from '../../cards/enrolment/code.ts';
import { asker, type Enrolling, email, employee, enrolling, phone, wrongCodes } from '../support/enrolling.ts';

const curious = employee(9);

/** What can be the matter with an address; the one who asks must not be able to tell. */
const worlds: Readonly<
  Record<string, { policy?: Partial<Policy>; before?: (bench: Enrolling, wanted: WantedCode) => Promise<void> }>
> = {
  'nobody uses it': {},
  'a colleague uses it': { before: (bench, wanted) => prove(bench, 1, wanted) },
  'it lies in a blocked country': { policy: { countries: ['NO'] } },
  'it had its codes for today through others': { before: flood },
};

interface Seen {
  /** Outcomes and cards, in the order in which they came. */
  readonly screens: readonly string[];
  /** How often each kind of record was written. */
  readonly writes: Readonly<Record<string, number>>;
  readonly silent: boolean;
}

/** Everything somebody can do about an address they do not own, until nothing works any more. */
async function probe(world: keyof typeof worlds, wanted: WantedCode, language: 'en' | 'sv'): Promise<Seen> {
  const { policy, before } = worlds[world] ?? {};
  const bench = enrolling(policy ? { policy } : {});
  const { enrolment, clock, accesses } = bench;
  await before?.(bench, wanted);
  clock.turn(minute);
  accesses.length = 0;
  const screens: string[] = [];
  const tell = teller(language, 'Europe/Stockholm');
  const told = async (outcome: { readonly kind: string }) => {
    const { challenge } = await bench.person(curious);
    const visible = challenge && codeCard(tell, { ...defaultPolicy, ...policy }, challenge, '', clock());
    const { challenge: _, ...rest } = outcome as { kind: string; challenge?: unknown };
    screens.push(JSON.stringify([rest, visible]).replaceAll(challenge?.id ?? 'none', 'ID'));
  };
  const resend = async () => {
    const { challenge } = await bench.person(curious);
    await told(await enrolment.resend(asker(9), challenge?.id ?? '', challenge?.send ?? 0, wanted.channel));
  };
  const guess = async (id: string | undefined, count: number) => {
    const { challenge } = await bench.person(curious);
    const codes = wrongCodes(await bench.code(curious), count);
    for (const code of codes) await told(await enrolment.answer(curious, id ?? challenge?.id ?? '', code));
  };

  await told(await enrolment.begin(asker(9), wanted));
  const silent = (await bench.person(curious)).challenge?.silent ?? false;
  await told(await enrolment.begin(asker(9), wanted));
  await guess(undefined, 2);
  await guess('f'.repeat(32), 3);
  await told(await enrolment.answer(curious, 'e'.repeat(32), 'words'));
  await resend();
  clock.turn(31 * second);
  await resend();
  await guess(undefined, 6);
  clock.turn(31 * second);
  await resend();
  clock.turn(31 * second);
  await resend();
  clock.turn(6 * minute);
  await guess(undefined, 1);
  await told(await enrolment.begin(asker(9), wanted));
  const writes: Record<string, number> = {};
  for (const { verb, kind } of accesses) if (verb === 'write') writes[kind] = (writes[kind] ?? 0) + 1;
  return { screens, writes, silent };
}

async function prove(bench: Enrolling, number: number, wanted: WantedCode): Promise<void> {
  await bench.enrolment.begin(asker(number), wanted);
  const { challenge } = await bench.person(employee(number));
  const code = await bench.code(employee(number));
  const outcome = await bench.enrolment.answer(employee(number), challenge?.id ?? '', code);
  assert.equal(outcome.kind, 'method-proven');
}

async function flood(bench: Enrolling, wanted: WantedCode): Promise<void> {
  for (const number of [1, 2, 3]) await bench.enrolment.begin(asker(number), wanted);
}

for (const language of ['en', 'sv'] as const) {
  for (const [name, wanted, others] of [
    ['a number', phone(), Object.keys(worlds).slice(1)],
    ['a mailbox', email('kim@example.org'), ['a colleague uses it', 'it had its codes for today through others']],
  ] as const) {
    for (const other of others) {
      test(`whether of ${name} ${other} does not show, in words or outcomes (${language})`, async () => {
        const plain = await probe('nobody uses it', wanted, language);
        const special = await probe(other, wanted, language);
        assert.deepEqual(special.screens, plain.screens);
        assert.equal(special.silent, other !== 'a colleague uses it');
        assert.ok(
          plain.screens.length === 20 && new Set(plain.screens).size >= 10,
          'the probe looks at different screens',
        );
        assert.equal(plain.silent, false);
      });
    }
  }
}

test('the same records are written as often, whoever uses the number and whatever its country', async () => {
  const plain = await probe('nobody uses it', phone(), 'en');
  for (const other of ['a colleague uses it', 'it lies in a blocked country']) {
    assert.deepEqual((await probe(other, phone(), 'en')).writes, plain.writes, other);
  }
  assert.deepEqual(plain.writes, { person: 11, 'address-limit': 3, 'tenant-limit': 3 });
});

test('a code that a provider took and one that nobody sends look the same on the card', async () => {
  const bench = enrolling();
  await bench.enrolment.begin(asker(9), phone());
  const { challenge } = await bench.person(curious);
  assert.ok(challenge);
  const shown = (more: Partial<typeof challenge>) =>
    codeCard(teller('en', null), defaultPolicy, { ...challenge, ...more }, '', bench.clock());
  assert.deepEqual(shown({ delivery: 'accepted' }), shown({ silent: true }));
  assert.notDeepEqual(shown({ delivery: 'refused' }), shown({ silent: true }));
});

const states: Readonly<Record<string, (bench: Enrolling) => Promise<unknown> | unknown>> = {
  'with a fresh code': () => {},
  'after two wrong codes': (bench) => answerWrong(bench, 2),
  'with one try left': (bench) => answerWrong(bench, 4),
  'with no try left': (bench) => answerWrong(bench, 5),
  'with a code that has run out': (bench) => bench.clock.turn(6 * minute),
  'with no code under way': (bench) => bench.enrolment.abandon(curious),
};

async function answerWrong(bench: Enrolling, count: number): Promise<void> {
  const { challenge } = await bench.person(curious);
  const codes = wrongCodes(await bench.code(curious), 10).slice(-count);
  for (const code of codes) await bench.enrolment.answer(curious, challenge?.id ?? '', code);
}

for (const [state, reach] of Object.entries(states)) {
  test(`another employee’s challenge gets the answer of a wrong code, ${state}`, async () => {
    const answers: unknown[] = [];
    for (const way of ['wrong', 'foreign', 'foreign, own code', 'invented'] as const) {
      const bench = enrolling();
      await bench.enrolment.begin(asker(1), phone(1));
      await bench.enrolment.begin(asker(9), phone(9));
      const victim = await bench.person(employee(1));
      const { challenge: own } = await bench.person(curious);
      const [ownCode, foreignCode] = [await bench.code(curious), await bench.code(employee(1))];
      await reach(bench);
      // A challenge of one's own that has ended is known to be old; so it is left out where there is none under way.
      const ownId = state === 'with no code under way' ? 'd'.repeat(32) : (own?.id ?? '');
      const id = way === 'wrong' ? ownId : way === 'invented' ? 'f'.repeat(32) : (victim.challenge?.id ?? '');
      const code = way === 'foreign' ? foreignCode : way === 'foreign, own code' ? ownCode : wrongCodes(ownCode, 1)[0];
      bench.accesses.length = 0;
      const outcome = await bench.enrolment.answer(curious, id, code ?? '');
      const accesses = [...bench.accesses];
      answers.push([outcome, accesses]);
      assert.deepEqual(await bench.person(employee(1)), victim);
      assert.ok(
        accesses.every(({ id: record }) => record !== personId(employee(1))),
        'nobody else’s record is touched',
      );
    }
    for (const answer of answers) assert.deepEqual(answer, answers[0]);
  });
}
