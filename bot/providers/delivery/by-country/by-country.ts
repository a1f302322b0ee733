import { countryOf } from '../../../domain/methods/phone.ts';
import type { Channel, Delivery } from '../../../domain/ports/delivery.ts';
import { isPhoneNumber } from '../message.ts';

/** Something chosen by the country of a number: ISO 3166-1 alpha-2, and `*` for all that are not named. */
export type ByCountry<T> = Readonly<Record<string, T>>;

/** Whom a message to this number comes from; undefined when nobody is set for its country. */
export function senderFor(senders: ByCountry<string>, number: string): string | undefined {
  return senders[countryOfNumber(number) ?? '*'] ?? senders['*'];
}

export interface Route {
  readonly countries: 'all' | readonly string[];
  readonly channels: readonly Channel[];
  readonly delivery: Delivery;
}

/**
 * Several roads as one: the first route that knows the country and carries the channel takes a message. Its channels
 * are those of all routes together, so one may be offered that a single country lacks; it is refused there.
 */
export function byCountry(routes: readonly Route[]): Delivery {
  const carries = ({ channels, delivery }: Route, channel: Channel) =>
    channels.includes(channel) && delivery.channels.includes(channel);
  const all: readonly Channel[] = ['text', 'call', 'email'];
  return {
    channels: all.filter((channel) => routes.some((route) => carries(route, channel))),
    // Nobody is promised what a call to another country can't keep.
    extensions: routes.filter((route) => carries(route, 'call')).every(({ delivery }) => delivery.extensions === true),
    async send(message, signal) {
      const country = message.channel === 'email' ? null : countryOfNumber(message.to);
      const reaches = ({ countries }: Route) =>
        countries === 'all' || (country !== null && countries.includes(country));
      const route = routes.find((one) => reaches(one) && carries(one, message.channel));
      if (!route) return { kind: 'refused', reason: `no provider for ${message.channel} to ${country ?? 'nowhere'}` };
      return route.delivery.send(message, signal);
    },
  };
}

function countryOfNumber(number: string): string | null {
  return isPhoneNumber(number) ? known(number) : null;
}

function known(number: string): string | null {
  try {
    return countryOf(number);
  } catch {
    return null;
  }
}
