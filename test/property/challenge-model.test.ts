import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressId, sendsCounted } from '../../bot/domain/enrolment/rate-limit.ts';
import { verifyCode } from '../../bot/domain/enrolment/verify-code.ts';
import { day, hour, minute, second } from '../../bot/domain/time.ts';
import { handClock } from '../support/clock.ts';
import { email, employee, enrolling, phone } from '../support/enrolling.ts';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import {
  abandon,
  answer,
  begin,
  type Guess,
  nearlyUsedUp,
  pass,
  type Real,
  registered,
  resend,
  restart,
  rings,
  rotate,
  unanswered,
  type Whose,
} from './challenge-commands.ts';
import { type ChallengeModel, challengeModel } from './challenge-model.ts';

const runs = amount(1_000, 10_000);
const employees = 2;
const perEmployee = 5;
const wishes = [
  phone(1),
  phone(1, { channel: 'call' }),
  phone(1, { purpose: 'prove' }),
  phone(2),
  phone(3, { country: 'NO' }),
  email('kim@example.org'),
];
const addresses = [...new Set(wishes.map(({ address }) => address))];

const who = fc.nat(employees - 1);
const guess = fc.constantFrom<Guess>('right', 'right', 'right', 'old', 0, 0, 1, 2, 3, 4, 5, 6, 7);
// Steps are far from a day, or far beyond it, so that setting the clock back never brings a forgotten send back.
const steps = [
  second,
  10 * second,
  29 * second,
  30 * second,
  2 * minute,
  5 * minute,
  21 * minute,
  3 * day,
  -second,
  -minute,
  -2 * hour,
];
const commands = fc.commands(
  [
    fc.tuple(who, fc.constantFrom(...wishes)).map((args) => begin(...args)),
    fc.tuple(who, fc.constantFrom(...wishes)).map((args) => begin(...args)),
    fc.tuple(who, fc.constantFrom(0, 0, 0, 1), fc.boolean(), fc.boolean()).map((args) => resend(...args)),
    fc
      .tuple(who, fc.constantFrom<Whose>('own', 'own', 'own', 'foreign', 'unknown', 1, 2), guess)
      .map((args) => answer(...args)),
    fc.tuple(who, fc.constant('own' as const), guess).map((args) => answer(...args)),
    fc.tuple(who, fc.constantFrom(...wishes.slice(0, 2))).map((args) => registered(...args)),
    fc.tuple(who, fc.constantFrom(...wishes)).map((args) => unanswered(...args)),
    fc.oneof(who.map(nearlyUsedUp), fc.constantFrom(...steps).map(pass)),
    fc.constantFrom(...steps.slice(0, 5)).map(pass),
    fc.oneof({ weight: 2, arbitrary: who.map(abandon) }, { weight: 1, arbitrary: fc.constantFrom(restart, rotate) }),
  ],
  { maxCommands: 30, size: 'medium' },
);

test(`${runs} random stories of codes go as the model says`, async (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const seen = new Map<string, number>();
  await fc.assert(
    fc.asyncProperty(commands, async (story) => {
      const model = challengeModel(employees, perEmployee);
      const clock = handClock();
      model.now = clock();
      const policy = { countries: ['SE'], sends: { perEmployee, perTenant: 1_000 } };
      const bench = enrolling({ clock, policy, seed });
      const real: Real = { ...bench, keyring: rings[0], ids: [], codes: [], seen };
      await fc.asyncModelRun(() => ({ model, real }), story);
      await onlyTheNewestCodeLives(model, real);
    }),
    { seed, numRuns: runs },
  );
  assert.equal(seen.size, 17, 'every outcome was met');
  t.diagnostic([...seen].map(([kind, count]) => `${kind} ${count}`).join(' · '));
  const measured = `${runs} runs, no counter-example`;
  figure({ test: 'challenge model', measured, target: '10,000 runs, no counter-example', met: runs >= 10_000, seed });
});

async function onlyTheNewestCodeLives(model: ChallengeModel, real: Real): Promise<void> {
  for (const address of addresses) {
    const ids = real.keyring.versions.map((version) => addressId(real.keyring, version, address));
    const tallies = await Promise.all(ids.map((id) => real.store.read('address-limit', id)));
    assert.equal(
      tallies.reduce((sum, tally) => sum + sendsCounted(tally, model.now), 0),
      model.shared(address),
    );
  }
  for (const { who: number, number: challenge, send, code } of real.codes) {
    const known = await real.person(employee(number));
    const { kind } = verifyCode(known, real.ids[challenge] ?? '', code, real.keyring, model.now).outcome;
    if (kind !== 'method-proven' && kind !== 'identity-proven') continue;
    assert.deepEqual([challenge, send], [model.people[number]?.underWay?.number, model.people[number]?.underWay?.send]);
  }
}
