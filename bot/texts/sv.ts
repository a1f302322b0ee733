import type { Texts } from './catalog.ts';

/** Varje ord som en svensk läsare kan se. Skrivet för hand: korta meningar, du-tilltal, inga produktord. */
export const sv: Texts = {
  'product.name': 'Redo för återställning',

  'method.authentication-phone': 'Telefon',
  'method.authentication-email': 'Mejl',

  'home.title': 'Din lösenordsåterställning',
  'home.none': 'Hej! Jag gör dig redo att återställa ditt lösenord själv. Det tar ungefär två minuter.',
  'home.partly':
    'Du har {proven} av {required} sätt klara. Lägg till {missing, plural, one {ett till} other {# till}}, så kan du återställa lösenordet själv.',
  'home.ready': 'Du är redo. Om du glömmer lösenordet kan du återställa det själv.',
  'home.resilient': 'Du är redo, och har ett sätt i reserv.',
  'home.next': 'Lägg gärna till ett sätt till. Det hjälper den dag du inte har telefonen med dig.',
  'home.start': 'Kom igång',
  'home.continue': 'Fortsätt',
  'home.add': 'Lägg till ett sätt till',
  'home.contact': 'Vill du prata med en människa? Vänd dig till {name}.',
  'home.contactAt': 'Vill du prata med en människa? Vänd dig till {name}: {address}.',
  'home.state.unset': 'Inte tillagt',
  'home.state.proven': 'Bekräftat den {date}',
  'home.privacy': 'Vem ser det här?',
  'home.help': 'Hjälp',
  'home.language': 'In English',

  'readiness.pictureResilient': 'Redo, med {spare, plural, one {ett sätt} other {# sätt}} i reserv',
  'readiness.progress': '{proven} av {required} sätt klara',

  'choose.title': 'Välj ett sätt',
  'choose.intro': 'Du behöver {required, plural, one {ett sätt} other {# sätt}} för att kunna återställa lösenordet.',
  'choose.introSpare': 'Du är redo. Ett sätt till hjälper när ett annat är utom räckhåll, till exempel på en resa.',
  'choose.authentication-phone': 'Telefon: du får en kod som sms eller samtal. Enkelt, men ett nummer kan kapas.',
  'choose.authentication-phone.one': 'Telefon: du får en kod. Enkelt, men ett nummer kan kapas.',
  'choose.authentication-email': 'Mejl: du får en kod till en privat mejladress.',
  'choose.take.authentication-phone': 'Använd en telefon',
  'choose.take.authentication-email': 'Använd en mejladress',
  'choose.later': 'Inte nu',

  'phone.title': 'Lägg till en telefon',
  'phone.intro': 'Vilket nummer kan du svara på när du inte kan logga in? Jag skickar en kod för att pröva det.',
  'phone.weaker':
    'Telefonen är det svagare beviset, för nummer kan flyttas eller kapas. En mejladress bredvid hjälper.',
  'phone.number': 'Telefonnummer',
  'phone.example': 'Till exempel {example}',
  'phone.country': 'Land',
  'phone.chooseCountry': 'Välj land',
  'phone.channel': 'Hur vill du få koden?',
  'phone.send': 'Skicka koden',
  'channel.text': 'Sms',
  'channel.call': 'Telefonsamtal',
  'channel.email': 'Mejl',

  'email.title': 'Lägg till en mejladress',
  'email.intro': 'Välj en mejl som du kan öppna utan jobblösenordet. Jag skickar en kod för att pröva den.',
  'email.address': 'Mejladress',
  'email.example': 'Till exempel {example}',
  'email.send': 'Skicka koden',

  'code.title': 'Skriv in koden',
  'code.sent.text': 'Ett sms med en kod är på väg till {address}.',
  'code.sent.call': 'Jag ringer {address} och läser upp en kod.',
  'code.sent.email': 'Ett mejl med en kod är på väg till {address}.',
  'code.wait': 'Det tar oftast mindre än en minut. Koden gäller till {time}.',
  'code.refused': 'Jag nådde inte {address}. Se efter att det stämmer, eller välj ett annat sätt.',
  'code.label': 'Kod, 6 siffror',
  'code.check': 'Pröva koden',
  'code.resend': 'Skicka en ny kod',
  'code.resend.text': 'Skicka sms i stället',
  'code.resend.call': 'Ring mig i stället',
  'code.change.authentication-phone': 'Byt nummer',
  'code.change.authentication-email': 'Byt adress',
  'code.again.text': 'Jag har skickat ett nytt sms. Bara den senaste koden gäller.',
  'code.again.call': 'Jag ringer dig med en ny kod. Bara den senaste koden gäller.',
  'code.again.email': 'Jag har skickat ett nytt mejl. Bara den senaste koden gäller.',
  'code.prove': 'Du har redan lagt till ett sätt. Visa först att det är du.',

  'prove.title': 'Visa först att det är du',
  'prove.intro': 'Du har redan lagt till ett sätt. Jag skickar en kod dit innan något ändras.',
  'prove.take': '{method}: {address}',

  'finish.title': 'Du är redo',
  'finish.now': 'Från och med nu kan du återställa ditt lösenord själv. Ingen annan behöver hjälpa dig.',
  'finish.day': 'Den dag du behöver det öppnar du den här sidan, på vilken enhet som helst:',
  'finish.link': 'passwordreset.microsoftonline.com',
  'finish.who': 'Ditt nummer och din mejladress syns inte i katalogen. Bara du och dina administratörer kan se dem.',
  'finish.spare': 'Ett sätt till hjälper den dag du inte når de andra.',
  'finish.done': 'Klart',

  'retired.phone': 'Nummer: {address}',
  'retired.email': 'Adress: {address}',
  'retired.code': 'Koden är inskriven',
  'retired.answered': 'Besvarat',
  'retired.left': 'Lagt åt sidan. Det nyaste kortet finns här nedanför.',

  'button.back': 'Tillbaka',
  'button.cancel': 'Avbryt',

  'outcome.too-soon':
    'Jag har nyss skickat en kod. Du kan be om nästa om {seconds, plural, one {en sekund} other {# sekunder}}.',
  'outcome.address-resting':
    'Fler koder kan jag inte skicka dit just nu. Försök igen efter {time}, eller välj ett annat sätt.',
  'outcome.person-resting': 'Du har bett om många koder i dag. Försök igen efter {time}.',
  'outcome.sending-paused': 'Jag kan inte skicka koder just nu. Inget har gått förlorat. Försök igen senare.',
  'outcome.not-offered': 'Din organisation erbjuder inte det sättet.',
  'outcome.challenge-gone': 'Den koden gäller inte längre. Så här långt har vi kommit.',
  'outcome.wrong-code':
    'Det är inte rätt kod. Du har {left, plural, one {ett försök} other {# försök}} kvar. Bara den senaste koden gäller.',
  'outcome.code-used-up': 'Den koden har prövats för många gånger. Be om en ny.',
  'outcome.code-too-old': 'Den koden har gått ut. Be om en ny.',
  'outcome.old-card': 'Det kortet har du redan besvarat. Så här långt har vi kommit.',
  'outcome.not-a-code': 'En kod har 6 siffror. Skriv den som jag skickade.',
  'outcome.method-proven': 'Bekräftat: {method}.',
  'outcome.identity-proven': 'Tack, det är du.',

  'problem.phone-missing': 'Skriv ditt telefonnummer.',
  'problem.phone-unreadable': 'Jag kan inte läsa det som ett telefonnummer. Använd siffror, till exempel {example}.',
  'problem.phone-needs-country': 'Välj land, eller börja numret med + och landsnumret.',
  'problem.phone-too-short': 'Numret är för kort. Se efter de sista siffrorna.',
  'problem.phone-too-long': 'Numret är för långt. Se efter om det har blivit en siffra för mycket.',
  'problem.phone-not-in-use': 'Det finns inget sådant nummer i det landet. Se efter numret och landet.',
  'problem.phone-not-personal': 'Det är ett servicenummer. Använd en egen telefon.',
  'problem.phone-internet-only':
    'Nummer för internettelefoni fungerar inte här. Använd en mobil eller en fast telefon.',
  'problem.phone-cannot-text':
    'Det är en fast telefon, så den kan inte ta emot sms. Välj samtal eller ett annat nummer.',
  'problem.email-missing': 'Skriv din mejladress.',
  'problem.email-unreadable': 'Jag kan inte läsa det som en mejladress. Den ser ut som {example}.',
  'problem.email-own-mailbox': 'Den mejlen kan du bara öppna med jobblösenordet. Välj en privat adress.',
  'problem.email-own-domain': 'Adresser hos din egen organisation kräver jobblösenordet. Välj en privat adress.',

  'help.text':
    'Jag hjälper dig att lägga till sätt att återställa lösenordet själv. Du kan klicka eller skriva. Pröva: börja, status, tillbaka, avbryt, vem ser mitt nummer, eller in English.',
  'help.contact': 'Vill du prata med en människa kan du vända dig till {name}.',
  'help.contactAt': 'Vill du prata med en människa kan du vända dig till {name}: {address}.',
  'privacy.text':
    'Bara du och dina administratörer kan se ditt nummer och din mejladress. De syns inte i katalogen. Jag förvarar dem låsta och använder dem bara till koder.',
  'cancel.done': 'Jag har avbrutit. Inget har ändrats.',
  'back.nowhere': 'Det här är första sidan, så det går inte att backa härifrån.',
  'language.changed': 'Från och med nu skriver jag på svenska.',
  'language.other': 'Jag kan tyvärr bara svenska och engelska. Jag fortsätter på svenska.',
  'thanks.text': 'Varsågod.',
  'unknown.text': 'Det förstod jag inte. Du kan använda knapparna eller skriva hjälp.',
  'unknown.noCode': 'Jag väntar inte på någon kod just nu.',
  'password.never':
    'Det där kan vara ett lösenord. Jag frågar aldrig efter lösenord. Skicka det inte hit, och byt det om det var på riktigt.',
  'stale.text': 'Det kortet är gammalt. Det nyaste finns längre ner.',
  'stale.show': 'Visa det här',
  'restart.text': 'Jag har uppdaterats, så vi börjar om från första sidan. Inget som du har lagt till är borta.',
  'resume.expired': 'Koden från förra gången har gått ut. Du kan be om en ny.',

  'border.guest': 'Du är gäst här. Din egen organisation sköter ditt lösenord, så fråga dem om återställning.',
  'border.disabled': 'Det här kontot är avstängt. Prata med din chef eller med it-avdelningen.',
  'border.group': 'Jag pratar bara om lösenord på tu man hand. Öppna en chatt med mig ensam.',
  'border.unknown-person': 'Jag kan inte se vem du är i den här chatten. Öppna en chatt med mig i Teams.',
  'border.unlisted': 'Jag hittar dig inte i katalogen. Kontakta it-avdelningen.',
  'fault.text': 'Något gick fel hos mig. Inget som du har skrivit är borta. Försök igen. Referens: {reference}.',
  'fault.busy': 'Jag arbetar fortfarande med ditt förra meddelande. Försök igen om en liten stund.',
  'local.as': 'Nu är du {name}. Det här fungerar bara i lokalt läge.',
  'local.nobody': 'Jag känner ingen med det namnet. Pröva: {names}.',

  'letter.text': '{code} är din kod från {name}. Den gäller i 5 minuter. Lämna inte ut den till någon.',
  'letter.call':
    'Hej. Det här är {name}. Din kod är: {digits}. En gång till: {digits}. Lämna inte ut den till någon. Hej då.',
  'letter.email.subject': '{code} är din kod',
  'letter.email.text':
    'Hej!\n\nDin kod är {code}. Skriv in den i chatten med {name} i Teams. Den gäller i 5 minuter.\n\nLämna inte ut den till någon. Ingen från it-avdelningen kommer att fråga efter den.\n\nHar du inte bett om någon kod kan du bortse från det här mejlet.',
};
