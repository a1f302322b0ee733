import { microsoftPages } from '../../bot/domain/diagnosis/remedy.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import { languageRecords } from '../../bot/texts/languages.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { contactName } from './contact-words.ts';

/** Microsoft's reset page, in the reader's language. */
export function resetPage(tell: Tell): string {
  return `${microsoftPages.reset}?mkt=${languageRecords[tell.language].microsoft}`;
}

/**
 * What somebody needs on the day they can't open Teams: where to reset, by what, and who helps when. The same on the card, in the
 * mail and on the page to print; no secret, and no number or address of theirs.
 * @param there a reset goes by Microsoft's page
 */
export function keepLines(
  tell: Tell,
  contact: Policy['contact'],
  there: boolean,
  methods: readonly MethodName[],
): readonly string[] {
  const { address, phone = '', hours = '' } = contact;
  const shown = methods.map((method) => tell(`method.${method}`)).join(', ');
  return [
    there ? tell('keep.where', { url: resetPage(tell) }) : tell('finish.here.day'),
    ...(shown === '' ? [] : [tell('keep.methods', { methods: shown })]),
    tell('keep.help', { name: contactName(tell, contact) }),
    ...(phone === '' ? [] : [tell('keep.phone', { phone })]),
    ...(address === '' ? [] : [tell('keep.address', { address })]),
    ...(hours === '' ? [] : [tell('keep.hours', { hours })]),
    tell('keep.never'),
  ];
}
