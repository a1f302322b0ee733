import type { accountTexts as english } from '../../en/situations/account.ts';

/** Situationer: kontot självt. */
export const accountTexts: Readonly<Record<keyof typeof english, string>> = {
  'unknown-user.happened': 'Återställningssidan godtog inte ditt användarnamn.',
  'unknown-user.why': 'Namnet som du loggar in med är inte alltid samma som mejladressen.',
  'unknown-user.now': 'Skriv namnet som du loggar in med på jobbet. Fråga it-supporten om du inte vet.',
  'supporter.unknown-user':
    'Användarnamnet godtas inte: UPN skiljer sig från primär SMTP-adress, och alternate login id är av. AADSTS50034: okänd användare.',
  'supporter.unknown-user.do':
    'Ge användaren sitt UPN, eller slå på ”Email as alternate login ID” i Entra ID › Entra Connect › Connect Sync.',

  'disabled.happened': 'Ditt konto är avstängt.',
  'disabled.why': 'Någon i din organisation har stängt av ditt konto. Ett nytt lösenord ändrar inte på det.',
  'disabled.now': 'Be it-supporten eller din chef att slå på det igen.',
  'supporter.disabled': 'Kontot är inaktiverat (accountEnabled = false), AADSTS50057, händelse 33005.',
  'supporter.disabled.do':
    'Ta reda på varför. Entra ID › Users › användaren › Edit account status, eller aktivera i Active Directory och vänta på synken (30 minuter).',

  'personal-guest.happened': 'Det här kontot går inte att återställa här.',
  'personal-guest.why':
    'Du är gäst här, med ett privat Microsoft-konto. Den här organisationen har inte hand om lösenordet.',
  'personal-guest.now': 'Återställ det på sidan för privata Microsoft-konton.',
  'supporter.personal-guest': 'Gäst med personligt Microsoft-konto (MSA): utanför SSPR.',
  'supporter.personal-guest.do':
    'Det är avsiktligt. Användaren återställer på account.live.com; eller bjud in ett arbetskonto.',

  'invited-guest.happened': 'Den här organisationen kan inte återställa ditt lösenord.',
  'invited-guest.why': 'Du är gäst här. Ditt lösenord finns där du arbetar.',
  'invited-guest.now': 'Återställ det hos din egen organisation, eller fråga it-supporten där.',
  'supporter.invited-guest': 'B2B-gäst: hemorganisationens policy gäller.',
  'supporter.invited-guest.do': 'Inget att göra i den här tenanten. Hänvisa till användarens egen helpdesk.',

  'phone-sign-in-ended.happened': 'Du kan inte logga in med ditt telefonnummer längre.',
  'phone-sign-in-ended.why': 'Microsoft slutar med inloggning där nummer och sms ersätter lösenordet.',
  'phone-sign-in-ended.now':
    'Logga in med användarnamn och lösenord. Återställ lösenordet om du har glömt det, eller be it-supporten om ett annat sätt att logga in.',
  'supporter.phone-sign-in-ended':
    'SMS sign-in (telefonnummer som användarnamn) upphör som primär metod, även med egen operatör.',
  'supporter.phone-sign-in-ended.do':
    'Flytta användaren till passkey, QR-kod med PIN eller säkerhetsnyckel. Entra ID › Authentication methods › Policies › SMS: ta bort ”Use for sign-in”.',
};
