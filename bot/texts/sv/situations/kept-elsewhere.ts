import type { keptElsewhereTexts as english } from '../../en/situations/kept-elsewhere.ts';

/** Situationer: var lösenordet finns, det nya, och att skriva tillbaka det. */
export const keptElsewhereTexts: Readonly<Record<keyof typeof english, string>> = {
  'kept-on-premises.happened': 'Återställningssidan ber dig kontakta din administratör.',
  'kept-on-premises.why': 'Din organisation har själv hand om ditt lösenord. Den låter inte Microsoft ändra det.',
  'kept-on-premises.now':
    'Be it-supporten om ett nytt lösenord. Säg också att du vill kunna göra det själv nästa gång.',
  'supporter.kept-on-premises':
    'Lösenordet hanteras on-premises (onPremisesSyncEnabled = true) och password writeback är av. Portalen visar ”Kontakta administratören”.',
  'supporter.kept-on-premises.do':
    'Entra ID › Password reset › On-premises integration: slå på ”Write back passwords to your on-premises directory”, och Password writeback i Entra Connect. Återställ tills dess i Active Directory.',

  'service-missing.happened': 'Återställningssidan säger att en tjänst saknas.',
  'service-missing.why':
    'Din organisation har själv hand om lösenordet. Kopplingen som låter Microsoft ändra det är avstängd.',
  'service-missing.now': 'Be it-supporten om ett nytt lösenord och visa dem koden från sidan.',
  'supporter.service-missing':
    'SSPR_0010 WritebackNotEnabled: lösenordet finns on-premises och password writeback är av.',
  'supporter.service-missing.do':
    'Entra ID › Password reset › On-premises integration: slå på writeback, och Password writeback i Entra Connect. Kontrollera connector-kontots rättigheter: Reset password, write lockoutTime, write pwdLastSet.',

  'against-the-rules.happened': 'Återställningssidan godtog inte ditt nya lösenord.',
  'against-the-rules.why':
    'Det bryter mot en regel i din organisation. Kanske har du haft det förut, eller bytt alldeles nyss.',
  'against-the-rules.now': 'Välj ett annat. Bytte du i dag kan du pröva igen i morgon.',
  'supporter.against-the-rules':
    'OnPremisesPolicyViolation, händelse 33008, HRESULT 80230619: ålder, historik, komplexitet eller filter i Active Directory, eller PASSWD_CANT_CHANGE.',
  'supporter.against-the-rules.do':
    'Kontrollera fine-grained password policy (msDS-ResultantPSO), minimiålder, lösenordsfilter och ”User cannot change password”.',

  'too-common.happened': 'Återställningssidan säger att ditt nya lösenord är för lätt att gissa.',
  'too-common.why': 'Det innehåller ett ord som många använder, eller som din organisation inte tillåter.',
  'too-common.now': 'Välj ett längre. Fyra ord som inte hör ihop fungerar bra.',
  'supporter.too-common':
    'FuzzyPolicyViolationInvalidPassword eller PasswordDoesnotComplyFuzzyPolicy: global eller egen lista över förbjudna lösenord.',
  'supporter.too-common.do': 'Entra ID › Authentication methods › Password protection: gå igenom den egna listan.',

  'no-strength-meter.happened': 'Återställningssidan visar inte hur starkt ditt nya lösenord är.',
  'no-strength-meter.why': 'Din organisation har själv hand om lösenordet, så sidan känner inte till reglerna.',
  'no-strength-meter.now': 'Det är inget fel. Följ organisationens regler, eller fråga it-supporten vilka de är.',
  'supporter.no-strength-meter':
    'Ingen styrkemätare i hybrid: molnet ser inte policyn i Active Directory. Det är avsiktligt.',
  'supporter.no-strength-meter.do': 'Publicera lösenordsreglerna där folk tittar. Inget att åtgärda.',

  'signed-in-with-pass.happened': 'Du kom in med ett tillfälligt åtkomstpass, men kan inte byta lösenord.',
  'signed-in-with-pass.why':
    'Passet från it-supporten räcker för att logga in. Men för att byta lösenord behövs det gamla.',
  'signed-in-with-pass.now':
    'Lägg till dina metoder medan passet gäller, och välj sedan ett nytt lösenord på återställningssidan. Eller be it-supporten om ett.',
  'supporter.signed-in-with-pass':
    'Inloggad med Temporary Access Pass: ett lösenordsbyte frågar efter det nuvarande lösenordet, så ett okänt går inte att byta.',
  'supporter.signed-in-with-pass.do':
    'Entra ID › Users › användaren › Reset password. Eller låt användaren registrera metoder (engångspass: inom 10 minuter efter inloggning) och sedan använda aka.ms/sspr.',

  'locked-on-premises.happened': 'Ditt konto är låst på organisationens egna servrar.',
  'locked-on-premises.why':
    'För många fel lösenord har prövats där. En enhet som har kvar det gamla kan också göra det.',
  'locked-on-premises.now': 'Be it-supporten låsa upp det. Försök sedan igen.',
  'supporter.locked-on-premises': 'Händelse 33006 ADUserAccountLockedOut: kontot är låst i Active Directory.',
  'supporter.locked-on-premises.do':
    'Lås upp i Active Directory, sedan försöker användaren igen. Leta efter en enhet med det gamla lösenordet. Användare kan låsa upp själva där Entra ID › Password reset › On-premises integration tillåter det.',

  'wrong-current-password.happened': 'Återställningssidan godtog inte ditt nuvarande lösenord.',
  'wrong-current-password.why': 'För att byta lösenord skriver du först det gamla. Det du skrev stämde inte.',
  'wrong-current-password.now':
    'Skriv det igen. Har du glömt det använder du återställningssidan. Välj där att du har glömt det.',
  'supporter.wrong-current-password':
    'Händelse 33007 ADUserIncorrectPassword: fel nuvarande lösenord vid ett lösenordsbyte.',
  'supporter.wrong-current-password.do':
    'Inget att åtgärda. Användaren skriver det nuvarande lösenordet igen, eller återställer på aka.ms/sspr.',

  'refused-on-premises.happened': 'Återställningssidan hittade ett fel i organisationens inställningar.',
  'refused-on-premises.why': 'Din organisation har själv hand om lösenordet. Servrarna där tog inte emot det nya.',
  'refused-on-premises.now':
    'Det här kan du inte lösa själv. Berätta för it-supporten vad du såg, så ger de dig ett nytt lösenord.',
  'supporter.refused-on-premises':
    'SSPR_0029 OnPremisesAdminActionRequired: konfigurationen on-premises. Händelser 6329, 31003, 33001–33004, 33009; HRESULT 80230619, 8023061f, 80230402, 800700ce.',
  'supporter.refused-on-premises.do':
    'Läs PasswordResetService i Application-loggen på Entra Connect-servern. Kontrollera: connector-kontots rätt Reset password, AdminCount = 1 (skyddad grupp: enligt design), ”Restrict clients allowed to make remote calls to SAM”, LDAP control 1.2.840.113556.1.4.2066. ”Managed on-premises” i loggen, med writeback på i Entra Connect: kontrollera omkopplaren under Entra ID › Password reset › On-premises integration.',

  'unreachable-on-premises.happened': 'Återställningssidan nådde inte din organisation.',
  'unreachable-on-premises.why': 'Din organisation har själv hand om lösenordet. Servrarna där svarade inte.',
  'unreachable-on-premises.now': 'Vänta en timme och försök igen. Går det fortfarande inte säger du till it-supporten.',
  'supporter.unreachable-on-premises':
    'SSPR_0030 OnPremisesConnectivityError: Entra Connect eller Service Bus går inte att nå. Händelser 6800, 31016, 31034, 31044, 32000–32002, 32014.',
  'supporter.unreachable-on-premises.do':
    'Kontrollera nätet till *.passwordreset.microsoftonline.com och *.servicebus.windows.net på port 443. Sedan TLS 1.2 och ramverket (.NET 4.8). Starta om ”Azure AD Sync”, stäng av och slå på writeback, uppgradera Entra Connect.',

  'not-everywhere-yet.happened': 'Ditt nya lösenord är sparat, men fungerar inte överallt än.',
  'not-everywhere-yet.why': 'Det tar några minuter innan det har nått alla ställen.',
  'not-everywhere-yet.now': 'Vänta några minuter och logga sedan in med det nya lösenordet.',
  'supporter.not-everywhere-yet':
    'OnPremisesSuccessCloudFailure: skrivet on-premises, skrivningen i molnet är sen (timeout, policy, throttling).',
  'supporter.not-everywhere-yet.do':
    'Vänta på password hash synchronization (cirka 2 minuter). Om det kvarstår: Entra Connect › Synchronization Service, password hash synchronization.',

  'refused-in-the-cloud.happened': 'Du uppmanas att byta lösenord gång på gång.',
  'refused-in-the-cloud.why':
    'Din organisation tog emot det nya, men kanske inte Microsoft. Där går det inte med å, ä, ö eller accenter, och det säger inte återställningssidan.',
  'refused-in-the-cloud.now':
    'Välj ett med vanliga bokstäver från a till z, siffror och vanliga tecken. Om frågan ändå kommer säger du till it-supporten.',
  'supporter.refused-in-the-cloud':
    'Lösenordet godtogs on-premises men inte i molnet: Unicode-tecken, med EnforceCloudPasswordPolicyForPasswordSyncedUsers. Risken på kontot minskar inte, frågan kommer tillbaka och inget fel visas.',
  'supporter.refused-in-the-cloud.do':
    'Låt användaren välja ett lösenord utan Unicode-tecken. Se efter användaren i rapporten Risky users. Upprepade försök kan sluta i smart lockout.',

  'works-after-network.happened': 'Ditt nya lösenord fungerar inte på datorn än.',
  'works-after-network.why': 'Datorn måste nå organisationens nät innan den känner till det nya.',
  'works-after-network.now':
    'Anslut på kontoret eller med VPN och logga in med det nya. Tills dess kan det gamla fortfarande fungera.',
  'supporter.works-after-network': 'Hybrid-joined enhet: cachad inloggning tills den når en domänkontrollant.',
  'supporter.works-after-network.do':
    'Kontakt med en domänkontrollant: kontorsnät eller VPN, lås och lås upp med det nya lösenordet.',
};
