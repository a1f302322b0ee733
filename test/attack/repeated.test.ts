import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Person } from '../../bot/domain/account/person.ts';
import { model } from '../../bot/understanding/model.ts';
import { startBot } from '../support/bot.ts';
import { figure } from '../support/figure.ts';
import { personIn } from '../support/records.ts';
import { type Somebody, settled, somebody, turnedClock } from '../support/screens.ts';
import { type Seeded, seeded, seedOfRun } from '../support/seeded.ts';
import { wordsOf } from '../support/teams-client.ts';
import { until } from '../support/until.ts';

type Activity = Record<string, unknown>;
type Deliver = (one: Somebody, activity: Activity) => Promise<unknown>;

/** Everything a conversation leaves behind, without what differs by chance. */
async function heldWith(deliver: Deliver, settle: (one: Somebody) => Promise<void>) {
  // A bot learns at its start, before anybody has typed.
  model();
  const clock = turnedClock(Date.UTC(2026, 10, 23, 9));
  const running = await startBot({ clock });
  try {
    const me = somebody(running, { number: 1 });
    const { chat } = me;
    const caught = async (to: string, count: number) => {
      await until('a code comes', () => running.caught.messages.filter((message) => message.to === to).length >= count);
      return running.caught.code(to);
    };
    const press = (verb: string, typed = {}) => deliver(me, chat.press(verb, typed));
    const write = (text: string) => deliver(me, chat.envelope({ type: 'message', text }));

    await deliver(me, chat.envelope({ type: 'installationUpdate', action: 'add' }));
    await press('start');
    await press('take', { method: 'authentication-phone' });
    await write('who can see my number?');
    await press('phone', { number: me.typedNumber, country: 'SE', channel: 'text' });
    await press('code', { code: wrong(await caught(me.number, 1)) });
    await write(
      wrong(await caught(me.number, 1))
        .slice(0, 5)
        .concat('0'),
    );
    clock.turn(31_000);
    await press('resend');
    await press('code', { code: await caught(me.number, 2) });
    await write('på svenska');
    await press('take', { method: 'authentication-email' });
    await write(me.address);
    await write(`koden är ${await caught(me.address, 1)}`);
    await press('privacy');
    await press('done');
    await press('language');
    await press('privacy');
    await settle(me);
    await settled(me, running);
    const record = await personIn(running.records, me.employee);
    return {
      record: withoutChance(record),
      messages: running.caught.messages.map(({ channel, to }) => `${channel} ${to}`),
      posted: running.connector.posted.map(({ kind, activity }) => `${kind}: ${activity.text ?? words(activity)}`),
      screen: words(chat.latest().content),
    };
  } finally {
    await running.stop();
  }
}

/** What a card shows; of a list of choices only the start. */
function words(card: unknown): string {
  return wordsOf(card).slice(0, 300);
}

function wrong(code: string): string {
  return code === '135790' ? '024680' : '135790';
}

function withoutChance({ methods, challenge, ended, sends, provedAt, letters, audit, language }: Person) {
  return {
    methods: Object.entries(methods).map(([name, method]) => [
      name,
      'channel' in method ? method.channel : undefined,
      method.provenAt,
    ]),
    challenge,
    ended: ended.length,
    sends: sends.map(({ at, proven }) => ({ at, proven })),
    provedAt,
    letters,
    audit: audit.map(({ hash: _hash, ...entry }) => entry),
    language,
  };
}

/** The same act under another id, as a channel sends it that gave up waiting. */
function renamed(activity: Activity, seed: Seeded): Activity {
  return seed.chance() < 0.5 ? activity : { ...activity, id: `${activity.id}-${seed.below(1e9)}` };
}

const once: Deliver = ({ chat }, activity) => chat.deliver(activity);

/** Delivers each activity one to four times: at once, one after the other, or while later ones are under way. */
function noisy(seed: Seeded): { deliver: Deliver; settle: (one: Somebody) => Promise<void> } {
  let late: Activity[] = [];
  async function bringLate(one: Somebody, chance: number): Promise<void> {
    const now = late.filter(() => seed.chance() < chance);
    late = late.filter((activity) => !now.includes(activity));
    for (const activity of now) {
      const { status } = await one.chat.deliver(activity);
      assert.equal(status, 200);
    }
  }
  return {
    async deliver(one, activity) {
      await bringLate(one, 0.3);
      const copies = Array.from({ length: seed.below(4) }, () => renamed(activity, seed));
      const [together, after, later] = [0, 1, 2].map((way) =>
        copies.filter((_, at) => (seed.below(3) + at) % 3 === way),
      );
      const answers = await Promise.all([activity, ...(together ?? [])].map((copy) => one.chat.deliver(copy)));
      for (const copy of after ?? []) answers.push(await one.chat.deliver(copy));
      for (const { status } of answers) assert.equal(status, 200);
      late.push(...(later ?? []));
    },
    settle: (one) => bringLate(one, 1),
  };
}

test('a conversation whose activities come up to four times leaves what it leaves when each comes once', async () => {
  const expected = await heldWith(once, async () => undefined);
  assert.equal(expected.record.sends.length, 3, 'the control run asks for a code, a second one, and one by mail');
  assert.equal(expected.record.methods.length, 2, 'the control run proves both methods');
  const first = seedOfRun();
  for (let seed = first; seed < first + 8; seed += 1) {
    const { deliver, settle } = noisy(seeded(seed));
    assert.deepEqual(await heldWith(deliver, settle), expected, `SEED=${seed}`);
  }
  figure({
    test: 'the same activity twice',
    measured:
      '8 conversations whose activities came up to four times, shuffled, under the same and new ids: state as if once',
    target: 'as if delivered once',
    met: true,
    seed: first,
  });
});

test('the same words typed again later count as typed again', async () => {
  const running = await startBot();
  try {
    const { chat } = somebody(running);
    await chat.install();
    await chat.type('help');
    const before = chat.texts().length;
    await chat.type('help');
    assert.equal(chat.texts().length, before * 2);
  } finally {
    await running.stop();
  }
});
