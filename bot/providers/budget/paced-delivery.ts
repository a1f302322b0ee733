import type { Time } from '../../deadline.ts';
import { within } from '../../deadline.ts';
import type { Budget, BudgetSlot } from '../../domain/ports/budget.ts';
import type { Delivery } from '../../domain/ports/delivery.ts';
import { second } from '../../domain/time.ts';
import { createBudget } from './in-process.ts';

/** Longer than this nobody stands in line, ms: a letter is on lease, and whoever is behind it may be of another provider. */
const patience = 2 * second;

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

  async function enter(urgency: 'person' | 'background', signal: AbortSignal): Promise<readonly BudgetSlot[] | number> {
    const wait = Math.max(...lines.map((line) => line.line(urgency).wait));
    if (wait > patience) return wait;
    const places: BudgetSlot[] = [];
    for (const line of lines) {
      const place = await within(time, patience, signal, (inner) => line.enter(urgency, inner));
      if (!place) {
        giveBack(places);
        return Math.max(second, waitOf(line, urgency));
      }
      places.push(place);
    }
    return places;
  }

  return {
    ...delivery,
    async send(message, signal) {
      const places = await enter(message.urgency ?? 'person', signal);
      if (typeof places === 'number') return { kind: 'retry', reason: 'in line', after: places };
      try {
        return await send.call(delivery, message, signal);
      } finally {
        giveBack(places);
      }
    },
  };
}

function waitOf(line: Budget, urgency: 'person' | 'background'): number {
  return line.line(urgency).wait;
}

function giveBack(places: readonly BudgetSlot[]): void {
  for (const place of places) place.done();
}
