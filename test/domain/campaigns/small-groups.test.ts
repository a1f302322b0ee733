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
