import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPhones } from '../../bot/compose/delivery.ts';
import { readConfig } from '../../bot/settings/config.ts';

const twilio = {
  TWILIO_ACCOUNT_SID: `AC${'0a'.repeat(16)}`,
  TWILIO_AUTH_TOKEN: 'x'.repeat(32),
  TWILIO_TEXT_FROM: 'SE:Reset Ready,*:+46730000001',
  TWILIO_CALL_FROM: '+46730000002',
};
const azure = {
  AZURE_SMS_CONNECTION: `endpoint=https://contoso.communication.azure.com/;accesskey=${'A'.repeat(86)}==`,
  AZURE_SMS_FROM: '+46730000003',
};
const gateway = { GATEWAY_URL: 'https://sms.example/send', GATEWAY_HEADER: 'Authorization: Bearer secret-value' };

function phones(env: Record<string, string>) {
  const read = readConfig(env);
  assert.ok(read.ok, JSON.stringify(read));
  return openPhones(read.config.phones, Date.now);
}

function problems(env: Record<string, string>): readonly string[] {
  const read = readConfig(env);
  assert.ok(!read.ok, 'was accepted');
  return read.problems;
}

test('without settings there is no road to phones, and nobody tells of it', () => {
  assert.deepEqual(phones({}), { deliveries: [], statuses: [] });
});

test('each provider brings its channels, and its statuses once the bot can be reached', () => {
  const channels = (env: Record<string, string>) => phones(env).deliveries.flatMap((one) => one.channels);
  assert.deepEqual(channels(twilio), ['text', 'call']);
  assert.deepEqual(channels(azure), ['text']);
  assert.deepEqual(channels(gateway), ['text']);
  assert.deepEqual(channels({ ...gateway, GATEWAY_CHANNELS: 'text,call' }), ['text', 'call']);
  assert.deepEqual(channels({ ...twilio, PHONE_ROUTES: 'SE/text:twilio' }), ['text']);
  const sources = (env: Record<string, string>) => phones(env).statuses.map(({ name }) => name);
  assert.deepEqual(sources({ ...twilio, ...gateway }), []);
  const secret = { GATEWAY_STATUS_SECRET: `whsec_${'A'.repeat(32)}`, PUBLIC_HOST: 'bot.example' };
  assert.deepEqual(sources({ ...twilio, ...gateway, ...secret }), ['twilio', 'gateway']);
});

for (const [env, problem] of [
  [{ ...twilio, TWILIO_AUTH_TOKEN: '' }, 'TWILIO_AUTH_TOKEN is missing: TWILIO_ACCOUNT_SID needs it.'],
  [{ TWILIO_TEXT_FROM: '+46730000001' }, 'TWILIO_ACCOUNT_SID is missing: TWILIO_TEXT_FROM needs it.'],
  [{ AZURE_SMS_FROM: '+46730000001' }, 'AZURE_SMS_CONNECTION is missing: AZURE_SMS_FROM needs it.'],
  [
    { ...azure, AZURE_SMS_CONNECTION: 'accesskey=abc' },
    'AZURE_SMS_CONNECTION must be endpoint=https://…;accesskey=…, as the portal shows it.',
  ],
  [{ GATEWAY_URL: 'http://sms.example/', GATEWAY_HEADER: 'A: b' }, 'GATEWAY_URL must be an https:// address.'],
  [{ ...gateway, GATEWAY_HEADER: 'Authorization: a\nX-Evil: b' }, 'GATEWAY_HEADER must be Name: value, on one line.'],
  [{ ...gateway, GATEWAY_BODY: '{"to":"{to}"}' }, 'GATEWAY_BODY must use {to} and {text}.'],
  [{ ...gateway, GATEWAY_BODY: '{"a":"{to}{text}{from}"}' }, 'GATEWAY_FROM is missing: GATEWAY_BODY needs it.'],
  [{ TWILIO_URL: 'https://twilio.example/x' }, 'TWILIO_URL must be an https:// address without a path.'],
] as const) {
  test(`"${problem}" is said of settings that need it, and no secret with it`, () => {
    const all = problems(env as Record<string, string>);
    assert.ok(all.includes(problem), all.join(' '));
    assert.doesNotMatch(all.join(), /secret-value|xxxx|X-Evil/);
  });
}
