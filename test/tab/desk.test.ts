import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { firstBroken } from '../../bot/domain/audit/trail.ts';
import { type ListedEmployee, whereListed } from '../../bot/domain/campaigns/audience.ts';
import { campaignSettingsSchema } from '../../bot/domain/campaigns/campaign.ts';
import { newRecipient, type Recipient, recipientId } from '../../bot/domain/campaigns/recipient.ts';
import { type DecidedPolicy, defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import type { WhereaboutsSource } from '../../bot/domain/ports/whereabouts.ts';
import { type DeskAct, deskActs, type Role, roles } from '../../bot/domain/roles.ts';
import { day, minute } from '../../bot/domain/time.ts';
import { keptPolicy, parsePolicy, policyDifferences, readPolicy } from '../../bot/settings/policy-file.ts';
import type { DeskBlock, DeskView } from '../../bot/tab/page-data.ts';
import { employee, kim, monday, type TabBench, type TabBenchOptions, tabBench, tabOf } from '../support/tab-bench.ts';
import { until } from '../support/until.ts';

const reader = { language: 'en', timeZone: 'Europe/Stockholm' };
const withRoles = (more: Partial<Policy['roles']>): DecidedPolicy => ({
  ...defaultPolicy,
  roles: { campaigners: [], policyMakers: [], auditors: [], ...more },
});
const all = withRoles({ campaigners: [kim.objectId], policyMakers: [kim.objectId], auditors: [kim.objectId] });

/** Every way to ask for something, and what it takes to be allowed to. */
async function everyAct(): Promise<readonly (readonly [act: DeskAct, path: string, method: 'GET' | 'POST'])[]> {
  const { deskNames } = await tabOf({});
  return [
    ['see-organisation', '/tab/organisation', 'GET'],
    ['see-lapsing-names', '/tab/organisation/lapsing', 'POST'],
    ...deskNames.map(({ name, act }) => [act, `/tab/desk/${name}`, 'POST'] as const),
  ];
}

async function statusOf(bench: TabBench, path: string, method: string, token: string | undefined): Promise<number> {
  const body = { body: JSON.stringify({ id: 'none' }), headers: { 'content-type': 'application/json' } };
  return (await bench.ask(path, token, { method, ...(method === 'POST' && body) })).status;
}

/** Who asks, and which roles count. */
const askers: readonly (readonly [who: string, counted: readonly Role[], options: TabBenchOptions])[] = [
  ['nobody in particular', [], { policy: withRoles({ campaigners: ['somebody else'] }) }],
  ['a supporter', ['supporter'], { isSupporter: async () => true }],
  ['a campaigner', ['campaigner'], { policy: withRoles({ campaigners: [kim.objectId] }) }],
  ['a policy maker', ['policy-maker'], { policy: withRoles({ policyMakers: [kim.objectId] }) }],
  ['an auditor', ['auditor'], { policy: withRoles({ auditors: [kim.objectId] }) }],
  ['somebody with every role', [...roles], { policy: all, isSupporter: async () => true }],
  ...(['guest', 'disabled'] as const).map(
    (account) =>
      [`a ${account} account`, [], { policy: all, entries: { [kim.objectId]: employee('Kim', { account }) } }] as const,
  ),
  ['somebody the directory does not know', [], { policy: all, entries: {} }],
  [
    'somebody while the directory is away',
    [],
    { policy: all, directory: { entry: () => Promise.reject(new Error('away')) } },
  ],
];

for (const [who, counted, options] of askers) {
  test(`${who} may do what the table of roles says, and nothing else`, async (t) => {
    const bench = await tabBench(t, options);
    const token = await bench.token();
    for (const [act, path, method] of await everyAct()) {
      const may = deskActs[act].some((role) => counted.includes(role));
      assert.equal(await statusOf(bench, path, method, token), may ? 200 : 403, `${act}: ${path}`);
      assert.equal(await statusOf(bench, path, method, undefined), 401, `without a token: ${path}`);
    }
  });
}

test('a token of another tenant opens nothing, listed or not', async (t) => {
  const elsewhere = '0a1b2c3d-0000-4000-8000-00000000beef';
  const claims = { tid: elsewhere, iss: `https://login.microsoftonline.com/${elsewhere}/v2.0` };
  // The directory knows people of its own tenant alone, whatever id a token of another says.
  const directory = {
    entry: async ({ tenantId }: typeof kim) => (tenantId === kim.tenantId ? employee('Kim') : undefined),
  };
  const listed = await tabBench(t, { policy: all, directory, tenants: [kim.tenantId, elsewhere] });
  const unlisted = await tabBench(t, { policy: all, directory });
  for (const [, path, method] of await everyAct()) {
    assert.equal(await statusOf(listed, path, method, await listed.token(claims)), 403, path);
    assert.equal(await statusOf(unlisted, path, method, await unlisted.token(claims)), 401, path);
  }
});

test('every role opens something, and every act takes one', async () => {
  const acts = new Set((await everyAct()).map(([act]) => act));
  assert.deepEqual([...acts].sort(), Object.keys(deskActs).sort(), 'no act stands in the table alone');
  for (const role of roles)
    assert.ok(Object.values(deskActs).some((those) => (those as readonly Role[]).includes(role)));
});

test('what is no form is refused, and what there is not is not there', async (t) => {
  const bench = await tabBench(t, { policy: all });
  const token = await bench.token();
  const post = async (path: string, body: string, type = 'application/json') =>
    (await bench.ask(path, token, { method: 'POST', body, headers: { 'content-type': type } })).status;
  assert.equal(await post('/tab/desk/campaigns', '{'), 400);
  assert.equal(await post('/tab/desk/campaigns', 'a=b', 'application/x-www-form-urlencoded'), 415);
  assert.equal(await post('/tab/desk/campaigns', JSON.stringify({ id: 'x'.repeat(40_000) })), 413);
  assert.equal(await post('/tab/desk/nothing', '{}'), 403);
  assert.equal(await post('/tab/desk/campaign', JSON.stringify({ id: { toString: 1 }, name: ['x'] })), 200);
});

// --- What the pages do.

type Tab = Awaited<ReturnType<typeof tabOf>>;

async function asked(tab: Tab, name: string, given: Readonly<Record<string, string>> = {}): Promise<DeskView> {
  const view = await tab.desk(name, kim, reader, given);
  assert.ok(view?.kind === 'desk', `${name}: ${JSON.stringify(view)}`);
  return view;
}

function said({ title, blocks }: DeskView): string {
  return [title, ...blocks.map((block) => JSON.stringify(block))].join('\n');
}

function buttons({ blocks }: DeskView): readonly string[] {
  return blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ call }) => call.name) : []));
}

