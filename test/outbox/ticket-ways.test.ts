import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { day, minute } from '../../bot/domain/time.ts';
import { anybody } from '../support/bot.ts';
import { type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { actionsOf, type SeenCard, wordsOf } from '../support/teams-client.ts';
import { type Asked, asksFor, provesTo, saysTo, withPhone } from '../support/tickets-asked.ts';
import { type SupportScene, supporters, supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let scene: SupportScene;
before(async () => {
  scene = await supportScene({ clock });
});
after(() => scene.stop());

type Board = SeenCard & { readonly conversation: string };

/** Somebody who has asked, and the card of it in the channel. */
async function asked(said: string, one?: Somebody): Promise<Asked & { readonly card: Board }> {
  const who = one ?? (await withPhone(scene, clock));
  const ask = await asksFor(who, said);
  await saysTo(who, /IT support sees it in their channel/);
  return { ...ask, card: await scene.shows(new RegExp(`${ask.number}[^]*${said}`)) };
}

/** A supporter writes something on the form behind a button. */
async function writes(number: 1 | 2 | 3, card: Board, form: 'ask' | 'note' | 'resolve' | 'return', words: string) {
  const client = scene.supporter(number, card);
  const now = scene.board().find(({ id }) => id === card.id) ?? card;
  const opened = await client.click(`support-open-${form}`, {}, now);
  const content = (opened.body as { value: Record<string, unknown> }).value;
  return client.click(`support-${form}`, { words }, { id: card.id, content });
}

/** What a supporter is answered after a click on the card as it is now. */
async function clicks(number: 1 | 2 | 3 | 4, card: Board, verb: string): Promise<string> {
  const now = scene.board().find(({ id }) => id === card.id) ?? card;
  const { body } = await scene.supporter(number, card).click(verb, {}, now);
  return wordsOf((body as { value: unknown }).value) || String((body as { value: unknown }).value);
}

test('returned, the employee is asked to act, their answer brings it back to its supporter', async () => {
  const { one, number, card } = await asked('Returned one.');
  await clicks(2, card, 'support-claim');
  await writes(2, card, 'return', 'Please add a phone first.');
  const returned = await saysTo(one, /needs something from you first\.[\s\S]*Please add a phone first\./);
  await scene.shows(new RegExp(`${number}[^]*Returned to the employee by Supporter 2`));
  await one.chat.click('ticket-say', { words: 'It is added.' }, returned);
  await scene.shows(new RegExp(`${number}\\nClaimed by Supporter 2[^]*It is added\\.`));
  await saysTo(one, / took it on /);
});

test('until somebody has taken it, a request is changed in the form it was written in; after that the words are added', async () => {
  const { one, number } = await asked('Wrong page.');
  await one.chat.click('ticket-edit', {}, await saysTo(one, /Wrong page\./));
  assert.match(wordsOf(one.chat.latest().content), new RegExp(`Change your request ${number}[^]*Wrong page\\.`));
  const form = { said: 'The portal fails.', reach: '', urgency: 'normal', day: '', clock: '', colleague: ' Bo\nEk ' };
  await one.chat.click('contact-look', form);
  assert.match(wordsOf(one.chat.latest().content), /About a colleague[\s\S]*Bo Ek[\s\S]*Save the change/);
  await one.chat.click('contact-send');
  await scene.shows(new RegExp(`${number}[^]*FOR SOMEBODY ELSE: Bo Ek[^]*The portal fails[^]*changed by the employee`));
  await one.chat.click('ticket-edit', {}, await saysTo(one, /about a colleague: Bo Ek[\s\S]*The portal fails/));
  const card = await scene.shows(new RegExp(`${number}[^]*The portal fails`));
  await clicks(2, card, 'support-claim');
  await one.chat.click('contact-look', { ...form, said: 'And the app.' });
  await one.chat.click('contact-send');
  assert.match(wordsOf(one.chat.latest().content), /had already started/);
  await scene.shows(new RegExp(`${number}\\nClaimed by[^]*the employee added[^]*And the app`));
  const late = await saysTo(one, /Open a chat in Teams/);
  assert.doesNotMatch(wordsOf(late.content), /Change it/);
});

test('withdrawn, the card in the channel says so and nothing can be done but a note', async () => {
  const { one, number, card } = await asked('Never mind.');
  await one.chat.click('ticket-withdraw', {}, await saysTo(one, /Your request/));
  await saysTo(one, /You withdrew this request/);
  const now = await scene.shows(new RegExp(`${number}[^]*Withdrawn by the employee`));
  assert.deepEqual(
    actionsOf(now.content).map(({ verb }) => verb),
    ['support-open-note'],
  );
  assert.match(await clicks(2, card, 'support-open-note'), /Your note/);
});

test('resolved, it can be opened again for seven days, and then a new request is a new ticket', async () => {
  const { one, number, card } = await asked('Solved too soon.');
  await writes(2, card, 'resolve', 'Try now.');
  const solved = await saysTo(one, /Does it work now\?/);
  await one.chat.click('ticket-reopen', { words: 'Same page again.' }, solved);
  await saysTo(one, /Nobody has started on it yet[\s\S]*Same page again\./);
  await scene.shows(new RegExp(`${number}\\nUnclaimed since[^]*Same page again\\.`));
  await until('it is said below the card', () =>
    scene.connector.posted.some(({ activity }) => activity.text?.includes(`${number} is open again`)),
  );
  await writes(3, card, 'resolve', 'Now it is fixed.');
  const again = await saysTo(one, /Now it is fixed\./);
  clock.turn(7 * day + minute);
  await one.chat.click('ticket-reopen', { words: 'Late.' }, again);
  await scene.shows(new RegExp(`${number}\\nResolved by Supporter 3`));
  const late = await saysTo(one, /That card was old/);
  assert.doesNotMatch(wordsOf(late.content), /Late\./);
  await one.chat.type('status');
  const next = await asksFor(one, 'Another day.');
  assert.match(wordsOf(one.chat.cards().map(({ content }) => content)), /I have sent your request/);
  assert.notEqual((await scene.tickets()).at(-1)?.number, Number(number.slice(2)));
  assert.ok(next.number);
});

test('"it is not me who calls" and no answer within ten minutes reach the supporter', async () => {
  const { one, number, card } = await asked('Who is on the phone?');
  await clicks(2, card, 'support-check');
  await one.chat.click('ticket-check-no', {}, await saysTo(one, /are you calling them right now\?/));
  await scene.shows(new RegExp(`${number}[^]*FAILED, asked by Supporter 2`));
  await clicks(2, card, 'support-check');
  await saysTo(one, /are you calling them right now\?/);
  clock.turn(10 * minute + 1_000);
  await scene.shows(new RegExp(`${number}[^]*NO ANSWER within 10 minutes`));
});

test('for a directory administrator two different supporters have to confirm', async () => {
  const one = somebody(scene.running);
  scene.running.entries.set(one.objectId, { ...anybody, administrator: true });
  const known = await withPhone(scene, clock, one);
  const { number, card } = await asked('I hold a role.', known);
  await clicks(2, card, 'support-check');
  const code = await provesTo(scene, known);
  const first = await scene.shows(new RegExp(`${number}[^]*PASSED by Phone[^]*1 of 2 supporters`));
  assert.ok(!JSON.stringify(first.content).includes(code));
  await clicks(3, card, 'support-check');
  clock.turn(31_000);
  await provesTo(scene, known);
  await scene.shows(new RegExp(`${number}[^]*2 of 2 supporters`));
});

test('a supporter’s own request: they may neither take it nor check themselves, and a colleague may', async () => {
  const [, objectId = ''] = supporters;
  const chat = scene.running.client({ objectId });
  const known = await withPhone(scene, clock, { ...somebody(scene.running), chat, objectId });
  const { number, card } = await asked('I support, but I am locked out.', known);
  assert.match(await clicks(2, card, 'support-check'), /your own request: somebody else has to work on it/);
  assert.match(await clicks(2, card, 'support-claim'), /your own request: somebody else has to work on it/);
  assert.equal((await scene.tickets()).at(-1)?.checks.length, 0);
  await clicks(3, card, 'support-check');
  await provesTo(scene, known);
  await scene.shows(new RegExp(`${number}[^]*PASSED by Phone[^\\n]*asked by Supporter 3`));
});

test('taking over is done on purpose: the name changes, and the employee’s card stays calm', async () => {
  const { number, card } = await asked('Two at once.');
  await clicks(2, card, 'support-claim');
  await scene.shows(new RegExp(`${number}\\nClaimed by Supporter 2`));
  await clicks(3, card, 'support-claim');
  await scene.shows(new RegExp(`${number}\\nClaimed by Supporter 3`));
});
