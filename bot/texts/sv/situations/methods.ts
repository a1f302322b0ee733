import type { methods as english } from '../../en/situations/methods.ts';

/** Situationer: sätt som saknas eller inte räknas. */
export const methods: Readonly<Record<keyof typeof english, string>> = {
  'not-registered.happened': 'Sidan kunde inte avgöra om kontot är ditt.',
  'not-registered.why': 'Återställning är påslagen för dig, men du har inte lagt till något sätt att visa vem du är.',
  'not-registered.now':
    'Lägg till ett sätt här nu, till exempel telefonen. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'information-missing.happened': 'Sidan säger att något saknas på ditt konto.',
  'information-missing.why': 'Du har lagt till för få sätt att visa vem du är.',
  'information-missing.now':
    'Lägg till det som saknas här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'too-few-methods.happened': 'Sidan vill ha mer än du har lagt till.',
  'too-few-methods.why': 'En återställning kräver två sätt, och du har färre.',
  'too-few-methods.now': 'Lägg till ett till här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'malformed-values.happened': 'Sidan kan inte använda numret eller adressen på ditt konto.',
  'malformed-values.why': 'Det är skrivet så att ingen kod kan skickas dit.',
  'malformed-values.now':
    'Ändra uppgiften här, och skriv numret med landsnummer. Om en administratör har lagt in den kan du be om att få den rättad.',
  'not-allowed-any-more.happened': 'Sidan erbjuder inte det sätt som du har lagt till.',
  'not-allowed-any-more.why': 'Din organisation tillåter det inte längre, eller så får det inte vara ditt enda.',
  'not-allowed-any-more.now': 'Lägg till ett annat sätt här, som är tillåtet.',
  'never-registered.happened': 'Sidan godtar inte längre det nummer eller den adress som it har lagt in åt dig.',
  'never-registered.why': 'Uppgiften räknas först när du själv har bekräftat den, och det har du inte gjort.',
  'never-registered.now':
    'Bekräfta den nu, så räknas den. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'stricter-for-administrators.happened': 'Sidan kräver mer av dig än av dina kollegor.',
  'stricter-for-administrators.why': 'Du är administratör. Då behövs alltid två sätt, och säkerhetsfrågor räknas inte.',
  'stricter-for-administrators.now': 'Lägg till två sätt här, till exempel app och mejl.',
  'all-lost.happened': 'Du kommer inte åt ett sätt som du har lagt till.',
  'all-lost.why': 'Utan det kan sidan inte veta att det är du.',
  'all-lost.now':
    'Använd ett annat om du har något kvar. Annars kontaktar du it-supporten, som först tar reda på att det är du. På en del inloggningssidor kan du också visa id-kort.',
};
