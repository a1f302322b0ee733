import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import type { Challenge } from '../../../bot/domain/enrolment/challenge.ts';
import { deriveCode, guessFingerprint, readCode, sameCode, truncate } from '../../../bot/domain/enrolment/code.ts';
import { teller } from '../../../bot/texts/tell.ts';
import { challengeWith } from '../../support/challenge.ts';
import { ringOf } from '../../support/keyring.ts';

/** RFC 4226, appendix D: intermediate HMAC values and codes of the secret "12345678901234567890" for counts 0 to 9. */
const vectors = [
  ['cc93cf18508d94934c64b65d8ba7667fb7cde4b0', '755224'],
  ['75a48a19d4cbe100644e8ac1397eea747a2d33ab', '287082'],
  ['0bacb7fa082fef30782211938bc1c5e70416ff44', '359152'],
  ['66c28227d03a2d5529262ff016a1e6ef76557ece', '969429'],
  ['a904c900a64b35909874b33e61c5938a8e15ed1c', '338314'],
  ['a37e783d7b7233c083d4f62926c7a25f238d0316', '254676'],
  ['bc9cd28561042c83f219324d3c607256c03272ae', '287922'],
  ['a4fb960c0bc06e1eabb804e5b397cdc4b45596fa', '162583'],
  ['1b3c89f65e6c9e883012052823443f048b4332db', '399871'],
  ['1637409809a679dc698207310c8c7fc07290d9e5', '520489'],
] as const;

const ring = ringOf(1, 2);
const kim = { tenantId: 'tenant', objectId: 'kim' };

for (const [count, [mac, code]] of vectors.entries()) {
  test(`a keyed hash becomes a code as in RFC 4226, count ${count}`, () => {
    assert.equal(truncate(Buffer.from(mac, 'hex'), 6), code);
  });
}

test('the vectors above are the RFC’s own', () => {
  for (const [count, [mac]] of vectors.entries()) {
    const counter = Buffer.alloc(8);
    counter.writeUInt32BE(count, 4);
    assert.equal(createHmac('sha1', '12345678901234567890').update(counter).digest('hex'), mac);
  }
});

test('a code keeps its leading zeros, and a hash that is a view into more bytes is read from its own', () => {
  const within = new Uint8Array(60).fill(0xff);
  within.fill(0, 20, 52);
  within[23] = 7;
  assert.equal(truncate(within.subarray(20, 52), 6), '000007');
});

test('a code is the same at every call', () => {
  assert.equal(deriveCode(ring, kim, challengeWith()), deriveCode(ringOf(1), kim, challengeWith()));
});

const otherInputs: Readonly<Record<string, Partial<Challenge>>> = {
  purpose: { purpose: 'prove' },
  method: { method: 'authentication-email' },
  address: { address: '+46701230002' },
  'challenge id': { id: 'f'.repeat(32) },
  'send number': { send: 2 },
  'key version': { keyVersion: 2 },
};

for (const [name, change] of Object.entries(otherInputs)) {
  test(`another ${name} gives other codes`, () => {
    assert.ok(agreement((at) => deriveCode(ring, kim, challengeWith({ id: `${at}`, ...change }))) <= 1);
  });
}

test('another person or tenant gives other codes, spelling of the ids aside', () => {
  for (const other of [
    { ...kim, objectId: 'alva' },
    { ...kim, tenantId: 'other' },
  ]) {
    assert.ok(agreement((at) => deriveCode(ring, other, challengeWith({ id: `${at}` }))) <= 1);
  }
  assert.equal(
    agreement((at) => deriveCode(ring, { ...kim, objectId: 'KIM' }, challengeWith({ id: `${at}` }))),
    20,
  );
});

test('inputs that run together differently are different inputs', () => {
  const one = deriveCode(ring, { tenantId: 'a', objectId: 'b' }, challengeWith({ address: 'c","d' }));
  const other = deriveCode(ring, { tenantId: 'a', objectId: 'b' }, challengeWith({ address: 'c', id: 'd' }));
  assert.notEqual(one, other);
});

