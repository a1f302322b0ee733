import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import type { Kind, Store } from '../../bot/domain/ports/store.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { filledIn, headings, type ScreenName, somebodyAt, turnedClock } from '../support/screens.ts';
import { actionsOf, calm, sentenceIn, wordsOf } from '../support/teams-client.ts';

const clock = turnedClock();
let running: RunningBot;
let full: ((kind: Kind) => boolean) | undefined;

/** A store whose disk refuses to write records of some kinds. */
function around(records: Store): Store {
  return {
    ...records,
    update(kind, id, step) {
      if (!full?.(kind)) return records.update(kind, id, step);
      // Like a full disk: what changes nothing still goes through.
      return records.update(kind, id, (current) => {
        const decided = step(current);
        if (decided.record !== current) throw new Fault('store-unavailable', 'ENOSPC');
        return decided;
      });
    },
  };
}

before(async () => {
  running = await startBot({ clock, around });
});
afterEach(() => {
  full = undefined;
});
after(() => running.stop());

const at = (screen: ScreenName) => somebodyAt(screen, running, clock);

test('a full disk is a calm sentence with a reference, and heals without a restart', async () => {
  for (const [screen, disk] of [
    ['home', () => true],
    ['phone', () => true],
    ['code of a phone', () => true],
    ['phone', (kind: Kind) => kind === 'person'],
    ['code of a phone', (kind: Kind) => kind === 'person'],
  ] as const) {
    const one = await at(screen);
    const before = await personIn(running.records, one.employee);
    full = disk;
    const [{ verb = '' } = {}] = actionsOf(one.chat.latest().content);
    const typed = await filledIn(one, running);
    const { status, body } = await one.chat.click(verb, typed);
    assert.equal(status, 200);
    assert.match(sentenceIn(body), calm);
    assert.deepEqual(await personIn(running.records, one.employee), before, 'what could not be written is not there');
    full = undefined;
    await one.chat.click(verb, typed);
    assert.doesNotMatch(wordsOf(one.chat.latest().content), headings[screen], `${screen} does not go on`);
  }
});

test('when counts of sent codes cannot be written, nothing is sent and the form says so', async () => {
  const one = await at('phone');
  full = (kind) => kind === 'address-limit';
  const messages = running.caught.messages.length;
  await one.chat.click('phone', await filledIn(one, running));
  assert.match(wordsOf(one.chat.latest().content), /I cannot send codes right now/);
  assert.match(wordsOf(one.chat.latest().content), headings.phone);
  full = undefined;
  await one.chat.click('phone', await filledIn(one, running));
  await running.caught.code(one.number);
  assert.equal(running.caught.messages.length, messages + 1);
});

test('when only the chat cannot be written, what was proven stays proven', async () => {
  const one = await at('code of a phone');
  const code = await running.caught.code(one.number);
  full = (kind) => kind === 'conversation';
  const { body } = await one.chat.click('code', { code });
  assert.match(sentenceIn(body), calm);
  full = undefined;
  await one.chat.click('code', { code });
  await one.chat.type('status');
  assert.match(wordsOf(one.chat.latest().content), /1 of 2 methods ready/);
});

test('the bot is not ready while the last write failed, and ready again once there is room, without anybody writing', async () => {
  const ready = async () => {
    const response = await fetch(`${running.url}/health/ready`);
    const { ready, unmet } = (await response.json()) as { ready: boolean; unmet?: readonly string[] };
    return [response.status, ready, unmet];
  };
  const one = await at('choose');
  await running.bot.warmUp();
  assert.deepEqual(await ready(), [200, true, undefined]);
  full = () => true;
  await one.chat.click('take');
  assert.deepEqual(await ready(), [503, false, ['writes']]);
  full = undefined;
  assert.deepEqual(await ready(), [200, true, undefined]);
});
