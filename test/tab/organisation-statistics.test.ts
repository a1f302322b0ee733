import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, type Person } from '../../bot/domain/account/person.ts';
import { archiveMoves, withoutMoved } from '../../bot/domain/audit/archive.ts';
import { type AuditAct, appendAudit } from '../../bot/domain/audit/trail.ts';
import { Fault } from '../../bot/domain/fault.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import type { Directory } from '../../bot/domain/ports/directory.ts';
import { day, hour, type Instant } from '../../bot/domain/time.ts';
import { countOrganisation, methodsAt } from '../../bot/tab/organisation-statistics.ts';
import type { NamesView, OrganisationView } from '../../bot/tab/page-data.ts';
import { personWith } from '../support/person.ts';
import { employee, kim, monday, tabBench } from '../support/tab-bench.ts';

const week = 7 * day;
let number = 10;

/** Somebody of Kim's tenant with these methods now, and a past. */
function somebody(methods: readonly MethodName[], past: readonly (readonly [Instant, AuditAct])[] = []): Person {
  number += 1;
  const objectId = `0a1b2c3d-0000-4000-8000-0000000000${number}`;
  const audit = past.reduce<Person['audit']>((entries, [at, act]) => appendAudit(entries, act, at), []);
  return { ...personWith(...methods), employee: { ...kim, objectId }, audit };
}

const proved = (method: MethodName) => ({ act: 'method-proven', method, channel: 'text', replaced: false }) as const;
const removed = (method: MethodName) => ({ act: 'method-removed', method }) as const;

async function* each(people: readonly Person[]) {
  yield* people;
}

const count = (...people: readonly Person[]) => countOrganisation(each(people), () => defaultPolicy, monday);

test('everybody is ready, partly ready or not registered, and nobody is two of them', async () => {
  const { people, overTime } = await count(
    somebody(['authentication-phone', 'authentication-email']),
    somebody(['authentication-phone']),
    somebody(['authenticator-app']),
    somebody([]),
  );
  assert.equal(people, 4);
  assert.deepEqual(overTime.at(-1), { at: monday, ready: 1, partly: 2, none: 1 });
});

test('the past is what the audit tells: added, removed, and disowned', async () => {
  const person = somebody(
    ['authentication-phone', 'authentication-email'],
    [
      [monday - 6 * week - hour, proved('authentication-phone')],
      [monday - 4 * week - hour, proved('authentication-email')],
      [monday - 2 * week - hour, removed('authentication-email')],
      [monday - week - hour, { act: 'change-disowned', method: 'authentication-email' }],
    ],
  );
  assert.deepEqual(methodsAt(person, monday - 5 * week), ['authentication-phone']);
  assert.deepEqual(methodsAt(person, monday - 2 * week), ['authentication-phone']);
  const { overTime } = await count(person);
  assert.equal(overTime.length, 13);
  const levels = overTime.map(({ ready, partly }) => (ready ? 'ready' : partly ? 'partly' : 'none'));
  assert.deepEqual(levels.slice(-8), ['none', 'partly', 'partly', 'ready', 'ready', 'partly', 'ready', 'ready']);
});

test('where older entries of the audit have moved away, what somebody still has counts from its proof on', async () => {
  const many = Array.from({ length: 420 }, (_, place) => {
    const again = { act: 'method-written', method: 'authentication-phone' } as const;
    const act = place === 0 ? proved('authentication-phone') : again;
    return [monday - 10 * week + place, act] as const;
  });
  const whole = somebody(['authentication-phone'], many);
  const person = withoutMoved(whole, archiveMoves(whole));
  assert.equal(person.audit[0]?.act, 'older-entries');
  const proven = { address: '+46701234567', channel: 'text', provenAt: monday - 10 * week } as const;
  const dated: Person = { ...person, methods: { 'authentication-phone': proven } };
  assert.deepEqual(methodsAt(dated, monday - 11 * week), []);
  assert.deepEqual(methodsAt(dated, monday - 9 * week), ['authentication-phone']);
});

test('a method policy no longer allows counts for nothing', async () => {
  const policy = { ...defaultPolicy, email: { allowed: false } };
  const ready = somebody(['authentication-phone', 'authentication-email']);
  assert.equal((await countOrganisation(each([ready]), () => policy, monday)).overTime.at(-1)?.partly, 1);
});

