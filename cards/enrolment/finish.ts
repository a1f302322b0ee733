import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import type { Account, Readiness } from '../../bot/domain/enrolment/readiness.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { maskedOf } from '../parts/masked.ts';
import { lapseSentence, onItsWay, progressPicture } from '../parts/readiness-words.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './finish.json' with { type: 'json' };
import { resetPage } from './register-at-microsoft.ts';

/** What the card sends back. */
export const finishForm = z.object({ verb: z.enum(['done', 'more']) });

const build = cardFrom(structure);

/**
 * You are ready: what is registered, where to go on the day, who can see what. Where a reset asks the bot, Microsoft's
 * page knows nothing of it, and nothing is promised there.
 * @param off reset is not switched on for them
 */
export function finishCard(
  tell: Tell,
  person: Person,
  readiness: Readiness,
  registration: Account['registration'],
  off: boolean,
  note?: Note,
): Card {
  const more = readiness.open.length > 0;
  const here = registration === 'here';
  const { lapse } = readiness;
  return build(
    tell,
    {
      ...progressPicture(tell, readiness),
      title: tell(off || onItsWay(person) ? 'finish.titleSoon' : 'finish.title'),
      now: tell(off ? 'there.off' : onItsWay(person) ? 'finish.onItsWay' : here ? 'finish.here.now' : 'finish.now'),
      methods: readiness.proven.map((method) => ({
        text: [tell(`method.${method}`), maskedOf(person.methods, method) ?? ''].join(' ').trim(),
      })),
      day: tell(here ? 'finish.here.day' : 'finish.day'),
      pages: here ? [] : [{ link: tell('finish.link'), url: resetPage(tell) }],
      who: tell('finish.who'),
      advice: lapse ? [{ text: lapseSentence(tell, lapse) }] : more ? [{ text: tell('finish.spare') }] : [],
    },
    [
      { title: tell('finish.done'), verb: 'done', primary: true },
      ...(more ? [{ title: tell('home.add'), verb: 'more' as const }] : []),
      { title: tell('home.privacy'), verb: 'privacy' },
    ],
    note,
  );
}
