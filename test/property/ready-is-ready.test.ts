import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type AccountFacts,
  type AccountObserver,
  attemptEnds,
  attemptReasons,
  type Seen,
  type SwitchedOn,
} from '../../bot/domain/account/facts.ts';
import { type Person, personId } from '../../bot/domain/account/person.ts';
import { accountOf } from '../../bot/domain/account/prefilled.ts';
import { collectFacts } from '../../bot/domain/diagnosis/collect-facts.ts';
import { rehearse } from '../../bot/domain/diagnosis/rehearsal.ts';
import { type MethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { defaultPolicy, type Policy, unwritable } from '../../bot/domain/policy.ts';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import { readinessAnywhere } from '../../bot/domain/reset-service/readiness.ts';
import { day } from '../../bot/domain/time.ts';
import { createMyTab } from '../../bot/tab/my-tab.ts';
import { createOrganisationTab } from '../../bot/tab/organisation-tab.ts';
import { languages } from '../../bot/texts/languages.ts';
import { teller } from '../../bot/texts/tell.ts';
import { chooseScreen, finishScreen } from '../../dialogs/enrolment/register.ts';
import { homeScreen } from '../../dialogs/main.ts';
import type { Turn } from '../../dialogs/turn.ts';
import { amount } from '../support/figure.ts';
import { openMemoryStore } from '../support/memory-store.ts';
import { officePhone, personWith } from '../support/person.ts';
import { seedOfRun } from '../support/seeded.ts';

const employee = { tenantId: 'tenant', objectId: 'kim' };
const now = Date.UTC(2026, 10, 23, 9);

/** Likely what lets somebody reset, now and then something else, now and then not to be seen: some have to be ready. */
function seldom<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<Seen<T>> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ kind: 'seen', value: usual } as const) },
    { weight: 1, arbitrary: fc.constantFrom(...others).map((value) => ({ kind: 'seen', value }) as const) },
    { weight: 2, arbitrary: fc.constant({ kind: 'unseen', why: 'permission-missing' } as const) },
  );
}

const often = (usual: boolean) => fc.integer({ min: 0, max: 9 }).map((one) => (one === 0 ? !usual : usual));

const account = fc.record({
  disabled: often(false),
  guest: fc.constantFrom('no', 'no', 'no', 'no', 'no', 'no', 'organisation', 'personal'),
  source: fc.constantFrom('cloud', 'cloud', 'on-premises'),
  passwordChangedAt: fc.constant(null),
  signInIsMail: fc.boolean(),
  filledIn: fc.constantFrom({}, {}, { mobile: '+46 701234567' }),
} as const);

const report = fc.record({
  at: fc.integer({ min: now - 2 * day, max: now }),
  enabled: often(true),
  registered: often(true),
  capable: often(true),
  administrator: often(false),
  methods: fc.subarray(['mobilePhone', 'officePhone', 'email', 'securityQuestion', 'softwareOneTimePasscode']),
});

const numbers = fc.constantFrom({}, { mobile: '+46 701234567' }, { mobile: '0701234567' }, { office: '+46 850500000' });
const methodPolicy = fc.record({
  text: fc.constantFrom<SwitchedOn>(true, true, true, false, 'some'),
  call: often(true),
  officePhone: often(true),
  email: often(true),
  app: often(true),
  alone: fc.boolean(),
  reconfirmDays: fc.constant(null),
} as const);
const attempts = fc.array(
  fc.record({
    at: fc.integer({ min: now - 3 * day, max: now }),
    end: fc.constantFrom(...attemptEnds),
    reason: fc.option(fc.constantFrom(...attemptReasons)),
  }),
  { maxLength: 2 },
);

function perhaps<T>(values: fc.Arbitrary<T>): fc.Arbitrary<Seen<T>> {
  return fc.oneof(
    { weight: 3, arbitrary: values.map((value) => ({ kind: 'seen', value }) as const) },
    { weight: 1, arbitrary: fc.constant({ kind: 'unseen', why: 'late' } as const) },
  );
}

