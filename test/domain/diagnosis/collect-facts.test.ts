import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AccountFacts, AccountSeen, RegistrationReport } from '../../../bot/domain/account/facts.ts';
import { combineFacts, type FactSources } from '../../../bot/domain/diagnosis/collect-facts.ts';
import { diagnose } from '../../../bot/domain/diagnosis/diagnose.ts';
import { known, notKnown } from '../../../bot/domain/diagnosis/facts.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { hour } from '../../../bot/domain/time.ts';
import { now, shorthand } from './given-facts.ts';

const seen = <T>(value: T) => ({ kind: 'seen', value }) as const;
const unseen = { kind: 'unseen', why: 'permission-missing' } as const;

const account: AccountSeen = {
  disabled: false,
  guest: 'no',
  source: 'cloud',
  passwordChangedAt: null,
  signInIsMail: true,
  filledIn: {},
};
const report: RegistrationReport = {
  at: now - 5 * hour,
  enabled: true,
  registered: true,
  capable: true,
  administrator: false,
  methods: ['mobilePhone', 'softwareOneTimePasscode', 'fido2'],
};
const good: AccountFacts = {
  account: seen(account),
  signIn: seen('managed'),
  writeback: seen('none'),
  license: seen('premium'),
  administrator: seen(false),
  administratorsMayReset: seen(true),
  report: seen(report),
  methods: { phones: seen({ mobile: '+46 701234567' }), email: seen(null) },
  methodPolicy: seen({
    text: true,
    call: false,
    officePhone: false,
    email: true,
    app: true,
    alone: true,
    reconfirmDays: null,
  }),
  attempts: seen([]),
  registrationChanged: seen(null),
};

const from = (facts: Partial<AccountFacts>, more: Partial<FactSources> = {}) =>
  combineFacts({ seen: { ...good, ...facts }, at: now, policy: defaultPolicy, own: null, changedAt: null, ...more });

test('an account in order has no finding', () => {
  assert.equal(shorthand(diagnose(from({}), now)), 'unknown');
});

test('a fact keeps where and when it was read', () => {
  const facts = from({ writeback: unseen });
  assert.deepEqual(facts.enabled, known(true, 'report', now - 5 * hour));
  assert.deepEqual(facts.license, known('premium', 'directory', now));
  assert.deepEqual(facts.writeback, notKnown('permission-missing'));
  assert.deepEqual(facts.hybridDevice, notKnown('not-asked'));
});

test('methods are those that stand there now; apps only the report knows', () => {
  assert.deepEqual(from({}).methods, known(['authentication-phone', 'authenticator-app'], 'directory', now));
  const gone = from({ methods: { phones: seen({}), email: seen('kim@example.org') } });
  assert.deepEqual(gone.methods, known(['authentication-email', 'authenticator-app'], 'directory', now));
});

test('methods that can’t be read now are those of the report, as old as it is', () => {
  const facts = from({ methods: { phones: unseen, email: unseen } });
  assert.deepEqual(facts.methods, known(['authentication-phone', 'authenticator-app'], 'report', report.at));
  const nothing = from({ methods: { phones: unseen, email: unseen }, report: unseen });
  assert.deepEqual(nothing.methods, notKnown('permission-missing'));
});

test('a passkey is seen by any of its names, and so is a second number', () => {
  const passkeyOf = (...methods: readonly string[]) => from({ report: seen({ ...report, methods }) }).passkey;
  for (const name of ['fido2', 'passKeyDeviceBound', 'passKeySynced', 'windowsHelloForBusiness'])
    assert.deepEqual(passkeyOf('mobilePhone', name), known(true, 'report', report.at), name);
  assert.deepEqual(passkeyOf('mobilePhone', 'softwareOneTimePasscode'), known(false, 'report', report.at));
  assert.equal(from({ report: unseen }).passkey.kind, 'not-known');
  assert.deepEqual(from({}).alternatePhone, known(false, 'directory', now));
  const two = from({
    methods: { phones: seen({ mobile: '+46 701234567', alternate: '+46 701234568' }), email: seen(null) },
  });
  assert.deepEqual(two.alternatePhone, known(true, 'directory', now));
  assert.equal(from({ methods: { phones: unseen, email: unseen } }).alternatePhone.kind, 'not-known');
});

const filledIn = seen({ ...account, filledIn: { mobile: '+46 701234567', office: '070', email: 'kim@home.example' } });
const nothing = { phones: seen({}), email: seen(null) };

