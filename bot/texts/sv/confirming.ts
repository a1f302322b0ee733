import type { confirming as english } from '../en/confirming.ts';

/** Vad en svensk läsare ser av värden som redan fanns, och av sina egna när de blir äldre. */
export const confirming: Readonly<Record<keyof typeof english, string>> = {
  'home.due': 'Dags för en snabb koll: stämmer dina sätt fortfarande?',
  'home.check': 'Kolla mina sätt',

  'confirm.title': 'Är de här uppgifterna dina?',
  'confirm.prefilled':
    'Din organisation har lagt in de här uppgifterna. De räknas inte än. Bekräfta dem hos mig, så gör de det.',
  'confirm.written':
    'De här uppgifterna finns redan om dig. Säg vilka som är dina och bekräfta dem hos mig: då räknas de säkert.',
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
    'Hej!\n\nDå och då frågar jag om dina sätt att återställa lösenordet fortfarande stämmer. Öppna chatten med {name} i Teams och skriv: kolla.\n\nDet finns ingen länk i det här mejlet, och ingen behöver ditt lösenord.',

  'office.title': 'Telefonen på jobbet',
  'office.number': 'Nummer: {address}',
  'office.undialled':
    'Jag kan inte slå anknytning {extension}. Det ringer på huvudnumret, och någon annan kan få höra koden.',
  'office.intro': 'Bara en administratör kan ändra numret. Jag ringer dit och läser upp en kod.',
  'office.call': 'Ring mig där nu',
  'office.wrong': 'Fel eller gammalt?',
  'office.none': 'Din organisation har inte lagt in något telefonnummer på jobbet för dig.',

  'wrong.title': 'Vad ska det vara i stället?',
  'wrong.intro': 'Bara en administratör kan ändra det. Jag skickar det du skriver till it-supporten.',
  'wrong.label': 'Vad är fel, och vad är rätt?',
  'wrong.send': 'Skicka',
  'wrong.missing': 'Skriv några ord.',
  'wrong.done': 'Tack! Jag skickar det till it-supporten.',
};
