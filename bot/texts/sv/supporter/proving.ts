import type { proving as english } from '../../en/supporter/proving.ts';

/** För supporten, med exakta ord: att visa vem man är på sidan. */
export const proving: Readonly<Record<keyof typeof english, string>> = {
  'supporter.K13':
    'Blockerad från SSPR i 24 timmar: 5 misslyckade försök på en timme eller ett dygn, eller 10 mejl på 10 minuter. Audit-aktivitet ”Blocked from self-service password reset”.',
  'supporter.K13.do':
    'Blockeringen går inte att häva. Återställ lösenordet (Entra ID › Users › användaren › Reset password) eller ge ett Temporary Access Pass, när du vet vem som frågar.',
  'supporter.K17': 'Användaren gick inte att nå: tillfälligt fel hos operatören, eller fel uppgifter.',
  'supporter.K17.do':
    'Kontrollera uppgifterna under Entra ID › Users › användaren › Authentication methods. AADSTS50088: operatörsgränsen är nådd, använd en annan metod.',
  'supporter.K18':
    'Inget sms eller samtal: fel form, anknytning bortskuren, nummervisning spärrad, VoIP-nummer, eller land utan opt-in.',
  'supporter.K18.do':
    'Kontrollera +CC NUMMER och opt-in för landet. Låt användaren göra 5 försök på 5 minuter och ge tiderna till Microsofts support. Växla mellan sms och samtal, eller använd en app.',
  'supporter.K19': 'Inget mejl: filtrerat, eller skickat till en annan alternativ adress.',
  'supporter.K19.do':
    'Tillåt msonlineservicesteam@microsoft.com och msonlineservicesteam@microsoftonline.com. Kontrollera adressen under Entra ID › Users › användaren › Authentication methods.',
  'supporter.K20': 'Det inskrivna numret är inte det registrerade (riktnummer eller landsnummer).',
  'supporter.K20.do':
    'Läs det registrerade numret under Entra ID › Users › användaren › Authentication methods och rätta det vid behov.',
  'supporter.K22':
    'Säkerhetsfrågor nekas: fel svar ger ny dragning; administratörer får aldrig frågor; policyn kan ha tagit bort dem.',
  'supporter.K22.do':
    'Entra ID › Password reset › Authentication methods: kontrollera ”Security questions”. Låt användaren registrera en annan metod. Svaren går inte att läsa eller ange.',
  'supporter.K26': 'Sessionen på 15 minuter eller koden på 5 minuter har gått ut.',
  'supporter.K26.do': 'Inget att åtgärda. Händer det ofta, se om koderna levereras långsamt.',
  'supporter.K27': 'Audit-orsak ”User tried to reset from a device without cookies enabled”.',
  'supporter.K27.do': 'Tillåt kakor för passwordreset.microsoftonline.com i webbläsarens policy.',
  'supporter.K30': 'Sidan öppnas inte på en långsam klient.',
  'supporter.K30.do':
    'Försök igen, annan webbläsare eller enhet. Kontrollera proxyn för passwordreset.microsoftonline.com, ajax.aspnetcdn.com och ocsp.digicert.com.',
  'supporter.K31': '”There’s an error processing the request”: driftstörning eller konfiguration.',
  'supporter.K31.do':
    'Kontrollera Service health i Microsoft 365 admin center. Till Microsofts support: supportkoden (SID/CID) längst ner på sidan, datum, tid och tidszon.',
  'supporter.K34': 'Återställningsmejl som användaren inte har bett om: möjligt angrepp.',
  'supporter.K34.do':
    'Genast: Entra ID › Users › användaren › Revoke sessions, gå igenom Audit logs (Self-service Password Management) och Sign-in logs, återställ lösenordet, kontrollera de registrerade metoderna.',
  'supporter.unknown': 'Ingen känd situation stämmer med det som gick att läsa.',
  'supporter.unknown.do':
    'Titta på det som inte gick att läsa. Titta sedan på Entra ID › Monitoring & health › Audit logs › Service ”Self-service Password Management” för användaren, vid tiden för försöket.',
};