function tables({ blocks }: DeskView): readonly Extract<DeskBlock, { kind: 'table' }>[] {
  return blocks.filter((block) => block.kind === 'table');
}

/** Looks until nothing is under way. */
async function inTheEnd(tab: Tab, view: DeskView): Promise<DeskView> {
  let last = view;
  await until('it has come to its end', async () => {
    last = await asked(tab, view.same.name, view.same.given);
    return last.again === null;
  });
  return last;
}

const number = (at: number) => `0a1b2c3d-0000-4000-8000-${String(at).padStart(12, '0')}`;
/** Sixteen in two departments, and two in a small one; nobody is ready. */
const listed: readonly ListedEmployee[] = Array.from({ length: 18 }, (_, at) => ({
  employee: { tenantId: kim.tenantId, objectId: number(at + 100) },
  entry: employee(`Person ${at}`, { country: at % 2 === 0 ? 'SE' : 'NO' }),
  department: at < 8 ? 'Sales' : at < 16 ? 'Stores' : 'Board',
  report: undefined,
}));
const entries = {
  [kim.objectId]: employee('Kim Berg'),
  ...Object.fromEntries(listed.map(({ employee: { objectId }, entry }) => [objectId, entry])),
};
const gathered = {
  listed,
  personOf: async () => undefined,
  reaches: async () => true,
  members: undefined,
  policy: defaultPolicy,
  whereabouts: whereListed,
};
const audienceOf = async () => gathered;
const form = {
  sent: 'yes',
  name: 'Ready in time',
  by: '2027-01-29',
  perDay: '6',
  messages: '2',
  from: '09:00',
  to: '15:00',
};

