import { languageRecords } from '../../bot/texts/languages.ts';
import type { Tell } from '../../bot/texts/tell.ts';

/** Microsoft's reset page, in the reader's language. */
export function resetPage(tell: Tell): string {
  return `https://passwordreset.microsoftonline.com/?mkt=${languageRecords[tell.language].microsoft}`;
}

/** Microsoft's own page to register on; it speaks the language of whoever signs in. */
export const registrationPage = 'https://aka.ms/ssprsetup';
