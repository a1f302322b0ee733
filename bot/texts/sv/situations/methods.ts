import type { methods as english } from '../../en/situations/methods.ts';

/** Situationer: sätt som saknas eller inte räknas. */
export const methods: Readonly<Record<keyof typeof english, string>> = {
  'K3.happened': 'Sidan kunde inte avgöra om kontot är ditt.',
  'K3.why': 'Återställning är påslagen för dig, men du har inte lagt till något sätt att visa vem du är.',
  'K3.now':
    'Lägg till ett sätt här nu, till exempel telefonen. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'K9.happened': 'Sidan säger att något saknas på ditt konto.',
  'K9.why': 'Du har lagt till för få sätt att visa vem du är.',
  'K9.now': 'Lägg till det som saknas här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'K14.happened': 'Sidan vill ha mer än du har lagt till.',
  'K14.why': 'En återställning kräver två sätt, och du har färre.',
  'K14.now': 'Lägg till ett till här. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'K15.happened': 'Sidan kan inte använda numret eller adressen på ditt konto.',
  'K15.why': 'Det är skrivet så att ingen kod kan skickas dit.',
  'K15.now':
    'Ändra uppgiften här, och skriv numret med landsnummer. Om en administratör har lagt in den kan du be om att få den rättad.',
  'K16.happened': 'Sidan erbjuder inte det sätt som du har lagt till.',
  'K16.why': 'Din organisation tillåter det inte längre, eller så får det inte vara ditt enda.',
  'K16.now': 'Lägg till ett annat sätt här, som är tillåtet.',
  'K37.happened': 'Sidan godtar inte längre det nummer eller den adress som it har lagt in åt dig.',
  'K37.why': 'Uppgiften räknas först när du själv har bekräftat den, och det har du inte gjort.',
  'K37.now': 'Bekräfta den nu, så räknas den. Om du är utelåst i dag kan du be it-supporten om ett nytt lösenord.',
  'K32.happened': 'Sidan kräver mer av dig än av dina kollegor.',
  'K32.why': 'Du är administratör. Då behövs alltid två sätt, och säkerhetsfrågor räknas inte.',
  'K32.now': 'Lägg till två sätt här, till exempel app och mejl.',
  'K33.happened': 'Du kommer inte åt ett sätt som du har lagt till.',
  'K33.why': 'Utan det kan sidan inte veta att det är du.',
  'K33.now':
    'Använd ett annat om du har något kvar. Annars kontaktar du it-supporten, som först tar reda på att det är du. På en del inloggningssidor kan du också visa id-kort.',
};
