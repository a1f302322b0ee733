import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { Secret, TOTP, URI } from 'otpauth';
import * as codes from '../../../bot/domain/enrolment/code.ts';
import {
  appCode,
  appCodeLength,
  appLink,
  fromBase32,
  groupedSecret,
  newAppSecret,
  readAppCode,
  secretLength,
  stepAt,
  toBase32,
  verifyAppCode,
} from '../../../bot/domain/methods/app.ts';
import { hour, second } from '../../../bot/domain/time.ts';
import { seededRandom } from '../../support/random.ts';
import { seedOfRun } from '../../support/seeded.ts';

/** The secret of RFC 6238's vectors. */
const secret = toBase32(Buffer.from('12345678901234567890'));

/** RFC 6238, appendix B, SHA-1: seconds and the code of eight digits, whose last six are ours. */
const vectors = [
  [59, '94287082'],
  [1_111_111_109, '07081804'],
  [1_111_111_111, '14050471'],
  [1_234_567_890, '89005924'],
  [2_000_000_000, '69279037'],
  [20_000_000_000, '65353130'],
] as const;

for (const [seconds, eight] of vectors) {
  test(`the code at ${seconds} s is the one of RFC 6238`, () => {
    assert.equal(appCode(secret, stepAt(seconds * second)), eight.slice(2));
    const read = verifyAppCode(secret, eight.slice(2), seconds * second, null);
    assert.deepEqual(read, { kind: 'app-code-right', step: Math.floor(seconds / 30) });
  });
}

test('the length of an app’s code is its own, and does not follow that of the codes that are sent', () => {
  assert.equal(appCodeLength, 6, 'every app that is set up shows so many for as long as it lives');
  assert.ok(!('codeLength' in codes), 'the length of what is sent is nobody else’s to stand on');
  const text = 'the code is 123 456, not 12345678';
  assert.deepEqual([readAppCode(text), codes.readDigits(text, 8)], ['123456', '12345678']);
  for (const [seconds, eight] of vectors) {
    const count = Buffer.alloc(8);
    count.writeBigUInt64BE(BigInt(stepAt(seconds * second)));
    assert.equal(codes.truncate(createHmac('sha1', '12345678901234567890').update(count).digest(), 8), eight);
  }
});

/** RFC 4648 §10, without padding. */
const base32 = { f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };

for (const [plain, written] of Object.entries(base32)) {
  test(`"${plain}" is ${written} in base32, and back`, () => {
    assert.equal(toBase32(Buffer.from(plain)), written);
    assert.equal(Buffer.from(fromBase32(written)).toString(), plain);
  });
}

test('a secret is 160 random bits, shown in eight groups of four', () => {
  const random = seededRandom(1);
  const [one, other] = [newAppSecret(random), newAppSecret(random)];
  assert.equal(fromBase32(one).length, secretLength);
  assert.equal(secretLength * 8, 160);
  assert.notEqual(one, other);
  assert.match(groupedSecret(one), /^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  assert.equal(groupedSecret(one).replaceAll(' ', ''), one);
});

test('the link says everything an app needs', () => {
  assert.equal(
    appLink('ABCD', 'Contoso & Co', 'kim+1@contoso.example'),
    'otpauth://totp/Contoso%20%26%20Co:kim%2B1%40contoso.example' +
      '?secret=ABCD&issuer=Contoso%20%26%20Co&algorithm=SHA1&digits=6&period=30',
  );
});

test('no name can break the link: an independent reader finds the same secret, whatever they are', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const name = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'ab:?&#/%=+@ å\n\ud800'), maxLength: 20 }),
    fc.constant('Contoso: reset'),
  );
  const property = fc.property(name, name, (issuer, account) => {
    const link = appLink(secret, `Contoso ${issuer}`, `kim ${account}`);
    const read = URI.parse(link);
    assert.ok(read instanceof TOTP);
    assert.equal(read.secret.base32, secret);
    assert.deepEqual([read.algorithm, read.digits, read.period], ['SHA1', 6, 30]);
    assert.ok(read.issuer.startsWith('Contoso') && read.label.startsWith('kim'));
    assert.match(link, /^[\x21-\x7e]+$/);
    assert.equal(decodeURIComponent(new URL(link).pathname).split(':').length, 2);
  });
  fc.assert(property, { seed, numRuns: 3_000 });
});

test('codes and secrets are those of an independent implementation', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const property = fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), fc.nat(2 ** 41), (bytes, now) => {
    const app = new TOTP({ secret: new Secret({ buffer: Uint8Array.from(bytes).buffer }), digits: 6, period: 30 });
    assert.equal(toBase32(bytes), app.secret.base32);
    assert.deepEqual(fromBase32(app.secret.base32), Uint8Array.from(bytes));
    assert.equal(appCode(toBase32(bytes), stepAt(now)), app.generate({ timestamp: now }));
  });
  fc.assert(property, { seed, numRuns: 2_000 });
});

