import type { proving as english } from '../../en/supporter/proving.ts';

/** För supporten, med exakta ord: att visa vem man är på sidan. */
export const proving: Readonly<Record<keyof typeof english, string>> = {
  'supporter.blocked':
    'Blockerad från SSPR i 24 timmar: 5 misslyckade försök på en timme eller ett dygn, eller 10 mejl på 10 minuter. Audit-aktivitet ”Blocked from self-service password reset”.',
  'supporter.blocked.do':
    'Blockeringen går inte att häva. Återställ lösenordet (Entra ID › Users › användaren › Reset password) eller ge ett Temporary Access Pass, när du vet vem som frågar.',
  'supporter.no-contact': 'Användaren gick inte att nå: tillfälligt fel hos operatören, eller fel uppgifter.',
  'supporter.no-contact.do':
    'Kontrollera uppgifterna under Entra ID › Users › användaren › Authentication methods. AADSTS50088: operatörsgränsen är nådd, använd en annan metod.',
  'supporter.no-text-or-call':
    'Inget sms eller samtal: fel form, anknytning bortskuren, nummervisning spärrad, VoIP-nummer, eller land utan opt-in.',
  'supporter.no-text-or-call.do':
    'Kontrollera +CC NUMMER och opt-in för landet. Låt användaren göra 5 försök på 5 minuter och ge tiderna till Microsofts support. Växla mellan sms och samtal, eller använd en app.',
  'supporter.no-email': 'Inget mejl: filtrerat, eller skickat till en annan alternativ adress.',
  'supporter.no-email.do':
    'Tillåt msonlineservicesteam@microsoft.com och msonlineservicesteam@microsoftonline.com. Kontrollera adressen under Entra ID › Users › användaren › Authentication methods.',
  'supporter.number-not-taken': 'Det inskrivna numret är inte det registrerade (riktnummer eller landsnummer).',
  'supporter.number-not-taken.do':
    'Läs det registrerade numret under Entra ID › Users › användaren › Authentication methods och rätta det vid behov.',
  'supporter.questions-not-taken':
    'Säkerhetsfrågor nekas: fel svar ger ny dragning; administratörer får aldrig frågor; policyn kan ha tagit bort dem.',
  'supporter.questions-not-taken.do':
    'Entra ID › Password reset › Authentication methods: kontrollera ”Security questions”. Låt användaren registrera en annan metod. Svaren går inte att läsa eller ange.',
  'supporter.session-over': 'Sessionen på 15 minuter eller koden på 5 minuter har gått ut.',
  'supporter.session-over.do': 'Inget att åtgärda. Händer det ofta, se om koderna levereras långsamt.',
  'supporter.no-cookies': 'Audit-orsak ”User tried to reset from a device without cookies enabled”.',
  'supporter.no-cookies.do': 'Tillåt kakor för passwordreset.microsoftonline.com i webbläsarens policy.',
  'supporter.page-not-opening': 'Sidan öppnas inte på en långsam klient.',
  'supporter.page-not-opening.do':
    'Försök igen, annan webbläsare eller enhet. Kontrollera proxyn för passwordreset.microsoftonline.com, ajax.aspnetcdn.com och ocsp.digicert.com.',
  'supporter.unclear-error': '”There’s an error processing the request”: driftstörning eller konfiguration.',
  'supporter.unclear-error.do':
    'Kontrollera Service health i Microsoft 365 admin center. Till Microsofts support: supportkoden (SID/CID) längst ner på sidan, datum, tid och tidszon.',
  'supporter.unasked-mail': 'Återställningsmejl som användaren inte har bett om: möjligt angrepp.',
  'supporter.unasked-mail.do':
    'Genast: Entra ID › Users › användaren › Revoke sessions, gå igenom Audit logs (Self-service Password Management) och Sign-in logs, återställ lösenordet, kontrollera de registrerade metoderna.',
  'supporter.unknown': 'Ingen känd situation stämmer med det som gick att läsa.',
  'supporter.unknown.do':
    'Titta på det som inte gick att läsa. Titta sedan på Entra ID › Monitoring & health › Audit logs › Service ”Self-service Password Management” för användaren, vid tiden för försöket.',
};
