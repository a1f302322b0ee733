import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { type TestContext, test } from 'node:test';
import type { SMTPServerOptions } from 'smtp-server';
import type { SmtpSettings } from '../../../bot/providers/delivery/smtp/settings.ts';
import { smtpDelivery } from '../../../bot/providers/delivery/smtp/smtp.ts';
import { deliveryContract, messageOn, namesNobody } from '../../contract/delivery.ts';
import { type Mail, refusal, startRelay } from '../../support/relay.ts';
import { patience, until } from '../../support/until.ts';

const signal = () => AbortSignal.timeout(patience);
const from = 'Reset Ready <no-reply@bot.example>';

function open(t: TestContext, port: number, more: Partial<SmtpSettings> = {}) {
  const delivery = smtpDelivery({ url: `smtp://127.0.0.1:${port}`, from, ...more });
  t.after(() => delivery.close());
  return delivery;
}

async function openWith(t: TestContext, options: SMTPServerOptions, more: Partial<SmtpSettings> = {}) {
  const relay = await startRelay(t, options);
  return { ...relay, delivery: open(t, relay.port, more) };
}

function header(mail: Mail | undefined, name: string): string | undefined {
  return mail?.headers.find(([one]) => one === name)?.[1];
}

deliveryContract('smtp', async (t) => {
  const relay = await startRelay(t);
  return {
    delivery: open(t, relay.port),
    arrived: async () =>
      relay.mails.map((mail) => ({
        to: mail.to.join(),
        subject: header(mail, 'subject') ?? '',
        text: mail.body,
        mark: header(mail, 'message-id') ?? '',
      })),
    fail: () => relay.stop(),
  };
});

test('a mail has its headers, and words beyond ASCII arrive as they are', async (t) => {
  const { delivery, mails } = await openWith(t, {});
  const subject = 'Återställ 🔑 – din kod är 123456, och den gäller i fem minuter från och med nu';
  const text = 'Hej Åsa!\n\nKoden är 123456.\n.\n..två punkter\nFrån åäö';
  await delivery.send(messageOn('email', { subject, text }), signal());
  const [mail] = mails;
  assert.equal(mail?.from, 'no-reply@bot.example');
  assert.deepEqual(mail?.to, ['kim@example.org']);
  assert.equal(header(mail, 'from'), 'Reset Ready <no-reply@bot.example>');
  assert.equal(header(mail, 'to'), 'kim@example.org');
  assert.equal(header(mail, 'subject'), subject);
  assert.equal(header(mail, 'auto-submitted'), 'auto-generated');
  assert.equal(header(mail, 'content-language'), 'sv');
  assert.match(header(mail, 'message-id') ?? '', /^<[0-9a-f]{32}@bot\.example>$/);
  assert.equal(mail?.body.replaceAll('\r\n', '\n').trim(), text);
});

test('with a certificate authority of its own, a relay here is spoken to in TLS too', async (t) => {
  const { delivery, mails } = await openWith(t, {}, { tls: { rejectUnauthorized: false } });
  assert.equal((await delivery.send(messageOn('email'), signal())).kind, 'accepted');
  assert.equal(mails[0]?.secure, true);
});

const unprovable: readonly [what: string, options: SMTPServerOptions, reason: RegExp][] = [
  ['has a certificate nobody vouches for', {}, /ESOCKET|ETLS/],
  ['offers no TLS', { hideSTARTTLS: true, disabledCommands: ['STARTTLS'] }, /STARTTLS/],
];

for (const [what, options, reason] of unprovable) {
  test(`a relay elsewhere that ${what} gets nothing`, async (t) => {
    const { port, mails } = await startRelay(t, options);
    // 0.0.0.0 leads here too, but is no loopback address.
    const delivery = open(t, port, { url: `smtp://0.0.0.0:${port}?ignoreTLS=true&tls.rejectUnauthorized=false` });
    const result = await delivery.send(messageOn('email'), signal());
    assert.ok(result.kind === 'retry', JSON.stringify(result));
    assert.match(result.reason, reason);
    assert.deepEqual(mails, []);
  });
}

