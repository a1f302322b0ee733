import assert from 'node:assert/strict';
import { test } from 'node:test';
import { amount, figure } from '../support/figure.ts';
import { roads, somebody, turnedClock } from '../support/screens.ts';
import { type Seeded, seeded, seedOfRun } from '../support/seeded.ts';
import { wordsOf } from '../support/teams-client.ts';
import { saysTo } from '../support/tickets-asked.ts';
import { supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';

type Activity = Record<string, unknown>;
type Deliver = (to: (activity: Activity) => Promise<unknown>, activity: Activity) => Promise<void>;

/** All that a request leaves behind that is talked about from beginning to end, without what differs by chance. */
async function heldWith(deliver: Deliver, late: () => Promise<void>) {
  const clock = turnedClock();
  const scene = await supportScene({ clock });
  try {
    const one = somebody(scene.running, { number: 1 });
    await roads.home(one, scene.running, clock);
    const press = (verb: string, typed = {}, card = one.chat.latest()) =>
      deliver(one.chat.deliver, one.chat.press(verb, typed, card));
    await press('contact');
    await press('contact-look', { said: 'It fails.', reach: '', urgency: 'normal', day: '', clock: '' });
    await press('contact-send');
    const ticket = async () => (await scene.tickets())[0] ?? assert.fail('no ticket');
    const card = await scene.shows(/It fails\./);
    const support = async (number: 1 | 2, verb: string, data: object = {}) => {
      const { id, story } = await ticket();
      const client = scene.supporter(number, card);
      const value = { action: { verb: `support-${verb}`, data: { ticket: id, seen: story.length, ...data } } };
      const act = { type: 'invoke', name: 'adaptiveCard/action', value, replyToId: card.id };
      await deliver(client.deliver, client.envelope(act));
    };
    await support(1, 'claim');
    await support(2, 'note', { words: 'Seen it before.' });
    await support(1, 'ask', { words: 'Which page?' });
    await press('ticket-say', { words: 'The reset page.' }, await saysTo(one, /Which page\?/));
    await support(2, 'claim', { over: (await ticket()).claimedBy?.objectId });
    await support(2, 'resolve', { words: 'Try now.' });
    await press('ticket-reopen', { words: 'No.' }, await saysTo(one, /Try now\./));
    await support(1, 'return', { words: 'Add a phone.' });
    await press('ticket-say', { words: 'Done.' }, await saysTo(one, /Add a phone\./));
    await support(1, 'resolve', { words: 'Now?' });
    await press('ticket-works', {}, await saysTo(one, /Now\?/));
    await late();
    const quiet = async () => (await ticket()).letters.length === 0 && ((await ticket()).wakes ?? 0) > clock();
    await until('all is sent', quiet);
    const { state, story, requests } = await ticket();
    return {
      tickets: (await scene.tickets()).length,
      state,
      requests: requests.length,
      story: story.map(({ at: _at, hash: _hash, ...act }) => act),
      cards: scene.board().filter(({ content }) => /Request R-0001/.test(wordsOf(content))).length,
      board: wordsOf(scene.board().find(({ id }) => id === card.id)?.content),
      lines: scene.connector.posted.flatMap(({ conversation, activity }) =>
        conversation.includes('messageid') && activity.text ? [activity.text] : [],
      ),
      mails: scene.running.caught.messages.map(({ to, subject }) => `${to} ${subject}`).sort(),
    };
  } finally {
    await scene.stop();
  }
}

/** Each activity one to four times: at once, after one another, or while later ones are under way; under the same or new ids. */
function noisy(seed: Seeded): { readonly deliver: Deliver; readonly late: () => Promise<void> } {
  let waiting: (() => Promise<unknown>)[] = [];
  async function bringLate(chance: number): Promise<void> {
    const now = waiting.filter(() => seed.chance() < chance);
    waiting = waiting.filter((one) => !now.includes(one));
    for (const one of now) await one();
  }
  return {
    async deliver(to, activity) {
      await bringLate(0.3);
      const copies = Array.from({ length: seed.below(4) }, (_, at) =>
        seed.chance() < 0.5 ? activity : { ...activity, id: `${activity.id}-${at}` },
      );
      const [together, after, later] = [0, 1, 2].map((way) =>
        copies.filter((_, at) => (at + seed.below(3)) % 3 === way),
      );
      await Promise.all([activity, ...(together ?? [])].map(to));
      for (const copy of after ?? []) await to(copy);
      waiting.push(...(later ?? []).map((copy) => () => to(copy)));
    },
    late: () => bringLate(1),
  };
}

test('a request whose every activity comes up to four times goes as it goes when each comes once', async () => {
  const once: Deliver = async (to, activity) => void (await to(activity));
  const expected = await heldWith(once, async () => undefined);
  assert.deepEqual([expected.tickets, expected.cards, expected.state, expected.requests], [1, 1, 'resolved', 1]);
  const first = seedOfRun();
  const runs = amount(4, 30);
  for (let seed = first; seed < first + runs; seed += 1) {
    const { deliver, late } = noisy(seeded(seed));
    assert.deepEqual(await heldWith(deliver, late), expected, `SEED=${seed}`);
  }
  figure({
    test: 'same activity twice (tickets)',
    measured: `${runs} requests with ${expected.story.length} acts, each activity 1-4 times: story, card, lines and mails as if once`,
    target: 'as if delivered once',
    met: true,
    seed: first,
  });
});
