import type { Time } from '../../deadline.ts';
import type { Delivery } from '../../domain/ports/delivery.ts';
import { createBudget } from './in-process.ts';
import { enterAll } from './several.ts';

/** Of what may be sent, one in so many is left to people who wait, whatever else there is to send. */
const leftToPeople = 5;

/**
 * A provider that is asked no faster than it takes messages. Whoever waits for a code goes before everything else; what
 * finds no place soon is told when to come again. Kept by this process alone.
 */
export function pacedDelivery(delivery: Delivery, time: Pick<Time, 'now' | 'alarm'>): Delivery {
  const { limits = [], send } = delivery;
  if (limits.length === 0) return delivery;
  const lines = limits.map(({ most, per }) => {
    const background = Math.max(1, most - Math.max(1, Math.ceil(most / leftToPeople)));
    return createBudget(time, { most, per, background });
  });

  return {
    ...delivery,
    async send(message, signal) {
      const place = await enterAll(lines, message.urgency ?? 'person', time, signal);
      if (typeof place === 'number') return { kind: 'retry', reason: 'in line', after: place };
      try {
        return await send.call(delivery, message, signal);
      } finally {
        place.done();
      }
    },
  };
}
