import type { Texts } from './catalog.ts';
import { answers } from './sv/answers.ts';
import { authenticator } from './sv/authenticator.ts';
import { confirming } from './sv/confirming.ts';
import { ending } from './sv/ending.ts';
import { registration } from './sv/registration.ts';
import { situationTexts } from './sv/situations.ts';
import { tab } from './sv/tab.ts';
import { tickets } from './sv/tickets.ts';
import { why } from './sv/why.ts';

/** Varje ord som en svensk läsare kan se. Skrivet för hand: korta meningar, du-tilltal, inga produktord. */
export const sv: Texts = {
  ...answers,
  ...authenticator,
  ...confirming,
  ...ending,
  ...registration,
  ...situationTexts,
  ...tab,
  ...tickets,
  ...why,

  'product.name': 'Redo för återställning',
  'contact.name': 'it-supporten',

  'method.authentication-phone': 'Telefon',
  'method.authentication-email': 'Mejl',
  'method.authenticator-app': 'Authenticator-app',
  'method.security-questions': 'Säkerhetsfrågor',
  'method.office-phone': 'Telefon på jobbet',

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
  'home.none': 'Hej! Jag gör dig redo att återställa ditt lösenord själv. Det tar ungefär två minuter.',
  'home.partly':
    'Du har {proven} av {required} sätt klara. Med {missing, plural, one {ett till} other {# till}} kan du återställa lösenordet själv.',
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
  'home.state.due': 'Behöver ses över',
  'home.state.on-its-way': 'På väg',
  'home.state.there': 'Aktivt sedan den {date}',
  'home.state.not-there': 'Inte aktivt',
  'home.state.kept': 'Bara hos mig',
  'home.privacy': 'Vem ser det här?',
  'home.language': 'In English',

  'readiness.pictureResilient': 'Redo, med {spare, plural, one {ett sätt} other {# sätt}} i reserv',
  'readiness.progress': '{proven} av {required} sätt klara',

  'choose.title': 'Välj ett sätt',
  'choose.intro':
    'För att kunna återställa lösenordet behöver du {required, plural, one {ett sätt} other {# sätt}} att visa att det är du.',
  'choose.introSpare': 'Du är redo. Ett sätt till hjälper när ett annat är utom räckhåll, till exempel på en resa.',
  'choose.authentication-phone': 'Telefon: du får en kod som sms eller samtal. Enkelt, men ett nummer kan kapas.',
  'choose.authentication-phone.one': 'Telefon: du får en kod. Enkelt, men ett nummer kan kapas.',
  'choose.authentication-email': 'Mejl: du får en kod till en privat mejladress.',
  'choose.authenticator-app': 'Authenticator-app: telefonen visar en kod. Säkert, och fungerar utan täckning.',
  'choose.security-questions': 'Säkerhetsfrågor: du svarar på några frågor om dig själv. Det svagaste sättet.',
  'choose.office-phone': 'Telefon på jobbet: jag ringer det nummer som din organisation har lagt in.',
  'choose.take.authentication-phone': 'Använd en telefon',
  'choose.take.authentication-email': 'Använd en mejladress',
  'choose.take.authenticator-app': 'Använd en app',
  'choose.take.security-questions': 'Använd säkerhetsfrågor',
  'choose.take.office-phone': 'Använd telefonen på jobbet',
  'choose.later': 'Inte nu',

  'phone.title': 'Lägg till en telefon',
  'phone.intro': 'Vilket nummer kan du svara på när du inte kan logga in? Jag skickar en kod för att pröva det.',
  'phone.weaker':
    'En telefon är ett svagare sätt, för nummer kan flyttas eller kapas. Lägg gärna till en mejladress också.',
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
  'email.intro': 'Välj en mejladress som du kommer åt utan jobblösenordet. Jag skickar en kod för att pröva den.',
  'email.address': 'Mejladress',
  'email.example': 'Till exempel {example}',
  'email.send': 'Skicka koden',

  'code.title': 'Skriv in koden',
  'code.sent.text': 'Ett sms med en kod är på väg till {address}.',
  'code.sent.call': 'Jag ringer {address} och läser upp en kod.',
  'code.sent.email': 'Ett mejl med en kod är på väg till {address}.',
  'code.wait': 'Det tar oftast mindre än en minut. Koden gäller till {time}.',
  'code.refused': 'Jag nådde inte {address}. Kontrollera att det stämmer, eller välj ett annat sätt.',
  'code.arrived.text': 'Sms:et har kommit fram till {address}.',
  'code.arrived.call': 'Jag ringde {address} och någon svarade.',
  'code.arrived.email': 'Mejlet har kommit fram till {address}.',
  'code.not-arrived.unreachable':
    'Telefonen {address} verkar vara avstängd eller sakna täckning. Slå på den och be om en ny kod, eller välj ett annat sätt.',
  'code.not-arrived.no-such-number':
    'Det går inte att nå någon på {address}. Kontrollera att numret stämmer, eller välj ett annat sätt.',
  'code.not-arrived.no-texts': '{address} kan inte ta emot sms. Be mig ringa i stället, eller använd ett annat nummer.',
  'code.not-arrived.not-answered':
    'Jag ringde {address} men ingen svarade. Be om ett nytt samtal, eller välj ett annat sätt.',
  'code.not-arrived.too-slow':
    'Meddelandet till {address} tog för lång tid, och koden gäller inte längre. Be om en ny kod, eller välj ett annat sätt.',
  'code.not-arrived.blocked': 'Meddelandet till {address} stoppades på vägen. Välj ett annat sätt.',
  'code.not-arrived.unknown': 'Meddelandet nådde inte {address}. Be om en ny kod, eller välj ett annat sätt.',
  'code.label': 'Kod, 6 siffror',
  'code.check': 'Kontrollera koden',
  'code.resend': 'Skicka en ny kod',
  'code.resend.text': 'Skicka sms i stället',
  'code.resend.call': 'Ring mig i stället',
  'code.change.authentication-phone': 'Byt nummer',
  'code.change.authentication-email': 'Byt adress',
  'code.change.office-phone': 'Inte mitt nummer',
  'code.again.text': 'Jag har skickat ett nytt sms. Bara den senaste koden gäller.',
  'code.again.call': 'Jag ringer dig med en ny kod. Bara den senaste koden gäller.',
  'code.again.email': 'Jag har skickat ett nytt mejl. Bara den senaste koden gäller.',
  'code.notHere': 'Har inget kommit? Vänta en minut. Be sedan om en ny kod, eller välj ett annat sätt.',
  'code.prove': 'Du har redan lagt till ett sätt. Visa först att det är du.',

  'prove.title': 'Visa först att det är du',
  'prove.intro': 'Du har lagt till sätt tidigare. Använd ett av dem nu, innan något ändras.',
  'prove.take': '{method}: {address}',

  'home.manage': 'Ändra eller ta bort',
  'manage.title': 'Dina återställningssätt',
  'manage.intro': 'Välj det som du vill ändra eller ta bort.',
  'manage.row': '{method}: {address}, bekräftat den {date}',
  'manage.rowPlain': '{method}, bekräftat den {date}',
  'method.change': 'Ändra',
  'method.remove': 'Ta bort',
  'method.changeHint': 'Det nya ersätter det gamla först när det är bekräftat.',
  'remove.title.authentication-phone': 'Ta bort telefonen?',
  'remove.title.authentication-email': 'Ta bort mejladressen?',
  'remove.title.authenticator-app': 'Ta bort authenticator-appen?',
  'remove.title.security-questions': 'Ta bort säkerhetsfrågorna?',
  'remove.title.office-phone': 'Sluta använda telefonen på jobbet?',
  'remove.stillReady': 'Du är fortfarande redo, med {proven} av {required} sätt.',
  'remove.notReady': 'Då kan du inte längre återställa lösenordet själv. Du har {proven} av {required} sätt kvar.',
  'remove.last':
    'Det är ditt sista. Du kan lägga till ett nytt inom 20 minuter efter att du har visat att det är du, annars först om sju dagar.',
  'remove.keep': 'Behåll',
  'remove.yes': 'Ta bort',
  'outcome.method-removed.authentication-phone': 'Jag har tagit bort telefonen.',
  'outcome.method-removed.authentication-email': 'Jag har tagit bort mejladressen.',
  'outcome.method-removed.authenticator-app': 'Jag har tagit bort authenticator-appen.',
  'outcome.method-removed.security-questions': 'Jag har tagit bort säkerhetsfrågorna.',
  'outcome.method-removed.office-phone': 'Jag räknar inte längre med telefonen på jobbet.',
  'outcome.not-set-up': 'Det sättet finns inte längre.',
  'outcome.taken-out.by-proof':
    'Ur bruk nu: {methods}. Alla ändringar är stoppade till {time}, och it-supporten är tillkallad. Visa att det är du, så tar jag det som fanns innan i bruk igen.',
  'outcome.taken-out.by-it':
    'Ur bruk nu: {methods}. Alla ändringar är stoppade till {time}. It-supporten är tillkallad: bara de kan ta det som fanns innan i bruk igen.',
  'outcome.taken-out.nothing':
    'Ur bruk nu: {methods}. Alla ändringar är stoppade till {time}, och it-supporten är tillkallad. Där fanns inget innan.',
  'outcome.brought-back': 'I bruk igen: {methods}. Jag berättar det för alla adresser som du har haft här på sistone.',
  'outcome.nothing-waits': 'Det finns inget att ta i bruk igen.',
  'outcome.it-brings-back': 'Bara it-supporten kan ta det som är ur bruk i bruk igen. Fråga dem.',
  'outcome.no-method-left':
    'Ditt sista sätt togs bort nyligen, och jag kan inte veta om det var du. Du kan lägga till ett nytt från {time}. Är det bråttom kan du fråga it-supporten.',
  'notMe.title': 'Vilken ändring var inte du?',
  'notMe.intro':
    'Välj den äldsta som inte var du. Den tas ur bruk genast, med allt som kom efter. Sedan stoppas alla ändringar, och it-supporten tillkallas.',
  'notMe.label': 'Ändringar de senaste sju dagarna',
  'notMe.choose': 'Välj en ändring först.',
  'notMe.waits': 'Ur bruk, eftersom en ändring inte var din: {methods}.',
  'notMe.out': 'Ta den ur bruk',
  'notMe.back': 'Ta i bruk det som fanns innan',
  'prove.introBack': 'Visa det med ett sätt som ingen har rört, så tar jag i bruk det som fanns innan.',
  'home.back': 'Ta i bruk det som fanns innan',
  'outcome.change-unknown':
    'Jag känner inte till någon ändring de senaste sju dagarna. Om något ser fel ut ska du säga till it-supporten genast.',
  'outcome.erased': 'Jag har glömt dig. Du kan börja om när du vill.',
  'outcome.erased.until':
    'Inget av dina sätt gäller längre. Det jag behöver för att ångra det här, om det inte var du, tar jag bort den {date}. Vill du börja om innan dess, gör det inom 20 minuter.',
  'outcome.proof-needed': 'Visa först att det är du.',
  'notice.title': 'Din lösenordsåterställning har ändrats',
  'notice.added': '{method}: tillagt den {time}.',
  'notice.replaced': '{method}: ändrat den {time}.',
  'notice.removed': '{method}: borttaget den {time}.',
  'notice.brought-back': '{method}: i bruk igen den {time}.',
  'notice.let-go': '{method}: it-supporten beslutade den {time} att det som fanns förut inte tas i bruk igen.',
  'notice.calm': 'Om det var du behöver du inte göra något.',
  'notice.notMe': 'Det var inte jag',
  'notice.letter.subject': 'Din lösenordsåterställning har ändrats',
  'notice.letter.text':
    '{what} Om det var du behöver du inte göra något. Om inte: öppna chatten med {name} i Teams och skriv: det var inte jag.',
  'notice.letter.before': '{count, plural, one {En ändring till} other {# ändringar till}} sedan den {time}.',
  'notice.letter.erased':
    'Dina sätt att återställa lösenordet har tagits bort med {name} i Teams. Om det var du behöver du inte göra något. Om inte: öppna chatten med {name} inom sju dagar och skriv: det var inte jag.',
  'notice.letter.stop-ended':
    'It-supporten har upphävt stoppet för ändringar av din lösenordsåterställning. Inget har lagts tillbaka. Om du inte har bett om det: säg till it-supporten genast.',
  'notice.letter.disowned':
    'Någon har sagt till {name} i Teams att du inte låg bakom en ändring av din lösenordsåterställning. Den är tagen ur bruk, inget har lagts tillbaka, och alla ändringar är stoppade så länge. Om det inte var du: säg till it-supporten genast.',
  'data.title': 'Det här vet jag om dig',
  'data.intro': 'Det här sparar jag om dig. Koderna kan ingen läsa, inte ens jag.',
  'data.method': '{method}: {address}, bekräftat den {date} ({channel})',
  'data.methodPlain': '{method}, bekräftat den {date}',
  'data.none': 'Inget sätt är tillagt.',
  'data.language': 'Språk i mina meddelanden till dig: {language}',
  'data.chat': 'Var den här chatten finns, så att jag kan skriva till dig',
  'data.changes': 'Ändringar de senaste sju dagarna, med det som fanns innan: {count}',
  'data.sends': 'Koder som du har bett om det senaste dygnet: {count}',
  'data.audit':
    'Anteckningar om vad som har gjorts, utan nummer och adresser: {count}, den senaste {date}. De sparas ett år.',
  'data.erase': 'Glöm mig',
  'data.close': 'Stäng',
  'data.tickets': 'Hjälpärenden finns på egna kort. De finns kvar i 90 dagar efter att de har avslutats.',
  'erase.title': 'Glömma dig?',
  'erase.intro':
    'Dina sätt slutar gälla genast. Sedan kan du inte återställa lösenordet själv. Det jag behöver för att ångra det här, om det inte är du, tar jag bort efter sju dagar.',
  'erase.yes': 'Ja, glöm mig',
  'erase.keep': 'Behåll allt',
  'finish.title': 'Du är redo',
  'finish.now': 'Från och med nu kan du återställa ditt lösenord själv. Ingen annan behöver hjälpa dig.',
  'finish.titleSoon': 'Snart klart',
  'finish.onItsWay':
    'Dina sätt är på väg till återställningstjänsten. När de är där, oftast inom en minut, kan du återställa lösenordet själv. Går något fel hör jag av mig.',
  'finish.day': 'Den dag du behöver det öppnar du den här sidan, på vilken enhet som helst:',
  'finish.link': 'passwordreset.microsoftonline.com',
  'finish.who': 'Ditt nummer och din mejladress syns inte i katalogen. Bara du och dina administratörer kan se dem.',
  'finish.spare': 'Ett sätt till hjälper den dag du inte når de andra.',
  'finish.done': 'Klart',

  'retired.phone': 'Nummer: {address}',
  'retired.email': 'Adress: {address}',
  'retired.code': 'Koden är inskriven',
  'retired.answered': 'Besvarat',
  'retired.left': 'Inte klart. Fortsätt på det nyaste kortet.',

  'button.back': 'Tillbaka',
  'button.cancel': 'Avbryt',

  'outcome.too-soon':
    'Jag har nyss skickat en kod. Du kan be om nästa om {seconds, plural, one {en sekund} other {# sekunder}}.',
  'outcome.address-resting':
    'Fler koder kan jag inte skicka dit just nu. Försök igen efter {time}, eller välj ett annat sätt.',
  'outcome.person-resting': 'Du har bett om många koder i dag. Försök igen efter {time}.',
  'outcome.sending-paused': 'Jag kan inte skicka koder just nu. Inget har gått förlorat. Försök igen senare.',
  'outcome.frozen':
    'Alla ändringar är stoppade till {time}, eftersom en av dem inte var din. Det som ingen har rört fungerar fortfarande.',
  'outcome.too-many-changes':
    'Du har ändrat dina sätt många gånger på sistone. Efter {time} kan du ändra dem igen. Allt du har fungerar.',
  'outcome.not-offered': 'Din organisation erbjuder inte det sättet.',
  'outcome.challenge-gone': 'Den koden gäller inte längre. Så här långt har vi kommit.',
  'outcome.wrong-code':
    'Det är inte rätt kod. Du har {left, plural, one {ett försök} other {# försök}} kvar. Bara den senaste koden gäller.',
  'outcome.code-used-up': 'Den koden har prövats för många gånger. Be om en ny.',
  'outcome.code-too-old': 'Den koden har gått ut. Be om en ny.',
  'outcome.old-card': 'Det kortet har du redan besvarat. Så här långt har vi kommit.',
  'outcome.not-a-code': 'En kod har 6 siffror. Skriv den som jag skickade.',
  'outcome.method-proven.authentication-phone': 'Telefonen är bekräftad.',
  'outcome.method-proven.authentication-email': 'Mejladressen är bekräftad.',
  'outcome.method-proven.authenticator-app': 'Appen är bekräftad.',
  'outcome.method-proven.security-questions': 'Säkerhetsfrågorna är sparade.',
  'outcome.method-proven.office-phone': 'Telefonen på jobbet är bekräftad.',
  'outcome.identity-proven': 'Tack! Nu vet jag att det är du.',

  'problem.phone-missing': 'Skriv ditt telefonnummer.',
  'problem.phone-unreadable': 'Jag kan inte läsa det som ett telefonnummer. Använd siffror, till exempel {example}.',
  'problem.phone-needs-country': 'Välj land, eller börja numret med + och landsnumret.',
  'problem.phone-too-short': 'Numret är för kort. Kontrollera de sista siffrorna.',
  'problem.phone-too-long': 'Numret är för långt. Se efter om det har blivit en siffra för mycket.',
  'problem.phone-not-in-use': 'Det finns inget sådant nummer i det landet. Kontrollera numret och landet.',
  'problem.phone-not-personal': 'Det är ett servicenummer. Använd en egen telefon.',
  'problem.phone-internet-only':
    'Nummer för internettelefoni fungerar inte här. Använd en mobil eller en fast telefon.',
  'problem.phone-cannot-text':
    'Det är en fast telefon, så den kan inte ta emot sms. Välj samtal eller ett annat nummer.',
  'problem.email-missing': 'Skriv din mejladress.',
  'problem.email-unreadable': 'Jag kan inte läsa det som en mejladress. Den ser ut som {example}.',
  'problem.phone-extension.call':
    'Jag kan inte slå anknytning {extension}: det skulle ringa på huvudnumret, och någon annan kan få höra koden. Om det är du som svarar där kan du fortsätta med numret som det står nu.',
  'problem.phone-extension.text':
    'Ett sms kan inte gå till anknytning {extension}. Om du får sms på själva numret kan du fortsätta med det som det står nu.',
  'problem.email-own-mailbox': 'Den inkorgen kan du bara öppna med jobblösenordet. Välj en privat adress.',
  'problem.email-own-domain': 'Adresser hos din egen organisation kräver jobblösenordet. Välj en privat adress.',

  'help.text':
    'Jag hjälper dig att lägga till sätt att återställa lösenordet själv. Du kan klicka eller skriva. Pröva: börja, status, tillbaka, avbryt, vem ser mitt nummer, eller in English.',
  'help.contact': 'Vill du prata med en människa kan du vända dig till {name}.',
  'help.contactAt': 'Vill du prata med en människa kan du vända dig till {name}: {address}.',
  'privacy.text':
    'Bara du och dina administratörer kan se ditt nummer och din mejladress. De syns inte i katalogen. Jag förvarar dem inlåsta. Jag använder dem bara till koder och till att berätta för dig om ändringar.',
  'cancel.done': 'Jag avbröt det. Inget har ändrats.',
  'back.nowhere': 'Det här är första sidan, så det går inte att gå tillbaka härifrån.',
  'language.changed': 'Från och med nu skriver jag på svenska.',
  'language.other': 'Jag kan tyvärr bara svenska och engelska. Jag fortsätter på svenska.',
  'thanks.text': 'Varsågod.',
  'unknown.noCode': 'Jag väntar inte på någon kod just nu.',
  'password.never':
    'Det där kan vara ett lösenord. Jag frågar aldrig efter lösenord. Skicka det inte hit, och byt det om det var ett riktigt lösenord.',
  'stale.text': 'Det kortet är gammalt. Det nyaste finns längre ner.',
  'stale.show': 'Visa det här',
  'restart.text': 'Jag har uppdaterats, så vi börjar om från första sidan. Inget som du har lagt till är borta.',
  'resume.expired': 'Koden från förra gången har gått ut. Du kan be om en ny.',

  'border.guest': 'Du är gäst här. Din egen organisation sköter ditt lösenord, så fråga dem om återställning.',
  'border.disabled': 'Det här kontot är avstängt. Prata med din chef eller med it-supporten.',
  'border.group': 'Jag pratar bara om lösenord på tu man hand. Öppna en egen chatt med mig.',
  'border.unknown-person': 'Jag kan inte se vem du är i den här chatten. Öppna en chatt med mig i Teams.',
  'border.unlisted': 'Jag hittar dig inte i katalogen. Kontakta it-supporten.',
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
};