test('a campaign is planned, tried, begun, paused, let go on and ended from the tab', async () => {
  const trials: string[] = [];
  let now = monday;
  const lists = Promise.withResolvers<void>();
  const tab = await tabOf({
    policy: all,
    async audienceOf() {
      await lists.promise;
      return gathered;
    },
    entries,
    clock: () => now,
    trial: async (_, { id }, language) => {
      trials.push(`${id} ${language}`);
      return 'sent';
    },
  });
  assert.match(said(await asked(tab, 'campaigns')), /There are no campaigns yet/);
  const draft = await asked(tab, 'campaign-new', { ...form, countries: 'se, no', 'words-sv': 'Hälsningar från IT' });
  assert.match(said(draft), /Ready in time.*A draft/s);
  assert.deepEqual(buttons(draft), [
    'campaign-rehearse',
    'campaign-stop',
    'campaign-trial',
    'campaign-trial',
    'campaigns',
  ]);
  const cards = draft.blocks.filter((block) => block.kind === 'card');
  assert.deepEqual(
    cards.map(({ language, lines }) => [language, lines.includes('Hälsningar från IT')]),
    [
      ['en', false],
      ['sv', true],
    ],
    'each language has its card, with the words of its own',
  );
  const id = { id: 'ready-in-time' };
  assert.match(said(await asked(tab, 'campaign-trial', { ...id, language: 'sv' })), /It is in your chat/);
  assert.deepEqual(trials, ['ready-in-time sv']);

  const begun = await asked(tab, 'campaign-rehearse', id);
  assert.ok(begun.again !== null, 'what takes minutes is not waited for');
  assert.deepEqual(buttons(begun), ['campaign-trial', 'campaign-trial', 'campaigns'], 'and not begun twice');
  lists.resolve();
  const rehearsed = await inTheEnd(tab, begun);
  assert.match(said(rehearsed), /Ready to start.*18 people get the message; I can write to 18 of them/s);
  const [calendar] = tables(rehearsed);
  assert.deepEqual(
    calendar?.rows.map(([date, count]) => [date, count]),
    [
      ['Mon 23 Nov', '6'],
      ['Tue 24 Nov', '6'],
      ['Wed 25 Nov', '6'],
      ['Fri 27 Nov', '6'],
      ['Mon 30 Nov', '6'],
      ['Tue 1 Dec', '6'],
    ],
    'first messages on three days, second ones four days later on working days',
  );
  assert.equal(await tab.store.read('campaign-recipient', recipientId('ready-in-time', kim)), undefined);

  const running = await inTheEnd(tab, await asked(tab, 'campaign-start', id));
  assert.match(said(running), /Running/);
  assert.deepEqual(buttons(running).slice(0, 2), ['campaign-pause', 'campaign-stop']);
  now += minute;
  assert.match(said(await asked(tab, 'campaign-pause', id)), /Paused/);
  assert.match(said(await inTheEnd(tab, await asked(tab, 'campaign-start', id))), /Running/);
  assert.match(said(await asked(tab, 'campaign-stop', id)), /Ended/);
  assert.match(said(await asked(tab, 'campaign-pause', id)), /That is not possible now/);
  const campaign = await tab.store.read('campaign', 'ready-in-time');
  assert.deepEqual(
    campaign?.trail.map(({ act, by }) => `${act} ${by === kim.objectId}`),
    ['created true', 'rehearsed true', 'started true', 'paused true', 'resumed true', 'ended true'],
  );
  const trail = await inTheEnd(tab, await asked(tab, 'trail'));
  assert.match(said(trail), /Kim Berg","ended Ready in time.*Kim Berg","planned Ready in time/s);
});

test('a form with mistakes keeps what was typed, says where they are, and makes nothing', async () => {
  const tab = await tabOf({ policy: all });
  const wrong = await asked(tab, 'campaign-new', {
    ...form,
    name: '',
    perDay: 'many',
    countries: 'SE, XX',
    by: '2027-01-29',
  });
  const [fields] = wrong.blocks.flatMap((block) => (block.kind === 'form' ? [block.fields] : []));
  const told = fields?.filter((one) => one.wrong !== null).map(({ name, value }) => [name, value]);
  assert.deepEqual(told, [
    ['name', ''],
    ['perDay', 'many'],
    ['countries', 'SE, XX'],
  ]);
  assert.match(said(wrong), /3 fields need another look/);
  assert.match(
    said(await asked(tab, 'campaign-new', { ...form, by: '2026-11-20' })),
    /One field needs/,
    'a day that is over',
  );
  await asked(tab, 'campaign-new', form);
  assert.match(said(await asked(tab, 'campaign-new', form)), /One field needs/, 'the name is taken');
});

test('lists that can not be read leave the campaign as it was, and that is said', async () => {
  const tab = await tabOf({ policy: all, audienceOf: () => Promise.reject(new Error('no lists')) });
  await asked(tab, 'campaign-new', form);
  const failed = await inTheEnd(tab, await asked(tab, 'campaign-rehearse', { id: 'ready-in-time' }));
  assert.match(said(failed), /A draft.*That did not work/s);
});

