import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStatusRoute } from '../../../bot/http/delivery-status.ts';
import { createLog } from '../../../bot/log.ts';
import { azureStatus } from '../../../bot/providers/delivery/azure/status.ts';
import { serve } from '../../support/serve.ts';

const secret = 'a'.repeat(32);
const older = 'b'.repeat(40);
const source = azureStatus([secret, older]);
const read = (events: unknown, query = `secret=${secret}`) =>
  source.read({ query, headers: {}, body: Buffer.from(JSON.stringify(events)) });

/** As the reference shows one, with the tag spelled as in its example or as in its description. */
function delivered(letter: string, deliveryStatus: string, tag: 'tag' | 'Tag' = 'tag') {
  return {
    id: 'Outgoing_202009180022138813a09b-0cbf-4304-9b03-1546683bb910',
    topic: '/subscriptions/s/resourceGroups/g/providers/Microsoft.Communication/communicationServices/c',
    subject: '/phonenumber/15555555555',
    data: {
      messageId: 'Outgoing_202009180022138813a09b-0cbf-4304-9b03-1546683bb910',
      from: '15555555555',
      to: '46701234567',
      deliveryStatus,
      deliveryStatusDetails: 'No error.',
      receivedTimestamp: '2026-11-23T09:22:20.2855749Z',
      deliveryAttempts: [],
      [tag]: letter,
    },
    eventType: 'Microsoft.Communication.SMSDeliveryReportReceived',
    dataVersion: '1.0',
    metadataVersion: '1',
    eventTime: '2026-11-23T09:22:20Z',
  };
}

const asking = {
  id: '2d1781af-3a4c-4d7c-bd0c-e34b19da4e66',
  topic: '/subscriptions/s',
  subject: '',
  data: {
    validationCode: '512d38b6-c7b8-40c8-89fe-f46f9e9622b6',
    validationUrl: 'https://rp-eastus2.eventgrid.azure.net',
  },
  eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
  eventTime: '2026-11-23T09:22:20Z',
  metadataVersion: '1',
  dataVersion: '1',
};

for (const spelling of ['tag', 'Tag'] as const) {
  test(`a delivery report names its letter by ${spelling}`, () => {
    const arrived = { kind: 'report', report: { kind: 'arrived', letter: 'aa11' } };
    assert.deepEqual(read([delivered('aa11', 'Delivered', spelling)]), arrived);
    const failed = { kind: 'report', report: { kind: 'not-arrived', why: 'unknown', letter: 'aa11' } };
    assert.deepEqual(read([delivered('aa11', 'Failed', spelling)], `secret=${older}`), failed);
  });
}

test('without one of the secrets nothing is believed, nor told', () => {
  for (const query of ['', 'secret=', `secret=${secret}x`, `secret=x&secret=${secret}`, `Secret=${secret}`]) {
    assert.deepEqual(read([delivered('aa11', 'Delivered')], query), { kind: 'not-genuine' }, query);
    assert.deepEqual(read([asking], query), { kind: 'not-genuine' }, query);
  }
});

test('other events, reports without a letter and strange bodies say nothing', () => {
  const { data } = delivered('aa11', 'Delivered');
  for (const body of [
    {},
    [],
    'words',
    [{ ...delivered('aa11', 'Delivered'), eventType: 'Microsoft.Communication.SMSReceived' }],
    [{ ...delivered('aa11', 'Delivered'), data: { ...data, tag: undefined } }],
    [delivered('aa11', 'Queued')],
    [{ ...asking, data: { validationCode: '<script>' } }],
  ]) {
    assert.deepEqual(read(body), { kind: 'nothing' }, JSON.stringify(body));
  }
});

test('Event Grid asks whether the address is ours, and gets its own code back; reports that come together are all noted', async (t) => {
  const noted: string[] = [];
  const results: string[] = [];
  const route = createStatusRoute({
    source,
    note: async ({ letter, kind }) => {
      noted.push(`${letter} ${kind}`);
      return 'noted';
    },
    counted: (name, result) => void results.push(`${name} ${result}`),
    log: createLog('silent'),
  });
  const path = '/delivery/azure/status';
  const { origin } = await serve(t, { routes: (server) => void server.post(path, route) });
  const post = (events: unknown, key = secret) =>
    fetch(`${origin}${path}?secret=${key}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(events),
    });
  const answer = await post([asking]);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-type') ?? '', /json/);
  assert.deepEqual(await answer.json(), { validationResponse: asking.data.validationCode });
  assert.equal((await post([asking], 'wrong')).status, 403);
  assert.equal((await post([delivered('aa11', 'Delivered'), delivered('bb22', 'Failed', 'Tag')])).status, 204);
  assert.deepEqual(noted, ['aa11 arrived', 'bb22 not-arrived']);
  assert.deepEqual(results, ['azure nothing', 'azure refused', 'azure noted', 'azure noted']);
});
