import assert from 'node:assert/strict';
import { test } from 'node:test';
import { activityFrom, tenantsOf } from '../../bot/http/activity.ts';
import { teamsArrival, teamsMessage, teamsPress } from '../support/teams-message.ts';

const tenant = '11111111-2222-4333-8444-555555555555';
const message = () => teamsMessage('https://smba.trafficmanager.net/emea/', tenant);

test('activities as Teams sends them are taken, and nothing in them is lost', () => {
  for (const body of [
    message(),
    teamsPress('https://smba.trafficmanager.net/emea/', tenant),
    teamsArrival('https://smba.trafficmanager.net/emea/', tenant),
  ]) {
    const { timestamp, localTimestamp, ...rest } = body;
    const activity = activityFrom(body);
    assert.ok(activity);
    assert.partialDeepStrictEqual(JSON.parse(JSON.stringify(activity)), rest);
  }
});

test('moments become dates and keep their wording beside them, as the SDK does it', () => {
  const activity = activityFrom({ ...message(), expiration: '2026-03-03T00:00:00Z' });
  assert.equal(activity?.timestamp?.toISOString(), '2026-03-02T09:15:30.846Z');
  assert.equal(activity?.localTimestamp?.toISOString(), '2026-03-02T09:15:30.846Z');
  assert.equal(activity?.expiration?.toISOString(), '2026-03-03T00:00:00.000Z');
  assert.equal(activity?.rawTimestamp, '2026-03-02T09:15:30.8465811Z');
  assert.equal(activity?.rawLocalTimestamp, '2026-03-02T10:15:30.8465811+01:00');
  assert.equal(activity?.rawExpiration, '2026-03-03T00:00:00Z');
});

test('null counts as missing', () => {
  const activity = activityFrom({
    ...message(),
    text: null,
    locale: null,
    entities: null,
    channelData: null,
    timestamp: null,
  });
  assert.ok(activity);
  assert.equal(activity.text, undefined);
  assert.equal(activity.entities, undefined);
  assert.equal(activity.channelData.tenant, undefined);
});

test('a press without a value has an empty one, since the SDK reads into it', () => {
  assert.deepEqual(activityFrom({ ...message(), type: 'invoke', value: null })?.value, {});
  assert.equal(activityFrom(message())?.value, undefined);
});

test('a press is refused when the SDK would stumble over its value', () => {
  const press = (name: string, value: unknown) => activityFrom({ ...message(), type: 'invoke', name, value });
  for (const value of ['x', 7, [], true]) assert.equal(press('task/submit', value), undefined);
  for (const value of [null, {}, { action: null }, { action: 'save' }, { action: [] }, { action: { type: {} } }]) {
    assert.equal(press('adaptiveCard/action', value), undefined);
  }
  assert.ok(press('adaptiveCard/action', { action: {} }));
});

for (const field of ['type', 'channelId', 'serviceUrl', 'from', 'recipient', 'conversation']) {
  test(`an activity without ${field} is refused`, () => {
    assert.equal(activityFrom({ ...message(), [field]: undefined }), undefined);
    assert.equal(activityFrom({ ...message(), [field]: null }), undefined);
    assert.equal(activityFrom({ ...message(), [field]: [] }), undefined);
  });
}

const wrong: Record<string, readonly unknown[]> = {
  type: ['', 7, 'x'.repeat(65)],
  id: [7, '', 'a\nb', 'x'.repeat(1_025)],
  from: [{}, { id: 7 }, { id: '' }, { id: 'a', aadObjectId: 7 }],
  conversation: [{}, { id: {} }, { id: 'a', tenantId: [] }, { id: 'a', isGroup: 'yes' }],
  channelData: ['x', [], { tenant: 'x' }, { tenant: { id: 7 } }, { eventType: 7 }],
  text: [7, {}, ['x'], 'x'.repeat(100_001)],
  timestamp: [7, 'yesterday', '', {}, '9999999-01-01'],
  localTimestamp: ['x'],
  expiration: [true],
  entities: [{}, ['x'], [{}], [{ type: 7 }], [{ type: 'Mention' }], [{ type: 'mention', mentioned: 7 }]],
  attachments: [{}, 'x', new Array(101).fill({})],
  membersAdded: ['x', [null], [{}], [{ id: 7 }]],
  membersRemoved: [[7]],
  reactionsAdded: [[null]],
  locale: [7, 'x'.repeat(65)],
  name: [7],
  replyToId: [{}],
  serviceUrl: [
    'smba.trafficmanager.net',
    'ftp://smba.trafficmanager.net/',
    'https://',
    'https://user@smba.trafficmanager.net/',
    'https://smba.trafficmanager.net\\@other.example/',
    'https://smba.trafficmanager.net#@other.example/',
    'https://smba.trafficmanager.net/?x=y',
    'https://smba.trafficmanager.net/ x',
    'https://smbä.trafficmanager.net/',
    'https://smba.trafficmanager.net:99999/',
  ],
};
for (const [field, values] of Object.entries(wrong)) {
  for (const value of values) {
    test(`${field} can not be ${JSON.stringify(value).slice(0, 60)}`, () => {
      assert.equal(activityFrom({ ...message(), [field]: value }), undefined);
    });
  }
}

test('the tenants an activity names are compared without case', () => {
  const named = (own: unknown, data: unknown) => {
    const activity = activityFrom({ ...message(), conversation: { id: 'a', tenantId: own }, channelData: data });
    return activity && tenantsOf(activity);
  };
  assert.deepEqual(named('ABC', { tenant: { id: 'abc' } }), ['abc']);
  assert.deepEqual(named('abc', { tenant: { id: 'def' } }), ['abc', 'def']);
  assert.deepEqual(named(undefined, { tenant: { id: 'def' } }), ['def']);
  assert.deepEqual(named('', null), []);
});