test('a campaign of another tenant is none', async () => {
  const tab = await tabOf({ policy: all });
  const other = { tenantId: '0a1b2c3d-0000-4000-8000-00000000beef', objectId: number(1) };
  await asked(tab, 'campaign-new', form);
  await tab.store.update('campaign', 'ready-in-time', (known) => ({
    record: known && { ...known, tenantId: other.tenantId },
    outcome: undefined,
  }));
  for (const name of ['campaign', 'campaign-rehearse', 'campaign-start', 'campaign-stop', 'campaign-trial']) {
    assert.match(said(await asked(tab, name, { id: 'ready-in-time' })), /There is no such campaign/, name);
  }
  assert.doesNotMatch(said(await asked(tab, 'campaigns')), /Ready in time/);
  assert.match(
    said(await asked(tab, 'campaign-names', { id: 'ready-in-time', standing: 'waiting' })),
    /There is nobody/,
  );
});

const settings = campaignSettingsSchema.parse({ name: 'Ready in time', by: '2027-01-29' });

/** A campaign that runs: of eighteen people four are ready, one blocks the app. */
async function underWay(options: TabBenchOptions = {}): Promise<Tab> {
  const tab = await tabOf({ policy: all, audienceOf, entries, ...options });
  await asked(tab, 'campaign-new', form);
  await inTheEnd(tab, await asked(tab, 'campaign-rehearse', { id: 'ready-in-time' }));
  for (const [at, { employee: whom, department, entry }] of listed.entries()) {
    const invited = { reason: 'nothing', onFile: [], lapse: null, language: null } as const;
    const one = { ...invited, employee: whom, department, country: entry.country ?? null };
    const recipient = newRecipient('ready-in-time', one, 0, monday);
    const sent = { at: monday, result: 'sent', card: null } as const;
    const stands: Partial<Recipient> =
      at < 4
        ? { messages: [sent], answeredAt: monday + minute, end: 'ready', endedAt: monday + 2 * minute }
        : at === 4
          ? { end: 'blocked', endedAt: monday }
          : { messages: at < 10 ? [sent] : [] };
    await tab.store.update('campaign-recipient', recipientId('ready-in-time', whom), () => ({
      record: { ...recipient, ...stands },
      outcome: undefined,
    }));
  }
  await tab.store.update('campaign', 'ready-in-time', (known) => ({
    record: known && { ...known, settings: { ...known.settings, waves: settings.waves }, state: 'running' as const },
    outcome: undefined,
  }));
  return tab;
}

test('the funnel is told in pictures and tables, and small groups stand together', async () => {
  const tab = await underWay();
  const view = await inTheEnd(tab, await asked(tab, 'campaign', { id: 'ready-in-time' }));
  const bars = view.blocks.filter((block) => block.kind === 'bars');
  assert.deepEqual(bars[0]?.rows, [
    { name: 'Asked to get ready', count: 18 },
    { name: 'Got a message', count: 9 },
    { name: 'Saw it, as far as is known', count: 4 },
    { name: 'Did something about it', count: 4 },
    { name: 'Ready', count: 4 },
  ]);
  assert.match(said(view), /Of 5 people who got it nobody knows whether they saw it/);
  assert.ok(bars.some(({ rows }) => rows.some(({ name, count }) => name === 'Within an hour' && count === 4)));
  const departments = tables(view).find(({ title }) => title === 'By department');
  assert.deepEqual(
    departments?.rows.map(([name, people]) => [name, people]),
    [
      ['Sales', '8'],
      ['2 small groups together', '10'],
    ],
    'two of the Board stand with the next smallest',
  );
  assert.doesNotMatch(said(view), /Person \d|0a1b2c3d-0000-4000-8000-0000000001/, 'nobody is named');
  const csv = await tab.desk('campaign-csv', kim, reader, { id: 'ready-in-time' });
  assert.ok(csv?.kind === 'file');
  assert.match(csv.text, /^\uFEFFby,name,people,reached,.*\r\nwave,1,18,9,/);
  assert.doesNotMatch(csv.text, /Board/);
});

test('names come only when somebody asks, after that is written down; an auditor reads who did', async () => {
  const noted: number[] = [];
  const tab: Tab = await underWay({
    async auditNamesSeen(viewer, count) {
      noted.push(count);
      const person = newPerson(viewer);
      const audit = [{ act: 'names-seen', count, at: monday, hash: 'x' } as const];
      await tab.store.update('person', personId(viewer), () => ({ record: { ...person, audit }, outcome: undefined }));
    },
  });
  assert.deepEqual(noted, []);
  const names = await asked(tab, 'campaign-names', { id: 'ready-in-time', standing: 'ready' });
  assert.deepEqual(tables(names)[0]?.rows, [['Person 0'], ['Person 1'], ['Person 2'], ['Person 3']]);
  assert.deepEqual(noted, [4]);
  const trail = await inTheEnd(tab, await asked(tab, 'trail'));
  assert.match(said(trail), /Kim Berg","4 names/);
});

