import { z } from 'zod';
import type { Channel, Delivered, Delivery } from '../../../domain/ports/delivery.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { exchange } from '../../http.ts';
import { senderFor } from '../by-country.ts';
import { isPhoneNumber, oneLine, passes, retry } from '../message.ts';
import { type GatewaySettings, slotsOf } from './settings.ts';

const reply = z.object({ id: z.union([z.string().min(1).max(200), z.number()]) });

/**
 * Texts and calls through any gateway that takes JSON over HTTPS. A 2xx is a yes, and its `id`, if it gives one, our
 * reference. Each try of a letter bears the same Idempotency-Key, for a gateway that looks at it.
 *
 * | answer                | verdict                                                                     |
 * |-----------------------|-----------------------------------------------------------------------------|
 * | 2xx                   | accepted                                                                    |
 * | 401 407               | retry: our secret is wrong, and a notice must outlive the time it is        |
 * | 408 425 429, 5xx, 3xx | retry, after what Retry-After says; redirects are not followed              |
 * | other 4xx             | refused                                                                     |
 */
export function gatewayDelivery(settings: GatewaySettings, clock: Clock): Delivery {
  const { url, header, template } = settings;
  const channels: readonly Channel[] = settings.channels;

  return {
    channels,
    async send(message, signal) {
      if (!channels.includes(message.channel)) {
        return { kind: 'refused', reason: `gateway carries no ${message.channel} here` };
      }
      if (!isPhoneNumber(message.to)) return { kind: 'refused', reason: 'not a phone number' };
      const from = settings.senders ? senderFor(settings.senders, message.to) : '';
      if (from === undefined) return { kind: 'refused', reason: `no ${message.channel} sender for this country` };
      const headers = {
        'Content-Type': 'application/json',
        'Idempotency-Key': plain(message.letter),
        [header.name]: header.value,
      };
      const body = template(slotsOf({ ...message, text: oneLine(message.text) }, from));
      const answer = await exchange({ method: 'POST', url, headers, body }, signal, clock);
      if (answer.kind === 'unanswered') return retry(`gateway ${answer.code}`);
      const { status, after } = answer;
      if (status < 200 || status >= 300) return verdict(status, after);
      const { data } = reply.safeParse(answer.body);
      return { kind: 'accepted', reference: data ? `${data.id}` : message.letter };
    },
  };
}

function verdict(status: number, after?: number): Delivered {
  const reason = `gateway ${status}`;
  if (passes(status)) return retry(reason, after);
  return status === 401 || status === 407 ? retry(reason) : { kind: 'refused', reason };
}

/** A header holds one line of ASCII; letters have hexadecimal ids. */
function plain(letter: string): string {
  return letter.replace(/[^\w-]/g, '').slice(0, 128);
}
