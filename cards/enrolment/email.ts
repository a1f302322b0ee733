import { z } from 'zod';
import type { Readiness } from '../../bot/domain/enrolment/readiness.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { countText } from '../parts/readiness-words.ts';
import { type Card, cardFrom, cut, type Note } from '../parts/render.ts';
import structure from './email.json' with { type: 'json' };

/** What the card sends back. A client may leave an empty input out. */
export const emailForm = z.object({ verb: z.literal('email'), address: z.string().transform(cut).default('') });

export const exampleAddress = 'kim@example.com';

const build = cardFrom(structure);

/** @param address what stands in the input when the card opens */
export function emailCard(tell: Tell, readiness: Readiness, address: string, note?: Note): Card {
  return build(
    tell,
    {
      title: tell(readiness.proven.includes('authentication-email') ? 'email.titleChange' : 'email.title'),
      progress: countText(tell, readiness.proven.length, readiness.required),
      intro: tell('email.intro'),
      addressLabel: tell('email.address'),
      address,
      example: tell('email.example', { example: exampleAddress }),
    },
    [
      { title: tell('email.send'), verb: 'email', primary: true },
      { title: tell('button.back'), verb: 'back', data: { from: 'email' }, leaves: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'email' }, leaves: true },
    ],
    note,
  );
}
