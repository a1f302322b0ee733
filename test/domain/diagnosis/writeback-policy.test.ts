import assert from 'node:assert/strict';
import { test } from 'node:test';
import { driftOf } from '../../../bot/doctor/drift.ts';
import { combineFacts } from '../../../bot/domain/diagnosis/collect-facts.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { nothingSeen } from '../../../bot/providers/directory/graph/account-facts.ts';

const dark = { kind: 'unseen', why: 'permission-missing' } as const;
const off = { kind: 'seen', value: 'off' } as const;

for (const [said, shown, is] of [
  ['not-said', off, 'off'],
  ['not-said', dark, 'not known'],
  ['on', dark, 'on'],
  ['on', off, 'on'],
  ['off', dark, 'off'],
] as const) {
  test(`writeback that IT calls ${said} and the directory ${shown.kind === 'seen' ? 'off' : 'does not show'} is ${is}`, () => {
    const seen = { ...nothingSeen('unavailable'), writeback: shown };
    const policy = { ...defaultPolicy, writeback: said };
    const { writeback } = combineFacts({ seen, at: 0, policy, own: null, changedAt: null });
    assert.equal(writeback.kind === 'known' ? writeback.value : 'not known', is);
  });
}

for (const [said, shown, ids] of [
  ['not-said', 'off', ['drift-writeback-off']],
  ['on', 'off', []],
  ['off', 'on', ['drift-writeback-said']],
  ['off', 'off', []],
] as const) {
  test(`writeback that IT calls ${said} and Entra Connect ${shown} is told as ${ids.join() || 'nothing'}`, () => {
    const observed = {
      methodPolicy: dark,
      administratorsMayReset: dark,
      notEnabled: dark,
      writeback: { kind: 'seen', value: shown },
    } as const;
    const found = driftOf({ ...defaultPolicy, writeback: said }, observed).map(({ id }) => id);
    assert.deepEqual(found, ids);
  });
}
