import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { teller } from '../../bot/texts/tell.ts';
import { supportCard } from '../../cards/tickets/support.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { headings, type ScreenName, type Somebody, somebodyAt, turnedClock } from '../support/screens.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';
import { ticketsIn } from '../support/tickets.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

const at = (screen: ScreenName) => somebodyAt(screen, running, clock);

const shows = ({ chat }: Somebody, screen: ScreenName) => headings[screen].test(wordsOf(chat.latest().content));
const quote = '<quoted messageId="1772050244572"/> ';
const inDigits = (from: number, text: string) =>
  text.replace(/\d/gu, (digit) => String.fromCodePoint(from + Number(digit)));

/** Ways in which clients, keyboards and address books hand over what is the same number. */
const numbers: readonly (readonly [how: string, as: (number: string) => string])[] = [
  ['behind a quoted card', (number) => `${quote}${number}`],
  ['behind a quotation', (number) => `<blockquote>Your phone number</blockquote>${number}`],
  ['in Arabic digits', (number) => inDigits(0x660, number)],
  ['in Persian digits', (number) => inDigits(0x6f0, number)],
  ['in Devanagari digits', (number) => inDigits(0x966, number)],
  ['between direction marks', (number) => `\u202d${number}\u202c`],
  ['isolated, with a mark behind it', (number) => `\u2068${number}\u2069\u200e`],
  ['as a link', (number) => `<a href="tel:${number}">call me</a>`],
  ['with the country in brackets', (number) => `(+46) ${number.slice(1)}`],
];

for (const [how, as] of numbers) {
  test(`a number ${how} is that number, typed and in the form`, async () => {
    for (const way of ['type', 'click'] as const) {
      const one = await at('phone');
      const written = as(one.typedNumber);
      if (way === 'type') await one.chat.type(written);
      else await one.chat.click('phone', { number: written, country: 'SE', channel: 'text' });
      assert.ok(shows(one, 'code of a phone'), `${way}: ${wordsOf(one.chat.latest().content)}`);
      assert.match(await running.caught.code(one.number), /^\d{6}$/u);
    }
  });
}

const addresses: readonly (readonly [how: string, as: (address: string) => string])[] = [
  ['behind a quoted card', (address) => `${quote}${address}`],
  ['between direction marks', (address) => `\u202a${address}\u202c`],
  ['behind a zero-width space', (address) => `\u200b${address}`],
  ['in angle brackets behind a name', (address) => `Kim Larsson <${address}>`],
  ['with a smiley glued to it', (address) => `${address}👍`],
  ['as a link', (address) => `[Kim Larsson](mailto:${address})`],
];

for (const [how, as] of addresses) {
  test(`an address ${how} is that address, typed and in the form`, async () => {
    for (const way of ['type', 'click'] as const) {
      const one = await at('email');
      const written = as(one.address);
      if (way === 'type') await one.chat.type(written);
      else await one.chat.click('email', { address: written });
      assert.ok(shows(one, 'code of a mailbox'), `${way}: ${wordsOf(one.chat.latest().content)}`);
      assert.match(await running.caught.code(one.address), /^\d{6}$/u);
    }
  });
}

test('somebody pasted from a mail program arrives as a name: the address under it counts, and without one that is said', async () => {
  const [one, other] = [await at('email'), await at('email')];
  const content = `<div><a href="mailto:${one.address}">Kim Larsson</a></div>`;
  const attachments = [{ contentType: 'text/html', content }];
  await one.chat.deliver(one.chat.envelope({ type: 'message', text: 'Kim Larsson', attachments }));
  assert.ok(shows(one, 'code of a mailbox'), wordsOf(one.chat.latest().content));
  await other.chat.click('email', { address: 'Kim Larsson' });
  assert.match(wordsOf(other.chat.latest().content), /I see a name here and no address/);
});

