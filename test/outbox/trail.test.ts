import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { type AuditEntry, appendAudit, entriesEver, firstBroken } from '../../bot/domain/audit/trail.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { day } from '../../bot/domain/time.ts';
import { employee } from '../support/enrolling.ts';
import { type PostingOptions, posting } from '../support/posting.ts';

const kim = employee(1);
const id = personId(kim);
const november = Date.UTC(2026, 10, 20);

/** A trail of so many entries, five a day, from the 20th of November on. */
function trail(count: number, audit: readonly AuditEntry[] = []): readonly AuditEntry[] {
  for (let at = audit.length; at < count; at += 1) {
    const method = 'authentication-phone';
    audit = appendAudit(
      audit,
      { act: 'method-proven', method, channel: 'text', replaced: true },
      november + at * (day / 5),
    );
  }
  return audit;
}

function bench(watch?: NonNullable<PostingOptions['watch']>) {
  const parts = posting(watch ? { watch } : {});
  const { store } = parts.bench;
  const put = (audit: readonly AuditEntry[]) =>
    store.update('person', id, (current) => ({
      record: { ...(current ?? newPerson(kim)), audit },
      outcome: undefined,
    }));
  const archives = async () => {
    const { ids } = await store.find('audit-archive', { field: 'person', equals: id, limit: 99 });
    const found = await Promise.all(ids.map((one) => store.read('audit-archive', one)));
    return new Map(ids.map((one, at) => [one.replace(`${id}/`, ''), found[at]]));
  };
  return { ...parts, store, put, archives };
}

test('the record keeps the newest 100 entries; older ones move to an archive a month, and the chain goes on', async () => {
  const { put, archives, bench: parts, round } = bench();
  parts.clock.turn(90 * day);
  const whole = trail(130);
  await put(whole);
  assert.equal(await round(0), 1);
  const { audit, letters } = await parts.person(kim);
  assert.deepEqual(letters, []);
  assert.equal(audit.length, 101, 'one stands for those that moved');
  assert.equal(entriesEver(audit), 130);
  assert.equal(firstBroken(audit), undefined);
  const moved = await archives();
  assert.deepEqual([...moved.keys()], ['2026-11/0']);
  const [archive] = moved.values();
  assert.deepEqual([...(archive?.entries ?? []), ...audit.slice(1)], whole);
  assert.equal(firstBroken(archive?.entries ?? [], archive?.before), undefined);

  await put(
    trail(130 + 60, whole)
      .slice(-161)
      .map((entry, at) => (at === 0 ? (audit[0] as AuditEntry) : entry)),
  );
  await round(0);
  const later = await archives();
  assert.deepEqual([...later.keys()], ['2026-11/0', '2026-12/0']);
  let before = '';
  let count = 0;
  for (const one of later.values()) {
    assert.equal(one?.before, before);
    assert.equal(firstBroken(one?.entries ?? [], before), undefined);
    before = one?.entries.at(-1)?.hash ?? '';
    count += one?.entries.length ?? 0;
  }
  const [first] = (await parts.person(kim)).audit;
  assert.deepEqual(first?.act === 'older-entries' && [first.count, first.last], [count, before]);
  assert.equal(count + 100, 190);
});

test('whoever dies between archive and record has moved nothing twice and lost nothing', async () => {
  let writes = 0;
  let dies = Number.POSITIVE_INFINITY;
  const cut = ({ verb }: { readonly verb: string }) => {
    if (verb !== 'write') return;
    writes += 1;
    if (writes > dies) throw new Fault('store-unavailable', 'the process ended here');
  };
  for (const [after, archivedThen] of [
    [1, 0],
    [2, 1],
  ] as const) {
    const { put, archives, bench: parts, round } = bench(cut);
    parts.clock.turn(90 * day);
    dies = Number.POSITIVE_INFINITY;
    await put(trail(130));
    // The lease is the first write, the archive the second, the record the third.
    [writes, dies] = [0, after];
    await round(0);
    const { audit } = await parts.person(kim);
    assert.deepEqual([audit.length, (await archives()).size], [130, archivedThen]);
    dies = Number.POSITIVE_INFINITY;
    await round(day);
    const [archive] = (await archives()).values();
    assert.equal(archive?.entries.length, 30);
    const rest = (await parts.person(kim)).audit;
    assert.deepEqual([...(archive?.entries ?? []), ...rest.slice(1)], trail(130), `after ${after} writes`);
  }
});

test('whoever is forgotten leaves no archive behind', async () => {
  const { put, archives, bench: parts, round } = bench();
  parts.clock.turn(90 * day);
  await put(trail(130));
  await round(0);
  assert.equal((await archives()).size, 1);
  assert.equal((await parts.enrolment.erase(kim)).kind, 'erased');
  await round(day);
  assert.equal((await archives()).size, 0);
});

test('who is forgotten in the very round in which entries move leaves no archive behind either', async () => {
  const { put, archives, store, bench: parts, round } = bench();
  parts.clock.turn(90 * day);
  await put(trail(130));
  const forget = { kind: 'forget', id: 'kim-forget', due: parts.clock(), dies: null, tries: [] } as const;
  await store.update('person', id, (known = newPerson(kim)) => ({
    record: { ...known, letters: [...known.letters, forget] },
    outcome: undefined,
  }));
  await round(0);
  await round(day);
  assert.equal((await archives()).size, 0);
  assert.equal(await store.read('person', id), undefined);
});
