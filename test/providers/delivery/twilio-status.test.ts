import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { StatusCall } from '../../../bot/domain/ports/status-source.ts';
import { twilioSignature, twilioStatus } from '../../../bot/providers/delivery/twilio/status.ts';
import { accountSid, authToken } from '../../support/fake-twilio.ts';

const statusUrl = 'https://bot.example/delivery/twilio/status';
const source = twilioStatus(statusUrl, accountSid, [authToken, 'the-next-one']);

function call(fields: Record<string, string>, query = 'letter=aa11', token = authToken): StatusCall {
  const form = new URLSearchParams({ AccountSid: accountSid, ...fields });
  const signature = twilioSignature(token, query ? `${statusUrl}?${query}` : statusUrl, form);
  return { query, headers: { 'x-twilio-signature': signature }, body: Buffer.from(form.toString()) };
}

test('signatures are those that Twilio publishes', () => {
  // Of "Secure webhooks" and of the tests of Twilio's own libraries; the last has one name with several values.
  const url = 'https://mycompany.com/myapp.php?foo=1&bar=2';
  const fields = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  assert.equal(twilioSignature('12345', url, new URLSearchParams(fields)), 'RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  const reversed = new URLSearchParams(Object.entries(fields).reverse());
  assert.equal(twilioSignature('12345', url, reversed), 'RSOYDt4T1cUTdK1PDd93/VVr8B8=');
  for (const [at, signature] of [
    ['https://MyCompany.com', 'g9IN/x4Cft2g517EjYvEvM/W7LU='],
    ['https://MyCompany.com:1234', 'PCqOZm8cnu/L6+u5i5fuEd+Iac4='],
    ['http://MyCompany.com', 'XY7AlKOKL6im4yWyX84gldUrtis='],
  ]) {
    assert.equal(twilioSignature('12345', `${at}/myapp.php?foo=1&bar=2`, new URLSearchParams(fields)), signature);
  }
  const several = new URLSearchParams('Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234&Digits=1234');
  assert.equal(twilioSignature('12345', url, several), 'IK+Dwps556ElfBT0I3Rgjkr1wJU=');
});

const told: readonly [fields: Record<string, string>, kind: string, why?: string][] = [
  [{ MessageStatus: 'accepted' }, 'on-way'],
  [{ MessageStatus: 'queued' }, 'on-way'],
  [{ MessageStatus: 'sending' }, 'on-way'],
  [{ MessageStatus: 'sent' }, 'on-way'],
  [{ MessageStatus: 'delivered' }, 'arrived'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30003' }, 'not-arrived', 'unreachable'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30004' }, 'not-arrived', 'blocked'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30005' }, 'not-arrived', 'no-such-number'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30006' }, 'not-arrived', 'no-texts'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30007' }, 'not-arrived', 'blocked'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30008' }, 'not-arrived', 'unknown'],
  [{ MessageStatus: 'failed', ErrorCode: 'constructor' }, 'not-arrived', 'unknown'],
  [{ MessageStatus: 'failed' }, 'not-arrived', 'unknown'],
  [{ MessageStatus: 'canceled' }, 'not-arrived', 'unknown'],
  [{ CallStatus: 'ringing' }, 'on-way'],
  [{ CallStatus: 'in-progress' }, 'on-way'],
  [{ CallStatus: 'completed' }, 'arrived'],
  [{ MessageStatus: 'undelivered', ErrorCode: '30036' }, 'not-arrived', 'too-slow'],
  [{ CallStatus: 'busy' }, 'not-arrived', 'not-answered'],
  [{ CallStatus: 'no-answer' }, 'not-arrived', 'not-answered'],
  [{ CallStatus: 'failed' }, 'not-arrived', 'unknown'],
];

for (const [fields, kind, why] of told) {
  test(`${Object.values(fields).join(' ')} of a ${fields.CallStatus ? 'call' : 'text'} is ${why ?? kind}`, () => {
    const report = { kind, letter: 'aa11', ...(why && { why }) };
    assert.deepEqual(source.read(call(fields)), { kind: 'report', report });
  });
}

test('a genuine call that names no letter, or no status we know, is about nothing', () => {
  assert.deepEqual(source.read(call({ MessageStatus: 'delivered' }, '')), { kind: 'nothing' });
  assert.deepEqual(source.read(call({ MessageStatus: 'delivered' }, 'letter=')), { kind: 'nothing' });
  assert.deepEqual(source.read(call({ MessageStatus: 'receiving' })), { kind: 'nothing' });
  assert.deepEqual(source.read(call({})), { kind: 'nothing' });
});

test('both tokens count while one is being changed', () => {
  assert.equal(source.read(call({ MessageStatus: 'sent' }, 'letter=a', 'the-next-one')).kind, 'report');
  assert.equal(source.read(call({ MessageStatus: 'sent' }, 'letter=a', 'another')).kind, 'not-genuine');
});

test('whatever is changed on the way makes it a forgery', () => {
  const good = call({ MessageStatus: 'undelivered', ErrorCode: '30003', To: '+46701234567' });
  assert.equal(source.read(good).kind, 'report');
  const body = Buffer.from(good.body).toString();
  const forged: readonly StatusCall[] = [
    { ...good, headers: {} },
    { ...good, headers: { 'x-twilio-signature': '' } },
    { ...good, headers: { 'x-twilio-signature': `${good.headers['x-twilio-signature']}=` } },
    { ...good, headers: { 'x-twilio-signature': 'å'.repeat(28) } },
    { ...good, query: 'letter=bb22' },
    { ...good, query: 'letter=aa11&x=1' },
    { ...good, query: '' },
    { ...good, body: Buffer.from(body.replace('undelivered', 'delivered')) },
    { ...good, body: Buffer.from(`${body}&MessageStatus=delivered`) },
    { ...good, body: Buffer.from('') },
    { ...good, body: Buffer.from([0xff, 0xfe]) },
  ];
  for (const one of forged) assert.deepEqual(source.read(one), { kind: 'not-genuine' });
});

test('the port may be spelled out or left out, but not be another one', () => {
  const read = (given: string, signed: string) => {
    const form = new URLSearchParams({ AccountSid: accountSid, MessageStatus: 'sent' });
    const headers = { 'x-twilio-signature': twilioSignature(authToken, `${signed}/s?letter=a`, form) };
    const own = twilioStatus(`${given}/s`, accountSid, [authToken]);
    return own.read({ query: 'letter=a', headers, body: Buffer.from(form.toString()) }).kind;
  };
  assert.equal(read('https://bot.example', 'https://bot.example:443'), 'report');
  assert.equal(read('https://bot.example:8443', 'https://bot.example'), 'report');
  assert.equal(read('https://bot.example:8443', 'https://bot.example:8443'), 'report');
  assert.equal(read('https://bot.example', 'https://bot.example:8443'), 'not-genuine');
  assert.equal(read('https://bot.example', 'http://bot.example:80'), 'not-genuine');
});

test('another account is not ours, though the signature is right', () => {
  assert.equal(source.read(call({ MessageStatus: 'sent', AccountSid: `AC${'9'.repeat(32)}` })).kind, 'not-genuine');
});

test('without a token nothing is genuine', () => {
  assert.equal(twilioStatus(statusUrl, accountSid, []).read(call({ MessageStatus: 'sent' })).kind, 'not-genuine');
});
