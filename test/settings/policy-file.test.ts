import assert from 'node:assert/strict';
import { test } from 'node:test';
import { getCountries } from 'libphonenumber-js/max';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { readJson } from '../../bot/settings/json-file.ts';
import { nearestName } from '../../bot/settings/nearest-name.ts';
import { policyDifferences, readPolicy } from '../../bot/settings/policy-file.ts';

function mistakes(policy: unknown): readonly string[] {
  const read = readPolicy(typeof policy === 'string' ? policy : JSON.stringify(policy));
  assert.equal(read.kind, 'mistakes', JSON.stringify(policy));
  return read.kind === 'mistakes' ? read.mistakes : [];
}

function policyOf(policy: unknown) {
  const read = readPolicy(typeof policy === 'string' ? policy : JSON.stringify(policy));
  assert.ok(read.kind === 'policy', JSON.stringify(read));
  return read.policy;
}

/** A rule as short as one can be. */
const stores = { name: 'Stores', rank: 1, for: { groups: ['aaaaaaaa-0000-4000-8000-000000000001'] } };
const no = { allowed: false };

const told: readonly (readonly [policy: unknown, says: string])[] = [
  [{ methodsRequired: 3 }, 'methodsRequired: must be 1 or 2; it is 3'],
  [{ methodsRequired: '2' }, 'methodsRequired: must be 1 or 2; it is "2"'],
  [{ adviceSpare: true }, 'adviceSpare: is not a field of the policy; did you mean adviseSpare?'],
  [{ support: { teirs: [] } }, 'support.teirs: is not a field of the policy; did you mean tiers?'],
  [
    { contact: { name: 'IT', address: '', fax: '1' } },
    'contact.fax: is not a field of the policy; known are name, address, hours, phone',
  ],
  [{ phone: { allowed: true } }, 'phone.channels: is missing; it must be a list of text and call, in brackets'],
  [{ phone: { allowed: true, channels: ['text', 'fax'] } }, 'phone.channels.1: must be text or call; it is "fax"'],
  [{ email: true }, 'email: must be {"allowed": true} or {"allowed": false}; it is true'],
  [{ reconfirmDays: 731 }, 'reconfirmDays: must be a whole number from 0 to 730; it is 731'],
  [{ reconfirmDays: 1.5 }, 'reconfirmDays: must be a whole number from 0 to 730; it is 1.5'],
  [
    { countries: ['SE', 'UK'] },
    'countries.1: is not the code of a country in ISO 3166-1; the United Kingdom is GB; it is "UK"',
  ],
  [{ countries: ['XX'] }, 'countries.0: is no country of ISO 3166-1 with telephone numbers of its own; it is "XX"'],
  [{ countries: ['SWE'] }, 'countries.0: must be an ISO 3166-1 code of two letters, such as SE; it is "SWE"'],
  [{ countries: 'SE' }, 'countries: must be "all", or a list such as ["SE", "NO"]; it is "SE"'],
  [{ ownDomains: ['@example.org'] }, 'ownDomains.0: must be a mail domain such as example.org; it is "@example.org"'],
  [
    { support: { timeZone: 'Stockholm' } },
    'support.timeZone: must be a time zone such as Europe/Stockholm; it is "Stockholm"',
  ],
  [
    { support: { tiers: ['it@example.org'] } },
    'support.tiers.0: must be a list of mail addresses, in brackets; it is "it@example.org"',
  ],
  [{ unwritable: 'drop' }, 'unwritable: must be link or keep; it is "drop"'],
  [[], 'the policy: must be an object, in braces'],
  [{ rules: {} }, 'rules: must be a list of rules, in brackets'],
  [
    { rules: [{ ...stores, emial: { allowed: true } }] },
    'rules.0.emial: is not a field of the policy; did you mean email?',
  ],
  [
    { rules: [{ ...stores, questions: { own: ['Where?'] } }] },
    'rules.0.questions.own: is not a field of the policy; known are allowed, toRegister, toAnswer, predefined',
  ],
  [{ rules: [{ ...stores, methodsRequired: 3 }] }, 'rules.0.methodsRequired: must be 1 or 2; it is 3'],
  [
    { rules: [{ ...stores, phone: { allowed: true, channels: ['fax'] } }] },
    'rules.0.phone.channels.0: must be text or call; it is "fax"',
  ],
  [
    { rules: [{ ...stores, for: { groups: ['Stores'] } }] },
    'rules.0.for.groups.0: must be a directory id (a GUID); it is "Stores"',
  ],
  [
    { rules: [{ ...stores, for: { countries: ['UK'] } }] },
    'rules.0.for.countries.0: is not the code of a country in ISO 3166-1; the United Kingdom is GB; it is "UK"',
  ],
  [
    { rules: [{ ...stores, for: {} }] },
    'rules.0.for: must name a group or a country: a rule about nobody holds for nobody',
  ],
  [{ rules: [stores, { ...stores, name: 'Norway' }] }, 'rules.1.rank: is the rank of "Stores" as well; it is 1'],
  [
    { rules: [stores, { ...stores, name: 'STORES', rank: 2 }] },
    'rules.1.name: is the name of another rule; it is "STORES"',
  ],
  [{ rules: [{ ...stores, rank: 0 }] }, 'rules.0.rank: must be a whole number from 1 to 1000; it is 0'],
  [
    { rules: [{ ...stores, phone: { allowed: false, channels: ['text'] }, email: no, officePhone: no }] },
    "rules.0.methodsRequired: fewer methods are allowed than a reset takes, with what is everybody's",
  ],
  [
    { methodsRequired: 1, rules: [{ ...stores, methodsRequired: 2, email: no, officePhone: no }] },
    "rules.0.app.allowed: an authenticator app needs 2 other allowed methods beside it, with what is everybody's",
  ],
  [
    { questions: { allowed: true, toRegister: 3, toAnswer: 3 }, rules: [{ ...stores, questions: { toAnswer: 5 } }] },
    "rules.0.questions.toAnswer: must not be more than toRegister, with what is everybody's; it is 5",
  ],
];

