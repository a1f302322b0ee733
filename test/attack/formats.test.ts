import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import { day, second } from '../../bot/domain/time.ts';
import { isMark, programWriting, raisedMark } from '../../bot/providers/store/format.ts';
import type { Connections } from '../../bot/providers/store/postgres/connections.ts';
import { showProcess } from '../../bot/providers/store/postgres/processes.ts';
import { followFormat } from '../../bot/providers/store/postgres/written-format.ts';

const own = programWriting();
const former = own.written - 1;

interface Other {
  readonly format: number;
  /** How long it has been silent, ms; below zero: it was seen at a time that is still to come. */
  readonly silent: number;
}

/** This program beside rows that others have left in the table of processes. */
function beside(others: Other[], raise: () => Promise<unknown> = async () => undefined) {
  const removed: unknown[] = [];
  let raised = 0;
  const mark = { written: former, readable: former };
  const format = followFormat(own, mark, async () => {
    await raise();
    raised += 1;
  });
  const ask = async ({ name }: { readonly name: string }, values: readonly unknown[]) => {
    if (name === 'process forget') removed.push(values[0]);
    const rows = [{ id: 'own', format: own.written, silent: 0 }, ...others.map((one, at) => ({ id: at, ...one }))];
    return { rows: name === 'process find all' ? rows : [] };
  };
  let beat: () => Promise<unknown> = async () => undefined;
  const heart = (given: () => Promise<unknown>) => {
    beat = given;
    return () => undefined;
  };
  const facts = { release: 'x', format: own.written, keys: [] };
  const shown = showProcess({ ask, once: ask } as unknown as Connections, facts, {
    seen: format.seen,
    heart: heart as never,
  });
  const beats = async (count: number) => {
    for (let at = 0; at < count; at += 1) await beat();
  };
  return { others, removed, format, shown, beats, raised: () => raised };
}

test('a row of any format never brings this program above its own, and an older one that lives holds it back', async () => {
  for (const format of [-2_147_483_648, -1, 0, 1, former]) {
    const { beats, format: written, raised } = beside([{ format, silent: 5 * second }]);
    await beats(20);
    assert.ok(written.now() <= former, `${format}`);
    assert.equal(raised(), 0);
  }
  const { beats, format, raised } = beside([{ format: 2_147_483_647, silent: 5 * second }]);
  await beats(20);
  assert.deepEqual([format.now(), raised()], [own.written, 1], 'a newer one changes nothing');
});

test('a dead row holds nobody back: neither one that is long silent, nor one from a clock that was ahead', async () => {
  for (const silent of [31 * second, 2 * day, -31 * second, -400 * day]) {
    const { beats, format, shown, removed } = beside([{ format: former, silent }]);
    await beats(20);
    assert.deepEqual([format.now(), shown.count()], [own.written, 1], `${silent}`);
    assert.equal(removed.length > 0, Math.abs(silent) > day);
  }
});

test('one that comes back again and again is waited for each time, and a mark that can not be raised is tried again', async () => {
  const { others, beats, format, raised } = beside([]);
  for (let round = 0; round < 5; round += 1) {
    others.push({ format: former, silent: 0 });
    await beats(1);
    others.pop();
    await beats(3);
    assert.deepEqual([format.now(), raised()], [former, 0]);
  }
  await beats(1);
  assert.deepEqual([format.now(), raised()], [own.written, 1]);
  let fails = 3;
  const blocked = beside([], async () => {
    if (fails > 0) {
      fails -= 1;
      throw new Error('no database');
    }
  });
  await blocked.beats(5);
  assert.equal(blocked.format.now(), former, 'nothing is written that is not marked');
  await blocked.beats(3);
  assert.equal(blocked.format.now(), own.written);
});

test('a mark never falls, also under FORMAT; one of a newer program, or one that is none, stops the start', () => {
  const lower = programWriting(2);
  const high = { written: own.written, readable: own.readable };
  assert.deepEqual(raisedMark(high, lower), high);
  assert.throws(() => raisedMark({ written: 9, readable: own.knows + 1 }, lower), Fault);
  for (const value of [
    null,
    {},
    [],
    '3',
    { written: 3 },
    { written: '3', readable: 3 },
    { written: 3, readable: 1.5 },
    { written: Number.NaN, readable: 3 },
  ])
    assert.equal(isMark(value), false, JSON.stringify(value));
});
