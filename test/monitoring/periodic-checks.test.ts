import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import type { SupportChannel } from '../../bot/domain/tickets/ports.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createSupportReach, warnUnreached } from '../../bot/monitoring/periodic-checks.ts';

const channel: SupportChannel = {
  channel: '19:c@thread.tacv2',
  team: '19:t@thread.tacv2',
  serviceUrl: 'https://smba.trafficmanager.net/teams/',
  tenantId: 't',
  setAt: 0,
  setBy: null,
  lost: false,
};

function heard(given: { tiers?: Policy['support']['tiers']; mails?: boolean; channel?: SupportChannel }) {
  const support = { ...defaultPolicy.support, tiers: given.tiers ?? [] };
  const policy = async () => ({ ...defaultPolicy, support });
  return createSupportReach({ channelOf: async () => given.channel, policy, mails: given.mails ?? true });
}

test('a request is heard by a channel the bot is in, or a mailbox that mails can be sent to', async () => {
  assert.equal(await heard({})('t'), false);
  assert.equal(await heard({ channel })('t'), true);
  assert.equal(await heard({ channel: { ...channel, lost: true } })('t'), false);
  assert.equal(await heard({ tiers: [['it@example.org']] })('t'), true);
  assert.equal(await heard({ tiers: [['it@example.org']], mails: false })('t'), false);
});

test('where requests reach nobody, the start warns and a gauge says so', async () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const metrics = createMetrics();
  const unheard = async () => /^bot_support_unheard (\d)$/m.exec((await metrics.page()).text)?.[1];
  await warnUnreached(heard({}), ['t', 'u'], log, metrics);
  assert.match(lines.join(''), /"level":40.*"count":2.*requests for help reach nobody/);
  assert.match(lines.join(''), /support\.tiers/);
  assert.equal(await unheard(), '2');
  await warnUnreached(heard({ channel }), ['t', 'u'], log, metrics);
  assert.equal(lines.length, 1);
  assert.equal(await unheard(), '0');
});
