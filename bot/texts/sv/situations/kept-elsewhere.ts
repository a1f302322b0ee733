import type { keptElsewhere as english } from '../../en/situations/kept-elsewhere.ts';

/** Situationer: var lösenordet finns, det nya, och hur det skrivs tillbaka. */
export const keptElsewhere: Readonly<Record<keyof typeof english, string>> = {
  'kept-on-premises.happened': 'Sidan ber dig kontakta din administratör.',
  'kept-on-premises.why': 'Din organisation har själv hand om ditt lösenord. Den låter inte Microsoft ändra det.',
  'kept-on-premises.now':
    'Be it-supporten om ett nytt lösenord. Säg också att du vill kunna göra det själv nästa gång.',
  'service-missing.happened': 'Sidan säger att en tjänst saknas.',
  'service-missing.why':
    'Din organisation har själv hand om lösenordet. Kopplingen som låter Microsoft ändra det är avstängd.',
  'service-missing.now': 'Be it-supporten om ett nytt lösenord och visa dem koden från sidan.',
  'refused-on-premises.happened': 'Sidan hittade ett fel i organisationens inställningar.',
  'refused-on-premises.why': 'Din organisation har själv hand om lösenordet. Servrarna där tog inte emot det nya.',
  'refused-on-premises.now':
    'Det här kan du inte lösa själv. Berätta för it-supporten vad du såg, så ger de dig ett nytt lösenord.',
  'unreachable-on-premises.happened': 'Sidan nådde inte din organisation.',
  'unreachable-on-premises.why': 'Din organisation har själv hand om lösenordet. Servrarna där svarade inte.',
  'unreachable-on-premises.now': 'Vänta en timme och försök igen. Går det fortfarande inte säger du till it-supporten.',
  'not-everywhere-yet.happened': 'Ditt nya lösenord är sparat, men fungerar inte överallt än.',
  'not-everywhere-yet.why': 'Det tar några minuter innan det har nått alla ställen.',
  'not-everywhere-yet.now': 'Vänta några minuter och logga sedan in med det nya lösenordet.',
  'against-the-rules.happened': 'Sidan godtog inte ditt nya lösenord.',
  'against-the-rules.why':
    'Det bryter mot en regel i din organisation. Kanske har du haft det förut, eller bytt alldeles nyss.',
  'against-the-rules.now': 'Välj ett annat. Bytte du i dag kan du pröva igen i morgon.',
  'too-common.happened': 'Sidan säger att ditt nya lösenord är för lätt att gissa.',
  'too-common.why': 'Det innehåller ett ord som många använder, eller som din organisation inte tillåter.',
  'too-common.now': 'Välj ett längre. Fyra ord som inte hör ihop fungerar bra.',
  'no-strength-meter.happened': 'Sidan visar inte hur starkt ditt nya lösenord är.',
  'no-strength-meter.why': 'Din organisation har själv hand om lösenordet, så sidan känner inte till reglerna.',
  'no-strength-meter.now': 'Det är inget fel. Följ organisationens regler, eller fråga it-supporten vilka de är.',
  'works-after-network.happened': 'Ditt nya lösenord fungerar inte på datorn än.',
  'works-after-network.why': 'Datorn måste nå organisationens nät innan den känner till det nya.',
  'works-after-network.now':
    'Anslut på kontoret eller med VPN och logga in med det nya. Tills dess kan det gamla fortfarande fungera.',
  'refused-in-the-cloud.happened': 'Du ombeds byta lösenord gång på gång.',
  'refused-in-the-cloud.why':
    'Din organisation tog emot det nya, men kanske inte Microsoft. Där går det inte med å, ä, ö eller accenter, och sidan säger inte det.',
  'refused-in-the-cloud.now':
    'Välj ett med vanliga bokstäver från a till z, siffror och vanliga tecken. Om frågan ändå kommer säger du till it-supporten.',
  'locked-on-premises.happened': 'Ditt konto är låst i organisationens egna servrar.',
  'locked-on-premises.why':
    'För många fel lösenord har prövats där. En enhet som har kvar det gamla kan också göra det.',
  'locked-on-premises.now': 'Be it-supporten låsa upp det. Försök sedan igen.',
  'wrong-current-password.happened': 'Sidan godtog inte ditt nuvarande lösenord.',
  'wrong-current-password.why': 'För att byta lösenord skriver du först det gamla. Det du skrev stämde inte.',
  'wrong-current-password.now':
    'Skriv det igen. Kan du det inte använder du återställningssidan. Välj där att du har glömt det.',
};