test('what was filled in is no registered method, whatever it is, and in no wrong form either', () => {
  const { methods, malformed, officePhone } = from({ account: filledIn, methods: nothing });
  assert.deepEqual(methods, known(['authenticator-app'], 'directory', now));
  assert.deepEqual(malformed, known([], 'directory', now));
  assert.deepEqual(officePhone, known(true, 'directory', now), 'it can be registered, since it is there');
});

test('a report that calls somebody registered who has less than a reset takes may count what was filled in: it tells nothing', () => {
  const { registered, capable } = from({ account: filledIn, methods: nothing });
  assert.deepEqual([registered.kind, capable.kind], ['not-known', 'not-known']);
  assert.equal(from({ account: filledIn }).registered.kind, 'known', 'registered methods are enough without it');
  assert.equal(from({ methods: nothing }).registered.kind, 'known', 'nothing was filled in');
});

test('a report from before something stopped counting tells nothing of what is registered', () => {
  assert.deepEqual(from({}, { reportedSince: now }).registered, notKnown('too-old', report.at));
  assert.equal(from({}, { reportedSince: report.at }).registered.kind, 'known');
});

for (const [number, malformed] of [
  ['+46 701234567', false],
  ['+1 4251234567', false],
  ['0701234567', true],
  ['+46701234567', true],
  ['+46 70 123 45 67', true],
  ['+1 4251234567x123', true],
] as const) {
  test(`${number} is ${malformed ? 'in no usable form' : 'in a usable form'}`, () => {
    const facts = from({ methods: { phones: seen({ mobile: number }), email: seen(null) } });
    assert.deepEqual(facts.malformed, known(malformed ? ['authentication-phone'] : [], 'directory', now));
  });
}

test('a report from before the last registration says nothing of it any more', () => {
  const facts = from({}, { changedAt: now - hour });
  assert.deepEqual(facts.registered, notKnown('too-old', report.at));
  assert.equal(facts.enabled.kind, 'known');
  assert.deepEqual(facts.registrationChanged, known(now - hour, 'bot', now - hour));
  assert.equal(from({}, { changedAt: now - 6 * hour }).registered.kind, 'known');
});

test('somebody the directory does not have is not there; one it can’t read may be', () => {
  const gone = from({ account: { kind: 'unseen', why: 'not-there' } });
  assert.equal(shorthand(diagnose(gone, now)), 'unknown-user!');
  assert.equal(from({ account: unseen }).exists.kind, 'not-known');
});

test('a log without a block shows that there is none; a log nobody can read shows nothing', () => {
  assert.deepEqual(from({}).blockedUntil, known(null, 'log', now));
  const blocked = from({ attempts: seen([{ at: now - hour, end: 'blocked', reason: 'too-many-texts' }]) });
  assert.deepEqual(blocked.blockedUntil, known(now + 23 * hour, 'log', now));
  assert.equal(from({ attempts: unseen }).blockedUntil.kind, 'not-known');
});

test('what the directory has switched off is not allowed, where its policy alone counts', () => {
  const allowed = (alone: boolean) =>
    from({
      methodPolicy: seen({
        text: false,
        call: false,
        officePhone: false,
        email: true,
        app: true,
        alone,
        reconfirmDays: null,
      }),
    }).allowed;
  assert.deepEqual(allowed(true), known(['authentication-email', 'authenticator-app'], 'organisation', now));
  const merged = allowed(false);
  assert.ok(merged.kind === 'known' && merged.source === 'policy' && merged.value.includes('authentication-phone'));
});

test('the three situations of the table are told apart', () => {
  const onPremises = from({ account: seen({ ...account, source: 'on-premises' }), writeback: seen('off') });
  assert.equal(shorthand(diagnose(onPremises, now)), 'kept-on-premises!');
  const off = from({ report: seen({ ...report, enabled: false, registered: false, capable: false }) });
  assert.equal(shorthand(diagnose(off, now)), 'not-enabled!');
  const none = { phones: seen({}), email: seen(null) };
  const fresh = from({ methods: none, report: seen({ ...report, registered: false, capable: false, methods: [] }) });
  assert.equal(shorthand(diagnose(fresh, now)), 'not-registered!');
});

test('where the bot’s own store counts, its methods do', () => {
  const facts = from({}, { own: ['authentication-email'] });
  assert.deepEqual(facts.methods, known(['authentication-email'], 'bot', now));
});