test('readiness is told as of today and of 1 February, and over time', async () => {
  let now = monday;
  const tab = await tabOf({ policy: all, audienceOf, entries, clock: () => now });
  const first = await asked(tab, 'readiness');
  assert.match(said(first), /I am looking this up/, 'the first look waits for nothing');
  const counted = await inTheEnd(tab, first);
  assert.match(said(counted), /0 of 18 people are ready today, 0 will still be on 1 February 2027/);
  assert.match(said(counted), /"name":"Nothing registered","count":18/);
  assert.deepEqual(
    tables(counted).map(({ title, rows }) => [title, rows.map(([name]) => name)]),
    [
      ['By department', ['Sales', '2 small groups together']],
      ['By country', ['Norway', 'Sweden']],
    ],
  );
  now += day;
  const later = await inTheEnd(tab, await asked(tab, 'readiness'));
  const [columns] = later.blocks.filter((block) => block.kind === 'columns');
  assert.deepEqual(columns?.rows, [
    { name: '23 November 2026', count: 0 },
    { name: '24 November 2026', count: 0 },
  ]);
  const csv = await tab.desk('readiness-csv', kim, reader, {});
  assert.match(csv?.kind === 'file' ? csv.text : '', /\r\nall,,18,0,0,0,18,/);
});

/** What stands in the form at first, as a press would send it. */
function typed({ blocks }: DeskView): Readonly<Record<string, string>> {
  const [form] = blocks.flatMap((block) => (block.kind === 'form' ? [block] : []));
  assert.ok(form);
  return { ...form.call.given, ...Object.fromEntries(form.fields.map(({ name, value }) => [name, value])) };
}

/** Somebody who has registered these methods in Microsoft Entra. */
function registeredThere(one: ListedEmployee, methods: readonly string[]): ListedEmployee {
  const report = { at: monday, enabled: true, registered: true, capable: true, administrator: false, methods };
  return { ...one, entry: { ...one.entry, registration: 'elsewhere' }, report };
}

test('the policy is seen in plain words, and changed only after it was seen what that does, with a reason', async () => {
  const withPhones = listed.map((one, at) =>
    registeredThere(one, at < 5 ? ['mobilePhone'] : at < 7 ? ['mobilePhone', 'email'] : []),
  );
  const one = { ...all, methodsRequired: 1 } as const;
  const tab = await tabOf({ policy: one, entries, audienceOf: async () => ({ ...gathered, listed: withPhones }) });
  assert.match(
    said(await asked(tab, 'policy')),
    /\["Methods a reset needs","1"\].*\["Phone","Text messages and calls"\]/,
  );

  const first = typed(await asked(tab, 'policy-form'));
  const two = { ...first, methodsRequired: '2' };
  const wrong = await asked(tab, 'policy-what-if', {
    ...two,
    perTenant: 'many',
    email: 'no',
    app: 'no',
    officePhone: 'no',
  });
  const marked = wrong.blocks.flatMap((block) => (block.kind === 'form' ? block.fields : []));
  assert.deepEqual(
    marked.filter((field) => field.wrong !== null).map(({ name, value }) => [name, value]),
    [['perTenant', 'many']],
  );
  assert.match(said(await asked(tab, 'policy-use', { ...two, reason: 'x' })), /What it would change/, 'not unseen');
  const weighed = await inTheEnd(tab, await asked(tab, 'policy-what-if', two));
  assert.match(said(weighed), /\["Methods a reset needs","1","2"\]/);
  assert.match(said(weighed), /5 people who can reset their password today no longer could/);
  assert.match(said(weighed), /On 1 February 2027 it would be 7 people.*Counted over 18 people/s);
  assert.match(said(await asked(tab, 'policy-use', two)), /Please look at this again/, 'not without a reason');
  assert.equal((await tab.store.read('policy', 'policy'))?.methodsRequired, 1, 'it is not in force yet');

  const used = await asked(tab, 'policy-use', { ...two, reason: 'The auditors want two' });
  assert.match(
    said(used),
    /It is in force.*\["Methods a reset needs","2"\].*Kim Berg","methodsRequired","The auditors want two"/s,
  );
  const record = await tab.store.read('policy', 'policy');
  assert.deepEqual([record?.methodsRequired, record?.before?.methodsRequired, record?.roles], [2, 1, all.roles]);
  assert.equal(firstBroken(record?.history ?? []), undefined);

  const late = await asked(tab, 'policy-use', { ...two, methodsRequired: '1', reason: 'x' });
  assert.match(said(late), /Somebody else has changed the policy in the meantime/);
  const back = await inTheEnd(tab, await asked(tab, 'policy-what-if', { back: 'yes', seen: '1' }));
  assert.match(said(back), /\["Methods a reset needs","2","1"\].*Nobody who can reset/s);
  await asked(tab, 'policy-use', { back: 'yes', seen: '1', reason: 'Too early' });
  assert.equal((await tab.store.read('policy', 'policy'))?.methodsRequired, 1);
  assert.match(said(await asked(tab, 'trail')), /Kim Berg","changed methodsRequired/);
});

