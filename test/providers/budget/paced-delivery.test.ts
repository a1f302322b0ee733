import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Delivered, Delivery, Message } from '../../../bot/domain/ports/delivery.ts';
import { day, minute, second } from '../../../bot/domain/time.ts';
import { pacedDelivery } from '../../../bot/providers/budget/paced-delivery.ts';
import { readLimits } from '../../../bot/providers/delivery/by-country.ts';
import { figure } from '../../support/figure.ts';
import { never } from '../../support/graph-parts.ts';
import { handTime } from '../../support/hand-time.ts';

/** As Twilio does for one sender: so many a second, and a ceiling for the day; what comes faster is refused with 429. */
function provider(time: ReturnType<typeof handTime>, perSecond: number, perDay: number) {
  const sent: { readonly to: string; readonly at: number }[] = [];
  let refused = 0;
  const delivery: Delivery = {
    channels: ['text'],
    limits: [
      { most: perSecond, per: second },
      { most: perDay, per: day },
    ],
    async send({ to }): Promise<Delivered> {
      const now = time.now();
      const lately = (span: number) => sent.filter(({ at }) => at > now - span).length;
      if (lately(second) >= perSecond || lately(day) >= perDay) {
        refused += 1;
        return { kind: 'retry', reason: '429' };
      }
      sent.push({ to, at: now });
      return { kind: 'accepted', reference: to };
    },
  };
  return { delivery, sent, refused: () => refused };
}

const message = (to: string, urgency?: 'background'): Message => ({
  channel: 'text',
  to,
  language: 'en',
  text: 'words',
  letter: to,
  ...(urgency && { urgency }),
});

test('a provider is asked no faster than it takes, and who waits for a code goes before everything else', async () => {
  const time = handTime();
  const { delivery, sent, refused } = provider(time, 10, 100_000);
  const paced = pacedDelivery(delivery, time);
  const waits: number[] = [];
  /** As the outbox does: what finds no place comes again when it was told to. */
  async function until(one: Message): Promise<void> {
    for (;;) {
      const came = await paced.send(one, never());
      if (came.kind === 'accepted') return;
      const { promise, resolve } = Promise.withResolvers<void>();
      time.alarm(Math.max(second, (came.kind === 'retry' && came.after) || 0), resolve);
      await promise;
    }
  }
  let open = 0;
  const begin = (one: Message, done: () => void) => {
    open += 1;
    void until(one).then(() => {
      open -= 1;
      done();
    });
  };
  for (let number = 0; number < 300; number += 1) begin(message(`notice-${number}`, 'background'), () => undefined);
  for (let tick = 0; open > 0 && tick < 6_000; tick += 1) {
    // Two people a second ask for a code meanwhile.
    if (tick % 5 === 0 && tick < 300) {
      const asked = time.now();
      begin(message(`code-${tick}`), () => void waits.push(time.now() - asked));
    }
    await breathe();
    time.turn(second / 10);
  }
  const worst = Math.max(...waits) / second;
  figure({
    test: 'codes under load',
    measured: `${waits.length} codes beside 300 notices through 10 messages a second: ${refused()} refused, the longest wait ${worst.toFixed(1)} s`,
    target: 'none refused, at most 2 s',
    met: refused() === 0 && worst <= 2,
  });
  assert.equal(open, 0);
  assert.deepEqual([refused(), waits.length, sent.length], [0, 60, 360]);
  assert.ok(worst <= 2, `${worst} s`);
});

test('a day that is full says so, and the last places are for people', async () => {
  const time = handTime();
  const { delivery, sent, refused } = provider(time, 1_000, 10);
  const paced = pacedDelivery(delivery, time);
  const outcomes: string[] = [];
  for (let number = 0; number < 12; number += 1) {
    outcomes.push((await paced.send(message(`notice-${number}`, 'background'), never())).kind);
    time.turn(second);
  }
  assert.deepEqual([outcomes.filter((kind) => kind === 'accepted').length, sent.length], [8, 8]);
  assert.equal((await paced.send(message('code'), never())).kind, 'accepted');
  assert.equal((await paced.send(message('code'), never())).kind, 'accepted');
  const full = await paced.send(message('code'), never());
  assert.ok(full.kind === 'retry' && (full.after ?? 0) > minute, 'told when to come again');
  assert.equal(refused(), 0);
});

test('limits are read from the setting, and a mistake in them is named', () => {
  assert.deepEqual(readLimits('twilio:10/s,twilio:5000/d,gateway:2/m'), {
    value: {
      twilio: [
        { most: 10, per: second },
        { most: 5_000, per: day },
      ],
      gateway: [{ most: 2, per: minute }],
    },
  });
  for (const wrong of ['twilio', 'twilio:0/s', 'nobody:1/s', 'twilio:1/w', 'twilio:1/s;']) {
    assert.ok('problem' in readLimits(wrong), wrong);
  }
});
