import type { basics as english } from '../en/basics.ts';

/** Det som syns överallt: namn, första sidan, hjälp, det som gick fel, och breven med koder. Skrivet för hand: korta meningar, du-tilltal, inga produktord. */
export const basics: Readonly<Record<keyof typeof english, string>> = {
  'product.name': 'Lösenordshjälpen',
  'contact.name': 'it-supporten',

  'method.authentication-phone': 'Telefon',
  'method.authentication-email': 'Mejl',
  'method.authenticator-app': 'Autentiseringsapp',
  'method.security-questions': 'Säkerhetsfrågor',
  'method.office-phone': 'Arbetstelefon',

  'window.open.code': 'Skriv i ett fönster',
  'window.open.answers': 'Svara i ett fönster',
  'window.open.picture': 'Visa bilden och nyckeln',
  'window.here.code': 'Skriv här',
  'window.here.answers': 'Svara här',
  'window.here.picture': 'Visa dem här',
  'window.old':
    'Det här fönstret är inaktuellt, och inget har ändrats. Stäng det och fortsätt med det nyaste kortet i chatten.',
  'window.nothing':
    'Här finns inget mer att göra. Stäng fönstret. Det nyaste kortet i chatten visar hur du går vidare.',

  'home.title': 'Din lösenordsåterställning',
  'home.none':
    'Hej! Jag hjälper dig att förbereda dig, så att du kan återställa lösenordet själv. Det tar ungefär två minuter.',
  'home.partly':
    'Du har {proven} av {required} metoder klara. Med {missing, plural, one {en till} other {# till}} kan du återställa lösenordet själv.',
  'home.ready': 'Du är redo. Om du glömmer lösenordet kan du återställa det själv.',
  'home.resilient': 'Du är redo, och har en metod i reserv.',
  'home.start': 'Kom igång',
  'home.continue': 'Fortsätt',
  'home.add': 'Lägg till en metod till',
  'home.contact': 'Behöver du hjälp? Kontakta {name}.',
  'home.contactAt': 'Behöver du hjälp? Kontakta {name}: {address}.',
  'home.state.unset': 'Inte tillagt',
  'home.state.proven': 'Bekräftat den {date}',
  'home.state.due': 'Behöver ses över',
  'home.state.on-its-way': 'På väg',
  'home.state.there': 'Aktivt sedan den {date}',
  'home.state.not-there': 'Inte aktivt',
  'home.state.kept': 'Finns bara i den här chatten; gäller inte vid återställning',
  'home.privacy': 'Vem ser det här?',
  'home.frozen':
    'Alla ändringar är stoppade till {time}, eftersom du inte låg bakom en av dem. Kontakta it-supporten om det inte kan vänta.',

  'readiness.pictureResilient': 'Redo, med {spare, plural, one {en metod} other {# metoder}} i reserv',
  'readiness.progress': '{proven} av {required, plural, one {# metod klar} other {# metoder klara}}',
  'readiness.more': '{proven} metoder klara, {required} behövs',

  'method.changeHint': 'Om du ändrar en metod gäller den gamla tills den nya är bekräftad.',

  'retired.phone': 'Nummer: {address}',
  'retired.email': 'Adress: {address}',
  'retired.code': 'Koden är angiven',
  'retired.answered': 'Besvarat',
  'retired.answeredOf': '{what}: besvarat',
  'retired.left': 'Använd det nyaste kortet.',
  'retired.leftOf': '{what}: se det nyaste kortet.',
  'retired.ticket': 'Det finns ett nyare kort för ärendet längre ner.',

  'button.back': 'Tillbaka',
  'button.cancel': 'Avbryt',

  'help.text':
    'Jag hjälper dig att lägga till metoder så att du kan återställa lösenordet själv. Du kan klicka eller skriva, till exempel: börja, status, tillbaka, avbryt, vem ser mitt nummer, eller in English.',
  'help.contact': 'Vill du ha hjälp av en människa? Kontakta {name}.',
  'help.contactAt': 'Vill du ha hjälp av en människa? Kontakta {name}: {address}.',
  'person.offer': 'Om du hellre vill fråga {name}, skriv: människa.',
  'privacy.text':
    'Bara du och dina administratörer kan se ditt nummer och din mejladress. De syns inte i katalogen. Jag sparar dem krypterade. Jag använder dem bara till koder och till att berätta för dig om ändringar.',
  'cancel.done': 'Jag avbröt det. Inget har ändrats.',
  'back.nowhere': 'Det här är första sidan, så det går inte att gå tillbaka härifrån.',
  'language.changed': 'Från och med nu skriver jag på svenska.',
  'language.other': 'Jag kan tyvärr bara {languages}. Jag fortsätter på svenska.',
  'thanks.text': 'Varsågod.',
  'unknown.noCode': 'Jag väntar inte på någon kod just nu.',
  'password.never':
    'Det där kan vara ett lösenord. Jag frågar aldrig efter lösenord. Skicka det inte hit, och byt det om det var ett riktigt lösenord.',
  'stale.text': 'Det kortet är gammalt. Det nyaste finns längre ner.',
  'stale.show': 'Visa det här',
  'restart.text': 'Jag har uppdaterats, så vi börjar om från första sidan. Inget som du har lagt till är borta.',
  'restart.wait': 'Ett ögonblick, jag håller på att uppdateras. Försök igen om en minut.',
  'resume.expired': 'Koden från förra gången har gått ut. Du kan be om en ny.',

  'border.guest': 'Du är gäst här. Din egen organisation sköter ditt lösenord, så fråga dem om återställning.',
  'border.disabled': 'Det här kontot är avstängt. Prata med din chef eller med it-supporten.',
  'border.group': 'Jag pratar bara om lösenord på tu man hand. Öppna en egen chatt med mig.',
  'border.unknown-person': 'Jag kan inte se vem du är i den här chatten. Öppna en chatt med mig i Teams.',
  'border.unlisted': 'Jag hittar dig inte i katalogen.',
  'fault.text': 'Något gick fel hos mig. Inget som du har skrivit är borta. Försök igen. Referens: {reference}.',
  'fault.busy': 'Jag arbetar fortfarande med ditt förra meddelande. Försök igen om en liten stund.',
  'fault.text.window':
    'Något gick fel hos mig. Stäng fönstret, öppna det igen från kortet och försök en gång till. Referens: {reference}.',
  'fault.busy.window':
    'Jag arbetar fortfarande med ditt förra meddelande. Stäng fönstret och öppna det igen om en liten stund.',
  'local.as': 'Nu är du {name}. Det här fungerar bara i lokalt läge.',
  'local.nobody': 'Jag känner ingen med det namnet. Pröva: {names}.',

  'letter.text': '{code} är din kod från {name}. Den gäller i 5 minuter. Lämna inte ut den till någon.',
  'letter.call':
    'Hej. Det här är {name}. Din kod är: {digits}. En gång till: {digits}. Lämna inte ut den till någon. Hej då.',
  'letter.email.subject': '{code} är din kod',
  'letter.email.text':
    'Hej!\n\nDin kod är {code}. Gå tillbaka till kortet i chatten med {name} i Teams och skriv in den där. Den gäller i 5 minuter.\n\nLämna inte ut den till någon. Ingen från it-supporten kommer att fråga efter den.\n\nHar du inte bett om någon kod kan du bortse från det här mejlet.',

  'local.date': 'Nu är det {time}. Det här fungerar bara i lokalt läge. Skriv /date för att komma tillbaka till i dag.',
  'local.date.unread': 'Jag förstår inte datumet. Skriv det så här: {example}.',
};
