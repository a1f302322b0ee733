import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { resetAddress } from '../parts/keep-words.ts';
import { maskedOf } from '../parts/masked.ts';
import {
  lapseSentence,
  obstacleLines,
  onItsWay,
  progressPicture,
  type ReadinessStanding,
  spareSentences,
  tellItButton,
} from '../parts/readiness-words.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './finish.json' with { type: 'json' };

/** What the card sends back. */
export const finishForm = z.object({ verb: z.enum(['done', 'more', 'keep-day']) });

const build = cardFrom(structure);

/**
 * You are ready: what is registered, where to go on the day, who can see what. Where a reset asks the bot, Microsoft's
 * page knows nothing of it, and nothing is promised there. Nor is it where something is known to stop a reset.
 */
export function finishCard(tell: Tell, person: Person, standing: ReadinessStanding, note?: Note): Card {
  const { readiness, registration, policy } = standing;
  const more = readiness.open.length > 0;
  const here = registration === 'here';
  const page = resetAddress(tell, policy, !here);
  const { lapse } = readiness;
  const stopped = obstacleLines(tell, standing);
  const tellIt = tellItButton(tell, standing);
  const soon = onItsWay(person);
  const promise = soon ? 'finish.onItsWay' : here ? 'finish.here.now' : 'finish.now';
  return build(
    tell,
    {
      ...progressPicture(tell, readiness),
      title: tell(stopped.length > 0 ? 'finish.titleStopped' : soon ? 'finish.titleSoon' : 'finish.title'),
      now: (stopped.length > 0 ? stopped : [tell(promise)]).map((text) => ({ text })),
      methods: readiness.proven.map((method) => ({
        text: [tell(`method.${method}`), maskedOf(person.methods, method) ?? ''].join(' ').trim(),
      })),
      day: stopped.length > 0 ? [] : [{ text: tell(page === undefined ? 'finish.here.day' : 'finish.day') }],
      pages: page === undefined || stopped.length > 0 ? [] : [{ link: here ? page : tell('finish.link'), url: page }],
      who: tell('finish.who'),
      advice: (lapse ? [lapseSentence(tell, lapse, soon)] : spareSentences(tell, readiness)).map((text) => ({ text })),
    },
    [
      ...(tellIt ? [tellIt] : []),
      { title: tell('finish.done'), verb: 'done', primary: !tellIt },
      ...(more ? [{ title: tell('home.add'), verb: 'more' as const }] : []),
      ...(stopped.length > 0 ? [] : [{ title: tell('finish.keep'), verb: 'keep-day' as const }]),
      { title: tell('home.privacy'), verb: 'privacy' },
    ],
    note,
  );
}
