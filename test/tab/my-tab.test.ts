import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import type { Person } from '../../bot/domain/account/person.ts';
import { Fault } from '../../bot/domain/fault.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { day } from '../../bot/domain/time.ts';
import { nothingSeen } from '../../bot/providers/directory/graph/account-facts.ts';
import type { ClosedView, MyView } from '../../bot/tab/page-data.ts';
import { employee, kim, kimsRecord, monday, type TabBenchOptions, tabBench } from '../support/tab-bench.ts';

async function seen(
  t: TestContext,
  options: TabBenchOptions,
  wish = 'language=en&timeZone=UTC',
): Promise<MyView | ClosedView> {
  const bench = await tabBench(t, { people: [kimsRecord], ...options });
  return (await (await bench.ask(`/tab/me?${wish}`, await bench.token())).json()) as MyView | ClosedView;
}

async function mine(t: TestContext, options: TabBenchOptions = {}, wish?: string): Promise<MyView> {
  const view = await seen(t, options, wish);
  assert.ok(view.kind === 'mine', JSON.stringify(view));
  return view;
}

test('each method is there with its state, its dates and a masked address', async (t) => {
  const { methods, due, proven, required, progress } = await mine(t);
  assert.deepEqual(methods.rows.slice(0, 3), [
    {
      name: 'Phone',
      address: '+46\u00a070\u00a0•••\u00a0••\u00a067',
      state: 'Please check',
      next: '',
      tone: 'attention',
    },
    {
      name: 'Email',
      address: 'k•••@example.net',
      state: 'Confirmed on 22 November 2026',
      next: 'Please check again by 21 May 2027',
      tone: 'good',
    },
    { name: 'Authenticator app', address: '', state: 'Not set up', next: '', tone: 'open' },
  ]);
  assert.deepEqual(due.rows, ['Phone: is this still right? You confirmed it on 7 May 2026.']);
  assert.deepEqual([proven, required, progress], [2, 2, '2 of 2 methods ready']);
});

test('a method that was said to be right counts from that day', async (t) => {
  const person: Person = { ...kimsRecord, confirmed: { 'authentication-phone': monday - 2 * day } };
  const { methods, due } = await mine(t, { people: [person] });
  assert.deepEqual(due.rows, []);
  assert.equal(methods.rows[0]?.state, 'Confirmed on 21 November 2026');
  assert.equal(methods.rows[0]?.next, 'Please check again by 20 May 2027');
});

test('where nothing ever has to be confirmed no date is named', async (t) => {
  const { methods, due } = await mine(t, { policy: { ...defaultPolicy, reconfirmDays: 0 } });
  assert.deepEqual(due.rows, []);
  assert.ok(methods.rows.every(({ next }) => next === ''));
});

test('a method that no longer counts stays in sight, but not as a good one', async (t) => {
  const policy = { ...defaultPolicy, email: { allowed: false }, methodsRequired: 1 } as const;
  const { methods, proven } = await mine(t, { policy });
  assert.equal(proven, 1);
  assert.equal(methods.rows.find(({ name }) => name === 'Email')?.tone, 'attention');
});

test('somebody who was never here sees where to begin', async (t) => {
  const { sentences, proven, methods } = await mine(t, { people: [] });
  assert.match(sentences.join(' '), /I’ll get you ready/);
  assert.equal(proven, 0);
  assert.ok(methods.rows.every(({ tone }) => tone === 'open'));
});

test('open requests come with their number and where they stand', async (t) => {
  const openTickets = async () => [{ number: 'R-0427', state: 'returned', since: monday - day }] as const;
  const { tickets } = await mine(t, { openTickets });
  assert.deepEqual(tickets.rows, [{ name: 'R-0427, sent on 22 November 2026', state: 'We need an answer from you' }]);
});

test('the words are in the language Teams names, else in that of the chat, and days are those of the reader', async (t) => {
  assert.equal((await mine(t, {}, 'language=en-GB')).title, 'My methods');
  assert.equal((await mine(t, {}, 'language=de-DE')).title, 'Mina återställningsmetoder');
  assert.equal((await mine(t, {}, '')).title, 'Mina återställningsmetoder');
  const late: Person = {
    ...kimsRecord,
    methods: {
      'authentication-email': { address: 'k@example.net', channel: 'email', provenAt: Date.UTC(2026, 10, 20, 23, 30) },
    },
  };
  const dayIn = async (zone: string) =>
    (await mine(t, { people: [late] }, `language=en&timeZone=${zone}`)).methods.rows[1]?.state;
  assert.equal(await dayIn('UTC'), 'Confirmed on 20 November 2026');
  assert.equal(await dayIn('Asia/Tokyo'), 'Confirmed on 21 November 2026');
  assert.equal(await dayIn('Mars/Olympus'), 'Confirmed on 20 November 2026');
});

test('a directory that does not answer is said, and a role that can’t be read counts as held', async (t) => {
  const directory = { entry: async () => Promise.reject(new Fault('directory-unavailable', 'late')) };
  const view = await mine(t, { directory, policy: { ...defaultPolicy, methodsRequired: 1 } });
  assert.deepEqual(view.notes, ['I cannot reach the directory right now. Something may be missing here.']);
  assert.equal(view.required, 2);
});

for (const [account, said] of [
  ['guest', /You are a guest here/],
  ['disabled', /switched off/],
] as const) {
  test(`an account that is ${account} sees why there is nothing, and no method`, async (t) => {
    const view = await seen(t, { entries: { [kim.objectId]: employee('Kim', { account }) } });
    assert.ok(view.kind === 'closed');
    assert.match(view.text, said);
    assert.doesNotMatch(JSON.stringify(view), /example\.net/);
  });
}

