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
 * Where a reset is done; undefined: nobody has said where.
 * @param there on Microsoft's page
 */
export function resetAddress(
  tell: Tell,
  { resetPage: own }: Pick<Policy, 'resetPage'>,
  there: boolean,
): string | undefined {
  if (there) return resetPage(tell);
  return own === '' ? undefined : own;
}

/**
 * What somebody needs on the day they can't open Teams: where to reset, by what, and who helps when. The same on the card, in the
 * mail and on the page to print; no secret, and no number or address of theirs.
 * @param there a reset goes by Microsoft's page
 */
export function keepLines(
  tell: Tell,
  policy: Pick<Policy, 'contact' | 'resetPage'>,
  there: boolean,
  methods: readonly MethodName[],
): readonly string[] {
  const { contact } = policy;
  const { address, phone = '', hours = '' } = contact;
  const url = resetAddress(tell, policy, there);
  const shown = methods.map((method) => tell(`method.${method}`)).join(', ');
  return [
    url === undefined ? tell('finish.here.day') : tell('keep.where', { url }),
    ...(shown === '' ? [] : [tell('keep.methods', { methods: shown })]),
    tell('keep.help', { name: contactName(tell, contact) }),
    ...(phone === '' ? [] : [tell('keep.phone', { phone })]),
    ...(address === '' ? [] : [tell('keep.address', { address })]),
    ...(hours === '' ? [] : [tell('keep.hours', { hours })]),
    tell('keep.never'),
  ];
}
