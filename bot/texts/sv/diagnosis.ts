import type { diagnosis as english } from '../en/diagnosis.ts';

/** Vad en svensk läsare ser när en återställning inte har gått. */
export const diagnosis: Readonly<Record<keyof typeof english, string>> = {
  'home.why': 'Varför misslyckades återställningen?',

  'obstacle.set-up.proven': 'Dina metoder är klara, men en återställning fungerar inte än:',
  'obstacle.set-up.likely': 'Dina metoder är klara, men en återställning fungerar troligen inte än:',
  'obstacle.missing.proven': 'En återställning fungerar inte för dig än:',
  'obstacle.missing.likely': 'En återställning fungerar troligen inte för dig än:',
  'obstacle.ask-it': 'Bara {name} kan ändra det. Hör av dig nu, innan du behöver återställa lösenordet.',
  'obstacle.meanwhile.here': 'Under tiden kan du lägga till dina metoder här.',
  'obstacle.meanwhile.there': 'Under tiden kan du registrera dig på Microsofts sida.',
  'obstacle.meanwhile.nowhere': 'När det är ordnat kan du registrera dig på Microsofts sida.',
  'obstacle.tell': 'Meddela {name}',
  'obstacle.plea': 'Jag vill kunna återställa mitt lösenord själv. Ändra gärna det som hindrar det.',

  'guess.title': 'Jag är inte säker på vad du menar',
  'guess.text': 'Är det något av det här? Du kan också säga det på ett annat sätt.',
  'guess.none':
    'Jag hjälper bara till med att återställa lösenordet på jobbet. Säg det på ett annat sätt, eller prata med en människa.',
  'guess.register': 'Lägg till en metod',
  'guess.confirm': 'Kolla mina metoder',
  'guess.manage': 'Ändra eller ta bort en metod',
  'guess.status': 'Är jag redo?',
  'guess.why-failed': 'Varför misslyckades återställningen?',
  'guess.contact': 'Kontakta {name}',
  'guess.privacy': 'Vem ser det här?',
  'guess.rehearse': 'Skulle återställningen fungera i dag?',
  'guess.reset-now': 'Återställ lösenordet',
  'guess.language': 'Ett annat språk',
  'guess.help': 'Vad kan du?',

  'reset.now': 'Jag kan inte byta lösenordet åt dig, och bara du ska känna till det. Här återställer du det: {url}',

  'ask.title': 'Vad såg du?',
  'ask.intro':
    'Skriv vad som stod på återställningssidan, eller klistra in texten eller koden. Du kan också välja i listan.',
  'ask.said': 'Det som stod på återställningssidan',
  'ask.picked': 'Eller välj det som passar bäst',
  'ask.go': 'Ta reda på varför',
  'ask.noIdea': 'Jag vet inte',
  'ask.missing': 'Skriv några ord, eller välj något i listan.',

  'why.happened': 'Det här hände',
  'why.because': 'Varför',
  'why.now': 'Det här kan du göra nu',
  'why.more': 'Det här hindrar också',
  'why.also': 'Jag ser också det här: {what}',
  'looking.now': 'Jag håller på att ta reda på resten. Kortet blir komplett när jag är klar.',
  'looking.line':
    'Många frågar just nu. {count, plural, =0 {Ingen fråga är} one {En fråga är} other {# frågor är}} före din, och det tar ungefär {minutes, plural, one {en minut} other {# minuter}}. Kortet blir komplett när jag är klar.',
  'looking.title': 'Jag håller på att ta reda på det.',
  'looking.so-far': 'Hittills ser jag inget som hindrar återställningen.',
  'why.told': 'Det du berättade brukar betyda det här: {what}',
  'why.again': 'Jag såg något annat',
  'why.unclear': 'Jag känner inte igen texten, så jag går efter det jag kan se.',
  'why.safe': 'Skicka aldrig ditt lösenord till mig, varken det gamla eller det nya.',

  'follow.do-it':
    'Jag kan inte byta lösenordet åt dig. Bara du ska känna till det. Men jag kan göra dig redo och visa vägen.',
  'follow.how-long': 'En återställning tar ungefär fem minuter. Måste du vänta säger jag hur länge.',
  'follow.still-broken':
    'Det var tråkigt. Berätta vad som står på återställningssidan nu, eller kontakta it-supporten.',

  'rehearsal.done': 'Till första sidan',
  'rehearsal.send': 'Pröva en metod med en kod',
  'rehearsal.show': 'Visa vad jag kan göra',
  'rehearsal.looking': 'Det håller jag på att ta reda på.',
  'rehearsal.line': '{check}: {state}',
  'rehearsal.proven': 'Koden kom fram. Den metoden fungerar i dag.',
};
