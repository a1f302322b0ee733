import type { Purpose } from '../methods/method.ts';

/**
 * What a provider told of a message after it had taken it on. `letter` is the id of the letter it carried.
 * - on-way: it goes through the network
 * - arrived: the phone has it; of a call, somebody or a mailbox answered
 * - not-arrived: it will not
 */
export type StatusReport = { readonly letter: string } & (
  | { readonly kind: 'on-way' }
  | { readonly kind: 'arrived' }
  | { readonly kind: 'not-arrived'; readonly why: NotArrived }
);

/**
 * Why a message did not arrive, as far as it helps the person choose what to do next. Each is a text key.
 * - unreachable: phone off, out of coverage or full; later it may work
 * - no-such-number: nobody has it
 * - no-texts: it takes calls only
 * - not-answered: a call nobody took
 * - too-slow: it waited so long on the way that it was worth nothing any more
 * - blocked: kept back on the way, or the person does not want messages of ours
 * - unknown: the provider does not say
 */
export const notArrivedReasons = [
  'unreachable',
  'no-such-number',
  'no-texts',
  'not-answered',
  'too-slow',
  'blocked',
  'unknown',
] as const;
export type NotArrived = (typeof notArrivedReasons)[number];

/** How far a message has come. refused: no provider would take it. */
export const journeys = ['waiting', 'accepted', 'refused', 'not-arrived', 'arrived'] as const;
export type Journey = (typeof journeys)[number];

/** Something of whose newest message a provider tells. */
export interface TrackedSend {
  /** The letter that carries its newest message; null when none was written. */
  readonly letter: string | null;
  readonly delivery: Journey;
  /** Known only while `delivery` is `not-arrived`. */
  readonly notArrived: NotArrived | null;
}

/**
 * Reports come twice, late and in any order, and two copies of a letter have a report each. So a journey only goes
 * on: what arrived has arrived, whatever else is told, and a message that failed is not under way again.
 */
const order: Readonly<Record<Journey, number>> = { waiting: 0, accepted: 1, refused: 2, 'not-arrived': 3, arrived: 4 };

/** The later of two places on the way. */
export function furthest(one: Journey, other: Journey): Journey {
  return order[other] > order[one] ? other : one;
}

/** What it has come to after a report; the very same object when the report is about another letter or nothing new. */
export function afterReport<T extends TrackedSend>(tracked: T, report: StatusReport): T {
  if (tracked.letter !== report.letter) return tracked;
  const told = report.kind === 'on-way' ? 'accepted' : report.kind;
  const delivery = furthest(tracked.delivery, told);
  if (delivery === tracked.delivery) return tracked;
  return { ...tracked, delivery, notArrived: report.kind === 'not-arrived' ? report.why : null };
}

/**
 * As much of a journey as may be shown. That a message arrived is shown for an address the person has proven, not for
 * one they are about to: an address that gets nothing, because others used up its codes or its country is closed,
 * must look like one that does ("no oracle").
 */
export function shownDelivery(delivery: Journey, purpose: Purpose): Journey {
  return delivery === 'arrived' && purpose === 'register' ? 'accepted' : delivery;
}