test('somebody the directory does not know sees that', async (t) => {
  const view = await seen(t, { entries: {} });
  assert.ok(view.kind === 'closed');
  assert.match(view.text, /could not find you/);
});

test('the other half of the page is named to supporters only', async (t) => {
  assert.equal((await mine(t)).organisation, null);
  assert.equal((await mine(t, { isSupporter: async () => true })).organisation, 'The organisation');
});

const nothingHere: Person = { ...kimsRecord, methods: {}, confirmed: {} };

const bothThere: AccountFacts = {
  ...nothingSeen('late'),
  methods: {
    phones: { kind: 'seen', value: { mobile: '+46 701234567' } },
    email: { kind: 'seen', value: 'kim@home.example' },
  },
};

test('who is ready until phones end reads from when on and what cures it; from that day, what counts no more', async (t) => {
  const options = {
    people: [nothingHere],
    entries: { [kim.objectId]: employee('Kim Berg', { registration: 'elsewhere' }) },
    observer: { facts: async () => bothThere, sight: async () => bothThere, known: async () => bothThere },
  } as const;
  const before = await mine(t, options);
  assert.match(before.sentences.join(' '), /not from 1 February 2027: .* Add an authenticator app before then/);
  assert.deepEqual([before.proven, before.required], [2, 2]);
  const policy = { ...defaultPolicy, phoneAfterRetirement: 'own-provider' } as const;
  assert.match((await mine(t, { ...options, policy })).sentences.join(' '), /^You are ready\. If/);
});

test('what IT filled in is on the page as on file, counts for nothing, and is offered to be confirmed', async (t) => {
  const prefilled = { phone: '070-123 45 67', email: 'kim@home.example' };
  const entries = { [kim.objectId]: employee('Kim Berg', { prefilled, country: 'SE' }) };
  const { methods, proven, sentences } = await mine(t, { people: [nothingHere], entries });
  assert.equal(proven, 0);
  assert.match(sentences.join(' '), /has this on file: Phone .* and Email .*Confirm it here, and it counts/);
  assert.deepEqual(
    methods.rows.slice(0, 2).map(({ state, tone }) => [state, tone]),
    [
      ['On file, not confirmed', 'open'],
      ['On file, not confirmed', 'open'],
    ],
  );
});

test('where the methods are in the reset service alone, the page shows what the directory tells, and from when', async (t) => {
  const seenThere: AccountFacts = {
    ...nothingSeen('late'),
    report: {
      kind: 'seen',
      value: { at: monday, enabled: true, registered: true, capable: true, administrator: false, methods: ['email'] },
    },
    methods: {
      phones: { kind: 'seen', value: { mobile: '+46 701234567' } },
      email: { kind: 'seen', value: 'kim@home.example' },
    },
  };
  const { methods, notes, sentences } = await mine(t, {
    people: [nothingHere],
    entries: { [kim.objectId]: employee('Kim Berg', { registration: 'elsewhere' }) },
    observer: { facts: async () => seenThere, sight: async () => seenThere, known: async () => seenThere },
  });
  assert.deepEqual(
    methods.rows.map(({ name, address, state, tone }) => [name, address.replaceAll('\u00a0', ' '), state, tone]),
    [
      ['Phone', '+46 70 ••• •• 67', 'Registered', 'good'],
      ['Email', 'k•••@home.example', 'Registered', 'good'],
    ],
  );
  assert.match(sentences.join(' '), /^You are ready now, but not from 1 February 2027/);
  assert.match(notes.join(), /from 23 November 2026/);
});

test('where the bot writes, what is registered on Microsoft’s page counts, and a reset switched off is told', async (t) => {
  const report = { enabled: true, registered: true, capable: true, administrator: false, methods: ['email'] };
  const seenBeside = (enabled: boolean): AccountFacts => ({
    ...nothingSeen('late'),
    report: { kind: 'seen', value: { at: monday, ...report, enabled } },
    methods: {
      phones: { kind: 'seen', value: { mobile: '+46 701234567' } },
      email: { kind: 'seen', value: 'kim@home.example' },
    },
  });
  const entries = { [kim.objectId]: employee('Kim Berg', { registration: 'written' }) };
  for (const [enabled, says] of [
    [true, /You are ready/],
    [false, /has not turned on reset for you/],
  ] as const) {
    const beside = async () => seenBeside(enabled);
    const observer = { facts: beside, sight: beside, known: beside };
    const { proven, methods, sentences } = await mine(t, { people: [nothingHere], entries, observer });
    assert.equal(proven, 2);
    assert.deepEqual(
      methods.rows.slice(0, 2).map(({ state, tone }) => [state, tone]),
      [
        ['Registered', 'good'],
        ['Registered', 'good'],
      ],
    );
    assert.match(sentences.join(' '), says);
  }
});

test('a method that did not get into the reset service does not count as ready', async (t) => {
  const refused = { state: 'not-permitted', since: monday, ours: [] } as const;
  const { methods, proven } = await mine(t, {
    people: [{ ...kimsRecord, writings: { 'authentication-email': refused } }],
    entries: { [kim.objectId]: employee('Kim Berg', { registration: 'written' }) },
  });
  assert.equal(proven, 0);
  assert.deepEqual(
    methods.rows.slice(0, 2).map(({ state, tone }) => [state, tone]),
    [
      ['Not active', 'attention'],
      ['Not active', 'attention'],
    ],
  );
});