test('smtps speaks TLS from the first byte', async (t) => {
  const { port, mails } = await startRelay(t, { secure: true });
  const delivery = open(t, port, { url: `smtps://127.0.0.1:${port}`, tls: { rejectUnauthorized: false } });
  assert.equal((await delivery.send(messageOn('email'), signal())).kind, 'accepted');
  assert.equal(mails[0]?.secure, true);
});

test('user and password come from the URL, whatever signs they hold', async (t) => {
  const onAuth: SMTPServerOptions['onAuth'] = ({ username, password }, _session, done) =>
    username === 'bot@example' && password === 'p:/?ä' ? done(null, { user: 'bot' }) : done(refusal(535, '5.7.8 No'));
  const { port, mails } = await startRelay(t, { onAuth, authOptional: false, allowInsecureAuth: true });
  const right = open(t, port, { url: `smtp://bot%40example:p%3A%2F%3F%C3%A4@127.0.0.1:${port}` });
  assert.equal((await right.send(messageOn('email'), signal())).kind, 'accepted');
  assert.equal(mails[0]?.user, 'bot');

  const wrong = open(t, port, { url: `smtp://bot%40example:wrong@127.0.0.1:${port}` });
  const result = await wrong.send(messageOn('email'), signal());
  assert.equal(result.kind, 'retry', 'a wrong password is our fault, not the person’s');
  assert.doesNotMatch(JSON.stringify(result), /wrong|bot@example/);

  const without = open(t, port);
  assert.equal((await without.send(messageOn('email'), signal())).kind, 'retry');
});

const answers: readonly [at: 'onMailFrom' | 'onRcptTo' | 'onData', code: number, words: string, verdict: string][] = [
  ['onRcptTo', 550, '5.1.1 <kim@example.org>: User unknown', 'refused'],
  ['onRcptTo', 550, 'No such user kim@example.org here', 'refused'],
  ['onRcptTo', 550, 'relay@example.org unknown', 'refused'],
  ['onRcptTo', 553, 'Mailbox name not allowed', 'refused'],
  ['onRcptTo', 556, '5.1.10 Domain takes no mail', 'refused'],
  ['onRcptTo', 550, '5.4.1 Recipient address rejected', 'refused'],
  ['onRcptTo', 550, '5.2.1 Mailbox disabled', 'refused'],
  ['onData', 550, '5.1.1 User unknown', 'refused'],
  ['onRcptTo', 451, '4.7.1 Greylisted, try again', 'retry'],
  ['onRcptTo', 450, '4.2.1 Busy', 'retry'],
  ['onRcptTo', 552, '5.2.2 Mailbox full', 'retry'],
  ['onRcptTo', 554, '5.7.1 <kim@example.org>: Relay access denied', 'retry'],
  ['onRcptTo', 550, 'relay not permitted', 'retry'],
  ['onRcptTo', 550, '5.7.1 Blocked by policy', 'retry'],
  ['onRcptTo', 530, '5.7.0 Authentication required', 'retry'],
  ['onRcptTo', 503, 'Out of step', 'retry'],
  ['onMailFrom', 550, '5.1.8 Sender domain unknown', 'retry'],
  ['onMailFrom', 553, 'Sender not allowed', 'retry'],
  ['onData', 554, '5.7.1 Looks like spam', 'retry'],
  ['onData', 451, '4.3.0 Later', 'retry'],
];

for (const [at, code, words, verdict] of answers) {
  test(`"${code} ${words}" to ${at.slice(2)} is ${verdict}`, async (t) => {
    const refuse = (done: (error: Error) => void) => done(refusal(code, words));
    const options: SMTPServerOptions = {
      onMailFrom: (_address, _session, done) => (at === 'onMailFrom' ? refuse(done) : done()),
      onRcptTo: (_address, _session, done) => (at === 'onRcptTo' ? refuse(done) : done()),
      onData: (stream, _session, done) => stream.resume().on('end', () => refuse(done)),
    };
    const { delivery } = await openWith(t, options);
    const result = await delivery.send(messageOn('email'), signal());
    assert.equal(result.kind, verdict, JSON.stringify(result));
    namesNobody(result, messageOn('email'));
    assert.ok(result.kind !== 'accepted' && result.reason.includes(`${code}`));
  });
}