for (const [policy, says] of told) {
  test(`a mistake in a policy is said with its field, what must stand there and what does: ${JSON.stringify(policy)}`, () => {
    assert.deepEqual(mistakes(policy), [says]);
  });
}

test('no message of a library and no name of ours stands in what is said, whatever a field holds', () => {
  const odd = [null, true, 0, -1, 'x', '', [], [null], {}, { x: 1 }];
  const fields = Object.entries(defaultPolicy).flatMap(([name, value]) => [
    ...odd.map((one) => ({ [name]: one })),
    ...(typeof value === 'object' && !Array.isArray(value)
      ? Object.keys(value).flatMap((inner) => odd.map((one) => ({ [name]: { ...value, [inner]: one } })))
      : []),
    ...odd.map((one) => ({ rules: [one] })),
    ...['name', 'rank', 'for', 'methodsRequired', 'phone', 'questions', 'contact', 'support'].flatMap((inner) =>
      odd.map((one) => ({ rules: [{ ...stores, [inner]: one }] })),
    ),
  ]);
  for (const policy of fields) {
    const read = readPolicy(JSON.stringify(policy));
    for (const line of read.kind === 'mistakes' ? read.mistakes : []) {
      assert.doesNotMatch(
        line,
        /Invalid|expected|received|Too (small|big)|Unrecognized|undefined|[a-z]-[a-z]+-[a-z]+-/,
        line,
      );
      assert.match(line, /^[\w. ]+: .+/s);
    }
  }
});

test('a byte order mark, capitals in domains and small letters in countries are taken', () => {
  assert.deepEqual(policyOf('\uFEFF{"ownDomains": ["Example.ORG"]}').ownDomains, ['example.org']);
  assert.deepEqual(policyOf({ countries: ['se', ' GB '] }).countries, ['SE', 'GB']);
});

