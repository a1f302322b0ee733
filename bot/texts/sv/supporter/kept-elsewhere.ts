import type { keptElsewhere as english } from '../../en/supporter/kept-elsewhere.ts';

/** För supporten, med exakta ord: var lösenordet finns, det nya, och hur det skrivs tillbaka. */
export const keptElsewhere: Readonly<Record<keyof typeof english, string>> = {
  'supporter.kept-on-premises':
    'Lösenordet hanteras on-premises (onPremisesSyncEnabled = true) och password writeback är av. Portalen visar ”Kontakta administratören”.',
  'supporter.kept-on-premises.do':
    'Entra ID › Password reset › On-premises integration: slå på ”Write back passwords to your on-premises directory”, och Password writeback i Entra Connect. Återställ tills dess i Active Directory.',
  'supporter.service-missing':
    'SSPR_0010 WritebackNotEnabled: lösenordet finns on-premises och password writeback är av.',
  'supporter.service-missing.do':
    'Entra ID › Password reset › On-premises integration: slå på writeback, och Password writeback i Entra Connect. Kontrollera connector-kontots rättigheter: Reset password, write lockoutTime, write pwdLastSet.',
  'supporter.refused-on-premises':
    'SSPR_0029 OnPremisesAdminActionRequired: konfigurationen on-premises. Händelser 6329, 31003, 33001–33004, 33009; HRESULT 80230619, 8023061f, 80230402, 800700ce.',
  'supporter.refused-on-premises.do':
    'Läs PasswordResetService i Application-loggen på Entra Connect-servern. Kontrollera: connector-kontots rätt Reset password, AdminCount = 1 (skyddad grupp: enligt design), ”Restrict clients allowed to make remote calls to SAM”, LDAP control 1.2.840.113556.1.4.2066. ”Managed on-premises” i loggen, med writeback på i Entra Connect: kontrollera omkopplaren under Entra ID › Password reset › On-premises integration.',
  'supporter.unreachable-on-premises':
    'SSPR_0030 OnPremisesConnectivityError: Entra Connect eller Service Bus går inte att nå. Händelser 6800, 31016, 31034, 31044, 32000–32002, 32014.',
  'supporter.unreachable-on-premises.do':
    'Kontrollera nätet till *.passwordreset.microsoftonline.com och *.servicebus.windows.net på port 443. Sedan TLS 1.2 och ramverket (.NET 4.8). Starta om ”Azure AD Sync”, stäng av och slå på writeback, uppgradera Entra Connect.',
  'supporter.not-everywhere-yet':
    'OnPremisesSuccessCloudFailure: skrivet on-premises, skrivningen i molnet är sen (timeout, policy, throttling).',
  'supporter.not-everywhere-yet.do':
    'Vänta på password hash synchronization (cirka 2 minuter). Om det kvarstår: Entra Connect › Synchronization Service, password hash synchronization.',
  'supporter.against-the-rules':
    'OnPremisesPolicyViolation, händelse 33008, HRESULT 80230619: ålder, historik, komplexitet eller filter i Active Directory, eller PASSWD_CANT_CHANGE.',
  'supporter.against-the-rules.do':
    'Kontrollera fine-grained password policy (msDS-ResultantPSO), minimiålder, lösenordsfilter och ”User cannot change password”.',
  'supporter.too-common':
    'FuzzyPolicyViolationInvalidPassword eller PasswordDoesnotComplyFuzzyPolicy: global eller egen lista över förbjudna lösenord.',
  'supporter.too-common.do': 'Entra ID › Authentication methods › Password protection: gå igenom den egna listan.',
  'supporter.no-strength-meter':
    'Ingen styrkemätare i hybrid: molnet ser inte policyn i Active Directory. Det är avsiktligt.',
  'supporter.no-strength-meter.do': 'Publicera lösenordsreglerna där folk tittar. Inget att åtgärda.',
  'supporter.works-after-network': 'Hybrid-joined enhet: cachad inloggning tills den når en domänkontrollant.',
  'supporter.works-after-network.do':
    'Kontakt med en domänkontrollant: kontorsnät eller VPN, lås och lås upp med det nya lösenordet.',
  'supporter.refused-in-the-cloud':
    'Lösenordet godtogs on-premises men inte i molnet: Unicode-tecken, med EnforceCloudPasswordPolicyForPasswordSyncedUsers. Risken på kontot minskar inte, frågan kommer tillbaka och inget fel visas.',
  'supporter.refused-in-the-cloud.do':
    'Låt användaren välja ett lösenord utan Unicode-tecken. Se efter användaren i rapporten Risky users. Upprepade försök kan sluta i smart lockout.',
  'supporter.locked-on-premises': 'Händelse 33006 ADUserAccountLockedOut: kontot är låst i Active Directory.',
  'supporter.locked-on-premises.do':
    'Lås upp i Active Directory, sedan försöker användaren igen. Leta efter en enhet med det gamla lösenordet. Användare kan låsa upp själva där Entra ID › Password reset › On-premises integration tillåter det.',
  'supporter.wrong-current-password':
    'Händelse 33007 ADUserIncorrectPassword: fel nuvarande lösenord vid ett lösenordsbyte.',
  'supporter.wrong-current-password.do':
    'Inget att åtgärda. Användaren skriver det nuvarande lösenordet igen, eller återställer på aka.ms/sspr.',
};
