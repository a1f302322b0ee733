import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Channel, Delivered, Delivery, Message } from '../../bot/domain/ports/delivery.ts';
import { patience } from '../support/until.ts';

/** What came out at the far end. `mark` is what the far end tells copies of one letter by. */
export interface Arrived {
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly mark: string;
}

export interface DeliveryBench {
  readonly delivery: Delivery;
  arrived(): Promise<readonly Arrived[]>;
  /** From now on the other side fails in a way that passes. */
  fail(): Promise<void>;
}

const numbers: Readonly<Record<Channel, string>> = {
  text: '+46701234567',
  call: '+46701234567',
  email: 'kim@example.org',
};

/** A message as the outbox would write it. */
export function messageOn(channel: Channel, more: Partial<Message> = {}): Message {
  const subject = channel === 'email' ? { subject: 'Din kod är 123456' } : {};
  const text = 'Din kod från Reset Ready är 123456.';
  return { channel, to: numbers[channel], language: 'sv', ...subject, text, letter: `${channel}-letter`, ...more };
}

/** What the port promises, of any delivery. */
export function deliveryContract(name: string, open: (t: TestContext) => Promise<DeliveryBench>): void {
  const signal = () => AbortSignal.timeout(patience);

  test(`${name}: a message on each channel arrives with its words as they are`, async (t) => {
    const { delivery, arrived } = await open(t);
    assert.ok(delivery.channels.length > 0);
    for (const channel of delivery.channels) {
      const message = messageOn(channel);
      const result = await delivery.send(message, signal());
      assert.ok(result.kind === 'accepted' && result.reference !== '', JSON.stringify(result));
      const [last] = (await arrived()).slice(-1);
      assert.equal(last?.to, message.to);
      assert.equal(last?.subject, message.subject);
      assert.equal(last?.text.trim(), message.text);
    }
  });

  test(`${name}: the same letter again is accepted, and can be told from another`, async (t) => {
    const { delivery, arrived } = await open(t);
    for (const channel of delivery.channels) {
      const before = (await arrived()).length;
      const begun = Date.now();
      const first = await delivery.send(messageOn(channel, { first: begun }), signal());
      assert.deepEqual(await delivery.send(messageOn(channel, { first: begun, again: true }), signal()), first);
      await delivery.send(messageOn(channel, { letter: `${channel}-other` }), signal());
      const marks = (await arrived()).slice(before).map(({ mark }) => mark);
      assert.equal(new Set(marks).size, 2);
    }
  });

  test(`${name}: a try that comes too late is given up with retry`, async (t) => {
    const { delivery, arrived } = await open(t);
    for (const channel of delivery.channels) {
      const result = await delivery.send(messageOn(channel), AbortSignal.abort());
      assert.equal(result.kind, 'retry');
    }
    assert.deepEqual(await arrived(), []);
  });

  test(`${name}: what the other side does wrong is retry, not thrown, and its reason names nobody`, async (t) => {
    const { delivery, fail } = await open(t);
    await fail();
    for (const channel of delivery.channels) {
      const result = await delivery.send(messageOn(channel), signal());
      assert.equal(result.kind, 'retry');
      namesNobody(result, messageOn(channel));
    }
  });
}

/** The reason is for logs: no address, no code. */
export function namesNobody(result: Delivered, message: Message): void {
  const reason = result.kind === 'accepted' ? '' : result.reason;
  assert.doesNotMatch(reason, /123456|@/);
  assert.ok(!reason.includes(message.to));
}