test('a relay that is down is tried again, and found when it is up', async (t) => {
  const gone = await startRelay(t);
  await gone.stop();
  const delivery = open(t, gone.port);
  assert.equal((await delivery.send(messageOn('email'), signal())).kind, 'retry');
  const relay = await startRelay(t, {}, gone.port);
  assert.equal((await delivery.send(messageOn('email'), signal())).kind, 'accepted');
  assert.equal(relay.mails.length, 1);
});

test('a relay that turns everybody away at the door is tried again', async (t) => {
  const { delivery } = await openWith(t, { onConnect: (_session, done) => done(refusal(554, 'No service here')) });
  assert.equal((await delivery.send(messageOn('email'), signal())).kind, 'retry');
});

for (const [when, speak] of [
  ['before it greets', () => undefined],
  ['after the recipient', (socket: Socket) => halfSpoken(socket)],
] as const) {
  test(`a relay that falls silent ${when} is given up when the signal says so`, async (t) => {
    const server = createServer(speak).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const sockets: Socket[] = [];
    server.on('connection', (socket) => sockets.push(socket.on('error', () => undefined)));
    t.after(() => {
      server.close();
      for (const socket of sockets) socket.destroy();
    });
    const delivery = open(t, (server.address() as AddressInfo).port);
    const result = await delivery.send(messageOn('email'), AbortSignal.timeout(300));
    assert.deepEqual(result, { kind: 'retry', reason: 'given up' });
    await until('nothing is left open', () => sockets.every((socket) => socket.destroyed));
  });
}

function halfSpoken(socket: Socket): void {
  socket.write('220 half.example ESMTP\r\n');
  socket.on('data', (chunk) => {
    if (!`${chunk}`.startsWith('RCPT')) socket.write('250 Go on\r\n');
  });
}

const breaks = ['\r\n', '\n', '\r', '\u2028', '\0'];

test('a subject can not begin another header', async (t) => {
  const { delivery, mails } = await openWith(t, {});
  for (const sign of breaks) {
    const subject = `Hello${sign}Bcc: eve@attacker.example${sign}${sign}Body`;
    await delivery.send(messageOn('email', { subject, letter: sign }), signal());
  }
  assert.equal(mails.length, breaks.length);
  for (const mail of mails) {
    assert.equal(header(mail, 'bcc'), undefined);
    assert.deepEqual(mail.to, ['kim@example.org']);
    assert.match(header(mail, 'subject') ?? '', /^Hello Bcc: eve@attacker\.example +Body$/);
  }
});

test('letter and language can not begin another header either', async (t) => {
  const { delivery, mails } = await openWith(t, {});
  const evil = 'x>\r\nBcc: eve@attacker.example';
  await delivery.send(messageOn('email', { letter: evil, language: evil }), signal());
  assert.equal(header(mails[0], 'bcc'), undefined);
  assert.deepEqual(mails[0]?.to, ['kim@example.org']);
});

test('what is not one plain address is refused before anything is sent', async (t) => {
  const { delivery, mails } = await openWith(t, {});
  const addresses = [
    '',
    'kim',
    'kim@',
    '@example.org',
    'kim@localhost',
    'kim@example.org, eve@attacker.example',
    'kim@example.org;eve@attacker.example',
    'kim@example.org eve@attacker.example',
    'Kim <kim@example.org>',
    '<kim@example.org>',
    '"kim"@example.org',
    'kim@[127.0.0.1]',
    'åsa@example.org',
    'kim@exämple.org',
    `${'k'.repeat(65)}@example.org`,
    `kim@${'a.'.repeat(130)}org`,
    ...breaks.map((sign) => `kim@example.org${sign}Bcc: eve@attacker.example`),
    ...breaks.map((sign) => `kim@example.org${sign}`),
    'kim@example.org>\r\nRCPT TO:<eve@attacker.example',
  ];
  for (const to of addresses) {
    const result = await delivery.send(messageOn('email', { to }), signal());
    assert.deepEqual(result, { kind: 'refused', reason: 'not a plain address' }, to);
  }
  assert.deepEqual(mails, []);
});

test('texts and calls are not its business', async (t) => {
  const { delivery } = await openWith(t, {});
  assert.equal((await delivery.send(messageOn('text'), signal())).kind, 'refused');
});

test('a sender that is no address is found out at the start', () => {
  assert.throws(() => smtpDelivery({ url: 'smtp://127.0.0.1', from: 'Reset Ready' }));
});
