import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { teller } from '../../bot/texts/tell.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { share } from '../support/figure.ts';
import { personIn } from '../support/records.ts';
import { filledIn, roads, type Somebody, screenNames, settled, somebody, turnedClock } from '../support/screens.ts';
import { seedOfRun } from '../support/seeded.ts';
import { actionsOf, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
after(() => running.stop());

type Press = (one: Somebody, verb: string, typed: Readonly<Record<string, string>>, at: number) => Promise<unknown>;

/** Cards that can still do something; one that says it is old may only fetch the newest. */
function openCards({ chat }: Somebody) {
  return chat
    .cards()
    .filter(({ content }) =>
      actionsOf(content).some(
        ({ verb }) => verb && verb !== 'show' && verb !== 'not-me' && !verb.startsWith('ticket-'),
      ),
    );
}

/** What a press comes to: the screen, the sentences, and what is kept and sent. */
async function comesTo(screen: keyof typeof roads, button: number, press: Press) {
  const one = somebody(running);
  await roads[screen](one, running, clock);
  const action = actionsOf(one.chat.latest().content)[button];
  assert.ok(action);
  const texts = one.chat.texts().length;
  await press(one, action.verb, await filledIn(one, running), button);
  await settled(one, running);
  const { methods, sends, audit, ended, challenge } = await personIn(running.records, one.employee);
  const open = openCards(one);
  assert.equal(open.length, 1, `${screen}, ${action.title}: ${open.length} cards are open`);
  const own = (text: string) =>
    text
      .replaceAll(/\d\d:\d\d/g, 'time')
      .replaceAll(/^(?:[A-Z2-7]{4} ?){8}$/gm, 'key')
      .replaceAll(/[0-9a-f]{32}/g, 'id')
      .replaceAll(/R-\d{4}/g, 'number')
      .replaceAll(/^[0-9a-f]{32}$/gm, 'id')
      .replaceAll(/\d{1,2} \p{L}+ \d{4}/gu, 'day')
      .replaceAll(`••\u00a0${one.number.slice(-2)}`, '•• ••')
      .replaceAll(/\+46\s70\s\d{3}\s\d\d\s\d\d/g, 'the number')
      .replaceAll(/kim\d+@/g, 'kim@')
      // Which questions are offered is chance.
      .replace(/(?<=^Choose your questions\n)[\s\S]*/mu, '')
      // A second click that does nothing may be the second miss in a row.
      .replaceAll(` ${offer}`, '');
  return {
    title: own(action.title),
    card: own(wordsOf(open[0]?.content).replace(/^\n*/, '')),
    texts: one.chat.texts().slice(texts),
    kept: [Object.keys(methods), sends.length, audit.map(({ act }) => act), ended.length, challenge?.send],
  };
}

const click: Press = async ({ chat }, verb, typed, at) => {
  const { status } = await chat.deliver(pressOf(chat, verb, typed, at));
  assert.equal(status, 200);
};
const doubleClick: Press = async ({ chat }, verb, typed, at) => {
  const [first, second] = [pressOf(chat, verb, typed, at), pressOf(chat, verb, typed, at)];
  for (const { status } of await Promise.all([chat.deliver(first), chat.deliver(second)])) assert.equal(status, 200);
};
const submit: Press = async (one, verb, typed, at) => {
  const { id } = one.chat.latest();
  const { status } = await one.chat.submit(verb, { ...buttonData(one.chat, at), ...typed });
  assert.equal(status, 200);
  const last = running.connector.posted.findLast(
    (post) => post.id === id && post.conversation === one.chat.conversation,
  );
  assert.equal(last?.kind, 'updated', `${verb}: the card is not updated in place`);
};

function buttonData(chat: Somebody['chat'], at: number) {
  return actionsOf(chat.latest().content)[at]?.data;
}

function pressOf(chat: Somebody['chat'], verb: string, typed: object, at: number) {
  return chat.press(verb, { ...buttonData(chat, at), ...typed });
}

const seed = seedOfRun();
const offer = teller('en', null)('person.offer', { name: 'IT support' });

for (const [of, screen] of screenNames.entries()) {
  test(`on the screen "${screen}", each button does the same once, twice at once, and from an old client`, async (t) => {
    t.diagnostic(`SEED=${seed}`);
    const one = somebody(running);
    await roads[screen](one, running, clock);
    // Whatever has no verb opens a page.
    const buttons = actionsOf(one.chat.latest().content).flatMap(({ verb }, at) => (verb ? [at] : []));
    assert.ok(buttons.length > 0);
    for (const button of share(buttons, 3, seed + of)) {
      const once = await comesTo(screen, button, click);
      const twice = await comesTo(screen, button, doubleClick);
      assert.deepEqual(twice, once, `${once.title}, twice`);
      assert.deepEqual(await comesTo(screen, button, submit), once, `${once.title}, by Action.Submit`);
    }
  });
}
