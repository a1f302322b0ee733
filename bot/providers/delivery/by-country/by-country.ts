import type { Channel, Delivery } from '../../../domain/ports/delivery.ts';
import { countryOfNumber } from '../senders.ts';

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
