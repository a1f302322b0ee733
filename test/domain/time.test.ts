import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute, minutesLeft, second } from '../../bot/domain/time.ts';

test('what lasts five minutes is told as five, though a moment passed between two looks at the clock', () => {
  for (const off of [-40, -1, 0, 1, 40, second]) assert.equal(minutesLeft(5 * minute + off), 5, `${off} ms`);
  assert.equal(minutesLeft(20 * second), 1);
  assert.equal(minutesLeft(-1), 1);
});
