import type { provingTexts as english } from '../../en/situations/proving.ts';

/** Situationer: att bevisa vem man är på sidan. */
export const provingTexts: Readonly<Record<keyof typeof english, string>> = {
  'no-cookies.happened': 'Återställningssidan kom inte igång.',
  'no-cookies.why': 'Din webbläsare tar inte emot cookies, och sidan behöver dem.',
  'no-cookies.now': 'Tillåt cookies, eller använd en annan webbläsare.',
  'supporter.no-cookies': 'Audit-orsak ”User tried to reset from a device without cookies enabled”.',
  'supporter.no-cookies.do': 'Tillåt cookies för passwordreset.microsoftonline.com i webbläsarens policy.',

  'blocked.happened': 'Du försökte för många gånger, så återställningen är pausad för dig.',
  'blocked.why':
    'Efter för många fel tar återställningssidan inte emot fler försök på 24 timmar. Tiden räknas från det sista försöket.',
  'blocked.now': 'Vänta, och försök inte innan dess. Om du inte kan vänta får du be it-supporten om ett nytt lösenord.',
  'supporter.blocked':
    'Blockerad från SSPR i 24 timmar: 5 misslyckade försök på en timme eller ett dygn, eller 10 mejl på 10 minuter. Audit-aktivitet ”Blocked from self-service password reset”.',
  'supporter.blocked.do':
    'Blockeringen går inte att häva. Återställ lösenordet (Entra ID › Users › användaren › Reset password) eller ge ett Temporary Access Pass, när du vet vem som frågar.',

  'no-contact.happened': 'Återställningssidan kunde inte nå dig.',
  'no-contact.why': 'Något gick fel på vägen, eller så är numret eller adressen fel.',
  'no-contact.now': 'Försök igen om en stund, eller använd en annan metod.',
  'supporter.no-contact': 'Användaren gick inte att nå: tillfälligt fel hos operatören, eller fel uppgifter.',
  'supporter.no-contact.do':
    'Kontrollera uppgifterna under Entra ID › Users › användaren › Authentication methods. AADSTS50088: operatörsgränsen är nådd, använd en annan metod.',

  'no-text-or-call.happened': 'Sms:et eller samtalet kom inte.',
  'no-text-or-call.why': 'Ofta är täckningen dålig, okända nummer spärrade eller numret fel.',
  'no-text-or-call.now':
    'Kontrollera att du har täckning och att telefonen släpper fram okända nummer. Pröva samtal i stället för sms, eller använd appen.',
  'supporter.no-text-or-call':
    'Inget sms eller samtal: fel form, anknytning bortskuren, nummervisning spärrad, VoIP-nummer, eller land utan opt-in.',
  'supporter.no-text-or-call.do':
    'Kontrollera +CC NUMMER och opt-in för landet. Låt användaren göra 5 försök på 5 minuter och ge tiderna till Microsofts support. Växla mellan sms och samtal, eller använd en app.',

  'own-provider-fails.happened': 'Koden till telefonen kom inte.',
  'own-provider-fails.why': 'Koderna skickas av en operatör som din organisation själv har valt. Felet kan ligga där.',
  'own-provider-fails.now':
    'Använd en annan metod. Berätta för it-supporten när du försökte, för Microsoft kan inte se det.',
  'supporter.own-provider-fails':
    'Sms eller samtal genom organisationens egen operatör kommer inte fram. Leveransen är en sak för operatören och konfigurationen, inte för Microsoft.',
  'supporter.own-provider-fails.do':
    'Entra ID › Authentication methods › Policies, telephony provider: Production mode, målgrupper, andel av utrullningen. Kontrollera routing-funktionen i den egna Azure-prenumerationen. Öppna sedan ett ärende hos operatören, med tider och land.',

  'no-email.happened': 'Mejlet kom inte.',
  'no-email.why': 'Det kan ligga i skräpposten, eller i en annan inkorg än du tror.',
  'no-email.now': 'Titta i skräpposten och se efter vilken adress du har lagt till.',
  'supporter.no-email': 'Inget mejl: filtrerat, eller skickat till en annan alternativ adress.',
  'supporter.no-email.do':
    'Tillåt msonlineservicesteam@microsoft.com och msonlineservicesteam@microsoftonline.com. Kontrollera adressen under Entra ID › Users › användaren › Authentication methods.',

  'number-not-taken.happened': 'Återställningssidan godtog inte ditt telefonnummer.',
  'number-not-taken.why': 'Det du skrev är inte samma nummer som du har lagt till.',
  'number-not-taken.now': 'Skriv hela numret, med landsnummer.',
  'supporter.number-not-taken': 'Det inskrivna numret är inte det registrerade (riktnummer eller landsnummer).',
  'supporter.number-not-taken.do':
    'Läs det registrerade numret under Entra ID › Users › användaren › Authentication methods och rätta det vid behov.',

  'questions-not-taken.happened': 'Återställningssidan godtog inte dina svar, eller visar inga frågor.',
  'questions-not-taken.why': 'Ett fel svar gör att frågorna börjar om. En del får inte använda frågor alls.',
  'questions-not-taken.now': 'Använd en annan metod, eller lägg till en här.',
  'supporter.questions-not-taken':
    'Säkerhetsfrågor nekas: fel svar ger ny dragning; administratörer får aldrig frågor; policyn kan ha tagit bort dem.',
  'supporter.questions-not-taken.do':
    'Entra ID › Password reset › Authentication methods: kontrollera ”Security questions”. Låt användaren registrera en annan metod. Svaren går inte att läsa eller ange.',

  'session-over.happened': 'Återställningssidan sa att tiden var slut.',
  'session-over.why': 'Du har 15 minuter på dig, och 5 minuter för varje kod.',
  'session-over.now': 'Börja om, med telefonen bredvid dig.',
  'supporter.session-over': 'Sessionen på 15 minuter eller koden på 5 minuter har gått ut.',
  'supporter.session-over.do': 'Inget att åtgärda. Händer det ofta, se om koderna levereras långsamt.',

  'unclear-error.happened': 'Återställningssidan sa att något gick fel, men inget mer.',
  'unclear-error.why': 'Felet kan ligga hos Microsoft eller i din organisation. Sidan säger inte vilket.',
  'unclear-error.now':
    'Försök igen om en timme. Skriv upp den långa koden längst ner på sidan och ge den till it-supporten.',
  'supporter.unclear-error': '”There’s an error processing the request”: driftstörning eller konfiguration.',
  'supporter.unclear-error.do':
    'Kontrollera Service health i Microsoft 365 admin center. Till Microsofts support: supportkoden (SID/CID) längst ner på sidan, datum, tid och tidszon.',

  'unasked-mail.happened': 'Du fick ett meddelande om en återställning som du inte har bett om.',
  'unasked-mail.why': 'Någon annan kan försöka ta sig in på ditt konto.',
  'unasked-mail.now': 'Kontakta it-supporten direkt. Öppna inga länkar i meddelandet, och lämna inte ut någon kod.',
  'supporter.unasked-mail': 'Återställningsmejl som användaren inte har bett om: möjligt angrepp.',
  'supporter.unasked-mail.do':
    'Genast: Entra ID › Users › användaren › Revoke sessions, gå igenom Audit logs (Self-service Password Management) och Sign-in logs, återställ lösenordet, kontrollera de registrerade metoderna.',

  'page-not-opening.happened': 'Återställningssidan öppnades inte.',
  'page-not-opening.why': 'Det kan bero på en långsam dator eller ett långsamt nätverk.',
  'page-not-opening.now': 'Vänta en stund och försök igen, eller använd telefonen.',
  'supporter.page-not-opening': 'Sidan öppnas inte på en långsam klient.',
  'supporter.page-not-opening.do':
    'Försök igen, annan webbläsare eller enhet. Kontrollera proxyn för passwordreset.microsoftonline.com, ajax.aspnetcdn.com och ocsp.digicert.com.',

  'code-in-another-app.happened': 'Koden kom inte som ett vanligt sms.',
  'code-in-another-app.why':
    'Microsoft kan skicka den i WhatsApp, eller som ett chattmeddelande med sitt namn och en bock.',
  'code-in-another-app.now':
    'Titta i WhatsApp och bland alla dina meddelanden. Utan internet kommer den som ett vanligt sms. Lämna inte ut koden till någon.',
  'supporter.code-in-another-app':
    'Verifieringskoden skickades med WhatsApp eller RCS i stället för sms. Avsändare i WhatsApp är Microsoft, +1 (217) 302 1989.',
  'supporter.code-in-another-app.do':
    'Inget att åtgärda. Utan WhatsApp eller internet kommer koden som sms. Första gången i WhatsApp säger ett sms det.',
};
