import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { newPerson, type Person, personId } from '../bot/domain/account/person.ts';
import { campaignSettingsSchema, newCampaign } from '../bot/domain/campaigns/campaign.ts';
import { newRecipient } from '../bot/domain/campaigns/recipient.ts';
import { defaultPolicy } from '../bot/domain/policy.ts';
import type { Definition, Kind } from '../bot/domain/ports/store.ts';
import { recordDefinitions } from '../bot/domain/records.ts';
import { setPolicy } from '../bot/settings/policy-file.ts';
import { asker, enrolling, phone } from './support/enrolling.ts';
import { openMemoryStore } from './support/memory-store.ts';
import { after, kim, monday, sam, ticket } from './support/tickets.ts';

/** Keyed by names of ours: what is not such a name there is no field. */
const tables = new Set(['confirmed', 'writings', 'written', 'words']);
/** Kept as it is, whatever it is. */
const opaque = new Set(['dialog', 'reference', 'value']);

/** The document as the next release would write it: every object has a field this one does not know. */
function later<T>(document: T, name = ''): T {
  if (Array.isArray(document)) return document.map((one) => later(one)) as T;
  if (typeof document !== 'object' || document === null || opaque.has(name)) return document;
  const inner = Object.fromEntries(Object.entries(document).map(([field, value]) => [field, later(value, field)]));
  return (tables.has(name) ? inner : { ...inner, later: 1 }) as T;
}

const challenge = {
  id: 'c',
  purpose: 'register',
  method: 'authentication-phone',
  channel: 'text',
  address: '+46701234567',
  country: 'SE',
  keyVersion: 1,
  send: 1,
  sentAt: monday,
  wrong: [],
  letter: null,
  delivery: 'waiting',
  notArrived: null,
  silent: false,
} as const;
const proven = { address: 'kim@example.org', channel: 'email', provenAt: monday } as const;
const mailbox = { method: 'authentication-email', channel: 'email', address: proven.address, country: null } as const;
const letter = {
  kind: 'code',
  id: 'l',
  challenge: 'c',
  send: 1,
  due: monday,
  dies: null,
  tries: [{ at: 1, result: null }],
} as const;
const waiting = { kind: 'reminder', id: 'l', due: monday + 1e12, dies: null, tries: [] } as const;
const person: Person = {
  ...newPerson(kim),
  methods: { 'authentication-email': proven },
  confirmed: { 'authentication-email': monday },
  challenge,
  letters: [letter],
  sends: [{ at: monday, address: 'x', challenge: 'c', proven: false }],
  changes: [{ id: 'x', at: monday, method: 'authentication-email', what: 'replaced', before: proven, paid: true }],
  audit: [{ act: 'reminder-snoozed', at: monday, hash: 'h' }],
};

const documents: Readonly<Record<Kind, object>> = {
  person,
  conversation: {
    version: 1,
    dialog: null,
    reference: {},
    language: null,
    timeZone: null,
    card: null,
    seen: [],
    playing: null,
    typesHereUntil: null,
    at: 1,
  },
  'personal-chat': { chat: 'c', at: 1 },
  'address-limit': { slots: [{ at: 1, count: 1, by: null }] },
  'tenant-limit': { slots: [{ at: 1, count: 1, by: null }] },
  policy: defaultPolicy,
  ticket: after(ticket(), [sam, { kind: 'claim', over: null }, monday]),
  'ticket-numbers': { last: 1 },
  'support-channel': {
    channel: 'c',
    team: 't',
    serviceUrl: 'https://smba.example/',
    tenantId: 'tenant',
    setAt: 1,
    setBy: null,
    lost: false,
  },
  'audit-archive': {
    version: 1,
    employee: kim,
    before: 'h',
    entries: [{ act: 'reminder-snoozed', at: monday, hash: 'h', times: 2, since: monday }],
  },
  'shared-result': { at: monday, value: { later: 1 } },
  witness: { heads: [{ at: monday, head: 'h' }] },
  campaign: {
    ...newCampaign(
      'spring',
      'tenant',
      campaignSettingsSchema.parse({ name: 'Spring', by: '2027-01-31' }),
      'sam',
      monday,
    ),
    days: [{ day: '2026-11-23', messages: 1 }],
  },
  'campaign-recipient': {
    ...newRecipient(
      'spring',
      {
        employee: kim,
        reason: 'filled-in',
        onFile: [{ method: 'authentication-phone', shown: '+46 70 ••• •• 67' }],
        lapse: { what: 'phone', when: monday },
        department: null,
        country: 'SE',
        language: 'sv',
      },
      0,
      monday,
    ),
    messages: [{ at: monday, result: 'sent', card: 'm1' }],
  },
};

