import type { switchedOn as english } from '../../en/situations/switched-on.ts';

/** Situationer: återställning som inte är på. */
export const switchedOn: Readonly<Record<keyof typeof english, string>> = {
  'not-enabled.happened': 'Sidan säger att ditt konto inte är klart för lösenordsåterställning.',
  'not-enabled.why':
    'Din organisation har inte slagit på återställning för dig. Eller så saknar kontot en licens för det.',
  'not-enabled.now': 'Be it-supporten slå på det och ge dig ett nytt lösenord. Det här kan du inte lösa själv.',
  'off-for-everyone.happened': 'Sidan säger att återställning är avstängd i din organisation.',
  'off-for-everyone.why': 'Än så länge kan ingen där återställa lösenordet själv.',
  'off-for-everyone.now': 'Be it-supporten om ett nytt lösenord. De kan också slå på återställning.',
  'nothing-decided.happened': 'Sidan säger att återställning inte är klar att använda.',
  'nothing-decided.why': 'Ingen har än valt vilka som får återställa lösenordet själva.',
  'nothing-decided.now': 'Be it-supporten om ett nytt lösenord. Be dem också göra klart återställningen.',
  'not-licensed.happened': 'Sidan säger att en licens saknas.',
  'not-licensed.why': 'Ditt konto har ingen licens där återställning ingår.',
  'not-licensed.now': 'Be it-supporten om ett nytt lösenord, och om licensen.',
  'not-in-group.happened': 'Sidan säger att ditt konto inte får använda återställning.',
  'not-in-group.why': 'Återställning är påslagen för en viss grupp, och du är inte med i den.',
  'not-in-group.now': 'Be it-supporten lägga till dig i gruppen. Det kan ta en stund innan det fungerar.',
  'off-for-administrators.happened': 'Du kan inte registrera något sätt för återställning.',
  'off-for-administrators.why': 'Du är administratör. Här får administratörer inte återställa sitt eget lösenord.',
  'off-for-administrators.now': 'Be en annan administratör om hjälp när du behöver ett nytt lösenord.',
};
