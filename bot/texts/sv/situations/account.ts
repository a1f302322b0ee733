import type { account as english } from '../../en/situations/account.ts';

/** Situationer: kontot självt. */
export const account: Readonly<Record<keyof typeof english, string>> = {
  'K21.happened': 'Sidan godtog inte ditt användarnamn.',
  'K21.why': 'Namnet som du loggar in med är inte alltid samma som mejladressen.',
  'K21.now': 'Skriv namnet som du loggar in med på jobbet. Fråga it-supporten om du inte vet.',
  'K28.happened': 'Det här kontot går inte att återställa här.',
  'K28.why': 'Du är gäst här, med ett privat Microsoft-konto. Den här organisationen har inte hand om lösenordet.',
  'K28.now': 'Återställ det på sidan för privata Microsoft-konton.',
  'K29.happened': 'Den här organisationen kan inte återställa ditt lösenord.',
  'K29.why': 'Du är gäst här. Ditt lösenord finns där du arbetar.',
  'K29.now': 'Återställ det hos din egen organisation, eller fråga it-supporten där.',
  'K35.happened': 'Ditt konto är avstängt.',
  'K35.why': 'Någon i din organisation har stängt av det. Ett nytt lösenord ändrar inte det.',
  'K35.now': 'Be it-supporten eller din chef att slå på det igen.',
};
