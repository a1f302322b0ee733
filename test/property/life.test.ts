import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { day, hour, minute, second } from '../../bot/domain/time.ts';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import {
  bringBack,
  called,
  changes,
  crash,
  disown,
  erase,
  type Life,
  leftAlone,
  letsGo,
  ownerRecovers,
  pass,
  post,
  prove,
  putsRight,
  register,
  remove,
  seenAtTheDesk,
  steal,
} from './life-commands.ts';
import { type OldFault, oldFaults } from './life-faults.ts';
import { lifeGhost } from './life-ghost.ts';
import { type Address, addresses, type Faults, lifeWorld, played, type Who } from './life-world.ts';

const who = fc.constantFrom<Who>('owner', 'thief', 'thief');
const address = fc.constantFrom(...(Object.keys(addresses) as Address[]));
const method = fc.constantFrom(...played);
const fate = fc.constantFrom('lost' as const, 'later' as const, 'died' as const);
const steps = [10 * second, minute, 5 * minute, 21 * minute, hour, day, 3 * day, 8 * day, 2 * hour, -2 * hour];
const mischief = fc.oneof(
  address.map((one) => register('thief', one)),
  method.map((one) => remove('thief', one)),
  fc.nat(2).map((back) => disown('thief', back)),
  fc.constant(erase('thief')),
);
const commands = fc.commands(
  [
    fc.tuple(method, fc.array(mischief, { minLength: 1, maxLength: 3 })).map((args) => leftAlone(...args)),
    fc.tuple(method, fc.array(mischief, { minLength: 1, maxLength: 3 })).map((args) => leftAlone(...args)),
    fc
      .tuple(
        who,
        method,
        fc.oneof(
          address.map((one) => register('owner', one)),
          method.map((one) => remove('owner', one)),
        ),
      )
      .map(([one, by, act]) => changes(one, by, act)),
    fc.tuple(who, method, address).map(([one, by, to]) => changes(one, by, register(one, to))),
    fc.tuple(fc.nat(2), method).map((args) => putsRight(...args)),
    fc.tuple(who, address).map((args) => register(...args)),
    fc.tuple(who, address).map((args) => register(...args)),
    fc.tuple(who, method).map((args) => prove(...args)),
    fc.tuple(who, method).map((args) => prove(...args)),
    fc.tuple(who, method).map((args) => remove(...args)),
    fc.tuple(who, fc.nat(2)).map((args) => disown(...args)),
    fc.tuple(who, fc.nat(2)).map((args) => disown(...args)),
    who.map(bringBack),
    fc.oneof(who.map(erase), who.map(called), fc.constant(seenAtTheDesk()), fc.constant(letsGo())),
    fc.oneof(fc.constant(steal), fc.constant(crash)),
    fc.constantFrom(...steps).map(pass),
    fc.constantFrom(...steps).map(pass),
    fc.array(fate, { maxLength: 3 }).map(post),
  ],
  { maxCommands: 30, size: 'medium' },
);

/** A life that begins with a phone and a mailbox of long ago. */
function lived(seen: Map<string, number>, faults: Faults = {}) {
  return fc.asyncProperty(commands, fc.nat(1_000), async (story, seed) => {
    const world = lifeWorld(seed, faults);
    const life: Life = { ...world, running: world.enrolment, seen };
    const ghost = lifeGhost();
    for (const one of ['+46701230001', 'kim@home.example'] as const) await register('owner', one).run(ghost, life);
    await post([]).run(ghost, life);
    await pass(30 * day).run(ghost, life);
    await fc.asyncModelRun(() => ({ model: ghost, real: life }), story);
    await ownerRecovers(ghost, life);
  });
}

const runs = amount(150, 10_000);

test(`in ${runs} lives of owner, thief, supporters, time and crashes the promises of the ways back hold`, async (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const seen = new Map<string, number>();
  await fc.assert(lived(seen), { seed, numRuns: runs });
  t.diagnostic([...seen].map(([kind, count]) => `${kind} ${count}`).join(' · '));
  for (const kind of [
    'disowns taken-out',
    'brings-back brought-back',
    'erases erased',
    'registers frozen',
    'lets-go let-go',
  ]) {
    assert.ok(seen.has(kind), `${kind} was met`);
  }
  const measured = `${runs} lives, no counter-example`;
  figure({ test: 'life of a record', measured, target: '10,000 lives, no counter-example', met: runs >= 10_000, seed });
});

/** Which promise each of them breaks. */
const breaks: Readonly<Record<OldFault, RegExp>> = {
  'a disowned change brings the old value back at once': /who holds no method of theirs got one in/,
  'only the newest change of one method is undone': /can not be disowned any more/,
  'only the addresses that are methods are told that a change was disowned': /lost its place and is not told/,
  'the addresses that lose their place are told by mail only': /lost its place and is not told/,
  'forgetting somebody drops the changes and what tells of them': /is not told|can not be disowned any more/,
  'who has no method has nothing to show': /can not be disowned any more|got one in/,
};

for (const [name, faults] of Object.entries(oldFaults) as [OldFault, Faults][]) {
  test(`the model finds it when ${name}`, async () => {
    const found = await fc.check(lived(new Map(), faults), { seed: 7, numRuns: 2_000, endOnFailure: true });
    assert.ok(found.failed, 'nothing was found');
    assert.match(String(found.errorInstance), breaks[name]);
  });
}
