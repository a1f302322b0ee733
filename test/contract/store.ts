import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { RateCounter } from '../../bot/domain/enrolment/rate-limit.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { claimTime, type Query, type Store, silence } from '../../bot/domain/ports/store.ts';
import { ticket } from '../support/tickets.ts';
import { patience, until } from '../support/until.ts';

/** A place for records, empty at first. */
export interface Place {
  /** Opens a store on it. Called again after the store before was closed. */
  open(): Promise<Store>;
  /** Lets so much of the time pass by which claims and locks end, ms. */
  pass(time: number): Promise<void>;
  /** Deletes it. */
  clear(): Promise<void>;
}

/** Of a place that several processes may have open at once. */
export interface Shared {
  /** Stops the heart of the process that opened this one, its work goes on. @returns lets it beat again */
  hang(store: Store): () => void;
  /** Opens it on a machine whose clock is so far ahead of the others', ms. */
  openAhead(by: number): Promise<Store>;
}

/** What `bot/domain/ports/store.ts` promises, as tests. Runs on every implementation. */
export function storeContract(name: string, newPlace: () => Promise<Place>, shared?: Shared): void {
  describe(`store contract: ${name}`, () => {
    let place: Place;
    let store: Store;

    before(async () => {
      place = await newPlace();
      store = await place.open();
    });
    after(async () => {
      await store.close();
      await place.clear();
    });

    async function reopen(): Promise<void> {
      await store.close();
      store = await place.open();
    }

    const increment = (id: string) =>
      store.update('tenant-limit', id, (tally) => {
        const count = total(tally) + 1;
        return { record: { slots: [{ at: 1, count, by: null }] }, outcome: count };
      });

    test('an id nobody wrote has no record, and a step is told so', async () => {
      assert.equal(await store.read('person', 'nobody'), undefined);
      const seen = await store.update('person', 'somebody', (person) => ({ record: kim(), outcome: person }));
      assert.equal(seen, undefined);
      assert.deepEqual(await store.read('person', 'somebody'), kim());
    });

    test('every kind comes back as it was written, also after reopening', async () => {
      const policy = {
        methodsRequired: 2,
        phone: { allowed: true, channels: ['text'] },
        email: { allowed: false },
        app: { allowed: true },
        officePhone: { allowed: false },
        questions: { allowed: true, toRegister: 4, toAnswer: 3, predefined: ['q1'], own: ['Ä?', 'b\n'] },
        unwritable: 'link',
        phoneAfterRetirement: 'own-provider',
        writeback: 'on',
        licences: 'cover-reset',
        reconfirmDays: 730,
        adviseSpare: false,
        countries: ['SE'],
        ownDomains: [],
        sends: { perEmployee: 1, perTenant: 2 },
        resetPage: 'https://reset.example.org/',
        contact: { name: 'IT „åäö“ 𝄞', address: 'a\n"b"' },
        support: {
          tiers: [['it@example.org'], []],
          unclaimed: { normal: 5, urgent: 1 },
          silent: { normal: 6, urgent: 2 },
          supporters: ['somebody'],
          summary: 'both',
          language: 'sv',
          timeZone: 'Europe/Stockholm',
        },
        roles: { campaigners: ['one', 'another'], policyMakers: ['one'], auditors: [] },
        rules: [
          {
            name: 'Åre „skift“',
            rank: 2,
            for: { groups: ['a group'], countries: ['SE'] },
            methodsRequired: 1,
            phone: { allowed: false, channels: [] },
            email: { allowed: true },
            app: { allowed: false },
            officePhone: { allowed: true },
            questions: { allowed: true, toRegister: 3, toAnswer: 3, predefined: 'all' },
            contact: { name: 'Skiftet', address: '', hours: '', phone: '' },
            support: { tiers: [['shift@example.org']] },
          },
          { name: 'nothing', rank: 1, for: { groups: [], countries: ['NO'] } },
        ],
      } as const;
      await put('person', 'every', kim({ due: [5], tenant: 'every' }));
      await put('conversation', 'every', talk('every'));
      await put('address-limit', 'every', counted(1));
      await put('tenant-limit', 'every', counted(2));
      await put('policy', 'every', policy);
      for (const opening of ['first', 'second']) {
        assert.deepEqual(await store.read('person', 'every'), kim({ due: [5], tenant: 'every' }), opening);
        assert.deepEqual(await store.read('conversation', 'every'), talk('every'), opening);
        assert.deepEqual(await store.read('address-limit', 'every'), counted(1), opening);
        assert.deepEqual(await store.read('tenant-limit', 'every'), counted(2), opening);
        assert.deepEqual(await store.read('policy', 'every'), policy, opening);
        await reopen();
      }
    });

    test('200 increments of one record at once are all counted, each with its own outcome', async () => {
      const outcomes = await Promise.all(Array.from({ length: 200 }, () => increment('one')));
      assert.deepEqual(
        outcomes.sort((a, b) => a - b),
        Array.from({ length: 200 }, (_, at) => at + 1),
      );
      assert.equal(total(await store.read('tenant-limit', 'one')), 200);
    });

    test('200 increments over 50 records at once are all counted', async () => {
      await Promise.all(Array.from({ length: 200 }, (_, at) => increment(`many ${at % 50}`)));
      for (let at = 0; at < 50; at += 1) assert.equal(total(await store.read('tenant-limit', `many ${at}`)), 4);
    });

    test('a step may be run again: only what it returned last counts, and only once', async () => {
      let runs = 0;
      await Promise.all(
        Array.from({ length: 20 }, () =>
          store.update('tenant-limit', 'again', (tally) => {
            runs += 1;
            return { record: counted(total(tally) + 1), outcome: undefined };
          }),
        ),
      );
      assert.ok(runs >= 20);
      assert.equal(total(await store.read('tenant-limit', 'again')), 20);
    });

    test('a read that begins after an update resolved sees it', async () => {
      for (let at = 1; at <= 50; at += 1) {
        const [, early] = await Promise.all([increment('seen'), store.read('tenant-limit', 'seen')]);
        assert.ok(total(early) === at || total(early) === at - 1);
        assert.equal(total(await store.read('tenant-limit', 'seen')), at);
      }
    });

    test('a step that throws changes nothing, and its error comes through', async () => {
      await put('tenant-limit', 'throws', counted(7));
      const failing = store.update('tenant-limit', 'throws', () => {
        throw new RangeError('no');
      });
      await assert.rejects(failing, RangeError);
      assert.equal(total(await store.read('tenant-limit', 'throws')), 7);
      assert.equal(await increment('throws'), 8);
    });

    test('a step that returns what it was given writes nothing', async () => {
      await put('tenant-limit', 'same', counted(7));
      const outcome = await store.update('tenant-limit', 'same', (tally) => {
        assert.ok(tally);
        spoil(tally);
        return { record: tally, outcome: 'looked' };
      });
      assert.equal(outcome, 'looked');
      assert.deepEqual(await store.read('tenant-limit', 'same'), counted(7));
    });

    test('changing what was read, given to a step or returned by one changes nothing stored', async () => {
      const given = talk('mine');
      await put('conversation', 'mine', given);
      spoil(given);
      assert.deepEqual(await store.read('conversation', 'mine'), talk('mine'));
      spoil(await store.read('conversation', 'mine'));
      await store
        .update('conversation', 'mine', (record) => {
          spoil(record);
          throw new RangeError('changed my mind');
        })
        .catch(() => undefined);
      assert.deepEqual(await store.read('conversation', 'mine'), talk('mine'));
    });

    test('a record without its shape is refused before it is written', async () => {
      await put('tenant-limit', 'shape', counted(7));
      for (const wrong of [{ slots: [{ at: Number.NaN, count: 1, by: null }] }, { slots: {} }, { more: 1 }, null]) {
        await assert.rejects(put('tenant-limit', 'shape', wrong as unknown as RateCounter), fault('store-damaged'));
      }
      assert.equal(total(await store.read('tenant-limit', 'shape')), 7);
    });

    test('an id may hold any characters, and no two ids meet', async () => {
      const odd = [
        '../../escape',
        '..',
        '.',
        '/',
        '',
        'a/b',
        'a\\b',
        'A',
        'a',
        '\u00e5',
        'a\u030a',
        '👩‍💻',
        '\t\n',
        'x'.repeat(500),
      ];
      const ids = [...odd, `${'x'.repeat(499)}y`, '__proto__', 'con', '%2e%2e', "'; drop table records; --"];
      for (const [at, id] of ids.entries()) await put('tenant-limit', id, counted(at));
      await put('person', '__proto__', kim({ tenant: '__proto__' }));
      await reopen();
      for (const [at, id] of ids.entries()) assert.equal(total(await store.read('tenant-limit', id)), at);
      assert.deepEqual((await store.find('person', { field: 'tenant', equals: '__proto__', limit: 5 })).ids, [
        '__proto__',
      ]);
    });

    test('an id may hold the character that ends strings elsewhere, and so may a value it is found by', async () => {
      const ids = ['\0', 'a\0b', 'a', 'a\0', '\0a', 'person\0a'];
      for (const [at, id] of ids.entries()) await put('tenant-limit', id, counted(at));
      await put('person', 'nul', kim({ tenant: 'a\0b' }));
      await reopen();
      for (const [at, id] of ids.entries()) assert.equal(total(await store.read('tenant-limit', id)), at);
      const found = (equals: string) => store.find('person', { field: 'tenant', equals, limit: 5 });
      assert.deepEqual([(await found('a\0b')).ids, (await found('a')).ids], [['nul'], []]);
      await store.remove('person', 'nul');
    });

    test('a record may be as small as it gets, and a megabyte', async () => {
      await put('tenant-limit', 'small', { slots: [] });
      const large = { ...talk('large'), dialog: { words: 'å𝄞"\\\n'.repeat(120_000) } };
      assert.ok(JSON.stringify(large).length > 1_000_000);
      await put('conversation', 'large', large);
      await put('person', 'large', { ...kim(), chat: 'x'.repeat(1_000_000) });
      await reopen();
      assert.deepEqual(await store.read('tenant-limit', 'small'), { slots: [] });
      assert.deepEqual(await store.read('conversation', 'large'), large);
      assert.equal((await store.read('person', 'large'))?.chat?.length, 1_000_000);
      await store.remove('person', 'large');
    });

    test('what a record holds that is not known here comes back, and is written again with it', async () => {
      const newer = { ...talk('newer'), later: { deep: [1, null] }, seen: ['a'] };
      await put('conversation', 'newer', newer);
      await reopen();
      await store.update('conversation', 'newer', (record) => ({
        record: record && { ...record, at: 18 },
        outcome: undefined,
      }));
      await reopen();
      assert.deepEqual(await store.read('conversation', 'newer'), { ...newer, at: 18 });
    });

    test('steps that wait for one record each get what the one before made of it, whatever becomes of some', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 200 }, (_, at) =>
          store.update('tenant-limit', 'combined', (tally) => {
            if (at % 10 === 3) throw new RangeError(`step ${at}`);
            if (at % 50 === 25) return { record: undefined, outcome: 0 };
            if (at % 10 === 4) return { record: tally, outcome: total(tally) };
            return { record: counted(total(tally) + 1), outcome: total(tally) + 1 };
          }),
        ),
      );
      const refused = outcomes.filter(({ status }) => status === 'rejected');
      assert.equal(refused.length, 20);
      for (const one of refused) assert.ok(one.status === 'rejected' && one.reason instanceof RangeError);
      const made = outcomes.flatMap((one, at) => (one.status === 'fulfilled' && at % 10 !== 4 ? [one.value] : []));
      const last = total(await store.read('tenant-limit', 'combined'));
      // Each increment is the one before and one more, or begins anew after a removal: runs from 1, none with a gap.
      const times = new Map<number, number>();
      for (const value of made) times.set(value, (times.get(value) ?? 0) + 1);
      const removals = times.get(0) ?? 0;
      assert.equal(removals, 4);
      for (const [value, count] of times) if (value > 1) assert.ok(count <= (times.get(value - 1) ?? 0), `${value}`);
      assert.ok((times.get(1) ?? 0) <= removals + 1);
      assert.ok(last <= Math.max(...made));
    });

    test('two records never get the same value of a field that only one may have, however they are written', async () => {
      const raised = (id: string, request: string) => ({ ...ticket({ id: request }), id });
      const raise = (id: string, request: string) => put('ticket', id, raised(id, request));
      const outcomes = await Promise.allSettled(Array.from({ length: 10 }, (_, at) => raise(`t${at}`, 'wish')));
      assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const one of outcomes) if (one.status === 'rejected') assert.ok(fault('store-conflict')(one.reason));
      const { ids } = await store.find('ticket', { field: 'request', equals: 'wish', limit: 9 });
      assert.equal(ids.length, 1);
      const [holder = ''] = ids;
      await raise(holder, 'wish');
      await raise('other', 'another');
      await assert.rejects(raise('other', 'wish'), fault('store-conflict'));
      assert.equal((await store.read('ticket', 'other'))?.requests[0], 'another');
      await reopen();
      await assert.rejects(raise('third', 'wish'), fault('store-conflict'));
      assert.equal(await store.read('ticket', 'third'), undefined);
      await store.remove('ticket', holder);
      await raise('other', 'wish');
      await store.remove('ticket', 'other');
    });

    test('a removed record is gone, from find and after reopening too; removing it again is no fault', async () => {
      await put('person', 'leaver', kim({ tenant: 'leaving', due: [1] }));
      await store.remove('person', 'leaver');
      await store.remove('person', 'leaver');
      assert.equal(await store.read('person', 'leaver'), undefined);
      assert.deepEqual(await store.find('person', { field: 'tenant', equals: 'leaving', limit: 9 }), { ids: [] });
      await reopen();
      assert.equal(await store.read('person', 'leaver'), undefined);
      await put('person', 'leaver', kim({ tenant: 'back' }));
      assert.equal((await store.read('person', 'leaver'))?.employee.tenantId, 'back');
      await store.remove('person', 'leaver');
    });

    test('a step that gives nothing back removes its record, and one that got nothing writes nothing', async () => {
      await store.update('person', 'gone', () => ({ record: kim(), outcome: undefined }));
      const outcome = await store.update('person', 'gone', () => ({ record: undefined, outcome: 'removed' }));
      assert.equal(outcome, 'removed');
      assert.equal(await store.read('person', 'gone'), undefined);
      await store.update('person', 'never', () => ({ record: undefined, outcome: undefined }));
      await reopen();
      assert.equal(await store.read('person', 'gone'), undefined);
      assert.equal(await store.read('person', 'never'), undefined);
    });

    test('find by value gives exactly the records that have it now', async () => {
      await Promise.all(['e1', 'e2', 'e3', 'e4'].map((id) => put('person', id, kim({ tenant: 'equal' }))));
      await put('person', 'e3', kim({ tenant: 'equals' }));
      for (const opening of ['first', 'second']) {
        assert.deepEqual(
          (await all({ field: 'tenant', equals: 'equal', limit: 2 })).sort(),
          ['e1', 'e2', 'e4'],
          opening,
        );
        assert.deepEqual(await all({ field: 'tenant', equals: 'equals', limit: 2 }), ['e3'], opening);
        assert.deepEqual(await all({ field: 'tenant', equals: 'equa', limit: 2 }), [], opening);
        await reopen();
      }
    });

    test('find until a number gives them in ascending order, and none without a value', async () => {
      const dues = { u1: 30, u2: -10, u3: 20, u4: 1_900_000_000_000, u5: 20.5 };
      for (const [id, due] of Object.entries(dues))
        await put('person', id, kim({ due: [due, due + 1], tenant: 'until' }));
      await put('person', 'u6', kim({ tenant: 'until' }));
      await put('person', 'u3', kim({ due: [500, 21], tenant: 'until' }));
      for (const opening of ['first', 'second']) {
        const mine = async (until: number) =>
          (await all({ field: 'due', until, limit: 2 })).filter((id) => id.startsWith('u'));
        assert.deepEqual(await mine(30), ['u2', 'u5', 'u3', 'u1'], opening);
        assert.deepEqual(await mine(20), ['u2'], opening);
        assert.deepEqual(await mine(Number.MAX_SAFE_INTEGER), ['u2', 'u5', 'u3', 'u1', 'u4'], opening);
        await reopen();
      }
    });

    test('pages join without gap or repetition, and the last one names no next', async () => {
      const ids = Array.from({ length: 25 }, (_, at) => `page ${at}`);
      await Promise.all(ids.map((id) => put('person', id, kim({ tenant: 'pages' }))));
      for (const limit of [1, 4, 5, 24, 25, 26]) {
        const found = await all({ field: 'tenant', equals: 'pages', limit });
        assert.deepEqual(found.sort(), [...ids].sort());
      }
      const whole = await store.find('person', { field: 'tenant', equals: 'pages', limit: 25 });
      assert.equal(whole.next, undefined);
    });

    test('pages go on while records come, go and change between them', async () => {
      const due = (at: number) => kim({ due: [100_000 + at], tenant: 'moving' });
      await Promise.all(Array.from({ length: 20 }, (_, at) => put('person', `m${at}`, due(at))));
      const query = { field: 'due', until: 200_000, limit: 5 };
      const early = (await all({ field: 'due', until: 99_999, limit: 50 })).length;
      const start = await store.find('person', { ...query, limit: early + 5 });
      assert.deepEqual(start.ids.slice(early), ['m0', 'm1', 'm2', 'm3', 'm4']);
      await store.remove('person', 'm4');
      await put('person', 'm5', kim({ tenant: 'moving' }));
      await put('person', 'm0', due(50));
      await put('person', 'm7b', due(7.5));
      const rest: string[] = [];
      for (let after = start.next; after; ) {
        const page = await store.find('person', { ...query, after });
        rest.push(...page.ids);
        after = page.next;
      }
      assert.deepEqual(rest, [...['m6', 'm7', 'm7b'], ...Array.from({ length: 12 }, (_, at) => `m${at + 8}`), 'm0']);
    });

    test('a scan gives every record of a kind once, also of one that is found by nothing, while others come and go', async () => {
      const ids = Array.from({ length: 30 }, (_, at) => `scanned ${at}`);
      await Promise.all(ids.map((id, at) => put('address-limit', id, counted(at))));
      for (const opening of ['first', 'second']) {
        for (const limit of [1, 7, 1_000]) {
          const found = new Map<string, number>();
          let after: string | undefined;
          do {
            const page = await store.scan('address-limit', limit, after);
            assert.ok(page.entries.length <= limit);
            for (const { id, record } of page.entries) {
              assert.ok(!found.has(id), `${id} twice`);
              found.set(id, total(record));
            }
            after = page.next;
            await store.remove('address-limit', 'comes and goes');
            await put('address-limit', 'comes and goes', counted(1));
          } while (after !== undefined);
          const wanted = ids.map((id, at) => [id, at] as const);
          assert.deepEqual([...found].filter(([id]) => id.startsWith('scanned')).sort(), wanted.toSorted(), opening);
        }
        await reopen();
      }
    });

    test('what is claimed is given to nobody else until its time is over, and in ascending order', async () => {
      const dues = { c1: 3, c2: 1, c3: 2, c4: 4, c5: 900 };
      await Promise.all(Object.entries(dues).map(([id, due]) => put('person', id, kim({ due: [due - 5_000] }))));
      await put('person', 'c6', kim());
      const claim = (limit: number) => store.claim('person', -4_900, limit);
      assert.deepEqual(await claim(2), ['c2', 'c3']);
      assert.deepEqual(await claim(2), ['c1', 'c4']);
      assert.deepEqual(await claim(2), []);
      await place.pass(claimTime - 1);
      assert.deepEqual(await claim(9), []);
      await place.pass(1);
      assert.deepEqual(await claim(9), ['c2', 'c3', 'c1', 'c4']);
      await Promise.all(Object.keys(dues).map((id) => store.remove('person', id)));
    });

    test('a claim ends with the next write of its record, and not with one that came to nothing', async () => {
      await put('person', 'w1', kim({ due: [-9_000] }));
      const claim = () => store.claim('person', -8_000, 9);
      assert.deepEqual(await claim(), ['w1']);
      await store.read('person', 'w1');
      await store.update('person', 'w1', (person) => ({ record: person, outcome: undefined }));
      const refused = store.update('person', 'w1', () => {
        throw new RangeError('no');
      });
      await assert.rejects(refused, RangeError);
      assert.deepEqual(await claim(), []);
      await put('person', 'w1', kim({ due: [-9_000, 5] }));
      assert.deepEqual(await claim(), ['w1']);
      await put('person', 'w1', kim({ due: [-10] }));
      assert.deepEqual(await claim(), []);
      await put('person', 'w1', kim({ due: [-8_500] }));
      assert.deepEqual(await claim(), ['w1']);
      await store.remove('person', 'w1');
      await put('person', 'w1', kim({ due: [-8_500] }));
      assert.deepEqual(await claim(), ['w1']);
      await store.remove('person', 'w1');
      assert.deepEqual(await claim(), []);
    });

    test('of many who claim at once each gets what no other has', async () => {
      const ids = Array.from({ length: 60 }, (_, at) => `claimed ${at}`);
      await Promise.all(ids.map((id) => put('person', id, kim({ due: [-20_000] }))));
      const claims = await Promise.all(Array.from({ length: 10 }, () => store.claim('person', -19_000, 7)));
      assert.deepEqual(claims.flat().sort(), [...ids].sort());
      assert.ok(claims.every((one) => one.length <= 7));
      await Promise.all(ids.map((id) => store.remove('person', id)));
    });

    test('a lock is held by one at a time, in order of arrival', async () => {
      const order: number[] = [];
      let inside = 0;
      await Promise.all(
        Array.from({ length: 20 }, (_, at) =>
          store.lock('order', 5_000, async () => {
            inside += 1;
            assert.equal(inside, 1);
            await pause(1);
            order.push(at);
            inside -= 1;
          }),
        ),
      );
      assert.deepEqual(
        order,
        Array.from({ length: 20 }, (_, at) => at),
      );
    });

    test('a lock gives back what work comes to, and is free again when work throws', async () => {
      assert.equal(await store.lock('result', 100, async () => 'done'), 'done');
      const failing = store.lock('result', 100, async () => {
        throw new RangeError('no');
      });
      await assert.rejects(failing, RangeError);
      assert.equal(await store.lock('result', 100, async () => 'again'), 'again');
    });

    test('who waits longer than their patience gets a fault, and those behind them still get their turn', async () => {
      let free = () => {};
      const held = store.lock('patience', 100, () => new Promise<void>((resolve) => (free = resolve)));
      const impatient = store.lock('patience', 20, async () => assert.fail('the lock was held'));
      const patient = store.lock('patience', patience, async () => 'mine');
      await assert.rejects(impatient, fault('lock-timeout'));
      assert.equal(await store.lock('another', patience, async () => 'free'), 'free');
      free();
      await held;
      assert.equal(await patient, 'mine');
    });

    test('who holds a lock is not told that it was lost while their process is heard', async () => {
      await store.lock('kept', 100, async (lost) => {
        await place.pass(2 * silence);
        await assert.rejects(
          store.lock('kept', 20, async () => assert.fail('the lock was held')),
          fault('lock-timeout'),
        );
        assert.equal(lost.aborted, false);
      });
    });

    test('updates go on inside a lock', async () => {
      const inside = store.lock('one', 100, () => increment('inside a lock'));
      assert.equal(await inside, 1);
    });

    test('closing waits for the writes under way', async () => {
      const writes = Array.from({ length: 20 }, (_, at) => increment(`closing ${at}`));
      await reopen();
      await Promise.all(writes);
      for (let at = 0; at < 20; at += 1) assert.equal(total(await store.read('tenant-limit', `closing ${at}`)), 1);
    });

    test('the head is another after each lasting write, and the same after reopening', async () => {
      await put('person', 'headed', kim());
      const heads = [await store.head()];
      await put('person', 'headed', kim({ due: [1] }));
      heads.push(await store.head());
      await put('person', 'headed too', kim());
      heads.push(await store.head());
      await store.remove('person', 'headed');
      heads.push(await store.head());
      assert.equal(new Set(heads).size, heads.length);
      assert.ok(heads.every((head) => typeof head === 'string' && /^\S{20,100}$/.test(head)));
      await put('conversation', 'headed', talk('headed'));
      assert.equal(await store.head(), heads.at(-1), 'chats do not count');
      await reopen();
      assert.equal(await store.head(), heads.at(-1));
    });

    test('a check finds nothing where nobody else wrote, also while records come, change and go', async () => {
      assert.deepEqual(await store.check(), []);
      const writes = Array.from({ length: 60 }, (_, at) =>
        at % 3 === 2 ? store.remove('tenant-limit', `checked ${at - 1}`) : increment(`checked ${at}`),
      );
      const [faults] = await Promise.all([store.check(), ...writes, put('person', 'checked', kim())]);
      assert.deepEqual(faults, []);
      assert.deepEqual(await store.check(), []);
      await reopen();
      assert.deepEqual(await store.check(), []);
    });

    test('a closed store answers with a fault', async () => {
      const closed = store;
      await reopen();
      await assert.rejects(closed.read('person', 'any'), fault('store-unavailable'));
    });

    if (shared) severalProcesses(shared);

    function severalProcesses({ hang, openAhead }: Shared): void {
      let other: Store;
      before(async () => {
        other = await place.open();
      });
      after(() => other.close());

      test('increments by two processes at once are all counted', async () => {
        const add = (by: Store) =>
          by.update('tenant-limit', 'two', (tally) => ({
            record: counted(total(tally) + 1),
            outcome: total(tally) + 1,
          }));
        const outcomes = await Promise.all(Array.from({ length: 200 }, (_, at) => add(at % 2 === 0 ? store : other)));
        assert.deepEqual(
          outcomes.sort((a, b) => a - b),
          Array.from({ length: 200 }, (_, at) => at + 1),
        );
      });

      test('what one process writes, another reads and finds at once', async () => {
        await put('person', 'told', kim({ tenant: 'told' }));
        assert.deepEqual(await other.read('person', 'told'), kim({ tenant: 'told' }));
        assert.deepEqual((await other.find('person', { field: 'tenant', equals: 'told', limit: 2 })).ids, ['told']);
        await other.remove('person', 'told');
        assert.equal(await store.read('person', 'told'), undefined);
        assert.deepEqual((await store.find('person', { field: 'tenant', equals: 'told', limit: 2 })).ids, []);
      });

      test('what one process has claimed no other gets, and what it wrote any of them', async () => {
        const ids = Array.from({ length: 40 }, (_, at) => `shared ${at}`);
        await Promise.all(ids.map((id) => put('person', id, kim({ due: [-30_000] }))));
        const claim = (by: Store, limit = 5) => by.claim('person', -29_000, limit);
        const claims = await Promise.all(Array.from({ length: 9 }, (_, at) => claim(at % 2 === 0 ? store : other)));
        assert.deepEqual(claims.flat().sort(), [...ids].sort());
        await put('person', 'shared 7', kim({ due: [-29_500] }));
        assert.deepEqual(await claim(other), ['shared 7']);
        await place.pass(claimTime);
        assert.equal((await claim(other, 99)).length, 40, 'a claimer that died holds nothing for longer');
        await Promise.all(ids.map((id) => store.remove('person', id)));
      });

      test('a value that only one record may have is one over all processes', async () => {
        const raise = (by: Store, id: string) =>
          by.update('ticket', id, () => ({ record: { ...ticket({ id: 'shared wish' }), id }, outcome: undefined }));
        const outcomes = await Promise.allSettled(
          Array.from({ length: 10 }, (_, at) => raise(at % 2 === 0 ? store : other, `s${at}`)),
        );
        assert.equal(outcomes.filter(({ status }) => status === 'fulfilled').length, 1);
      });

      test('machines whose clocks are apart go by one clock', async () => {
        const now = () => 1_000_000_000_000;
        for (const by of [-600_000, -20_000, 20_000, 600_000]) {
          const away = await openAhead(by);
          const apart = away.clock(() => now() + by)() - store.clock(now)();
          await away.close();
          assert.ok(Math.abs(apart) < 1_000, `${apart} ms`);
        }
      });

      test('a lock is held by one process at a time', async () => {
        let inside = 0;
        await Promise.all(
          Array.from({ length: 20 }, (_, at) =>
            (at % 2 === 0 ? store : other).lock('shared', patience, async () => {
              inside += 1;
              assert.equal(inside, 1);
              await pause(1);
              inside -= 1;
            }),
          ),
        );
        const held = store.lock('shared', 100, () =>
          other.lock('shared', 20, async () => assert.fail('the lock was held')),
        );
        await assert.rejects(held, fault('lock-timeout'));
        assert.equal(await other.lock('shared', 100, async () => 'free'), 'free');
      });

      test('the lock of a process that hangs is another’s after its silence, and it hears of that', async () => {
        let end = () => {};
        let lost = new AbortController().signal;
        const hanging = store.lock('hangs', 100, (signal) => {
          lost = signal;
          return new Promise<void>((resolve) => (end = resolve));
        });
        const goOn = hang(store);
        await place.pass(silence - 1);
        await assert.rejects(
          other.lock('hangs', 20, async () => undefined),
          fault('lock-timeout'),
        );
        await place.pass(1);
        await other.lock('hangs', patience, async (signal) => {
          assert.equal(lost.aborted, false, 'who hangs hears nothing');
          goOn();
          await until('it hears of that', () => lost.aborted);
          end();
          await hanging;
          await assert.rejects(
            store.lock('hangs', 20, async () => assert.fail('who has lost it can’t let go of it')),
            fault('lock-timeout'),
          );
          assert.equal(signal.aborted, false);
        });
        assert.equal(await store.lock('hangs', 100, async () => 'again'), 'again');
      });
    }

    function put<K extends 'person' | 'conversation' | 'tenant-limit' | 'address-limit' | 'policy' | 'ticket'>(
      kind: K,
      id: string,
      record: NonNullable<Awaited<ReturnType<typeof store.read<K>>>>,
    ): Promise<void> {
      return store.update(kind, id, () => ({ record, outcome: undefined }));
    }

    async function all(query: Query): Promise<string[]> {
      const ids: string[] = [];
      let page = await store.find('person', query);
      ids.push(...page.ids);
      while (page.next !== undefined) {
        assert.equal(page.ids.length, query.limit);
        page = await store.find('person', { ...query, after: page.next });
        ids.push(...page.ids);
      }
      return ids;
    }
  });
}