test('questions and support are changed by the form, and mistakes in them are marked; roles are not', async () => {
  const tab = await tabOf({ policy: { ...all, email: { allowed: true } }, audienceOf, entries });
  const form = typed(await asked(tab, 'policy-form'));
  const next = {
    ...form,
    questions: 'yes',
    toRegister: '4',
    predefined: 'Q1, q2',
    ownQuestions: 'What was your first street?\nWho sat beside you at school?',
    tiers: 'it@example.org, desk@example.org\nnight@example.org',
    unclaimedUrgent: '10',
    supportLanguage: 'sv',
    timeZone: 'Europe/Stockholm',
  };
  const wrong = await asked(tab, 'policy-what-if', { ...next, predefined: 'q36', tiers: 'it', timeZone: 'Stockholm' });
  const marked = wrong.blocks.flatMap((block) => (block.kind === 'form' ? block.fields : []));
  assert.deepEqual(
    marked.filter((field) => field.wrong !== null).map(({ name }) => name),
    ['predefined', 'tiers', 'timeZone'],
  );
  const weighed = await inTheEnd(tab, await asked(tab, 'policy-what-if', next));
  assert.match(
    said(weighed),
    /\["Security questions","No","Yes"\].*\["Microsoft’s questions that are offered","All","q1, q2"\]/s,
  );
  await asked(tab, 'policy-use', { ...next, roles: kim.objectId, reason: 'Stores have no phones' });
  const { policy } = (await keptPolicy(tab.store)) ?? {};
  const written = parsePolicy(
    JSON.stringify({
      ...all,
      questions: {
        allowed: true,
        toRegister: 4,
        toAnswer: 3,
        predefined: ['q1', 'q2'],
        own: ['What was your first street?', 'Who sat beside you at school?'],
      },
      support: {
        ...all.support,
        tiers: [['it@example.org', 'desk@example.org'], ['night@example.org']],
        unclaimed: { normal: 120, urgent: 10 },
        language: 'sv',
        timeZone: 'Europe/Stockholm',
      },
      contact: { name: '', address: '', hours: '', phone: '' },
    }),
  );
  assert.deepEqual(policy, written, 'as a file would say it');
});

test('no field of a form is cut', async () => {
  const tab = await tabOf({ policy: all, audienceOf, entries });
  const own = Array.from({ length: 20 }, (_, at) => `${at} ${'x'.repeat(190)} ${at}?`);
  const tiers = Array.from({ length: 5 }, (_, tier) =>
    Array.from({ length: 10 }, (__, at) => `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.t${tier}${at}.org`),
  );
  const form = { ...typed(await asked(tab, 'policy-form')), questions: 'yes', ownQuestions: own.join('\n') };
  const next = { ...form, tiers: tiers.map((tier) => tier.join(', ')).join('\n') };
  await inTheEnd(tab, await asked(tab, 'policy-what-if', next));
  await asked(tab, 'policy-use', { ...next, reason: 'Long' });
  const { policy } = (await keptPolicy(tab.store)) ?? {};
  assert.deepEqual([policy?.questions.own, policy?.support.tiers], [own, tiers]);
});

test('what the form shows and does not change stays as it is, as a file would have it', async () => {
  const odd: DecidedPolicy = {
    ...all,
    phone: { allowed: false, channels: ['call'] },
    countries: ['SE', 'NO'],
    ownDomains: ['example.org', 'example.net'],
    questions: { ...defaultPolicy.questions, allowed: true, own: ['What was your first street?'] },
    resetPage: 'https://reset.example.org/',
    support: { ...defaultPolicy.support, tiers: [['it@example.org']] },
  };
  const tab = await tabOf({ policy: odd, audienceOf, entries });
  const form = typed(await asked(tab, 'policy-form'));
  assert.match(said(await asked(tab, 'policy-what-if', form)), /Nothing would change/);
  const next = { ...form, contactName: 'IT desk' };
  await inTheEnd(tab, await asked(tab, 'policy-what-if', next));
  await asked(tab, 'policy-use', { ...next, reason: 'A new name' });
  const { policy } = (await keptPolicy(tab.store)) ?? {};
  assert.deepEqual(
    policyDifferences({ ...odd, contact: { ...odd.contact, name: 'IT desk' } }, policy ?? defaultPolicy),
    [],
  );
});