test('codes are spread evenly: 100,000 of them, over digits and over thousands', (t) => {
  const count = 100_000;
  const digits = Array.from({ length: 6 }, () => new Array<number>(10).fill(0));
  const thousands = new Array<number>(1_000).fill(0);
  for (let at = 0; at < count; at += 1) {
    const code = deriveCode(ring, kim, challengeWith({ id: `${at}` }));
    for (const [place, digit] of [...code].entries()) raise(digits[place] ?? [], Number(digit));
    raise(thousands, Math.floor(Number(code) / 1_000));
  }
  const worst = Math.max(...digits.map((row) => chiSquare(row, count)));
  t.diagnostic(
    `chi-square: ${worst.toFixed(1)} at 9 degrees (worst place), ${chiSquare(thousands, count).toFixed(0)} at 999`,
  );
  // The keys are fixed, so this never flickers; the bounds are p = 0.0001 for six places, and for a thousand cells.
  assert.ok(worst < 38.8);
  assert.ok(chiSquare(thousands, count) < 1_175);
});

test('what is remembered of a wrong guess differs by guess, challenge, send and key', () => {
  const prints = [
    guessFingerprint(ring, challengeWith(), '123456'),
    guessFingerprint(ring, challengeWith(), '123457'),
    guessFingerprint(ring, challengeWith({ id: 'other' }), '123456'),
    guessFingerprint(ring, challengeWith({ send: 2 }), '123456'),
    guessFingerprint(ring, challengeWith({ keyVersion: 2 }), '123456'),
  ];
  assert.equal(new Set(prints).size, prints.length);
  assert.equal(guessFingerprint(ring, challengeWith(), '123456'), prints[0]);
  assert.ok(prints.every((print) => !print.includes('12345')));
});

test('codes of other lengths are not the same, and comparing them does not throw', () => {
  assert.equal(sameCode('123456', '123456'), true);
  assert.equal(sameCode('123456', '123457'), false);
  assert.equal(sameCode('123456', '12345'), false);
  assert.equal(sameCode('', ''), true);
  assert.equal(sameCode('12345６', '123456'), false);
});

const readings: readonly (readonly [typed: string, code: string | undefined])[] = [
  ['123456', '123456'],
  ['000000', '000000'],
  [' 123456\n', '123456'],
  ['123 456', '123456'],
  ['123-456', '123456'],
  ['12.34.56', '123456'],
  ['1 2 3 4 5 6', '123456'],
  ['123\u00a0456', '123456'],
  ['123–456', '123456'],
  ['１２３４５６', '123456'],
  ['my code is 123456', '123456'],
  ['koden är 123456.', '123456'],
  ['٠١٢٣٤٥', '012345'],
  ['۱۲۳ ۴۵۶', '123456'],
  ['१२३४५६', '123456'],
  ['\u200e123456\u200e', '123456'],
  ['12\u200b3456', '123456'],
  ['123\u2011456', '123456'],
  ['it is 14:05\n123456', '123456'],
  ['••67\n123456', '123456'],
  ['123456\n5 min', '123456'],
  ['123456 5 min', '123456'],
  ['12345', undefined],
  ['1234567', undefined],
  ['123456 654321', undefined],
  ['123456 or 654321', undefined],
  ['', undefined],
  ['abcdef', undefined],
  ['12a3456', undefined],
  ['１２３４５', undefined],
  ['123456 654321 ', undefined],
  ['call 070 123456 7', undefined],
  ['9'.repeat(10_000), undefined],
];

for (const [typed, code] of readings) {
  test(`${JSON.stringify(typed.slice(0, 30))} is read as ${code ?? 'no code'}`, () => {
    assert.equal(readCode(typed), code);
  });
}

for (const language of ['en', 'sv'] as const) {
  test(`the whole message with the code can be pasted, in ${language}`, () => {
    const tell = teller(language, null);
    const slots = { code: '012345', name: tell('product.name') };
    assert.equal(readCode(tell('letter.text', slots)), '012345');
    assert.equal(readCode(tell('letter.email.text', slots)), '012345');
    assert.equal(readCode(tell('letter.email.subject', slots)), '012345');
  });
}

/** In how many of 20 challenges the code is the same as with the usual inputs; by chance one in a million agrees. */
function agreement(code: (at: number) => string): number {
  const usual = (at: number) => deriveCode(ring, kim, challengeWith({ id: `${at}` }));
  return Array.from({ length: 20 }, (_, at) => at).filter((at) => code(at) === usual(at)).length;
}

function raise(counts: number[], at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function chiSquare(counts: readonly number[], total: number): number {
  const expected = total / counts.length;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}
