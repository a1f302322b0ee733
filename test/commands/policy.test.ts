import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { personId } from '../../bot/domain/account/person.ts';
import type { GroupSeen } from '../../bot/domain/ports/whereabouts.ts';
import { demoPeople } from '../../bot/local/people.ts';
import { parsePolicy } from '../../bot/settings/policy-file.ts';
import { absentGroups } from '../../bot/settings/policy-rule-fields.ts';
import { share } from '../support/figure.ts';
import { personWith } from '../support/person.ts';
import { openRecords } from '../support/records.ts';
import { seedOfRun } from '../support/seeded.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';

const folder = mkdtempSync(join(tmpdir(), 'reset-ready-policy-'));
after(() => rmSync(folder, { recursive: true }));

function policy(...words: string[]) {
  const command = join(import.meta.dirname, '../../bot/commands/policy.ts');
  const env = { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), ...statedEnv };
  return spawnSync(process.execPath, [...statedImport, command, ...words], { env, encoding: 'utf8' });
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

test('a policy is checked, put in force and shown', () => {
  const strict = file('strict.json', {
    methodsRequired: 1,
    reconfirmDays: 90,
    contact: { name: 'Kundtjänst', address: '' },
  });
  assert.match(policy('check', strict).stdout, /the policy is valid/);
  assert.match(policy('check', strict, '--what-if').stdout, /0 of 0 people/);
  const none = policy('show');
  assert.deepEqual([none.status, none.stdout], [2, ''], 'no policy is in force before there are records');
  assert.match(none.stderr, /There are no records in .*: does DATA_DIR say where they are\?/);
  assert.equal(existsSync(join(folder, 'data')), false, 'looking makes no folder');
  assert.match(policy('use', strict).stdout, /the policy is in force/);
  const shown = JSON.parse(policy('show').stdout);
  assert.deepEqual([shown.methodsRequired, shown.reconfirmDays, shown.contact.name], [1, 90, 'Kundtjänst']);
  assert.match(policy('back').stdout, /The policy before is in force again/);
  assert.match(policy('use', strict).stdout, /the policy is in force/);
});

const mistakes: Readonly<Record<string, readonly [content: unknown, says: RegExp]>> = {
  'no JSON': ['{', /line 1, column 2: the file ends here/],
  'a word that is none of ours': [{ methodRequired: 1 }, /methodRequired/],
  'three methods': [{ methodsRequired: 3 }, /methodsRequired/],
  'too many days': [{ reconfirmDays: 731 }, /reconfirmDays/],
  'no method at all': [
    {
      phone: { allowed: false, channels: ['text'] },
      email: { allowed: false },
      app: { allowed: false },
      officePhone: { allowed: false },
    },
    /fewer methods/,
  ],
  'the app as the only method': [
    {
      methodsRequired: 1,
      phone: { allowed: false, channels: ['text'] },
      email: { allowed: false },
      officePhone: { allowed: false },
    },
    /app\.allowed: an authenticator app needs 1 other/,
  ],
  'the app as one of two': [
    { methodsRequired: 2, phone: { allowed: false, channels: ['text'] }, officePhone: { allowed: false } },
    /app\.allowed: an authenticator app needs 2 other/,
  ],
  'two questions': [
    { questions: { allowed: true, toRegister: 2 } },
    /questions\.toRegister: must be 3, 4 or 5; it is 2/,
  ],
  'more to answer than registered': [
    { questions: { toRegister: 3, toAnswer: 4 } },
    /questions\.toAnswer: must not be more than toRegister; it is 4/,
  ],
  'a question nobody knows': [
    { questions: { predefined: ['q36'] } },
    /questions\.predefined\.0: must be one of q1 to q35; it is "q36"/,
  ],
  'an own question twice': [
    { questions: { own: ['Your pet?', 'your  PET'] } },
    /questions\.own\.1: stands in the list twice/,
  ],
};