for (const [kind, document] of Object.entries(documents) as [Kind, object][]) {
  test(`one release back reads a ${kind} with fields it does not know, at every depth, and loses none`, () => {
    const newer = later(structuredClone(document));
    assert.deepEqual(recordDefinitions[kind].parse(newer), newer);
  });
}

test('what a record is found by has the type that is said of it', () => {
  for (const [kind, document] of Object.entries(documents) as [Kind, object][]) {
    const { fields, index, parse, unique }: Definition<object> = recordDefinitions[kind];
    const values = index(parse(document));
    for (const [field, value] of Object.entries(values)) {
      const type = { string: 'text', number: fields[field] === 'all' ? 'all' : 'number' }[typeof value as 'string'];
      if (value !== undefined) assert.equal(type, fields[field], `${field} of a ${kind}`);
    }
    assert.deepEqual(Object.keys(values).sort(), Object.keys(fields).sort(), kind);
    if (unique !== undefined) assert.equal(fields[unique], 'text', `${kind} ${unique}`);
  }
});

test('no shape of a record forgets or refuses what it does not know', () => {
  const folder = join(import.meta.dirname, '../bot/domain');
  const shapes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && name !== 'stored-shape.ts')
    .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ text }) => text.includes("from 'zod'"));
  assert.ok(shapes.length > 15, 'they are found');
  const others = shapes.filter(({ text }) => /\b(strictObject|looseObject|z\.object)\(/.test(text));
  assert.deepEqual(
    others.map(({ name }) => name),
    [],
    'take storedObject() of stored-shape.ts',
  );
  // In the domain a shape is one of a stored record: what comes from outside is read in the room it comes into.
  assert.deepEqual(
    shapes.filter(({ text }) => !text.includes('stored-shape.ts')).map(({ name }) => name),
    [],
  );
});

test('a letter of a kind it does not know is kept, if it has what every letter has', () => {
  const unknown = { ...waiting, kind: 'postcard', more: { at: 1 } };
  const both = { ...person, letters: [letter, unknown] };
  assert.deepEqual(recordDefinitions.person.parse(both), both);
  for (const lacking of ['id', 'due', 'dies', 'tries']) {
    const broken = { ...person, letters: [{ ...unknown, [lacking]: undefined }] };
    assert.throws(() => recordDefinitions.person.parse(broken), lacking);
  }
});

test('a field that is known is checked as ever', () => {
  assert.throws(() => recordDefinitions.person.parse({ ...person, letters: [{ ...letter, challenge: 7 }] }));
  assert.throws(() => recordDefinitions.person.parse({ ...person, chat: 7 }));
  assert.throws(() => recordDefinitions.person.parse({ ...person, letters: [{ ...letter, due: 'soon' }] }));
});

test('what one release back writes after a code was proven still has the fields of the newer one', async () => {
  const { store, enrolment, code, clock } = enrolling();
  const { employee } = asker(1);
  const address = { ...proven, provenAt: clock() };
  // Somebody with two methods, who proves one of them and then changes it.
  const newer = later({ ...newPerson(employee), methods: { 'authentication-email': address }, letters: [waiting] });
  await store.update('person', personId(employee), () => ({ record: newer, outcome: undefined }));
  const begun = await enrolment.begin(asker(1), phone(1, { purpose: 'prove', ...mailbox }));
  assert.equal(begun.kind, 'code-sent');
  const { challenge } = await enrolment.person(employee);
  const answered = await enrolment.answer(employee, challenge?.id ?? '', await code(employee));
  assert.equal(answered.kind, 'identity-proven');
  const stored = await store.read('person', personId(employee));
  const marks = (value: unknown) => (value as { later?: number } | undefined)?.later;
  assert.deepEqual(
    [
      stored,
      stored?.employee,
      stored?.methods['authentication-email'],
      stored?.letters.find(({ id }) => id === 'l'),
    ].map(marks),
    [1, 1, 1, 1],
  );
  assert.ok((stored?.audit.length ?? 0) > 0, 'it was written');
});

test('another policy put in force keeps what a newer version has beside it', async () => {
  const store = openMemoryStore();
  await store.update('policy', 'policy', () => ({
    record: { ...defaultPolicy, later: 1 } as never,
    outcome: undefined,
  }));
  await setPolicy(store, { ...defaultPolicy, methodsRequired: 1 }, 'test', 0);
  const stored = (await store.read('policy', 'policy')) as unknown as Record<string, unknown>;
  assert.deepEqual([stored.methodsRequired, stored.later], [1, 1]);
});
