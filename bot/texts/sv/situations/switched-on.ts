import type { switchedOn as english } from '../../en/situations/switched-on.ts';

/** Situationer: återställning som inte är på. */
export const switchedOn: Readonly<Record<keyof typeof english, string>> = {
  'K2.happened': 'Sidan säger att ditt konto inte är klart för lösenordsåterställning.',
  'K2.why': 'Din organisation har inte slagit på återställning för dig. Eller så saknar kontot en licens för det.',
  'K2.now': 'Be it-supporten slå på det och ge dig ett nytt lösenord. Det här kan du inte lösa själv.',
  'K4.happened': 'Sidan säger att återställning är avstängd i din organisation.',
  'K4.why': 'Än så länge kan ingen där återställa lösenordet själv.',
  'K4.now': 'Be it-supporten om ett nytt lösenord. De kan också slå på återställning.',
  'K6.happened': 'Sidan säger att återställning inte är klar att använda.',
  'K6.why': 'Ingen har än valt vilka som får återställa lösenordet själva.',
  'K6.now': 'Be it-supporten om ett nytt lösenord. Be dem också göra klart återställningen.',
  'K7.happened': 'Sidan säger att en licens saknas.',
  'K7.why': 'Ditt konto har ingen licens där återställning ingår.',
  'K7.now': 'Be it-supporten om ett nytt lösenord, och om licensen.',
  'K8.happened': 'Sidan säger att ditt konto inte får använda återställning.',
  'K8.why': 'Återställning är påslagen för en viss grupp, och du är inte med i den.',
  'K8.now': 'Be it-supporten lägga till dig i gruppen. Det kan ta en stund innan det fungerar.',
  'R7.happened': 'Du kan inte registrera något sätt för återställning.',
  'R7.why': 'Du är administratör. Här får administratörer inte återställa sitt eget lösenord.',
  'R7.now': 'Be en annan administratör om hjälp när du behöver ett nytt lösenord.',
};