const seenAccount: fc.Arbitrary<AccountFacts> = fc.record({
  account: perhaps(account),
  signIn: seldom<'managed' | 'federated'>('managed', 'federated'),
  writeback: fc.oneof(seldom<'none' | 'on' | 'off'>('none', 'on', 'off'), seldom<'none' | 'on' | 'off'>('on', 'off')),
  license: seldom<'premium' | 'cloud' | 'none'>('premium', 'cloud', 'none'),
  administrator: seldom(false, true),
  administratorsMayReset: seldom(true, false),
  report: perhaps(report),
  methods: fc.record({ phones: perhaps(numbers), email: perhaps(fc.constantFrom(null, 'kim@home.example')) }),
  methodPolicy: perhaps(methodPolicy),
  attempts: fc.oneof(perhaps(fc.constant([])), perhaps(attempts)),
  registrationChanged: perhaps(fc.constantFrom(null, now - day)),
});

interface Somebody {
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly methods: readonly MethodName[];
  readonly onTheirWay: boolean;
  readonly administrator: boolean;
  readonly policy: Policy;
  readonly seen: AccountFacts;
  /** A day of Microsoft's may have come. */
  readonly at: number;
}

const somebody: fc.Arbitrary<Somebody> = fc.record({
  registration: fc.constantFrom('here', 'written', 'elsewhere'),
  methods: fc.subarray([...methodNames]),
  onTheirWay: often(false),
  administrator: often(false),
  policy: fc
    .record({
      methodsRequired: fc.constantFrom(1, 2),
      unwritable: fc.constantFrom('link', 'keep'),
      writeback: fc.constantFrom('not-said', 'not-said', 'on', 'off'),
      licences: fc.constantFrom('as-seen', 'as-seen', 'cover-reset'),
      phoneAfterRetirement: fc.constantFrom('ends', 'own-provider'),
    } as const)
    .map((more) => ({ ...defaultPolicy, ...more })),
  seen: seenAccount,
  at: fc.constantFrom(now, now, now, Date.UTC(2027, 1, 3), Date.UTC(2027, 6, 3)),
} as const);

const entryOf = ({ registration, administrator }: Somebody): DirectoryEntry => ({
  displayName: 'Kim',
  signInName: 'kim@example.org',
  mailboxes: ['kim@example.org'],
  account: 'member',
  administrator,
  officePhone,
  country: 'SE',
  registration,
});

function personOf({ methods, registration, onTheirWay, at }: Somebody): Person {
  const state = onTheirWay ? 'on-its-way' : 'there';
  const written = methods
    .filter((method) => !unwritable(method))
    .map((method) => [method, { state, since: at, ours: [] }]);
  const person = { ...personWith(...methods), employee };
  return registration === 'written' ? { ...person, writings: Object.fromEntries(written) } : person;
}

/** What is said to be ready, in either language: as a promise, not as what comes once something more is done. */
const promises =
  /(?<!whether )you are ready|reset it yourself|from now on you can reset|with \d+ methods? to spare|(?<!om )du är redo|kan du återställa det själv|från och med nu kan du|i reserv/iu;

/** Everything a surface says. The name of a button is a wish. */
function wordsOn(part: unknown): string {
  if (typeof part !== 'object' || part === null) return '';
  if (Array.isArray(part)) return part.map(wordsOn).join('\n');
  const { text, altText, actions: _, ...inner } = part as { readonly [key: string]: unknown };
  return (
    [text, altText].filter((one) => typeof one === 'string').join('\n') + Object.values(inner).map(wordsOn).join('\n')
  );
}

