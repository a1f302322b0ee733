import type { ending as english } from '../en/ending.ts';

/** Vad en svensk läsare ser av sätt som slutar räknas, och av uppgifter som aldrig bekräftades. */
export const ending: Readonly<Record<keyof typeof english, string>> = {
  'lapse.phone': 'Du är redo nu, men inte från och med {date}. Då slutar Microsoft skicka sms och ringa.',
  'lapse.questions': 'Du är redo nu, men inte från och med {date}. Då slutar Microsoft godta säkerhetsfrågor.',
  'lapse.cure': 'Lägg till {method} innan dess, så fortsätter du att vara redo.',
  'lapse.cures': 'Då behöver du {missing} andra sätt. Börja med {method}.',
  'lapse.ask': 'Fråga it-supporten vad som gäller efter det.',
  'lapse.with.authentication-phone': 'en telefon',
  'lapse.with.authentication-email': 'en mejladress',
  'lapse.with.authenticator-app': 'en authenticator-app',
  'lapse.with.security-questions': 'säkerhetsfrågor',
  'lapse.with.office-phone': 'telefonen på jobbet',
  'choose.until': '{what} Det räknas bara fram till {date}. Då slutar Microsoft skicka sms och ringa.',
  'outcome.ending': 'Microsoft slutar godta det, så jag lägger inte till det längre. Välj ett annat sätt.',
  'home.state.ended': 'Räknas inte längre',
  'home.state.on-file': 'Inlagt, inte bekräftat',
  'home.onFile': 'Din organisation har lagt in {values}. Bekräfta det hos mig, så räknas det.',
  'there.onFile': 'Din organisation har lagt in {values}. Bekräfta det på Microsofts sida, så räknas det.',
  'finish.here.now': 'Dina sätt är bekräftade. De visar att det är du om du glömmer lösenordet.',
  'finish.here.day': 'Den dag du behöver det återställer du lösenordet där din organisation har sagt.',
  'reset.here':
    'Jag kan inte byta lösenordet åt dig, och bara du ska känna till det. Du återställer det där din organisation har sagt. Om du inte vet var kan du kontakta {name}.',
  'reminder.lapse.title': 'Fortsätt att vara redo',
  'reminder.letter.lapse':
    'Hej!\n\nEtt av dina sätt att återställa lösenordet slutar snart att räknas. Efter det kan du inte återställa det själv. Öppna chatten med {name} i Teams och skriv: starta.\n\nDet finns ingen länk i det här mejlet, och ingen behöver ditt lösenord.',
  'tab.organisation.lapsing': 'Redo nu, men inte länge till',
  'tab.organisation.lapsing.none': 'Ingen som är redo i dag slutar vara det på ett datum som jag känner till.',
  'tab.organisation.lapsing.phone':
    '{count, plural, one {En person är redo i dag, men inte} other {# personer är redo i dag, men inte}} från och med {date}. Då slutar Microsoft skicka sms och ringa.',
  'tab.organisation.lapsing.questions':
    '{count, plural, one {En person är redo i dag, men inte} other {# personer är redo i dag, men inte}} från och med {date}. Då slutar Microsoft godta säkerhetsfrågor.',
  'tab.organisation.lapsing.cure':
    'Med en mejladress eller en authenticator-app, tillagd innan dess, är de redo även då.',
  'local.date': 'Nu är det {time}. Det här fungerar bara i lokalt läge. Skriv /date för att komma tillbaka till i dag.',
  'local.date.unread': 'Jag förstår inte datumet. Skriv det så här: {example}.',
};
