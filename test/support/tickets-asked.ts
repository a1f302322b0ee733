import assert from 'node:assert/strict';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { day } from '../../bot/domain/time.ts';
import type { RunningBot } from './bot.ts';
import type { HandClock } from './clock.ts';
import { lineOf, roads, type Somebody, somebody } from './screens.ts';
import { actionsOf, type SeenCard, wordsOf } from './teams-client.ts';
import type { SupportScene } from './tickets-team.ts';
import { until } from './until.ts';

/** Somebody who has asked for help. */
export interface Asked {
  readonly one: Somebody;
  /** Of their ticket, as people say it. */
  readonly number: string;
}

/** Sends a request from the home card. */
export async function asksFor(one: Somebody, said: string, more: object = {}): Promise<Asked> {
  const on = (verb: string) =>
    one.chat.cards().findLast(({ content }) => actionsOf(content).some((action) => action.verb === verb));
  await one.chat.click('contact', {}, on('contact'));
  const filled = { said, reach: '', urgency: 'normal', day: '2026-11-23', clock: '06:00', ...more };
  await one.chat.click('contact-look', filled, on('contact-look'));
  assert.match(wordsOf(on('contact-send')?.content), /This is what I send/);
  await one.chat.click('contact-send', {}, on('contact-send'));
  const [number = ''] = /R-\d{4}/.exec(wordsOf(one.chat.cards().map(({ content }) => content))) ?? [];
  return { one, number };
}

/** Somebody with a proven phone asks for help. */
export async function withPhone(
  { running }: SupportScene,
  clock: HandClock,
  one: Somebody = somebody(running),
): Promise<Somebody> {
  await roads.choose(one, running, clock);
  await one.chat.click('take', { method: 'authentication-phone' });
  await one.chat.click('phone', { number: one.typedNumber, country: 'SE', channel: 'text' });
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  await one.chat.click('later');
  await longAgo(running, one);
  return one;
}

/** What somebody has set up was set up a month ago. */
export async function longAgo({ records }: RunningBot, { employee: { tenantId }, objectId }: Somebody): Promise<void> {
  const employee = { tenantId, objectId };
  await records.update('person', personId(employee), (person = newPerson(employee)) => {
    const aged = Object.entries(person.methods).map(([name, method]) => [
      name,
      { ...method, provenAt: method.provenAt - 30 * day },
    ]);
    return { record: { ...person, methods: Object.fromEntries(aged), changes: [] }, outcome: undefined };
  });
}

/** "It was not me": the first of the changes there are. */
export async function disowns({ chat }: Somebody): Promise<void> {
  await chat.type('it was not me');
  const asks = chat.cards().findLast(({ content }) => /Which change was not yours/.test(wordsOf(content)));
  const [change = ''] = /"value":"([0-9a-f]{32})"/u.exec(JSON.stringify(asks?.content))?.slice(1) ?? [];
  await chat.click('take-out', { change }, asks);
}

/** The card on which an employee sees where their ticket stands. */
function status({ chat }: Somebody): SeenCard | undefined {
  return chat.cards().findLast(({ content }) => /Your request R-/.test(wordsOf(content)));
}

/** Waits until it says this. */
export async function saysTo(one: Somebody, words: RegExp): Promise<SeenCard> {
  const now = () => wordsOf(status(one)?.content);
  await until(`their card says ${words}: ${now()}`, () => words.test(now()));
  return status(one) ?? assert.fail();
}

/** "Yes, it is me": by a code to the proven phone. @param asked the card that asks; the newest unless told */
export async function provesTo({ running }: SupportScene, one: Somebody, asked?: SeenCard): Promise<string> {
  const question = asked ?? (await saysTo(one, /are you calling them right now\?/));
  const before = running.caught.messages.length;
  await one.chat.click('ticket-check-yes', {}, question);
  assert.match(wordsOf(one.chat.latest().content), /Show that it is you/);
  await one.chat.click('take');
  await until('the code is sent', () => running.caught.messages.slice(before).some(({ to }) => to === one.number));
  const code = await running.caught.code(one.number);
  const asks = one.chat.cards().findLast(({ content }) => lineOf('code.title').test(wordsOf(content)));
  await one.chat.click('code', { code }, asks);
  return code;
}
