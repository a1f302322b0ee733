import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createStatusTracker } from '../../bot/domain/outbox/person-letters.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { createStatusRoute } from '../../bot/http/delivery-status.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPersonOutbox } from '../../bot/outbox/person-outbox.ts';
import { twilioSignature, twilioStatus } from '../../bot/providers/delivery/twilio/status.ts';
import { twilioDelivery } from '../../bot/providers/delivery/twilio/twilio.ts';
import { asker, employee, enrolling, phone } from '../support/enrolling.ts';
import { accountSid, authToken, numbers, startTwilio } from '../support/fake-twilio.ts';
import { ringOf } from '../support/keyring.ts';
import { blindObserver, notifierWith } from '../support/outbox-parts.ts';
import { seededRandom } from '../support/random.ts';
import { serve } from '../support/serve.ts';

const origin = 'https://bot.example';
const path = '/delivery/twilio/status';

/** A code on its way to employee 1 through a fake Twilio, which can tell what became of it. */
async function open(t: TestContext) {
  const bench = enrolling();
  const { store, clock } = bench;
  const log = createLog('silent');
  const metrics = createMetrics();
  const fake = await startTwilio(t);
  const settings = { accountSid, user: accountSid, password: authToken, texts: { '*': numbers.text } };
  const delivery = twilioDelivery({ ...settings, statusUrl: origin + path, baseUrl: fake.origin }, clock);
  let refreshed = 0;
  const notifier = notifierWith({
    refresh: async () => {
      refreshed += 1;
      return { kind: 'reached' };
    },
  });
  const random = seededRandom(1);
  const policy = async () => defaultPolicy;
  const outbox = createPersonOutbox({
    store,
    keyring: ringOf(1),
    policy,
    deliveries: [delivery],
    notifier,
    observer: blindObserver,
    clock,
    random,
    log,
    metrics,
  });
  const source = twilioStatus(origin + path, accountSid, [authToken]);
  const route = createStatusRoute({
    source,
    note: createStatusTracker(store, clock),
    counted: metrics.statusCame,
    log,
  });
  const served = await serve(t, { metrics, posts: { [path]: route } });

  async function tell(MessageStatus: string, ErrorCode = ''): Promise<number> {
    const { search } = new URL(fake.taken.at(-1)?.get('StatusCallback') ?? '');
    const fields = new URLSearchParams({ AccountSid: accountSid, MessageStatus, ErrorCode });
    const signature = twilioSignature(authToken, origin + path + search, fields);
    const headers = { 'X-Twilio-Signature': signature };
    return (await fetch(served.origin + path + search, { method: 'POST', headers, body: fields })).status;
  }
  const challenge = async () => {
    const { delivery: way, notArrived, letter } = (await bench.person(employee(1))).challenge ?? {};
    return { way, notArrived, letter };
  };
  await bench.enrolment.begin(asker(1), phone());
  return { bench, outbox, tell, challenge, served, refreshed: () => refreshed };
}

test('a text that did not arrive refreshes the card once, however often that is told', async (t) => {
  const { outbox, tell, challenge, refreshed, served } = await open(t);
  await outbox.round();
  assert.equal((await challenge()).way, 'accepted');
  assert.equal(await tell('sent'), 204);
  assert.equal(await tell('undelivered', '30003'), 204);
  assert.equal(await tell('undelivered', '30003'), 204);
  assert.equal(await tell('sent'), 204);
  const { way, notArrived } = await challenge();
  assert.deepEqual([way, notArrived], ['not-arrived', 'unreachable']);
  await outbox.round();
  await outbox.round();
  assert.equal(refreshed(), 1);
  assert.equal(await served.metric('bot_delivery_statuses_total{source="twilio",result="noted"}'), 1);
  assert.equal(await served.metric('bot_delivery_statuses_total{source="twilio",result="known"}'), 3);
  assert.equal(await served.metric('bot_delivery_journeys_total{source="twilio",came="unreachable"}'), 1);
});

test('a text that arrived says so, and disturbs nobody', async (t) => {
  const { outbox, tell, challenge, refreshed } = await open(t);
  await outbox.round();
  assert.equal(await tell('delivered'), 204);
  assert.equal((await challenge()).way, 'arrived');
  await outbox.round();
  assert.equal(refreshed(), 0);
});

test('a report of a code that was replaced is nobody’s', async (t) => {
  const { bench, outbox, tell, challenge, served } = await open(t);
  await outbox.round();
  bench.clock.turn(31_000);
  const { challenge: current } = await bench.person(employee(1));
  await bench.enrolment.resend(asker(1), current?.id ?? '', 1, 'text');
  assert.equal(await tell('undelivered', '30005'), 204);
  assert.equal((await challenge()).way, 'waiting');
  assert.equal(await served.metric('bot_delivery_statuses_total{source="twilio",result="not-ours"}'), 1);
});