/** Each place that tells somebody where they stand, in one language. */
async function surfaces(
  one: Somebody,
  language: (typeof languages)[number],
): Promise<Readonly<Record<string, string>>> {
  const { policy, seen, at } = one;
  const [person, entry] = [personOf(one), entryOf(one)];
  const tell = teller(language, 'UTC');
  const turn = {
    now: at,
    entry,
    policy,
    tell,
    account: accountOf(entry),
    note: undefined,
    typed: {},
    person: async () => person,
    observe: async () => seen,
    facts: async () => collectFacts({ person, entry, policy, seen }, at),
  } as unknown as Turn;
  const observer: AccountObserver = { facts: async () => seen, sight: async () => seen, known: async () => seen };
  const ports = {
    store: openMemoryStore(),
    directory: { entry: async () => entry },
    observer,
    policy: async () => policy,
    policies: { known: async () => () => policy },
    rolesOf: async () => new Set(['supporter'] as const),
    clock: () => at,
  };
  await ports.store.update('person', personId(employee), () => ({ record: person, outcome: undefined }));
  const mine = createMyTab({ ...ports, openTickets: async () => [] });
  const organisation = createOrganisationTab({
    ...ports,
    ticketStatistics: { openTickets: async () => [], failures: async () => [] },
    registration: one.registration,
    auditNamesSeen: async () => {},
  });
  const reader = { language, timeZone: 'UTC' };
  const view = await mine(employee, reader);
  assert.ok(view.kind === 'mine');
  const counted = await organisation.view(employee, reader);
  return {
    home: wordsOn(await homeScreen.draw(turn, {})),
    finish: wordsOn(await finishScreen.draw(turn, {})),
    choose: wordsOn(await chooseScreen.draw(turn, {})),
    tab: [...view.sentences, view.progress, view.sign === 'ready' ? 'You are ready, by the picture' : ''].join('\n'),
    organisation: counted?.able === 1 ? 'You are ready, by the number' : '',
  };
}

test('whoever is called ready anywhere has nothing in the way that the rehearsal sees, and all that it sees is told at once', async () => {
  const seed = seedOfRun();
  const counts = { ready: 0, stopped: 0 };
  const property = fc.asyncProperty(somebody, fc.constantFrom(...languages), async (one, language) => {
    const [person, entry] = [personOf(one), entryOf(one)];
    const factsBy = (known: DirectoryEntry) =>
      collectFacts({ person, entry: known, policy: one.policy, seen: one.seen }, one.at);
    const failedBy = (known: DirectoryEntry) =>
      rehearse(factsBy(known), one.at).steps.filter(({ kind }) => kind === 'failed');
    const facts = factsBy(entry);
    const failed = failedBy(entry);
    const said = await surfaces(one, language);
    const calls = Object.entries(said).filter(
      ([name, words]) => !['finish', 'organisation'].includes(name) && promises.test(words),
    );
    // Nobody asks the directory for a role or an office phone to count people.
    const { officePhone: _, ...listed } = { ...entry, administrator: false };
    if (promises.test(said.organisation ?? ''))
      assert.deepEqual(failedBy(listed), [], 'the number counts them as ready');
    // The last card is only reached with enough methods.
    const asked = { person, policy: one.policy, account: accountOf(entry), now: one.at };
    const { level } = await readinessAnywhere(asked, async () => ({ seen: one.seen, facts }));
    if ((level === 'ready' || level === 'resilient') && promises.test(said.finish ?? '')) calls.push(['finish', '']);
    counts[failed.length > 0 ? 'stopped' : 'ready'] += calls.length > 0 || failed.length > 0 ? 1 : 0;
    assert.ok(
      failed.length === 0 || calls.length === 0,
      `${calls.map(([name]) => name)} say ready: ${JSON.stringify(failed)}\n${calls.map(([, words]) => words).join('\n')}`,
    );
    const tell = teller(language, 'UTC');
    for (const step of failed) {
      if (step.kind !== 'failed' || step.check === 'methods') continue;
      for (const surface of ['home', 'tab', 'finish'] as const) {
        assert.ok(said[surface]?.includes(tell(`${step.situation}.why`)), `${surface} hides ${step.situation}`);
      }
    }
  });
  await fc.assert(property, { seed, numRuns: amount(500, 5_000) });
  assert.ok(counts.ready >= 50 && counts.stopped >= 50, `not a fair share of either: ${JSON.stringify(counts)}`);
});
