import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { entriesEver } from '../../bot/domain/audit/trail.ts';
import { addressOf, setUp } from '../../bot/domain/methods/method.ts';
import { formatPhone } from '../../bot/domain/methods/phone.ts';
import { fallbackLanguage, languageOf } from '../../bot/texts/languages.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { maskedOf } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import type { Card, Note } from '../parts/render.ts';

/** What the cards send back. */
export const dataForm = z.object({ verb: z.enum(['erase', 'close', 'show-whole']) });
export const eraseForm = z.object({ verb: z.enum(['erase-it', 'keep']) });

/** What is kept of somebody. @param whole their numbers and addresses as they are, not masked: they asked for that with a press */
export function dataCard(tell: Tell, person: Person, whole: boolean, note?: Note): Card {
  const methods = setUp(person.methods).map((method) => {
    const words = { method: tell(`method.${method}`), date: tell.date(person.methods[method]?.provenAt ?? 0) };
    const proven = addressOf(person.methods, method);
    if (!proven) return tell('data.methodPlain', words);
    const shown = method === 'authentication-email' ? proven.address : formatPhone(proven.address);
    const address = whole ? shown : (maskedOf(person.methods, method) ?? '');
    const { channel } = proven;
    if (channel === 'email') return tell('manage.row', { ...words, address });
    return tell('data.method', { ...words, address, channel: tell(`channel.${channel}`) });
  });
  const hidden = setUp(person.methods).some((method) => addressOf(person.methods, method) !== undefined);
  const last = person.audit.at(-1);
  const lines = [
    tell('data.intro'),
    ...(methods.length > 0 ? methods : [tell('data.none')]),
    tell('data.language', {
      language:
        new Intl.DisplayNames(tell.language, { type: 'language' }).of(
          languageOf(person.language) ?? fallbackLanguage,
        ) ?? '',
    }),
    tell('data.chat'),
    tell('data.changes', { count: person.changes.length }),
    tell('data.sends', { count: person.sends.length }),
    ...(last ? [tell('data.audit', { count: entriesEver(person.audit), date: tell.date(last.at) })] : []),
    tell('data.tickets'),
  ];
  return pageCard(
    tell,
    tell('data.title'),
    lines,
    [
      { title: tell('data.close'), verb: 'close', primary: true },
      ...(hidden && !whole ? [{ title: tell('data.whole'), verb: 'show-whole' as const }] : []),
      { title: tell('data.erase'), verb: 'erase' },
    ],
    note,
  );
}

/** Asks before somebody is forgotten. @param there the reset service has methods of its own, which stay */
export function eraseCard(tell: Tell, there: boolean, note?: Note): Card {
  return pageCard(
    tell,
    tell('erase.title'),
    [tell(there ? 'erase.introThere' : 'erase.intro'), tell('data.tickets')],
    [
      { title: tell('erase.keep'), verb: 'keep', primary: true },
      { title: tell('erase.yes'), verb: 'erase-it' },
    ],
    note,
  );
}
