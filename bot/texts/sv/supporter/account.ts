import type { account as english } from '../../en/supporter/account.ts';

/** För supporten, med exakta ord: kontot självt. */
export const account: Readonly<Record<keyof typeof english, string>> = {
  'supporter.unknown-user':
    'Användarnamnet godtas inte: UPN skiljer sig från primär SMTP-adress, och alternate login id är av. AADSTS50034: okänd användare.',
  'supporter.unknown-user.do':
    'Ge användaren sitt UPN, eller slå på ”Email as alternate login ID” i Entra ID › Entra Connect › Connect Sync.',
  'supporter.personal-guest': 'Gäst med personligt Microsoft-konto (MSA): utanför SSPR.',
  'supporter.personal-guest.do':
    'Det är avsiktligt. Användaren återställer på account.live.com; eller bjud in ett arbetskonto.',
  'supporter.invited-guest': 'B2B-gäst: hemorganisationens policy gäller.',
  'supporter.invited-guest.do': 'Inget att göra i den här tenanten. Hänvisa till användarens egen helpdesk.',
  'supporter.disabled': 'Kontot är inaktiverat (accountEnabled = false), AADSTS50057, händelse 33005.',
  'supporter.disabled.do':
    'Ta reda på varför. Entra ID › Users › användaren › Edit account status, eller aktivera i Active Directory och vänta på synken (30 minuter).',
};