const codes: readonly (readonly [how: string, as: (code: string) => string])[] = [
  ['behind a quoted card', (code) => `${quote}${code}`],
  ['in Persian digits', (code) => inDigits(0x6f0, code)],
  ['below a time', (code) => `it is 14:05\n${code}`],
  ['below a hidden number', (code) => `••67\n${code}`],
  ['above a count', (code) => `${code}\n5 min`],
  ['with an invisible mark in it', (code) => `${code.slice(0, 3)}\u200b${code.slice(3)}`],
  ['with a hyphen that does not break', (code) => `${code.slice(0, 3)}\u2011${code.slice(3)}`],
];

for (const [how, as] of codes) {
  test(`a code ${how} is that code, typed and in the form`, async () => {
    for (const way of ['type', 'click'] as const) {
      const one = await at('code of a phone');
      const written = as(await running.caught.code(one.number));
      if (way === 'type') await one.chat.type(written);
      else await one.chat.click('code', { code: written });
      assert.ok(shows(one, 'choose'), `${way}: ${wordsOf(one.chat.latest().content)}`);
    }
  });
}

test('a quoted card in front of a command changes nothing', async () => {
  const one = await at('code of a phone');
  await one.chat.type(`${quote}back`);
  assert.ok(shows(one, 'phone'));
  await one.chat.type(`${quote}it was not me`);
  assert.ok(!shows(one, 'what is meant'));
});

const picture = { contentType: 'image/png', contentUrl: 'https://example.com/a.png' };
const pasted = { contentType: 'text/html', content: '<div><img src="https://example.com/a.png" /></div>' };
const quotedPicture = {
  contentType: 'text/html',
  content: '<blockquote><img src="https://example.com/a.png"/></blockquote><p>thanks</p>',
};

test('a picture or a file is not read and not kept; what was written with it counts', async () => {
  for (const attachment of [
    picture,
    pasted,
    { contentUrl: 'https://example.com/b' },
    { ...picture, contentType: null },
  ]) {
    const one = await at('phone');
    const before = one.chat.cards().length;
    await one.chat.deliver(one.chat.envelope({ type: 'message', attachments: [attachment] }));
    const [answer] = one.chat.cards().slice(before);
    assert.match(wordsOf(answer?.content), /can’t read pictures or files/);
    assert.ok(shows(one, 'phone'));
    await one.chat.deliver(one.chat.envelope({ type: 'message', text: one.typedNumber, attachments: [attachment] }));
    assert.ok(shows(one, 'code of a phone'));
    await one.chat.click('next-step', {}, answer);
    assert.ok(shows(one, 'ask a person'));
    assert.match(JSON.stringify(one.chat.latest().content), /I have a picture or a file to show/);
    const kept = await running.records.read('conversation', one.chat.conversation);
    assert.doesNotMatch(JSON.stringify([kept, await personIn(running.records, one.employee)]), /example\.com\/[ab]/);
  }
});

test('what is no picture of theirs is not taken for one', async () => {
  const one = await at('phone');
  const cards = [
    quotedPicture,
    { contentType: 'text/html', content: '<p>thanks</p>' },
    { contentType: 'messageReference', content: '{}' },
  ];
  const before = one.chat.cards().length;
  await one.chat.deliver(one.chat.envelope({ type: 'message', text: 'thanks', attachments: cards }));
  assert.doesNotMatch(JSON.stringify(one.chat.cards().slice(before)), /pictures or files/);
});

test('attachments of any kind never end a turn', async () => {
  const one = await at('home');
  for (const attachments of [[{}], [null], [{ contentType: 7 }], [{ contentType: null, content: 7 }], ['x']]) {
    const { status } = await one.chat.deliver(one.chat.envelope({ type: 'message', text: 'help', attachments }));
    assert.equal(status, 200);
    assert.match(one.chat.texts().at(-1) ?? '', /contact IT support/, JSON.stringify(attachments));
  }
});

