import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { hour } from '../../bot/domain/time.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { roads, settled, somebody, turnedClock } from '../support/screens.ts';
import { wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
const contact = {
  name: 'Service desk',
  address: 'desk@example.org',
  hours: 'weekdays 8 to 17',
  phone: '08-505 000 00',
};
let folder = '';
let running: RunningBot;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keep-'));
  const file = join(folder, 'policy.json');
  await writeFile(file, JSON.stringify({ contact }));
  running = await startBot({ clock, env: { POLICY_FILE: file } });
});
after(async () => {
  await running.stop();
  await rm(folder, { recursive: true });
});

const needed = [/told you to/, /Service desk/, /08-505 000 00/, /desk@example\.org/, /weekdays 8 to 17/];

test('whoever is ready sends themselves what they need on the day, once an hour at most, with no number or address of theirs', async () => {
  const one = somebody(running);
  await roads['keep for the day'](one, running, clock);
  const card = wordsOf(one.chat.latest().content);
  for (const part of needed) assert.match(card, part);
  const mails = () =>
    running.caught.messages.filter(({ to, subject }) => to === one.address && /How to/.test(subject ?? ''));
  await one.chat.click('keep-mail');
  assert.match(wordsOf(one.chat.latest().content), /on its way to k•/);
  await until('the mail is sent', () => mails().length === 1);
  await one.chat.click('keep-mail');
  await settled(one, running);
  assert.equal(mails().length, 1);
  const [mail] = mails();
  for (const part of [...needed, /Phone, Email/]) assert.match(mail?.text ?? '', part);
  assert.ok(!mail?.text.includes(one.number.slice(-4)) && !mail?.text.includes(one.address));
  clock.turn(hour);
  await one.chat.click('keep-mail');
  await until('it is sent again', () => mails().length === 2);
  await one.chat.click('done');
  assert.match(wordsOf(one.chat.latest().content), /Your password reset/);
});

test('the page to print opens in any browser for whoever has its address, and for nobody else; nothing on it runs', async () => {
  for (const [locale, words] of [
    ['en', /How to reset your password[\s\S]*Hours: weekdays/],
    ['sv', /Så återställer du ditt lösenord[\s\S]*Öppettider: weekdays/],
  ] as const) {
    const one = somebody(running, { locale });
    await roads['keep for the day'](one, running, clock);
    const [, path = ''] =
      JSON.stringify(one.chat.latest().content).match(/"http:\/\/localhost:\d+(\/keep\/[^"]+)"/u) ?? [];
    const answer = await fetch(`${running.url}${path}`);
    const page = await answer.text();
    assert.match(page, words);
    assert.match(page, new RegExp(`<html lang="${locale}"`));
    assert.doesNotMatch(page, /<script|<form|•/u);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    const other = path.replace(/\/(en|sv)-/u, (_, language) => `/${language === 'en' ? 'sv' : 'en'}-`);
    for (const wrong of [other, `${path}x`, path.slice(0, -1), '/keep/en-', '/keep/x'])
      assert.equal((await fetch(`${running.url}${wrong}`)).status, 404, wrong);
  }
});
