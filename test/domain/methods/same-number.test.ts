import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answersFor, sameAddress } from '../../../bot/domain/methods/phone.ts';

const same: readonly (readonly [string | null, string | null])[] = [
  ['+46701234567', '+46 701234567'],
  ['+46701234567', '+46 0701234567'],
  ['+46701234567', '+46 (0)70-123 45 67'],
  ['+46850512345x105', '+46 850512345 ext. 105'],
  ['+390612345678', '+39 06 1234 5678'],
  ['Kim@Example.org', 'kim@example.org '],
  ['+46 70XXXXX67', '+46 70XXXXX67'],
  [null, null],
];

const different: readonly (readonly [string | null, string | null])[] = [
  ['+46701234567', '+46701234568'],
  ['+46701234567', '+46701234567x1'],
  ['+46850512345x105', '+46850512345x106'],
  ['+46850512345105', '+46850512345x105'],
  // The zero of an Italian landline is part of the number.
  ['+390612345678', '+39612345678'],
  ['+46701234567', '+46 70XXXXX67'],
  ['+46 70XXXXX67', '+46 70XXXXX68'],
  ['+46701234567', null],
  ['max@example.org', 'ma@example.org'],
  ['0701234567', '+46701234567'],
];

test('one number in two spellings is one, and what differs in a digit or an extension is two', () => {
  for (const [one, other] of same) assert.ok(sameAddress(one, other) && sameAddress(other, one), `${one} ${other}`);
  for (const [one, other] of different)
    assert.ok(!sameAddress(one, other) && !sameAddress(other, one), `${one} ${other}`);
});

test('who answered on the main line has answered for its extension, and not the other way round', () => {
  assert.ok(answersFor('+46850512345', '+46 850512345x105'));
  assert.ok(answersFor('+46850512345x105', '+46 850512345x105'));
  assert.ok(!answersFor('+46850512345x105', '+46 850512345'));
  assert.ok(!answersFor('+46850512345x105', '+46 850512345x106'));
  assert.ok(answersFor('+46701234567', '070-123 45 67', 'SE'));
  assert.ok(!answersFor('+46701234567', '070-123 45 67'));
});
