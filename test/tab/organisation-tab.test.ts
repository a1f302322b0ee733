import assert from 'node:assert/strict';
import { test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import { firstBroken } from '../../bot/domain/audit/trail.ts';
import { auditNamesSeen } from '../../bot/tab/organisation-tab.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { kim, monday } from '../support/tab-bench.ts';

test('that a supporter saw names stands in their own chain of entries, and stays', async () => {
  const store = openMemoryStore();
  await auditNamesSeen(store, kim, 7, monday);
  await auditNamesSeen(store, kim, 2, monday + 1);
  const person = await store.read('person', personId(kim));
  const seen = person?.audit.map((entry) => [entry.act, 'count' in entry && entry.count, entry.at]);
  assert.deepEqual(seen, [
    ['names-seen', 7, monday],
    ['names-seen', 2, monday + 1],
  ]);
  assert.equal(firstBroken(person?.audit ?? []), undefined);
});
