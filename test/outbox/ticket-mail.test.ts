import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TicketLetter } from '../../bot/domain/outbox/ticket-letter.ts';
import { newTicket } from '../../bot/domain/tickets/create.ts';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';
import { ticketMail } from '../../bot/outbox/ticket-mail.ts';
import { smtpDelivery } from '../../bot/providers/delivery/smtp/smtp.ts';
import { dressedWords, mark } from '../attack/hostile-words.ts';
import { startRelay } from '../support/relay.ts';
import { after, monday, policy, request, sam, say, seenFinding, ticket } from '../support/tickets.ts';
import { patience } from '../support/until.ts';

function letter(entry: number, to = 'it@example.org'): TicketLetter & { kind: 'mail' } {
  return { kind: 'mail', id: `${ticket().id}-${entry}-${to}`, entry, to, due: 0, dies: null, tries: [] };
}

const mailOf = (one: Ticket, entry = one.story.length - 1) => ticketMail(one, letter(entry), policy(), monday);

test('the mail holds the whole ticket, in text and in HTML from the same rows', () => {
  const { text, html = '', subject } = mailOf(ticket({ plea: { urgent: true, reach: '070-123 45 67' } }));
  assert.equal(subject, 'R-0427 URGENT new request: Kim Larsen');
  for (const part of ['My reset fails.', '070-123 45 67', 'K5', 'writeback=off', 'Password writeback', '••• •• 67']) {
    assert.ok(text.includes(part), part);
    assert.ok(html.includes(part), `html: ${part}`);
  }
  assert.match(html, /^<!doctype html><html lang="en">/);
});

test('it is written in the language of IT, not of the employee', () => {
  const { subject, language } = ticketMail(ticket(), letter(0), policy({ language: 'sv' }), monday);
  assert.deepEqual([subject, language], ['R-0427 nytt ärende: Kim Larsen', 'sv']);
});

test('nobody waits for it: codes go before it', () => {
  assert.equal(mailOf(ticket()).urgency, 'background');
});

test('words of people stay words: no tag, no link, no second header', () => {
  for (const words of dressedWords) {
    const named = { name: words, signInName: words, findings: [seenFinding('K5', words)] };
    const one = newTicket(request({ plea: { said: words, reach: words }, facts: named }), ticket().id, 1, monday);
    const talked = say(after(one, [sam, { kind: 'ask', words }, monday]), { kind: 'say', words: `${words}!` }, monday);
    const { html = '', subject = '' } = mailOf(talked);
    assert.ok(!/[\p{Cc}\u2028\u2029]/u.test(subject), JSON.stringify(subject.slice(0, 80)));
    const tags = new Set([...html.matchAll(/<\/?([a-z0-9!]+)/gi)].map(([, tag]) => tag?.toLowerCase()));
    const own = [
      '!doctype',
      'html',
      'head',
      'meta',
      'title',
      'body',
      'h1',
      'h2',
      'p',
      'table',
      'tr',
      'th',
      'td',
      'ul',
      'li',
      'br',
    ];
    assert.deepEqual(
      [...tags].filter((tag) => !own.includes(tag ?? '')),
      [],
    );
    assert.doesNotMatch(
      html.replace(/<[^>]*>/g, (tag) => (tag.includes(mark) ? tag : '')),
      /<[^>]*evil/,
    );
  }
});

test('all mails of a ticket to one address are one thread, in a real mailbox', async (t) => {
  const relay = await startRelay(t);
  const smtp = smtpDelivery({ url: `smtp://127.0.0.1:${relay.port}`, from: 'Bot <bot@example.org>' });
  t.after(() => smtp.close());
  const evil = ticket({
    facts: { name: 'Kim\r\nBcc: evil@evil.example\u2028X: 1' },
    plea: { said: 'a\r\n.\r\nQUIT\r\nFrom: evil' },
  });
  const asked = after(
    evil,
    [sam, { kind: 'claim', over: null }, monday],
    [sam, { kind: 'ask', words: 'Which?' }, monday],
  );
  const talked = say(asked, { kind: 'say', words: 'That one.' }, monday);
  for (const entry of [0, 1, 3, 3]) {
    const sent = await smtp.send(ticketMail(talked, letter(entry), policy(), monday), AbortSignal.timeout(patience));
    assert.equal(sent.kind, 'accepted');
  }
  const head = relay.mails.map(({ headers }) => Object.fromEntries(headers));
  const [first, second, third, again] = head;
  assert.equal(first?.['in-reply-to'], undefined);
  assert.equal(second?.['in-reply-to'], first?.['message-id']);
  assert.equal(third?.['in-reply-to'], second?.['message-id']);
  assert.equal(third?.references, `${first?.['message-id']} ${second?.['message-id']}`);
  assert.equal(again?.['message-id'], third?.['message-id'], 'a second try is the same mail');
  for (const { headers, to, raw } of relay.mails) {
    assert.deepEqual(to, ['it@example.org']);
    assert.equal(headers.filter(([name]) => name === 'bcc' || name === 'x').length, 0);
    assert.equal(headers.find(([name]) => name === 'reply-to')?.[1], 'it@example.org');
    assert.match(raw, /multipart\/alternative/);
  }
});

test('another address has a thread of its own', () => {
  const talked = after(ticket(), [sam, { kind: 'claim', over: null }, monday]);
  const mine = ticketMail(talked, letter(1, 'lead@example.org'), policy(), monday);
  assert.deepEqual(mine.thread, [`${talked.id}-0-lead@example.org`]);
});
