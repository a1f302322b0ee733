import type { proving as english } from '../../en/situations/proving.ts';

/** Situationer: att visa vem man är på sidan. */
export const proving: Readonly<Record<keyof typeof english, string>> = {
  'blocked.happened': 'Du försökte för många gånger, så återställningen är pausad för dig.',
  'blocked.why':
    'Efter för många fel tar sidan inte emot fler försök på 24 timmar. Tiden räknas från det sista försöket.',
  'blocked.now': 'Vänta, och försök inte innan dess. Om du inte kan vänta får du be it-supporten om ett nytt lösenord.',
  'no-contact.happened': 'Sidan kunde inte nå dig.',
  'no-contact.why': 'Något gick fel på vägen, eller så är numret eller adressen fel.',
  'no-contact.now': 'Försök igen om en stund, eller använd ett annat sätt.',
  'no-text-or-call.happened': 'Sms:et eller samtalet kom inte.',
  'no-text-or-call.why': 'Ofta är täckningen dålig, okända nummer spärrade eller numret fel.',
  'no-text-or-call.now':
    'Kontrollera att du har täckning och att telefonen släpper fram okända nummer. Pröva samtal i stället för sms, eller använd appen.',
  'no-email.happened': 'Mejlet kom inte.',
  'no-email.why': 'Det kan ligga i skräpposten, eller i en annan inkorg än du tror.',
  'no-email.now': 'Titta i skräpposten och se efter vilken adress du har lagt till.',
  'number-not-taken.happened': 'Sidan godtog inte ditt telefonnummer.',
  'number-not-taken.why': 'Det du skrev är inte samma nummer som du har lagt till.',
  'number-not-taken.now': 'Skriv hela numret, med landsnummer.',
  'questions-not-taken.happened': 'Sidan godtog inte dina svar, eller visar inga frågor.',
  'questions-not-taken.why': 'Ett fel svar gör att frågorna börjar om. En del får inte använda frågor alls.',
  'questions-not-taken.now': 'Använd ett annat sätt, eller lägg till ett här.',
  'session-over.happened': 'Sidan sa att tiden var slut.',
  'session-over.why': 'Du har 15 minuter på dig, och 5 minuter för varje kod.',
  'session-over.now': 'Börja om, med telefonen bredvid dig.',
  'no-cookies.happened': 'Sidan kom inte igång.',
  'no-cookies.why': 'Din webbläsare tar inte emot kakor, och sidan behöver dem.',
  'no-cookies.now': 'Tillåt kakor, eller använd en annan webbläsare.',
  'page-not-opening.happened': 'Sidan öppnades inte.',
  'page-not-opening.why': 'Det kan bero på en långsam dator eller ett långsamt nät.',
  'page-not-opening.now': 'Vänta en stund och försök igen, eller använd telefonen.',
  'unclear-error.happened': 'Sidan sa att något gick fel, men inget mer.',
  'unclear-error.why': 'Felet kan ligga hos Microsoft eller i din organisation. Sidan säger inte vilket.',
  'unclear-error.now':
    'Försök igen om en timme. Skriv upp den långa koden längst ner på sidan och ge den till it-supporten.',
  'unasked-mail.happened': 'Du fick ett meddelande om en återställning som du inte har bett om.',
  'unasked-mail.why': 'Någon annan kan försöka ta sig in på ditt konto.',
  'unasked-mail.now': 'Säg till it-supporten genast. Öppna inga länkar i meddelandet och ge ingen en kod.',
  'unknown.happened': 'Jag kan inte se varför återställningen inte gick.',
  'unknown.why': 'Inget av det jag kan se borde hindra den.',
  'unknown.now': 'En människa kan titta vidare. Jag kan också gå igenom stegen med dig.',
};
