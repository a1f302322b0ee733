import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { setUp } from '../../bot/domain/methods/method.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { keepLines } from '../parts/keep-words.ts';
import { maskedOf } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import type { Button, Card, Note } from '../parts/render.ts';

/** What the card sends back. */
export const keepForm = z.object({ verb: z.enum(['keep-mail', 'done']) });

/**
 * For the day Teams can't be opened: all that is needed then, to be sent or printed.
 * @param there a reset goes by Microsoft's page
 * @param printPage the same as a page in the browser; undefined: nobody reaches the bot from outside
 */
export function keepCard(
  tell: Tell,
  person: Person,
  policy: Policy,
  there: boolean,
  printPage: string | undefined,
  note?: Note,
): Card {
  const address = maskedOf(person.methods, 'authentication-email');
  const mail: readonly Button[] = address
    ? [{ title: tell('keep.mail', { address }), verb: 'keep-mail', primary: true }]
    : [];
  const print: readonly Button[] = printPage ? [{ title: tell('keep.print'), verb: 'open', url: printPage }] : [];
  return pageCard(
    tell,
    tell('keep.title'),
    [tell('keep.intro'), ...keepLines(tell, policy, there, setUp(person.methods))],
    [...mail, ...print, { title: tell('finish.done'), verb: 'done' }],
    note,
  );
}
