import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFactsFile } from '../../bot/commands/facts-file.ts';
import { known, notKnown } from '../../bot/domain/diagnosis/facts.ts';

const read = (file: unknown) => readFactsFile(JSON.stringify(file));
const at = Date.parse('2026-11-23T08:00:00Z');

test('an empty file knows nothing', () => {
  const { facts, said, now } = read({});
  assert.equal(said, null);
  assert.equal(now, null);
  assert.ok(Object.values(facts).every(({ kind }) => kind === 'not-known'));
});

test('a fact may be bare, with its source, not known with a reason, or null', () => {
  const { facts } = read({
    enabled: true,
    registered: { value: false, source: 'report', at: '2026-11-23T09:00:00+01:00' },
    writeback: { notKnown: 'permission-missing' },
    capable: { notKnown: 'too-old', since: '2026-11-23T08:00:00Z' },
    license: null,
  });
  assert.deepEqual(facts.enabled, known(true, 'file'));
  assert.deepEqual(facts.registered, known(false, 'report', at));
  assert.deepEqual(facts.writeback, notKnown('permission-missing'));
  assert.deepEqual(facts.capable, notKnown('too-old', at));
  assert.deepEqual(facts.license, notKnown('not-asked'));
});

test('facts may stand under "facts" as well', () => {
  const { facts, said, now } = read({ said: 'k3', now: '2026-11-23T08:00:00Z', facts: { enabled: true } });
  assert.deepEqual([facts.enabled, said, now], [known(true, 'file'), 'not-registered', at]);
});

test('yes and no do where they are clear', () => {
  const { facts } = read({ license: false, writeback: true, guest: false });
  assert.deepEqual(
    [facts.license, facts.writeback, facts.guest],
    [known('none', 'file'), known('on', 'file'), known('no', 'file')],
  );
});

test('methods are known by the bot’s names, in short, and by the directory’s; those that reset nothing are passed over', () => {
  const { facts } = read({ methods: ['authentication-phone', 'email', 'softwareOneTimePasscode', 'fido2'] });
  assert.deepEqual(facts.methods, known(['authentication-phone', 'authentication-email', 'authenticator-app'], 'file'));
});

test('tries are told in our words or in those of the audit log, and stand newest first', () => {
  const { facts } = read({
    tries: [
      { at: '2026-11-23T07:00:00Z', resultReason: 'User does not have a license to use this feature.' },
      { at: '2026-11-23T08:00:00Z', reason: 'too-many-texts' },
      { at: '2026-11-23T06:00:00Z', end: 'succeeded' },
    ],
  });
  assert.ok(facts.tries.kind === 'known');
  assert.deepEqual(
    facts.tries.value.map(({ end, reason }) => [end, reason]),
    [
      ['blocked', 'too-many-texts'],
      ['failed', 'not-licensed'],
      ['succeeded', null],
    ],
  );
});

test('"none" is known not to be blocked, null is not known', () => {
  assert.deepEqual(read({ blockedUntil: 'none' }).facts.blockedUntil, known(null, 'file'));
  assert.equal(read({ blockedUntil: null }).facts.blockedUntil.kind, 'not-known');
});

for (const [written, code] of [
  ['SSPR_0012', 'SSPR_0012'],
  ['sspr 0012', 'SSPR_0012'],
  [33004, 'event 33004'],
  ['0x80230619', 'hr 80230619'],
  ['50057', 'AADSTS50057'],
] as const) {
  test(`${written} is the code ${code}`, () => {
    assert.deepEqual(read({ codes: [written] }).facts.codes, known([code], 'file'));
  });
}

test('a code that was said is one that was seen', () => {
  const { facts, said } = read({ said: 'SSPR_0012' });
  assert.equal(said, 'not-licensed');
  assert.deepEqual(facts.codes, known(['SSPR_0012'], 'employee'));
});

test('a byte order mark does no harm', () => {
  assert.equal(readFactsFile('\uFEFF{"enabled":true}').facts.enabled.kind, 'known');
});

for (const [field, file] of [
  ['licence', { licence: true }],
  ['enabled', { enabled: 'yes' }],
  ['enabled', { enabled: { value: 1 } }],
  ['enabled.at', { enabled: { value: true, at: 'yesterday' } }],
  ['enabled.source', { enabled: { value: true, source: 'rumour' } }],
  ['enabled.notKnown', { enabled: { notKnown: 'shy' } }],
  ['required', { required: 3 }],
  ['license', { license: 'gold' }],
  ['methods.1', { methods: ['email', 'pigeon'] }],
  ['tries.0.at', { tries: [{ at: '2026-11-23 08:00' }] }],
  ['tries.0.reason', { tries: [{ at: '2026-11-23T08:00:00Z', reason: 'bad luck' }] }],
  ['codes.0', { codes: ['SSPR_9999'] }],
  ['said', { said: 'K0' }],
  ['now', { now: 1 }],
  ['facts', { facts: [] }],
  ['facts.enabled', { enabled: true, facts: { enabled: true } }],
] as const) {
  test(`a mistake is named with its field: ${JSON.stringify(file)}`, () => {
    assert.throws(
      () => read(file),
      (error) =>
        error instanceof Error && new RegExp(`^${field.replaceAll('.', '\\.')}(?:\\.value)?: \\S`).test(error.message),
    );
  });
}

test('every mistake is named at once, and what is no JSON or no object is said to be', () => {
  assert.throws(() => read({ enabled: 1, required: 5, foo: 1 }), /enabled: .*\n(?:.*\n)*required: .*\n(?:.*\n)*foo: /);
  assert.throws(() => read({ now: 'soon', said: 'K0', facts: { enabled: 1 } }), /now: .*\nsaid: .*\nenabled: /);
  assert.throws(() => readFactsFile('{\n  "enabled": yes\n}'), /not JSON: line 2, column 14/);
  for (const file of [[], 'K1', 1, null]) assert.throws(() => read(file), /the file: /);
});