suite('a policy with a mistake is named and never put in force', () => {
  let shown = '';
  before(() => {
    shown = policy('show').stdout;
  });
  after(() => assert.equal(policy('show').stdout, shown));

  const seed = seedOfRun();
  // A process costs half a second, and all read a policy by the same code.
  const byProcess = new Set(share(Object.keys(mistakes), 5, seed));

  for (const [what, [content, says]] of Object.entries(mistakes)) {
    test(what, (t) => {
      t.diagnostic(`SEED=${seed}`);
      const broken = file('broken.json', content);
      assert.throws(() => parsePolicy(readFileSync(broken, 'utf8'), broken), says);
      if (!byProcess.has(what)) return;
      for (const verb of ['check', 'use']) {
        const { status, stderr } = policy(verb, broken);
        assert.equal(status, 2);
        assert.match(stderr, says);
        assert.doesNotMatch(stderr, /policy-damaged/);
      }
    });
  }
});

test('groups that the directory does not have are mistakes at their place', () => {
  const groups = ['aaaaaaaa-0000-4000-8000-000000000001', 'aaaaaaaa-0000-4000-8000-000000000002'] as const;
  const { rules } = parsePolicy(JSON.stringify({ rules: [{ name: 'Stores', rank: 1, for: { groups } }] }));
  const seen = new Map<string, GroupSeen>([
    [groups[0], { kind: 'unseen' }],
    [groups[1], { kind: 'absent' }],
  ]);
  assert.deepEqual(absentGroups({ rules }, seen), [
    `rules.0.for.groups.1: must be a group of the directory; it is "${groups[1]}"`,
  ]);
  const there = file('groups.json', { rules: [{ name: 'Stores', rank: 1, for: { groups } }] });
  const { status, stdout, stderr } = policy('check', there);
  assert.deepEqual([status, /the policy is valid/.test(stdout)], [0, true]);
  assert.match(stderr, /No directory is connected: whether it has the groups that rules name is not known/);
});

test('a command there is not says which there are', () => {
  for (const words of [
    [],
    ['use'],
    ['show', 'x'],
    ['check', 'a', '--if'],
    ['check', 'a', '--what-if', '--on', 'soon'],
    ['check', 'a', '--on', '2027-02-02'],
    ['drop', 'x'],
  ]) {
    const { status, stderr } = policy(...words);
    assert.equal(status, 2);
    assert.match(stderr, /Usage/);
  }
});

test('what-if answers for a day as well, and says which', () => {
  const same = file('same.json', {});
  const { status, stdout } = policy('check', same, '--what-if', '--on', '2027-02-02');
  assert.equal(status, 0);
  assert.match(stdout, /0 of 0 people could no longer reset their password on 2027-02-02/);
});

test('which rule holds for somebody is told with the reason for each, and what each would do by the what-if', async () => {
  const [robin, sam] = ['robin', 'sam'].map((as) => demoPeople.find((one) => one.as === as)?.employee);
  assert.ok(robin && sam);
  const records = await openRecords(join(folder, 'data'), []);
  for (const employee of [robin, sam]) {
    const record = { ...personWith('authentication-phone'), employee };
    await records.update('person', personId(employee), () => ({ record, outcome: undefined }));
  }
  await records.close();
  const ruled = file('ruled.json', {
    rules: [
      { name: 'Britain', rank: 2, for: { countries: ['GB'] }, email: { allowed: false } },
      { name: 'Sweden', rank: 1, for: { countries: ['SE', 'NO'] }, methodsRequired: 1 },
    ],
  });
  const weighed = policy('check', ruled, '--what-if');
  assert.match(
    weighed.stdout,
    /rule "Sweden" \(rank 1\): about 1 people, holds for 1; of those 0 could .*, 0 no longer/,
  );
  assert.match(
    weighed.stdout,
    /rule "Britain" \(rank 2\): about 1 people, holds for 1; of those 0 could .*, 1 no longer/,
  );
  assert.equal(weighed.status, 1);
  policy('use', ruled);
  const who = policy('who', 'Robin.Taylor@example.org');
  assert.equal(
    who.stdout,
    [
      'Robin Taylor (robin.taylor@example.org): the rule "Sweden" holds (rank 1)',
      '  1 Sweden: about them, of SE',
      '  2 Britain: not about them: of none of its countries',
      '',
    ].join('\n'),
  );
  assert.match(
    policy('who', 'joana.ribeiro@example.org').stdout,
    /: no rule is about them, so everybody's policy holds/,
  );
  const nobody = policy('who', 'nobody@example.org');
  assert.deepEqual([nobody.status, nobody.stdout], [1, '']);
  assert.match(nobody.stderr, /Nobody is known by nobody@example\.org/);
});
