import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { parsePolicy } from '../../bot/settings/policy-file.ts';
import { share } from '../support/figure.ts';
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
