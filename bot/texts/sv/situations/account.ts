import type { account as english } from '../../en/situations/account.ts';

/** Situationer: kontot självt. */
export const account: Readonly<Record<keyof typeof english, string>> = {
  'unknown-user.happened': 'Sidan godtog inte ditt användarnamn.',
  'unknown-user.why': 'Namnet som du loggar in med är inte alltid samma som mejladressen.',
  'unknown-user.now': 'Skriv namnet som du loggar in med på jobbet. Fråga it-supporten om du inte vet.',
  'personal-guest.happened': 'Det här kontot går inte att återställa här.',
  'personal-guest.why':
    'Du är gäst här, med ett privat Microsoft-konto. Den här organisationen har inte hand om lösenordet.',
  'personal-guest.now': 'Återställ det på sidan för privata Microsoft-konton.',
  'invited-guest.happened': 'Den här organisationen kan inte återställa ditt lösenord.',
  'invited-guest.why': 'Du är gäst här. Ditt lösenord finns där du arbetar.',
  'invited-guest.now': 'Återställ det hos din egen organisation, eller fråga it-supporten där.',
  'disabled.happened': 'Ditt konto är avstängt.',
  'disabled.why': 'Någon i din organisation har stängt av det. Ett nytt lösenord ändrar inte det.',
  'disabled.now': 'Be it-supporten eller din chef att slå på det igen.',
};
