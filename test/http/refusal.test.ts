import assert from 'node:assert/strict';
import { test } from 'node:test';
import { minute, second } from '../../bot/domain/time.ts';
import { refused } from '../../bot/http/gate.ts';
import type { GateRefusal } from '../../bot/http/refusal.ts';
import { handClock } from '../support/clock.ts';
import { serve } from '../support/serve.ts';

interface Line {
  readonly level: number;
  readonly msg: string;
  readonly reason: string;
  readonly count: number;
  readonly look: string;
}

const warn = 40;

test('who is kept out is told at once and then once a minute for each reason, with how many it were', async (t) => {
  const clock = handClock();
  let reason: GateRefusal = 'other-tenant';
  const served = await serve(t, { clock, gate: async () => refused(reason) });
  const knock = async () => {
    assert.equal((await fetch(`${served.origin}/api/messages`, { method: 'POST' })).status, 401);
  };
  const warnings = () =>
    served.log.map((line) => JSON.parse(line) as Line).filter(({ level, msg }) => level === warn && msg === 'kept out');

  await knock();
  assert.deepEqual(
    warnings().map((one) => [one.reason, one.count]),
    [['other-tenant', 1]],
  );
  for (let i = 0; i < 5; i += 1) await knock();
  reason = 'expired';
  await knock();
  assert.equal(warnings().length, 2, 'another reason has a line of its own');
  clock.turn(minute - second);
  reason = 'other-tenant';
  await knock();
  assert.equal(warnings().length, 2, 'the minute is not over');
  clock.turn(second);
  await knock();
  assert.deepEqual(
    warnings().map((one) => [one.reason, one.count]),
    [
      ['other-tenant', 1],
      ['expired', 1],
      ['other-tenant', 7],
    ],
  );
});

const names: Readonly<Partial<Record<GateRefusal, RegExp>>> = {
  expired: /clock/,
  'not-yet-valid': /clock/,
  'other-audience': /MicrosoftAppId/,
  'other-issuer': /CLOUD/,
  'other-tenant': /TENANTS/,
  'metadata-down': /keys of Teams.*firewall/,
  'foreign-service-url': /CLOUD.*gcc/,
};

for (const [reason, look] of Object.entries(names)) {
  test(`kept out for ${reason}: the warning says what to look at`, async (t) => {
    const served = await serve(t, { gate: async () => refused(reason as GateRefusal) });
    await fetch(`${served.origin}/api/messages`, { method: 'POST' });
    const line = served.log.map((one) => JSON.parse(one) as Line).find(({ msg }) => msg === 'kept out');
    assert.match(line?.look ?? '', look);
  });
}