const stores = 'aaaaaaaa-0000-4000-8000-000000000001';
const absent = 'aaaaaaaa-0000-4000-8000-000000000002';

/** Five of the listed are in the stores; the first of all is known by name. */
function withGroups(): Partial<TabBenchOptions> {
  const inStores = new Set(listed.slice(0, 5).map(({ employee: { objectId } }) => objectId));
  const isIn = (objectId: string) => (group: string) => group === stores && inStores.has(objectId);
  const known: WhereaboutsSource['known'] = ({ objectId }) => ({
    country: listed.find((one) => one.employee.objectId === objectId)?.entry.country ?? null,
    isIn: isIn(objectId),
  });
  const withPhone = listed.map((one) => registeredThere(one, ['mobilePhone']));
  return {
    entries,
    audienceOf: async () => ({ ...gathered, listed: withPhone, whereabouts: ({ employee: one }) => known(one) }),
    whereabouts: {
      known,
      look: async (one) => known(one),
      groups: async (ids) =>
        new Map(ids.map((id) => [id, id === stores ? { kind: 'there', name: 'Stores' } : { kind: 'absent' }])),
      person: async (name) => {
        const one = listed.find(({ entry }) => entry.signInName === name);
        return one && { employee: one.employee, entry: one.entry };
      },
    },
  };
}