const end = Date.UTC(2027, 1, 1);

test('counted is who is ready now and loses it when phones end, not who has only a phone', async () => {
  const one = { ...defaultPolicy, methodsRequired: 1 } as const;
  const pair = somebody(['authentication-phone', 'authentication-email']);
  const lost = somebody(['authentication-phone']);
  const everybody = [pair, lost, somebody([]), somebody(['authentication-email', 'authenticator-app'])];
  const of = async (
    ...[policy, registration, at = monday]: readonly [typeof one | typeof defaultPolicy, 'here' | 'elsewhere', number?]
  ) => {
    const { lapsing } = await countOrganisation(each(everybody), () => policy, at, registration);
    return lapsing.flatMap(({ employees, what }) => employees.map((employee) => [employee, what]));
  };
  assert.deepEqual(await of(defaultPolicy, 'elsewhere'), [[pair.employee, 'phone']], 'the other was never ready');
  assert.deepEqual(await of(one, 'elsewhere'), [[lost.employee, 'phone']], 'the other keeps the mailbox');
  assert.deepEqual(await of(defaultPolicy, 'here'), [], 'where a reset asks the bot, the policy alone counts');
  assert.deepEqual(await of({ ...defaultPolicy, phoneAfterRetirement: 'own-provider' }, 'elsewhere'), []);
  assert.deepEqual(await of(defaultPolicy, 'elsewhere', end), [], 'they are counted as not ready from then on');
});

test('from the day phones end, who needs one is not ready any more; before it, they were', async () => {
  const pair = somebody(
    ['authentication-phone', 'authentication-email'],
    [
      [monday, proved('authentication-phone')],
      [monday, proved('authentication-email')],
    ],
  );
  const { overTime } = await countOrganisation(each([pair]), () => defaultPolicy, end, 'elsewhere');
  assert.deepEqual(
    overTime.slice(-2).map(({ ready, partly }) => [ready, partly]),
    [
      [1, 0],
      [0, 1],
    ],
  );
});

const people = [
  somebody(['authentication-phone']),
  somebody(['authentication-phone', 'authentication-email']),
] as const;
const elsewhere: Person = {
  ...somebody(['authentication-phone']),
  employee: { tenantId: '0a1b2c3d-0000-4000-8000-00000000beef', objectId: kim.objectId },
};
const entries = {
  [kim.objectId]: employee('Kim Berg'),
  [people[0].employee.objectId]: employee('Robin Ek'),
  [people[1].employee.objectId]: employee('Alva Ek'),
};
const supporting = { people: [...people, elsewhere], entries, isSupporter: async () => true };

test('a supporter sees numbers of their own tenant, and no name or address', async (t) => {
  const help = {
    openTickets: async () => [
      monday - hour / 2,
      monday - 2 * hour,
      monday - 3 * day,
      monday - 30 * day,
      monday - 31 * day,
    ],
    failures: async () => [{ situation: 'K5', count: 3 } as const],
  };
  const bench = await tabBench(t, { ...supporting, ticketStatistics: help, registration: 'elsewhere' });
  const response = await bench.ask('/tab/organisation?language=en&timeZone=UTC', await bench.token());
  const text = await response.text();
  const view = JSON.parse(text) as OrganisationView;
  assert.deepEqual(
    view.tickets.rows.map((row) => row.count),
    [1, 1, 1, 2],
  );
  const [cause] = view.failures.rows;
  assert.match(cause?.name ?? '', /^K5: SSPR_0010 WritebackNotEnabled/);
  assert.equal(cause?.count, 3);
  assert.match(
    view.lapsing.text,
    /^One person is ready today, but not from 1 February 2027: .* app, added before then, /,
  );
  for (const secret of ['Robin', 'Alva', '+46', people[0].employee.objectId]) assert.ok(!text.includes(secret), secret);
});

