import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Glimpse } from '../../../bot/domain/reset-service/slots.ts';
import { compareGlimpses, glimpseOf, nextLook } from '../../../bot/domain/reset-service/watch.ts';
import { day, hour, minute } from '../../../bot/domain/time.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, kim, phone } from '../../support/graph-tenant.ts';

const begun = Date.UTC(2026, 10, 23, 9);

test('looks come often at first, then seldom, and end after three days', () => {
  const looks: number[] = [];
  for (let at = nextLook(begun, begun); at !== undefined; at = nextLook(begun, at)) looks.push(at - begun);
  assert.equal(looks[0], minute);
  assert.equal(looks.at(-1), 3 * day);
  assert.ok(looks.filter((after) => after <= hour).length >= 8);
  assert.ok(looks.length <= 20, 'few enough for everybody at once');
  assert.deepEqual(
    looks,
    looks.toSorted((one, other) => one - other),
  );
});

test('a look that was missed is not made up for', () => {
  assert.equal(nextLook(begun, begun + 3 * hour), begun + 4 * hour);
  assert.equal(nextLook(begun, begun + 3 * day), undefined);
});

async function seenOf(t: Parameters<typeof graphBench>[0], registered: boolean) {
  const person = goodPerson({ phones: [], email: null });
  Object.assign(person.report ?? {}, { isSsprRegistered: registered });
  const bench = await graphBench(t, goodTenant(person));
  const look = async (): Promise<Glimpse> => {
    bench.time.turn(minute);
    return glimpseOf(await bench.directory.facts(kim, never()));
  };
  return { ...bench, person, look };
}

test('a number that shows up is seen at the next look, long before the report tells', async (t) => {
  const { person, look } = await seenOf(t, false);
  const before = await look();
  assert.deepEqual(compareGlimpses({ before, begun }, await look()), { kind: 'nothing-new' });
  person.phones.push(phone('mobile', '+46 701234567'));
  person.email = 'kim@home.example';
  assert.deepEqual(compareGlimpses({ before, begun }, await look()), {
    kind: 'more-than-before',
    methods: ['mobile', 'email'],
  });
});

test('when the report says it is enough, they are registered', async (t) => {
  const { person, look } = await seenOf(t, false);
  const before = await look();
  Object.assign(person.report ?? {}, { isSsprRegistered: true });
  const look2 = compareGlimpses({ before, begun }, await look());
  assert.deepEqual(look2, { kind: 'registered', at: Date.parse('2026-11-23T04:00:00Z') });
});

test('who was registered before is not told so again', async (t) => {
  const { look } = await seenOf(t, true);
  assert.deepEqual(compareGlimpses({ before: await look(), begun }, await look()), { kind: 'nothing-new' });
});

test('what can not be seen is not called nothing', async (t) => {
  const { graph, look } = await seenOf(t, false);
  const before = await look();
  for (const one of ['UserAuthMethod-Phone.Read.All', 'UserAuthMethod-Email.Read.All']) graph.missing.add(one);
  const after = await look();
  assert.deepEqual(compareGlimpses({ before, begun }, after), { kind: 'can-not-see' });
  assert.deepEqual(compareGlimpses({ before, begun: Date.parse('2026-11-23T03:00:00Z') }, after), {
    kind: 'nothing-new',
  });
});