test('a rule is written, weighed, put in force with a reason, changed, taken back and removed from the tab', async () => {
  const tab = await tabOf({ policy: all, ...withGroups() });
  assert.match(said(await asked(tab, 'policy')), /Rules for groups and countries.*There are none/s);
  const first = typed(await asked(tab, 'policy-rule'));
  assert.deepEqual([first.rank, first.of, first.methodsRequired], ['1', '', '']);
  const rule = { ...first, name: 'Stores', groups: stores, methodsRequired: '1', contactName: 'Stores desk' };

  const wrongOnes = async (given: Readonly<Record<string, string>>) => {
    const view = await asked(tab, 'policy-what-if', given);
    const fields = view.blocks.flatMap((block) => (block.kind === 'form' ? block.fields : []));
    return fields.flatMap(({ name, wrong }) => (wrong === null ? [] : [`${name}: ${wrong}`]));
  };
  const again = 'Please look at this again.';
  assert.deepEqual(await wrongOnes({ ...rule, groups: '', inCountries: '' }), [
    `groups: ${again}`,
    `inCountries: ${again}`,
  ]);
  assert.deepEqual(await wrongOnes({ ...rule, rank: 'first', inCountries: 'UK' }), [
    `rank: ${again}`,
    `inCountries: ${again}`,
  ]);
  assert.deepEqual(await wrongOnes({ ...rule, groups: `${stores}\n${absent}` }), [
    `groups: The directory has no group ${absent}.`,
  ]);
  assert.deepEqual(await wrongOnes({ ...rule, phone: 'off', email: 'no', officePhone: 'no' }), [`app: ${again}`]);

  const weighed = await inTheEnd(tab, await asked(tab, 'policy-what-if', rule));
  assert.match(said(weighed), /\["Stores","–","1\. Stores; Methods a reset needs: 1; Who helps: name: Stores desk"\]/);
  const effect = tables(weighed).find(({ title }) => title === 'What each rule would do');
  assert.deepEqual(effect?.rows, [['1. Stores', '5', '5', '5', '0']]);
  assert.match(said(await asked(tab, 'policy-use', rule)), /Please look at this again/, 'not without a reason');
  const used = await asked(tab, 'policy-use', { ...rule, reason: 'They share a computer' });
  assert.match(said(used), /It is in force.*\["1\. Stores","Stores","Methods a reset needs: 1; /s);
  assert.match(said(used), /Kim Berg","rules","They share a computer"/);

  // As `npm run policy -- show` prints it, it is a file.
  const { policy } = (await keptPolicy(tab.store)) ?? {};
  assert.deepEqual(readPolicy(JSON.stringify(policy)), { kind: 'policy', policy });
  const [kept] = policy?.rules ?? [];
  assert.deepEqual(kept, {
    name: 'Stores',
    rank: 1,
    for: { groups: [stores], countries: [] },
    methodsRequired: 1,
    contact: { name: 'Stores desk', address: '', hours: '', phone: '' },
  });

  const form = typed(await asked(tab, 'policy-rule', { of: 'Stores' }));
  assert.match(said(await asked(tab, 'policy-what-if', form)), /Nothing would change/);
  assert.deepEqual(await wrongOnes({ ...typed(await asked(tab, 'policy-rule')), name: 'stores', groups: stores }), [
    `name: ${again}`,
  ]);
  const few = { ...form, groups: '', inCountries: 'SE', tiers: 'it@example.org, night@example.org' };
  const changed = await inTheEnd(tab, await asked(tab, 'policy-what-if', few));
  assert.match(said(changed), /Who gets requests for help by mail: it@example\.org, night@example\.org/);
  await asked(tab, 'policy-use', { ...few, reason: 'All of Sweden' });
  assert.deepEqual((await keptPolicy(tab.store))?.policy.rules[0]?.support, {
    tiers: [['it@example.org', 'night@example.org']],
  });

  await inTheEnd(tab, await asked(tab, 'policy-what-if', { back: 'yes', seen: '2' }));
  await asked(tab, 'policy-use', { back: 'yes', seen: '2', reason: 'Not yet' });
  assert.deepEqual((await keptPolicy(tab.store))?.policy.rules, [kept], 'the rule before is back');
  const away = { act: 'remove', of: 'Stores', seen: '3' };
  await inTheEnd(tab, await asked(tab, 'policy-what-if', away));
  await asked(tab, 'policy-use', { ...away, reason: 'Over' });
  assert.deepEqual((await keptPolicy(tab.store))?.policy.rules, []);
  assert.equal(firstBroken((await keptPolicy(tab.store))?.history ?? []), undefined);
});

test('of a rule about a few people nothing is told but that they are few', async () => {
  const tab = await tabOf({ policy: all, ...withGroups() });
  const first = typed(await asked(tab, 'policy-rule'));
  const rule = { ...first, name: 'Few', groups: stores, inCountries: 'NO', methodsRequired: '1' };
  const weighed = await inTheEnd(tab, await asked(tab, 'policy-what-if', rule));
  const effect = tables(weighed).find(({ title }) => title === 'What each rule would do');
  assert.deepEqual(effect?.rows, [['1. Few', 'fewer than 5', 'fewer than 5', '–', '–']]);
});

test('everybody’s policy is not changed so that a rule could not be kept', async () => {
  const rule = {
    name: 'Stores',
    rank: 1,
    for: { groups: [stores], countries: [] },
    email: { allowed: false },
  } as const;
  const tab = await tabOf({ policy: { ...all, rules: [rule] }, ...withGroups() });
  const form = typed(await asked(tab, 'policy-form'));
  const unfit = await asked(tab, 'policy-what-if', { ...form, officePhone: 'no' });
  assert.match(said(unfit), /With that, the rule “Stores” could not be kept/);
  const fits = await inTheEnd(tab, await asked(tab, 'policy-what-if', { ...form, contactName: 'IT' }));
  await asked(tab, 'policy-use', { ...form, contactName: 'IT', reason: 'A name' });
  assert.equal(fits.same.name, 'policy-what-if');
  assert.deepEqual(
    (await keptPolicy(tab.store))?.policy.rules,
    [rule],
    'what the other form changes leaves rules alone',
  );
});

test('which rule holds for somebody is shown with the reason of each, also where it can not be seen', async () => {
  const rules = [
    { name: 'Norway', rank: 2, for: { groups: [], countries: ['NO'] } },
    { name: 'Stores', rank: 1, for: { groups: [stores], countries: [] } },
  ] as const;
  const ports = withGroups();
  const tab = await tabOf({ policy: { ...all, rules }, ...ports });
  const who = async (name: string) => asked(tab, 'policy-who', { said: name });
  const first = await who('person.1@example.org');
  assert.match(said(first), /Person 1: the rule “Stores” holds/);
  assert.deepEqual(tables(first)[0]?.rows, [
    ['1. Stores', 'In the group Stores'],
    ['2. Norway', 'In Norway'],
  ]);
  assert.match(said(await who('person.6@example.org')), /Person 6: no rule is about them/);
  assert.match(said(await who('nobody@example.org')), /Nobody was found by that/);
  const blind = { ...ports.whereabouts, look: async () => ({ country: undefined, isIn: () => undefined }) };
  const dark = await tabOf({ policy: { ...all, rules }, ...ports, whereabouts: blind as WhereaboutsSource });
  const unseen = await asked(dark, 'policy-who', { said: 'person.1@example.org' });
  assert.match(said(unseen), /it could not be seen just now whether the rule “Stores” is about them/);
});
