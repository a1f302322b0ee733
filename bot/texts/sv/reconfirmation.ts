import type { reconfirmation as english } from '../en/reconfirmation.ts';

/** Vad en svensk läsare ser av värden som fanns där innan, av egna som åldras, och av metoder som tar slut. */
export const reconfirmation: Readonly<Record<keyof typeof english, string>> = {
  'home.due': 'Dags för en snabb koll: stämmer dina metoder fortfarande?',
  'home.check': 'Kolla mina metoder',

  'confirm.title': 'Är de här uppgifterna dina?',
  'confirm.prefilled':
    'Din organisation har lagt in de här uppgifterna. De räknas inte än. Jag skickar en kod till varje uppgift som du behåller.',
  'confirm.written':
    'De här uppgifterna finns redan om dig. Jag skickar en kod till varje uppgift som du behåller, så att den säkert räknas.',
  'confirm.foreign':
    'Det som inte är ditt kan fortfarande användas för en återställning. Ta bort det på Microsofts sida, eller kontakta it-supporten.',
  'confirm.due': 'Det har gått en tid. Om allt stämmer räcker det med ett klick.',
  'confirm.value': '{method}: {address}',
  'confirm.still-mine': 'Stämmer',
  'confirm.change': 'Byt',
  'confirm.not-mine': 'Tillhör inte mig',
  'confirm.wrong': 'Fel eller gammalt',
  'confirm.go': 'Fortsätt',
  'confirm.missing': 'Välj ett svar på varje rad.',
  'confirm.thanks': 'Tack! Jag har antecknat det.',
  'confirm.thanksUntil': 'Tack! Jag frågar igen den {date}.',
  'confirm.nothing': 'Det finns inget att kolla just nu.',

  'reminder.title': 'Stämmer det här fortfarande?',
  'reminder.soon': 'Kolla gärna senast den {date}, så att återställningen fungerar när du behöver den.',
  'reminder.now': 'Kolla gärna i dag, så att återställningen fungerar när du behöver den.',
  'reminder.allRight': 'Ja, allt stämmer',
  'reminder.changed': 'Något har ändrats',
  'reminder.later': 'Fråga om tre dagar',
  'reminder.snoozed': 'Jag frågar igen efter {time}.',
  'reminder.letter.subject': 'En snabb koll av din lösenordsåterställning',
  'reminder.letter.text':
    'Hej!\n\nDå och då frågar jag om dina återställningsmetoder fortfarande stämmer. Öppna chatten med {name} i Teams och skriv: kolla.\n\nDet finns ingen länk i det här mejlet, och ingen behöver ditt lösenord.',

  'office.title': 'Din arbetstelefon',
  'office.number': 'Nummer: {address}',
  'office.undialled':
    'Jag kan inte slå anknytning {extension}. Det ringer på huvudnumret, och någon annan kan få höra koden.',
  'office.intro': 'Bara en administratör kan ändra numret. Jag ringer dit och läser upp en kod.',
  'office.call': 'Ring mig där nu',
  'office.wrong': 'Fel eller gammalt?',
  'office.none': 'Din organisation har inte lagt in någon arbetstelefon för dig.',

  'wrong.title': 'Vad ska det vara i stället?',
  'wrong.intro': 'Bara en administratör kan ändra det. Jag skickar det du skriver till it-supporten.',
  'wrong.label': 'Vad är fel, och vad är rätt?',
  'wrong.send': 'Skicka',
  'wrong.missing': 'Skriv några ord.',
  'wrong.done': 'Tack! Jag skickar det till it-supporten.',

  'lapse.phone': 'Du är redo nu, men inte från och med {date}. Då slutar Microsoft skicka sms och ringa.',
  'lapse.questions': 'Du är redo nu, men inte från och med {date}. Då slutar Microsoft godta säkerhetsfrågor.',
  'lapse.soon.phone': 'Från och med {date} räcker det inte längre. Då slutar Microsoft skicka sms och ringa.',
  'lapse.soon.questions': 'Från och med {date} räcker det inte längre. Då slutar Microsoft godta säkerhetsfrågor.',
  'lapse.cure': 'Lägg till {method} innan dess, så fortsätter du att vara redo.',
  'lapse.cures': 'Då behöver du {missing} andra metoder. Börja med {method}.',
  'lapse.ask': 'Fråga it-supporten vad som gäller efter det.',
  'lapse.with.authentication-phone': 'en telefon',
  'lapse.with.authentication-email': 'en mejladress',
  'lapse.with.authenticator-app': 'en autentiseringsapp',
  'lapse.with.security-questions': 'säkerhetsfrågor',
  'lapse.with.office-phone': 'arbetstelefonen',
  'choose.until': '{what} Det räknas bara fram till {date}. Då slutar Microsoft skicka sms och ringa.',
  'outcome.ending': 'Microsoft slutar godta den metoden, så jag lägger inte till den längre. Välj en annan.',
  'home.state.ended': 'Räknas inte längre',
  'home.state.on-file': 'Inlagt, inte bekräftat',
  'home.onFile': 'Din organisation har lagt in det här om dig: {values}. Bekräfta det hos mig, så räknas det.',
  'there.onFile':
    'Din organisation har lagt in det här om dig: {values}. Bekräfta det på Microsofts sida, så räknas det.',
  'finish.here.now': 'Dina metoder är bekräftade. De visar att det är du om du glömmer lösenordet.',
  'finish.here.day': 'Den dag du behöver det återställer du lösenordet så som din organisation har beskrivit.',
  'reset.here':
    'Jag kan inte byta lösenordet åt dig, och bara du ska känna till det. Du återställer det så som din organisation har beskrivit. Om du inte vet hur kan du kontakta {name}.',
  'reminder.lapse.title': 'Din lösenordsåterställning behöver ses över',
  'reminder.letter.lapse':
    'Hej!\n\nEn av dina återställningsmetoder slutar snart att räknas. Efter det kan du inte återställa lösenordet själv. Öppna chatten med {name} i Teams och skriv: börja.\n\nDet finns ingen länk i det här mejlet, och ingen behöver ditt lösenord.',
};