export function fault(code: Fault['code']): (error: unknown) => boolean {
  return (error) => error instanceof Fault && error.code === code;
}

function total(tally: RateCounter | undefined): number {
  return (tally?.slots ?? []).reduce((sum, { count }) => sum + count, 0);
}

function counted(count: number): RateCounter {
  return { slots: [{ at: 1, count, by: null }] };
}

function kim({ tenant = 'tenant', due = [] as readonly number[] } = {}): Person {
  const employee = { tenantId: tenant, objectId: 'kim' };
  const letters = due.map(
    (at) => ({ kind: 'refresh', id: personId(employee), due: at, dies: null, tries: [] }) as const,
  );
  return { ...newPerson(employee), letters };
}

function talk(of: string): Conversation {
  return {
    version: 1,
    dialog: { stack: [{ id: of, state: { at: 1, none: null } }] },
    reference: { user: of },
    language: 'sv',
    timeZone: null,
    card: null,
    seen: ['a', 'b'],
    playing: null,
    typesHereUntil: null,
    at: 17,
  };
}

/** Changes everything that can be changed; a store may forbid it instead. */
function spoil(record: unknown): void {
  if (typeof record !== 'object' || record === null) return;
  for (const [name, value] of Object.entries(record)) {
    spoil(value);
    Reflect.set(record, name, 'spoilt');
  }
}