const now = 1_234_567_890 * second;
const step = stepAt(now);

const offsets: Readonly<Record<number, boolean>> = { [-3]: false, [-2]: false, [-1]: true, 0: true, 1: true, 2: false };

for (const [off, accepted] of Object.entries(offsets)) {
  test(`a code ${off} steps away is ${accepted ? 'right' : 'wrong'}`, () => {
    const read = verifyAppCode(secret, appCode(secret, step + Number(off)), now, null);
    assert.deepEqual(
      read,
      accepted ? { kind: 'app-code-right', step: step + Number(off) } : { kind: 'app-code-wrong' },
    );
  });
}

test('a code is right to the millisecond', () => {
  const starts = step * 30 * second;
  const code = appCode(secret, step);
  const at = (moment: number) => verifyAppCode(secret, code, moment, null).kind;
  assert.equal(at(starts - 30 * second - 1), 'app-code-wrong');
  assert.equal(at(starts - 30 * second), 'app-code-right');
  assert.equal(at(starts + 60 * second - 1), 'app-code-right');
  assert.equal(at(starts + 60 * second), 'app-code-wrong');
});

test('a code is right once; after a later one, an earlier one is used up too', () => {
  const read = (off: number, last: number | null) => verifyAppCode(secret, appCode(secret, step + off), now, last);
  assert.deepEqual(read(0, step), { kind: 'app-code-used' });
  assert.deepEqual(read(-1, step), { kind: 'app-code-used' });
  assert.deepEqual(read(0, step + 1), { kind: 'app-code-used' });
  assert.deepEqual(read(1, step), { kind: 'app-code-right', step: step + 1 });
  assert.deepEqual(read(2, step), { kind: 'app-code-wrong' });
  assert.deepEqual(read(0, 0), { kind: 'app-code-right', step });
});

test('two steps with one code count as the later, so that it is not good for another time', () => {
  // The first such pair of this secret, looked for once: one in a million has its code twice in a row.
  const twin = 910_737;
  assert.equal(appCode(secret, twin), appCode(secret, twin + 1));
  const code = appCode(secret, twin);
  assert.deepEqual(verifyAppCode(secret, code, twin * 30 * second, null), { kind: 'app-code-right', step: twin + 1 });
  assert.deepEqual(verifyAppCode(secret, code, (twin + 1) * 30 * second, twin + 1), { kind: 'app-code-used' });
});

test('what is no code of six digits is wrong, and the first moments of time are no trouble', () => {
  for (const code of ['', '12345', '1234567', 'abcdef', '\ud800', '1'.repeat(10_000)]) {
    assert.deepEqual(verifyAppCode(secret, code, now, null), { kind: 'app-code-wrong' });
  }
  assert.deepEqual(verifyAppCode(secret, appCode(secret, 0), 0, null), { kind: 'app-code-right', step: 0 });
});

test('however the clock jumps and whatever is replayed, no step is accepted twice or after a later one', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  let accepted = 0;
  const move = fc.record({
    /** Mostly forwards; now and then far away, either way. */
    jump: fc.oneof(
      { weight: 8, arbitrary: fc.integer({ min: 0, max: 45 * second }) },
      { weight: 1, arbitrary: fc.integer({ min: -hour, max: hour }) },
    ),
    /** The app's own clock, against ours. */
    off: fc.integer({ min: -90 * second, max: 90 * second }),
    replay: fc.option(fc.nat(20), { nil: undefined }),
  });
  const property = fc.property(fc.array(move, { minLength: 1, maxLength: 60 }), (moves) => {
    let [clock, last] = [now, null as number | null];
    const shown: string[] = [];
    for (const { jump, off, replay } of moves) {
      clock += jump;
      const code = shown[replay ?? -1] ?? appCode(secret, stepAt(clock + off));
      shown.push(code);
      const read = verifyAppCode(secret, code, clock, last);
      if (read.kind !== 'app-code-right') continue;
      assert.ok(last === null || read.step > last);
      assert.ok(Math.abs(read.step - stepAt(clock)) <= 1);
      assert.equal(code, appCode(secret, read.step));
      last = read.step;
      accepted += 1;
      assert.notEqual(verifyAppCode(secret, code, clock, last).kind, 'app-code-right');
    }
  });
  fc.assert(property, { seed, numRuns: 300 });
  t.diagnostic(`${accepted} codes accepted`);
  assert.ok(accepted > 300);
});
