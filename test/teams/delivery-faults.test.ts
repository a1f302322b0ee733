import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { timesTried } from '../../bot/domain/outbox/letter.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { personIn } from '../support/records.ts';
import { filledIn, headings, roads, type Somebody, settled, somebody, turnedClock } from '../support/screens.ts';
import { wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
});
afterEach(() => allWell());
after(() => running.stop());

function allWell(): void {
  running.caught.fate = () => ({ kind: 'accepted', reference: 'caught' });
  running.connector.fail = () => undefined;
}

function refusing(): void {
  running.caught.fate = () => ({ kind: 'refused', reason: 'no such number' });
}

async function atPhone(): Promise<Somebody> {
  const one = somebody(running);
  await roads.phone(one, running, clock);
  return one;
}

test('when a code is refused, the card that waits for it says so by itself', async () => {
  const one = await atPhone();
  refusing();
  await one.chat.click('phone', await filledIn(one, running));
  const waiting = one.chat.latest();
  await until('the card says so', () => /I could not reach \+46/.test(wordsOf(one.chat.latest().content)));
  assert.equal(one.chat.latest().id, waiting.id, 'it is the same card');
  assert.equal(one.chat.texts().length, 0);
  allWell();
  await one.chat.click('change');
  assert.match(wordsOf(one.chat.latest().content), headings.phone);
});

test('a refusal that cannot be shown at once is shown when the connector is back', async () => {
  const one = await atPhone();
  refusing();
  running.connector.fail = () => ({ status: 409 });
  await one.chat.click('phone', await filledIn(one, running));
  await until('the refresh was tried and put off', async () => {
    const [letter] = (await personIn(running.records, one.employee)).letters;
    return letter?.kind === 'refresh' && typeof letter.tries.at(-1)?.result === 'string';
  });
  allWell();
  clock.turn(10_000);
  await until('the card says so', () => /I could not reach/.test(wordsOf(one.chat.latest().content)));
});

test('a provider that is down for a while delivers the code when it is back', async () => {
  const one = await atPhone();
  running.caught.fate = () => ({ kind: 'retry', reason: 'down' });
  await one.chat.click('phone', await filledIn(one, running));
  for (let tries = 1; tries <= 3; tries += 1) {
    await until(`try ${tries} has failed`, async () => {
      const [letter] = (await personIn(running.records, one.employee)).letters;
      return letter !== undefined && timesTried(letter) === tries && letter.tries.at(-1)?.result !== null;
    });
    if (tries < 3) clock.turn(20_000);
  }
  allWell();
  clock.turn(20_000);
  await one.chat.click('code', { code: await running.caught.code(one.number) });
  assert.match(wordsOf(one.chat.latest().content), /phone is confirmed/);
  await settled(one, running);
});
