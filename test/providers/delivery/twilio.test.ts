import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { TwilioSettings } from '../../../bot/providers/delivery/twilio/settings.ts';
import { twilioDelivery } from '../../../bot/providers/delivery/twilio/twilio.ts';
import { messageOn, namesNobody } from '../../contract/delivery.ts';
import { accountSid, authToken, heard, numbers, startTwilio } from '../../support/fake-twilio.ts';
import { patience, until } from '../../support/until.ts';

const signal = () => AbortSignal.timeout(patience);

async function open(t: TestContext, more: Partial<TwilioSettings> = {}) {
  let now = Date.parse('2026-11-23T06:43:05Z');
  const clock = () => now;
  const fake = await startTwilio(t, clock);
  const settings = {
    accountSid,
    user: accountSid,
    password: authToken,
    texts: { '*': numbers.text },
    calls: { '*': numbers.call },
    baseUrl: fake.origin,
    ...more,
  };
  return {
    fake,
    delivery: twilioDelivery(settings, clock),
    /** As the outbox says it of a letter that was tried before. */
    tried: () => ({ first: now, again: true }),
    wait: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

test('a text and a call have what Twilio asks for, and the letter for their status', async (t) => {
  const { fake, delivery } = await open(t, { statusUrl: 'https://bot.example/delivery/twilio/status' });
  await delivery.send(messageOn('text', { letter: 'aa11', life: 290 }), signal());
  await delivery.send(messageOn('call', { letter: 'bb22' }), signal());
  const [text, call] = fake.taken.map((fields) => Object.fromEntries(fields));
  assert.deepEqual(text, {
    To: '+46701234567',
    From: numbers.text,
    Body: 'Din kod från Reset Ready är 123456.',
    ValidityPeriod: '290',
    StatusCallback: 'https://bot.example/delivery/twilio/status?letter=aa11',
  });
  assert.deepEqual(Object.keys(call ?? {}), ['To', 'From', 'Twiml', 'Timeout', 'StatusCallback']);
  assert.equal(call?.StatusCallback, 'https://bot.example/delivery/twilio/status?letter=bb22');
});

test('an extension is dialled once somebody answers, and the code is said again while the phone behind it rings', async (t) => {
  const { fake, delivery } = await open(t);
  assert.equal(delivery.extensions, true);
  await delivery.send(messageOn('call', { extension: '105' }), signal());
  const [call] = fake.taken;
  assert.deepEqual([call?.get('To'), call?.get('SendDigits')], ['+46701234567', 'wwww105']);
  // Source: Twilio, Call resource: at most 32 of 0-9, #, * and w.
  assert.match(call?.get('SendDigits') ?? '', /^[\d#*w]{1,32}$/);
  assert.ok((call?.get('Twiml')?.match(/<Say /g) ?? []).length > 1);
});

test('each country has its own sender, which may be a messaging service', async (t) => {
  const service = `MG${'1f'.repeat(16)}`;
  const { fake, delivery } = await open(t, { texts: { SE: 'Reset Ready', US: service } });
  await delivery.send(messageOn('text'), signal());
  await delivery.send(messageOn('text', { to: '+12065550100', letter: 'us' }), signal());
  assert.equal(fake.taken[0]?.get('From'), 'Reset Ready');
  assert.equal(fake.taken[1]?.get('From'), null);
  assert.equal(fake.taken[1]?.get('MessagingServiceSid'), service);
  const elsewhere = await delivery.send(messageOn('text', { to: '+4720123456', letter: 'no' }), signal());
  assert.deepEqual(elsewhere, { kind: 'refused', reason: 'no text sender for this country' });
  assert.equal(fake.got.length, 2);
});

test('a channel without sender is neither offered nor carried', async (t) => {
  const { fake } = await open(t);
  const settings = { accountSid, user: accountSid, password: authToken, baseUrl: fake.origin };
  const texts = twilioDelivery({ ...settings, texts: { '*': numbers.text } }, Date.now);
  assert.deepEqual(texts.channels, ['text']);
  assert.equal((await texts.send(messageOn('call'), signal())).kind, 'refused');
  assert.equal((await texts.send(messageOn('email'), signal())).kind, 'refused');
  assert.deepEqual(fake.got, []);
});

test('an API key opens it like the auth token', async (t) => {
  const { fake, delivery } = await open(t, { user: `SK${'2b'.repeat(16)}`, password: 'key-secret' });
  assert.equal((await delivery.send(messageOn('text'), signal())).kind, 'retry', 'the fake knows no keys');
  const sent = Buffer.from(fake.got[0]?.headers.authorization?.slice('Basic '.length) ?? '', 'base64').toString();
  assert.equal(sent, `SK${'2b'.repeat(16)}:key-secret`);
});

const answers: readonly [status: number, code: number | undefined, verdict: string][] = [
  [400, 21211, 'refused'],
  [400, 21214, 'refused'],
  [400, 21217, 'refused'],
  [400, 13224, 'refused'],
  [400, 21614, 'refused'],
  [400, 21635, 'refused'],
  [400, 21610, 'refused'],
  [400, 21408, 'refused'],
  [400, 21215, 'refused'],
  [400, 21612, 'refused'],
  [400, 29999, 'refused'],
  [400, 21606, 'retry'],
  [400, 21659, 'retry'],
  [400, 21660, 'retry'],
  [400, 21608, 'retry'],
  [400, 21611, 'retry'],
  [400, 21703, 'retry'],
  [400, undefined, 'retry'],
  [401, 20003, 'retry'],
  [403, 20003, 'retry'],
  [404, 20404, 'retry'],
  [429, 20429, 'retry'],
  [500, 20500, 'retry'],
  [503, undefined, 'retry'],
  [302, undefined, 'retry'],
];

for (const [status, code, verdict] of answers) {
  test(`${status} ${code ?? 'without a code'} is ${verdict}`, async (t) => {
    const { fake, delivery } = await open(t);
    const words = "The 'To' number +46701234567 is wrong, 123456";
    fake.next.push({ status, body: { code, message: words }, headers: { Location: `${fake.origin}/elsewhere` } });
    const result = await delivery.send(messageOn('text'), signal());
    assert.equal(result.kind, verdict, JSON.stringify(result));
    namesNobody(result, messageOn('text'));
    assert.ok(result.kind !== 'accepted' && result.reason.includes(`${status} ${code ?? ''}`.trim()));
    assert.equal(fake.got.length, 1, 'no redirect is followed');
  });
}

test('a message that failed at once is judged by its code', async (t) => {
  const { fake, delivery } = await open(t);
  const sid = `SM${'0'.repeat(32)}`;
  fake.next.push({ status: 201, body: { sid, status: 'failed', error_code: 21610 } });
  assert.equal((await delivery.send(messageOn('text'), signal())).kind, 'refused');
});

test('how long to wait is taken from the answer, as seconds or as a date, up to ten minutes', async (t) => {
  const { fake, delivery } = await open(t);
  const waits: (number | undefined)[] = [];
  for (const after of ['7', 'Mon, 23 Nov 2026 06:43:35 GMT', '86400', '-1', 'soon', 'Mon, 23 Nov 2020 00:00:00 GMT']) {
    fake.next.push({ status: 429, headers: { 'Retry-After': after } });
    const result = await delivery.send(messageOn('text'), signal());
    assert.ok(result.kind === 'retry');
    waits.push(result.after);
  }
  assert.deepEqual(waits, [7_000, 30_000, 600_000, undefined, undefined, undefined]);
});

test('a text whose answer got lost is found again rather than sent twice', async (t) => {
  const { fake, delivery, tried, wait } = await open(t);
  fake.next.push('cut');
  assert.equal((await delivery.send(messageOn('text'), signal())).kind, 'retry');
  wait(5_000);
  const again = await delivery.send(messageOn('text', tried()), signal());
  assert.deepEqual(again, { kind: 'accepted', reference: fake.arrived()[0]?.mark });
  assert.equal(fake.taken.length, 1);
});

test('a text that never got there is sent, though another with other words went to the same number', async (t) => {
  const { fake, delivery, tried } = await open(t);
  await delivery.send(messageOn('text', { letter: 'earlier', text: '654321 är din kod.' }), signal());
  fake.next.push({ status: 503 });
  await delivery.send(messageOn('text'), signal());
  assert.equal((await delivery.send(messageOn('text', tried()), signal())).kind, 'accepted');
  assert.deepEqual(
    fake.taken.map((fields) => fields.get('Body')),
    ['654321 är din kod.', 'Din kod från Reset Ready är 123456.'],
  );
});

test('an old text with the same words is not taken for this one', async (t) => {
  const { fake, delivery, tried, wait } = await open(t);
  await delivery.send(messageOn('text', { letter: 'yesterday' }), signal());
  wait(24 * 3_600_000);
  fake.next.push({ status: 500 });
  await delivery.send(messageOn('text'), signal());
  await delivery.send(messageOn('text', tried()), signal());
  assert.equal(fake.taken.length, 2);
});

test('while nobody can tell whether the text was taken, it waits', async (t) => {
  const { fake, delivery, tried } = await open(t);
  fake.next.push('cut', 'cut');
  await delivery.send(messageOn('text'), signal());
  assert.equal((await delivery.send(messageOn('text', tried()), signal())).kind, 'retry');
  assert.equal(fake.taken.length, 1);
});

test('silence is given up when the signal says so, and the reason is no more than that', async (t) => {
  const { fake, delivery } = await open(t);
  for (const channel of ['text', 'call'] as const) {
    fake.next.push('hang');
    const giveUp = new AbortController();
    const sending = delivery.send(messageOn(channel), giveUp.signal);
    await until('it has been asked', () => fake.next.length === 0);
    giveUp.abort(new Error('secret 123456'));
    assert.deepEqual(await sending, { kind: 'retry', reason: 'twilio given up' });
  }
});

test('an answer without end, or that is not an answer, is retry', async (t) => {
  const { fake, delivery } = await open(t);
  for (const body of ['x'.repeat(1_000_000), '{"sid":', '[]', '{"sid":"SM1"}', '"SM"']) {
    fake.next.push({ status: 201, body });
    // Each a letter of its own: after such an answer Twilio is asked whether it has the text.
    const result = await delivery.send(messageOn('text', { letter: body.slice(0, 9) }), signal());
    assert.deepEqual(result, { kind: 'retry', reason: 'twilio without reference' });
  }
});

const breaks = ['\r\n', '\n', '\r', '\u2028', '\u2029', '\0', '\u0085'];

test('a text is one line, and its words can not add a field', async (t) => {
  const { fake, delivery } = await open(t);
  for (const sign of breaks) {
    await delivery.send(messageOn('text', { text: `Hej${sign}&To=+4670&From=x${sign}`, letter: sign }), signal());
  }
  for (const fields of fake.taken) {
    assert.equal(fields.get('Body'), 'Hej &To=+4670&From=x');
    assert.deepEqual([...fields.keys()], ['To', 'From', 'Body']);
  }
  assert.equal(fake.taken.length, breaks.length);
});

test('a letter can not add anything to the address of its status', async (t) => {
  const { fake, delivery } = await open(t, { statusUrl: 'https://bot.example/s' });
  await delivery.send(messageOn('text', { letter: 'a&b=c#d\r\n' }), signal());
  assert.equal(fake.taken[0]?.get('StatusCallback'), 'https://bot.example/s?letter=a%26b%3Dc%23d%0D%0A');
});

test('what is no phone number is refused before anything is sent', async (t) => {
  const { fake, delivery } = await open(t);
  const numbers = ['', '0701234567', '+0701234567', '+46 70 123 45 67', 'client:eve', 'sip:eve@attacker.example'];
  for (const to of [...numbers, '+46701234567,+46700000000', ...breaks.map((sign) => `+46701234567${sign}`)]) {
    for (const channel of ['text', 'call'] as const) {
      const result = await delivery.send(messageOn(channel, { to }), signal());
      assert.deepEqual(result, { kind: 'refused', reason: 'not a phone number' }, to);
    }
  }
  assert.deepEqual(fake.got, []);
});

test('no secret is in a reason, whatever goes wrong', async (t) => {
  const { fake, delivery } = await open(t);
  fake.next.push({ status: 401, body: { code: 20003, message: authToken } }, 'cut');
  const results = [await delivery.send(messageOn('call'), signal()), await delivery.send(messageOn('call'), signal())];
  await fake.stop();
  results.push(await delivery.send(messageOn('call'), signal()));
  for (const result of results) assert.doesNotMatch(JSON.stringify(result), /secret|AC0a|Basic/);
  assert.deepEqual(results.at(-1), { kind: 'retry', reason: 'twilio ECONNREFUSED' });
});

test('the words of a call are heard as they are, whatever signs they hold', async (t) => {
  const { fake, delivery } = await open(t);
  const text = `Hej </Say><Dial>+4690</Dial> & "så" 'här' <break/> 1, 2, 3. Slut`;
  await delivery.send(messageOn('call', { text }), signal());
  const twiml = fake.taken[0]?.get('Twiml') ?? '';
  assert.equal(heard(twiml), text);
  assert.doesNotMatch(twiml, /<Dial/);
});

test('another process finds what this one sent: a restart sends no text twice', async (t) => {
  const first = await open(t);
  first.fake.next.push('cut');
  assert.equal((await first.delivery.send(messageOn('text'), signal())).kind, 'retry');
  const { delivery } = await open(t, { baseUrl: first.fake.origin });
  const again = await delivery.send(messageOn('text', first.tried()), signal());
  assert.deepEqual(again, { kind: 'accepted', reference: first.fake.arrived()[0]?.mark });
  assert.equal(first.fake.taken.length, 1);
});

test('a call with a code whose answer got lost is found again by another process: nobody is called twice', async (t) => {
  const first = await open(t);
  first.fake.next.push('cut');
  const letter = messageOn('call', { life: 290 });
  const begun = first.tried();
  assert.equal((await first.delivery.send(letter, signal())).kind, 'retry');
  const { delivery } = await open(t, { baseUrl: first.fake.origin });
  const again = await delivery.send({ ...letter, ...begun }, signal());
  assert.deepEqual(again, { kind: 'accepted', reference: first.fake.arrived()[0]?.mark });
  assert.equal(first.fake.taken.length, 1);
});

test('an earlier call to the same number is not taken for the one that got lost, by the same process or by another', async (t) => {
  const one = await open(t);
  await one.delivery.send(messageOn('call', { life: 290, letter: 'code-1' }), signal());
  for (const other of [undefined, 'restarted'] as const) {
    one.wait(30_000);
    const begun = one.tried();
    const letter = messageOn('call', { life: 290, letter: `code-2 ${other}` });
    one.fake.next.push({ status: 503 });
    assert.equal((await one.delivery.send(letter, signal())).kind, 'retry');
    const { delivery } = other ? await open(t, { baseUrl: one.fake.origin }) : one;
    const before = one.fake.taken.length;
    assert.equal((await delivery.send({ ...letter, ...begun }, signal())).kind, 'accepted');
    assert.equal(one.fake.taken.length, before + 1, 'it was made');
  }
});

test('a call of the same moment that this process knows as another letter is not taken for the one that got lost', async (t) => {
  const { fake, delivery, tried } = await open(t);
  await delivery.send(messageOn('call', { letter: 'a notice' }), signal());
  fake.next.push({ status: 503 });
  const letter = messageOn('call', { life: 290 });
  await delivery.send(letter, signal());
  assert.equal((await delivery.send({ ...letter, ...tried() }, signal())).kind, 'accepted');
  assert.equal(fake.taken.length, 2);
});

test('what tells of a change, or goes behind a switchboard, calls once more rather than not at all', async (t) => {
  for (const more of [{}, { life: 290, extension: '105' }]) {
    const { fake, delivery, tried } = await open(t);
    fake.next.push({ status: 503 });
    const letter = messageOn('call', more);
    await delivery.send(letter, signal());
    const { delivery: restarted } = await open(t, { baseUrl: fake.origin });
    assert.equal((await restarted.send({ ...letter, ...tried() }, signal())).kind, 'accepted');
    assert.equal(fake.taken.length, 1);
    assert.equal(fake.got.filter(({ method }) => method === 'GET').length, 0, 'nothing is guessed');
  }
});

test('while nobody can tell whether the call was taken, it waits', async (t) => {
  const { fake, delivery, tried } = await open(t);
  fake.next.push('cut', 'cut');
  const letter = messageOn('call', { life: 290 });
  await delivery.send(letter, signal());
  assert.equal((await delivery.send({ ...letter, ...tried() }, signal())).kind, 'retry');
  assert.equal(fake.taken.length, 1);
});