test('names are given to a supporter who asks, after it was written down', async (t) => {
  const noted: unknown[] = [];
  const auditNamesSeen = async (...one: unknown[]) => void noted.push(one);
  const bench = await tabBench(t, { ...supporting, registration: 'elsewhere', auditNamesSeen });
  const response = await bench.ask('/tab/organisation/lapsing', await bench.token(), { method: 'POST' });
  assert.deepEqual((await response.json()) as NamesView, { kind: 'names', names: ['Alva Ek'] });
  assert.deepEqual(noted, [[kim, 1]]);
});

test('names are looked up a few at once, and whoever the directory does not know stands there by their id', async (t) => {
  const many = Array.from({ length: 25 }, () => somebody(['authentication-phone', 'authentication-email']));
  const known = Object.fromEntries(
    many.slice(1).map(({ employee: { objectId } }, at) => [objectId, `Person ${at + 10}`]),
  );
  let [under, most] = [0, 0];
  const directory: Directory = {
    async entry({ objectId }) {
      under += 1;
      most = Math.max(most, under);
      await new Promise(setImmediate);
      under -= 1;
      const name = known[objectId];
      if (objectId !== kim.objectId && !name) throw new Fault('directory-unavailable', 'late');
      return employee(name ?? 'Kim Berg');
    },
  };
  const bench = await tabBench(t, {
    people: many,
    directory,
    registration: 'elsewhere',
    isSupporter: async () => true,
  });
  const response = await bench.ask('/tab/organisation/lapsing', await bench.token(), { method: 'POST' });
  const { names } = (await response.json()) as NamesView;
  assert.deepEqual(names, [many[0]?.employee.objectId, ...Object.values(known)]);
  assert.ok(most > 1 && most <= 10, `${most} at once`);
});

test('when it can’t be written down no name is given', async (t) => {
  const auditNamesSeen = async () => Promise.reject(new Error('disk full'));
  const bench = await tabBench(t, { ...supporting, auditNamesSeen });
  const response = await bench.ask('/tab/organisation/lapsing', await bench.token(), { method: 'POST' });
  assert.equal(response.status, 500);
  assert.doesNotMatch(await response.text(), /Robin/);
});

test('who stops being a supporter is shown nothing from then on, though the count is kept', async (t) => {
  let supporter = true;
  const bench = await tabBench(t, { ...supporting, isSupporter: async () => supporter });
  assert.equal((await bench.ask('/tab/organisation', await bench.token())).status, 200);
  supporter = false;
  assert.equal((await bench.ask('/tab/organisation', await bench.token())).status, 403);
});

test('everybody is counted once for many looks, and anew after ten minutes', async (t) => {
  let now = monday;
  const bench = await tabBench(t, { ...supporting, clock: () => now });
  const token = await bench.token();
  const sentence = async () =>
    ((await (await bench.ask('/tab/organisation?language=en', token)).json()) as OrganisationView).sentence;
  assert.match(await sentence(), /^Enough methods: 1 of 2 people/);
  const late = {
    ...newPerson({ ...kim, objectId: '0a1b2c3d-0000-4000-8000-000000000099' }),
    methods: people[1].methods,
  };
  await bench.store.update('person', `${kim.tenantId}/${late.employee.objectId}`, () => ({
    record: late,
    outcome: undefined,
  }));
  assert.match(await sentence(), /^Enough methods: 1 of 2 people/);
  now += hour / 6;
  assert.match(await sentence(), /^Enough methods: 2 of 3 people/);
});

test('where a reset goes by what Entra has, the page says what its numbers leave out', async (t) => {
  for (const [registration, says] of [
    ['here', /^Enough methods: 1 of 2 people\.$/],
    ['written', /Only what people have shown to the bot counts here/],
    ['elsewhere', /These numbers only cover those who have set something up here before: 2 people/],
  ] as const) {
    const bench = await tabBench(t, { ...supporting, registration });
    const response = await bench.ask('/tab/organisation?language=en', await bench.token());
    assert.match(((await response.json()) as OrganisationView).sentence, says);
  }
});

test('before anybody has come it says so', async (t) => {
  const bench = await tabBench(t, { ...supporting, people: [] });
  const view = (await (
    await bench.ask('/tab/organisation?language=sv', await bench.token())
  ).json()) as OrganisationView;
  assert.equal(view.sentence, 'Ingen har lagt till någon metod än.');
  assert.deepEqual(view.overTime.days, []);
  assert.equal(view.lapsing.ask, null);
});