test('the support card opens a chat with whoever asked, where a picture can be sent', () => {
  const [ticket] = Object.values(ticketsIn('words'));
  assert.ok(ticket);
  const facts = { ...ticket.facts, signInName: 'kim+1@example.org' };
  const card = JSON.stringify(supportCard(teller('en', 'UTC'), { ...ticket, facts }, clock()));
  assert.ok(card.includes('https://teams.microsoft.com/l/chat/0/0?users=kim%2B1%40example.org'));
  for (const signInName of ['', 'kim', 'kim@example.org&message=x', 'kim@exa mple.org']) {
    const odd = JSON.stringify(
      supportCard(teller('en', 'UTC'), { ...ticket, facts: { ...facts, signInName } }, clock()),
    );
    assert.doesNotMatch(odd, /l\/chat/);
  }
});

/** What a client says of its clock, what the form then shows for 07:00 in UTC, and how the zone is named. */
const clocks: readonly (readonly [says: object, shown: string, named: RegExp])[] = [
  [{ localTimezone: 'Europe/Stockholm' }, '07:00', /time zone Europe\/Stockholm/],
  [{ localTimezone: 'Etc/Unknown', zone: 'Europe/Stockholm' }, '07:00', /time zone Europe\/Stockholm/],
  [{ localTimezone: 'W. Europe Standard Time', zone: 'Europe/Helsinki' }, '08:00', /time zone Europe\/Helsinki/],
  [{ localTimestamp: '+05:30' }, '11:30', /time zone UTC\+05:30/],
  [{ localTimestamp: '-05:00', localTimezone: 'Nowhere/Land' }, '01:00', /time zone UTC-05:00/],
  [{ localTimestamp: '+05:30', localTimezone: 'Europe/Stockholm' }, '07:00', /time zone Europe\/Stockholm/],
  [{}, '06:00', / UTC$/m],
];

for (const [{ zone, localTimestamp, ...says }, shown, named] of clocks as readonly (readonly [
  { zone?: string; localTimestamp?: string },
  string,
  RegExp,
])[]) {
  test(`a client that says ${JSON.stringify({ ...says, zone, localTimestamp })} is told ${shown}`, async () => {
    const one = await at('home');
    const offset = localTimestamp ?? '';
    const minutes =
      offset === '' ? 0 : Number(`${offset[0]}1`) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)));
    const local = () => new Date(clock() + minutes * 60_000).toISOString().replace('Z', offset);
    const about = () => ({
      ...says,
      ...(localTimestamp && { localTimestamp: local() }),
      ...(zone && { entities: [{ type: 'clientInfo', timezone: zone }] }),
    });
    await one.chat.click('contact', {}, undefined, about());
    const form = JSON.stringify(one.chat.latest().content);
    assert.match(form, new RegExp(`"id":"clock"[^}]*"value":"${shown}"`));
    assert.equal(/in UTC\?/.test(form), offset === '' && !zone && !('localTimezone' in says));
    await one.chat.click('contact-look', { said: 'It stops.', day: '2026-11-23', clock: shown }, undefined, about());
    const when =
      wordsOf(one.chat.latest().content)
        .split('\n')
        .find((line) => line.startsWith('23 November')) ?? '';
    assert.match(when, named);
    assert.ok(when.includes(shown), when);
  });
}

test('a useless name does not take the place of a good one, and an offset none of a name', async () => {
  const one = await at('home');
  const say = (more: object) => one.chat.deliver(one.chat.envelope({ type: 'message', text: 'status', ...more }));
  const zone = async () => (await running.records.read('conversation', one.chat.conversation))?.timeZone;
  await say({ localTimezone: 'Asia/Kolkata' });
  assert.equal(await zone(), 'Asia/Kolkata');
  await say({ localTimezone: 'W. Europe Standard Time', localTimestamp: '2026-11-23T08:00:00+01:00' });
  assert.equal(await zone(), 'Asia/Kolkata');
});

test('every button of an answer about a picture leads somewhere', async () => {
  const one = await at('home');
  const before = one.chat.cards().length;
  await one.chat.deliver(one.chat.envelope({ type: 'message', attachments: [picture] }));
  const answer = one.chat.cards()[before];
  assert.deepEqual(
    actionsOf(answer?.content ?? {}).map(({ verb }) => verb),
    ['next-step'],
  );
});
