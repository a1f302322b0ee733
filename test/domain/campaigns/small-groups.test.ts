import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGroupCount, leastShown } from '../../../bot/domain/campaigns/small-groups.ts';
import { seeded, seedOfRun } from '../../support/seeded.ts';

const columns = ['ready', 'nothing'] as const;

/** So many people in each group; every other one is ready. */
function counted(sizes: Readonly<Record<string, number>>) {
  const count = createGroupCount(columns);
  for (const [name, size] of Object.entries(sizes)) {
    for (let one = 0; one < size; one += 1) {
      count.add(name === '' ? [] : [name], [one % 2 === 0 ? 'ready' : 'nothing']);
    }
  }
  return count.rows().map(({ name, groups, people }) => [name, groups, people]);
}

test('groups are shown as they are where none is small', () => {
  assert.deepEqual(counted({ Sales: 5, Research: 9 }), [
    ['Research', 1, 9],
    ['Sales', 1, 5],
  ]);
});

test('a small group stands together with the next smallest, which alone would be shown', () => {
  assert.deepEqual(counted({ Sales: 4, Research: 9, Finance: 7 }), [
    ['Research', 1, 9],
    [null, 2, 11],
  ]);
});

test('small groups that are enough together take no other with them', () => {
  assert.deepEqual(counted({ Sales: 4, Support: 1, Research: 9 }), [
    ['Research', 1, 9],
    [null, 2, 5],
  ]);
});

test('small groups that are too few together take the next smallest with them', () => {
  assert.deepEqual(counted({ Sales: 2, Support: 1, Research: 9, Finance: 6 }), [
    ['Research', 1, 9],
    [null, 3, 9],
  ]);
});

test('those without a group are a group as well', () => {
  assert.deepEqual(counted({ '': 2, Research: 9, Finance: 6 }), [
    ['Research', 1, 9],
    [null, 2, 8],
  ]);
});

test('fewer people than are ever shown come to nothing at all', () => {
  assert.deepEqual(counted({ Sales: 2, Support: 2 }), []);
});

test('somebody in two of the groups that stand together is counted once', () => {
  const count = createGroupCount(columns);
  for (let one = 0; one < 8; one += 1) count.add(['Sweden'], ['ready']);
  for (let one = 0; one < 3; one += 1) count.add(['Board', 'Night'], ['nothing']);
  for (let one = 0; one < 3; one += 1) count.add(['Night'], ['ready']);
  assert.deepEqual(count.rows(), [
    { name: 'Sweden', groups: 1, people: 8, counts: { ready: 8, nothing: 0 } },
    { name: null, groups: 2, people: 6, counts: { ready: 3, nothing: 3 } },
  ]);
});

test('a group that is another, or everybody, but for a few people is left out', () => {
  const count = createGroupCount(columns);
  for (let one = 0; one < 40; one += 1) count.add(['Everybody', 'Sweden', 'Drivers'], ['ready']);
  for (let one = 0; one < 2; one += 1) count.add(['Everybody', 'Sweden'], ['nothing']);
  for (let one = 0; one < 20; one += 1) count.add(['Everybody', 'Norway'], ['ready']);
  for (let one = 0; one < 3; one += 1) count.add(['Norway'], ['ready']);
  assert.deepEqual(count.rows(), [
    { name: 'Sweden', groups: 1, people: 42, counts: { ready: 40, nothing: 2 } },
    { name: 'Norway', groups: 1, people: 23, counts: { ready: 23, nothing: 0 } },
  ]);
});

const seed = seedOfRun();
test(`whoever knows the total learns nothing of a small group by any difference, seed ${seed}`, () => {
  const { below } = seeded(seed);
  for (let organisation = 0; organisation < 300; organisation += 1) {
    const sizes = Array.from({ length: 1 + below(9) }, () => 1 + below(14));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const count = createGroupCount(columns);
    for (const [at, size] of sizes.entries()) for (let one = 0; one < size; one += 1) count.add([`${at}`], ['ready']);
    const rows = count.rows();
    const words = `${sizes}: ${JSON.stringify(rows)}`;
    if (rows.length === 0) {
      assert.ok(total < leastShown, words);
      continue;
    }
    assert.equal(
      rows.reduce((sum, { people }) => sum + people, 0),
      total,
      words,
    );
    for (const { name, groups, people } of rows) {
      assert.ok(people >= leastShown, words);
      // What is left when every named row is taken off the total is one group, or at least two.
      if (name !== null) assert.equal(people, sizes[Number(name)], words);
      else assert.ok(groups > 1 || sizes.every((size) => size < leastShown) || total === people, words);
    }
  }
});

test(`groups that overlap tell of nobody by the difference of any two rows, seed ${seed}`, () => {
  const { below } = seeded(seed);
  let several = 0;
  for (let organisation = 0; organisation < 500; organisation += 1) {
    // Few who are anything but like the others: the organisation in which a difference tells most.
    const usual = Array.from({ length: 1 + below(5) }, () => below(2) === 0);
    const people = Array.from({ length: 1 + below(40) }, () =>
      usual.flatMap((within, at) => (within !== (below(8) === 0) ? [`${at}`] : [])),
    );
    const count = createGroupCount(columns);
    for (const names of people) count.add(names, ['ready']);
    const rows = count.rows();
    if (rows.length > 1) several += 1;
    const words = JSON.stringify({ people, rows });
    // What can be taken from each other: everybody, and each row that is one group.
    const counted = [people.map(() => true)];
    for (const { name, groups, people: size } of rows) {
      assert.ok(size >= leastShown, words);
      if (groups === 1)
        counted.push(people.map((names) => (name === null ? names.length === 0 : names.includes(name))));
    }
    for (const [at, one] of counted.entries()) {
      for (const other of counted.slice(0, at)) {
        const apart = one.filter((within, person) => within !== other[person]).length;
        assert.ok(apart === 0 || apart >= leastShown, words);
      }
    }
    // Who is in the row of several is not known by name, but by number it is not nearly everybody.
    const together = rows.find(({ groups }) => groups > 1)?.people ?? people.length;
    assert.ok(together === people.length || people.length - together >= leastShown, words);
  }
  assert.ok(several > 50, `${several} organisations with more than one row`);
});
