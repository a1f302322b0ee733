import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as breathe } from 'node:timers/promises';
import { newPerson } from '../../bot/domain/account/person.ts';
import { type ListedEmployee, whereListed } from '../../bot/domain/campaigns/audience.ts';
import { campaignSettingsSchema, perSecond } from '../../bot/domain/campaigns/campaign.ts';
import { createCampaigns } from '../../bot/domain/campaigns/campaigns.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { second } from '../../bot/domain/time.ts';
import { createLog } from '../../bot/log.ts';
import { createCampaignOutbox } from '../../bot/outbox/campaign-outbox.ts';
import { handClock } from '../support/clock.ts';
import { amount, figure } from '../support/figure.ts';
import { seededRandom } from '../support/random.ts';
import { emptyShelf, openShelf } from './indexed-store.ts';

/** One message to each, the app known everywhere or installed first; on the clock by which the limits count. */
async function sendOnce(people: number, installs: boolean): Promise<{ seconds: number; requests: number }> {
  // Monday 23 November 2026, 10:00 in Stockholm.
  const clock = handClock(Date.UTC(2026, 10, 23, 9));
  const store = openShelf(emptyShelf(), () => undefined);
  const policy = async () => defaultPolicy;
  const campaigns = createCampaigns({ store, clock, policy });
  const day = { from: '00:00', to: '23:45' };
  const settings = campaignSettingsSchema.parse({
    name: 'All',
    by: '2027-01-29',
    perDay: 1_000_000,
    messages: 1,
    hours: day,
  });
  const listed = Array.from({ length: people }, (_, number): ListedEmployee => {
    const entry = { displayName: '', signInName: '', mailboxes: [], account: 'member', administrator: false } as const;
    return { employee: { tenantId: 't', objectId: `o-${number}` }, entry, department: null, report: undefined };
  });
  const personOf = async (employee: ListedEmployee['employee']) =>
    installs ? undefined : { ...newPerson(employee), chat: `chat-${employee.objectId}` };
  const sources = {
    listed,
    personOf,
    reaches: async () => !installs,
    members: undefined,
    policy: defaultPolicy,
    whereabouts: whereListed,
  };
  await campaigns.create('all', 't', settings, 'it');
  await campaigns.rehearse('all', sources, 'it');
  await campaigns.start('all', sources, 'it');
  if (!installs) {
    for (const { employee } of listed)
      await store.update('personal-chat', `t/${employee.objectId}`, () => ({
        record: { chat: `c-${employee.objectId}`, at: 0 },
        outcome: undefined,
      }));
  }
  let [requests, sent] = [0, 0];
  const outbox = createCampaignOutbox({
    store,
    messenger: {
      async ask() {
        requests += 1;
        sent += 1;
        return { kind: 'sent', card: 'card' };
      },
      shrink: async () => undefined,
    },
    installer: {
      ready: async () => true,
      async install() {
        requests += 1;
        return { kind: 'installed' };
      },
      async chatOf({ objectId }) {
        // The installation is looked up, then its chat.
        requests += 2;
        return { kind: 'chat', chat: `c-${objectId}` };
      },
    },
    isReady: async () => false,
    clock,
    random: seededRandom(1),
    log: createLog('silent'),
    metrics: { letterCame: () => undefined },
  });
  const begun = clock();
  for (let rounds = 0; sent < people && rounds < people; rounds += 1) {
    await outbox.round();
    await breathe();
    clock.turn(second);
  }
  assert.equal(sent, people);
  return { seconds: (clock() - begun) / second, requests };
}

const large = amount(2_000, 20_000);

for (const installs of [false, true]) {
  test(`one message to everybody takes as long as the limits say, the app ${installs ? 'installed first' : 'known'}`, async () => {
    const small = await sendOnce(200, installs);
    const whole = await sendOnce(large, installs);
    // Where nothing is known, two minutes are given to Teams to tell of the chat before it is looked up.
    const first = installs ? 120 : 0;
    const each = (whole.seconds - first) / large;
    const calls = installs ? 4 : 1;
    const hours = ((first + each * 500_000) / 3_600).toFixed(1);
    const line = installs ? 2 / perSecond : 1 / perSecond;
    figure({
      test: `a message to everybody, the app ${installs ? 'installed first, its chat looked up' : 'known'}`,
      measured: `200 people: ${small.seconds} s, ${small.requests} requests; ${large}: ${whole.seconds} s, ${whole.requests} requests; 500000 calculated: ${first} s + 500000 × ${each.toFixed(3)} s = ${hours} h, 500000 × ${calls} requests`,
      target: `at most ${line} s a person`,
      met: each <= 1.1 * line,
    });
    assert.ok(each <= 1.1 * line, `${each} s a person`);
    assert.deepEqual([small.requests, whole.requests], [calls * 200, calls * large]);
  });
}
