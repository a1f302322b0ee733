import { z } from 'zod';
import { type Challenge, diesAt } from '../../bot/domain/enrolment/challenge.ts';
import { shownDelivery } from '../../bot/domain/outbox/delivery-status.ts';
import { channelsOf, type Policy } from '../../bot/domain/policy.ts';
import { type Instant, minutesLeft } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { masked } from '../parts/masked.ts';
import { type Button, type Card, cardFrom, cut, type Note } from '../parts/render.ts';
import structure from './code.json' with { type: 'json' };

/** What the card sends back; `challenge` and `send` say which code it is about. */
export const codeForm = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('code'), challenge: z.string().max(64), code: z.string().transform(cut).default('') }),
  z.object({
    verb: z.literal('resend'),
    challenge: z.string().max(64),
    send: z.number().int(),
    channel: z.enum(['text', 'call', 'email']),
  }),
  z.object({ verb: z.literal('change'), challenge: z.string().max(64) }),
]);

const build = cardFrom(structure);

/** @param progress "1 of 2 methods ready" */
export function codeCard(
  tell: Tell,
  policy: Policy,
  challenge: Challenge,
  progress: string,
  now: Instant,
  note?: Note,
): Card {
  const { id, send, method, channel, purpose } = challenge;
  const address = masked(method, challenge.address);
  const again = (way: Challenge['channel'], title: string): Button => ({
    title,
    verb: 'resend',
    data: { challenge: id, send, channel: way },
    leaves: true,
  });
  const others = channelsOf(policy, method).flatMap((way) =>
    way === channel || way === 'email' ? [] : [again(way, tell(`code.resend.${way}`))],
  );
  // When nothing came, another way is the next step, not the code.
  const failed = ['refused', 'not-arrived'].includes(shownDelivery(challenge.delivery, purpose));
  const [other, ...rest] = failed ? others : [];
  const change: Button = {
    title: tell(`code.change.${method}`),
    verb: 'change',
    data: { challenge: id },
    leaves: true,
  };
  return build(
    tell,
    {
      title: tell('code.title'),
      progress,
      sent: wayOf(tell, challenge, address),
      codeLabel: tell('code.label'),
      wait: tell('code.wait', { minutes: minutesLeft(diesAt(challenge) - now) }),
    },
    [
      ...(other ? [{ ...other, primary: true }, ...rest] : []),
      { title: tell('code.check'), verb: 'code', data: { challenge: id }, primary: !other },
      again(channel, tell(channel === 'call' ? 'code.resend.callAgain' : 'code.resend')),
      ...(failed ? [] : others),
      ...(purpose === 'register' ? [change] : []),
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'code' }, leaves: true },
    ],
    note,
  );
}

/** How far the code has come. A card that was drawn stays; this is told when it is drawn anew. */
function wayOf(tell: Tell, { delivery, purpose, channel, notArrived }: Challenge, address: string): string {
  switch (shownDelivery(delivery, purpose)) {
    case 'refused':
      return tell('code.refused', { address });
    case 'not-arrived':
      return tell(`code.not-arrived.${notArrived ?? 'unknown'}`, { address });
    case 'arrived':
      return tell(`code.arrived.${channel}`, { address });
    default:
      return tell(`code.sent.${channel}`, { address });
  }
}
