import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, type TestContext, test } from 'node:test';
import { createLog } from '../../bot/log.ts';
import { model } from '../../bot/understanding/model.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { actionsOf, type TeamsClient, wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

// Learning to understand takes a second, once for a process.
before(() => void model());

const contact = { name: 'Helpdesk Nord', address: 'helpdesk@example.org' };

interface Unheard {
  readonly running: RunningBot;
  readonly lines: readonly string[];
}

/** A bot whose tenant has no support channel. */
async function bot(t: TestContext, support: object): Promise<Unheard> {
  const folder = await mkdtemp(join(tmpdir(), 'unheard-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'policy.json');
  await writeFile(file, JSON.stringify({ contact, support }));
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  const running = await startBot({ env: { POLICY_FILE: file }, log });
  t.after(() => running.stop());
  return { running, lines };
}

const on = (chat: TeamsClient, verb: string) =>
  chat.cards().findLast(({ content }) => actionsOf(content).some((action) => action.verb === verb));

async function asks(chat: TeamsClient): Promise<string> {
  await chat.install();
  await chat.click('contact', {}, on(chat, 'contact'));
  const form = wordsOf(on(chat, 'contact-look')?.content);
  const filled = { said: 'I am locked out', reach: '', urgency: 'normal', day: '2026-11-23', clock: '06:00' };
  await chat.click('contact-look', filled, on(chat, 'contact-look'));
  await chat.click('contact-send', {}, on(chat, 'contact-send'));
  const status = () => wordsOf(on(chat, 'ticket-say')?.content);
  await until('the card of the request is there', () => status() !== '');
  return [form, wordsOf(chat.cards().map(({ content }) => content)), ...chat.texts()].join('\n');
}

for (const [locale, nowhere, sent, title] of [
  [
    'en-US',
    /Nobody has set up where requests go yet/,
    /I have sent|Sent on|keep trying/,
    /Contact Helpdesk Nord: helpdesk@example\.org/,
  ],
  [
    'sv-SE',
    /Ingen har ställt in vart ärenden ska gå än/,
    /Jag har skickat|Skickat den|Jag försöker igen/,
    /Kontakta Helpdesk Nord: helpdesk@example\.org/,
  ],
] as const) {
  test(`without a channel and a mailbox nothing is promised, and the policy’s contact is named (${locale})`, async (t) => {
    const { running } = await bot(t, {});
    const words = await asks(running.client({ locale }));
    assert.match(words, nowhere);
    assert.match(words, title);
    assert.doesNotMatch(words, sent);
    assert.match(words, /R-0001/, 'it is kept all the same');
  });
}

test('with a mailbox it is sent', async (t) => {
  const { running } = await bot(t, { tiers: [['it@example.org']] });
  const words = await asks(running.client());
  assert.match(words, /I have sent your request R-0001/);
  assert.doesNotMatch(words, /Nobody has set up/);
});
