import type { keptElsewhere as english } from '../../en/supporter/kept-elsewhere.ts';

/** För supporten, med exakta ord: var lösenordet finns, det nya, och hur det skrivs tillbaka. */
export const keptElsewhere: Readonly<Record<keyof typeof english, string>> = {
  'supporter.K1':
    'Lösenordet hanteras on-premises (onPremisesSyncEnabled = true) och password writeback är av. Portalen visar ”Kontakta administratören”.',
  'supporter.K1.do':
    'Entra ID › Password reset › On-premises integration: slå på ”Write back passwords to your on-premises directory”, och Password writeback i Entra Connect. Återställ tills dess i Active Directory.',
  'supporter.K5': 'SSPR_0010 WritebackNotEnabled: lösenordet finns on-premises och password writeback är av.',
  'supporter.K5.do':
    'Entra ID › Password reset › On-premises integration: slå på writeback, och Password writeback i Entra Connect. Kontrollera connector-kontots rättigheter: Reset password, write lockoutTime, write pwdLastSet.',
  'supporter.K10':
    'SSPR_0029 OnPremisesAdminActionRequired: konfigurationen on-premises. Händelser 6329, 31003, 33001–33004, 33009; HRESULT 80230619, 8023061f, 80230402, 800700ce.',
  'supporter.K10.do':
    'Läs PasswordResetService i Application-loggen på Entra Connect-servern. Kontrollera: connector-kontots rätt Reset password, AdminCount = 1 (skyddad grupp: enligt design), ”Restrict clients allowed to make remote calls to SAM”, LDAP control 1.2.840.113556.1.4.2066. ”Managed on-premises” i loggen, med writeback på i Entra Connect: kontrollera omkopplaren under Entra ID › Password reset › On-premises integration.',
  'supporter.K11':
    'SSPR_0030 OnPremisesConnectivityError: Entra Connect eller Service Bus går inte att nå. Händelser 6800, 31016, 31034, 31044, 32000–32002, 32014.',
  'supporter.K11.do':
    'Kontrollera nätet till *.passwordreset.microsoftonline.com och *.servicebus.windows.net på port 443. Sedan TLS 1.2 och ramverket (.NET 4.8). Starta om ”Azure AD Sync”, stäng av och slå på writeback, uppgradera Entra Connect.',
  'supporter.K12':
    'OnPremisesSuccessCloudFailure: skrivet on-premises, skrivningen i molnet är sen (timeout, policy, throttling).',
  'supporter.K12.do':
    'Vänta på password hash synchronization (cirka 2 minuter). Om det kvarstår: Entra Connect › Synchronization Service, password hash synchronization.',
  'supporter.K23':
    'OnPremisesPolicyViolation, händelse 33008, HRESULT 80230619: ålder, historik, komplexitet eller filter i Active Directory, eller PASSWD_CANT_CHANGE.',
  'supporter.K23.do':
    'Kontrollera fine-grained password policy (msDS-ResultantPSO), minimiålder, lösenordsfilter och ”User cannot change password”.',
  'supporter.K24':
    'FuzzyPolicyViolationInvalidPassword eller PasswordDoesnotComplyFuzzyPolicy: global eller egen lista över förbjudna lösenord.',
  'supporter.K24.do': 'Entra ID › Authentication methods › Password protection: gå igenom den egna listan.',
  'supporter.K25': 'Ingen styrkemätare i hybrid: molnet ser inte policyn i Active Directory. Det är avsiktligt.',
  'supporter.K25.do': 'Publicera lösenordsreglerna där folk tittar. Inget att åtgärda.',
  'supporter.K36': 'Hybrid-joined enhet: cachad inloggning tills den når en domänkontrollant.',
  'supporter.K36.do': 'Kontakt med en domänkontrollant: kontorsnät eller VPN, lås och lås upp med det nya lösenordet.',
  'supporter.K45':
    'Lösenordet godtogs on-premises men inte i molnet: Unicode-tecken, med EnforceCloudPasswordPolicyForPasswordSyncedUsers. Risken på kontot minskar inte, frågan kommer tillbaka och inget fel visas.',
  'supporter.K45.do':
    'Låt användaren välja ett lösenord utan Unicode-tecken. Se efter användaren i rapporten Risky users. Upprepade försök kan sluta i smart lockout.',
  'supporter.K48': 'Händelse 33006 ADUserAccountLockedOut: kontot är låst i Active Directory.',
  'supporter.K48.do':
    'Lås upp i Active Directory, sedan försöker användaren igen. Leta efter en enhet med det gamla lösenordet. Användare kan låsa upp själva där Entra ID › Password reset › On-premises integration tillåter det.',
  'supporter.K49': 'Händelse 33007 ADUserIncorrectPassword: fel nuvarande lösenord vid ett lösenordsbyte.',
  'supporter.K49.do':
    'Inget att åtgärda. Användaren skriver det nuvarande lösenordet igen, eller återställer på aka.ms/sspr.',
};