test('every country whose numbers can be read may be listed', () => {
  assert.deepEqual(policyOf({ countries: getCountries() }).countries, getCountries());
});

const broken: readonly (readonly [json: string, at: string, says: RegExp])[] = [
  ['{\n  "methodsRequired": 2,\n}', 'line 2, column 23', /comma too many before \}/],
  ['{\n  "email": {"allowed": True}\n}', 'line 2, column 24', /should be a value, not "T"/],
  ["{'email': 1}", 'line 1, column 2', /double quotes/],
  ['{"a": 1 "b": 2}', 'line 1, column 9', /no end on its line|should be a comma/],
  ['{"a": 1\r\n// why\r\n}', 'line 2, column 1', /no comments/],
  ['{"a": "b\n"}', 'line 1, column 7', /no end on its line/],
  ['{"å": 01}', 'line 1, column 7', /should be a value/],
  ['{"a" 1}', 'line 1, column 6', /colon/],
  ['[1, 2', 'line 1, column 6', /ends here/],
  ['{} {}', 'line 1, column 4', /nothing should follow/],
  ['', 'line 1, column 1', /empty/],
];

for (const [json, at, says] of broken) {
  test(`broken JSON is said with line and column: ${JSON.stringify(json)}`, () => {
    const read = readJson(json);
    assert.ok(read.kind === 'broken');
    assert.equal(read.at, at);
    assert.match(read.says, says);
  });
}

test('whatever the runtime refuses has a place, at the first sign that no JSON could go on with', () => {
  const good = JSON.stringify({ text: 'a "b" \\ ü', list: [1, -2.5e3, true, null], inner: { x: [{}] } }, null, 2);
  for (let cut = 0; cut < good.length; cut += 1) {
    const read = readJson(`${good.slice(0, cut)}§`);
    assert.ok(read.kind === 'broken', good.slice(0, cut));
    assert.notEqual(read.says, 'this is not JSON', good.slice(0, cut));
  }
});

test('a name is guessed only when it is near', () => {
  const names = ['KEYS', 'TENANTS', 'SMTP_URL', 'MicrosoftAppId', 'PORT', 'HOST'];
  assert.equal(nearestName('TENANT', names), 'TENANTS');
  assert.equal(nearestName('SMTPURL', names), 'SMTP_URL');
  assert.equal(nearestName('MICROSOFT_APP_ID', names), 'MicrosoftAppId');
  assert.equal(nearestName('KYES', names), 'KEYS');
  for (const other of ['HOME', 'PATH', 'LANG', 'SHELL', 'XDG_RUNTIME_DIR'])
    assert.equal(nearestName(other, names), undefined);
});

test('a policy without rules is as it was; a rule keeps what it says alone', () => {
  assert.deepEqual(policyOf({ methodsRequired: 1 }), { ...defaultPolicy, methodsRequired: 1 });
  const { rules } = policyOf({
    rules: [{ ...stores, questions: { allowed: true }, contact: { name: 'Desk', address: '' } }],
  });
  assert.deepEqual(rules, [
    {
      ...stores,
      for: { groups: stores.for.groups, countries: [] },
      questions: { allowed: true },
      contact: { name: 'Desk', address: '' },
    },
  ]);
  assert.deepEqual(policyOf(defaultPolicy), defaultPolicy, 'what show prints is a file');
  assert.deepEqual(policyOf({ ...defaultPolicy, rules }).rules, rules);
});

test('two policies are compared field by field', () => {
  const other = { ...defaultPolicy, methodsRequired: 1 as const, sends: { perEmployee: 15, perTenant: 10 } };
  assert.deepEqual(policyDifferences(other, defaultPolicy), [
    { field: 'methodsRequired', file: 1, inForce: 2 },
    { field: 'sends.perTenant', file: 10, inForce: 5_000 },
  ]);
  assert.deepEqual(policyDifferences(defaultPolicy, structuredClone(defaultPolicy)), []);
});
