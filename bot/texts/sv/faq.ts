import type { faq as english } from '../en/faq.ts';

/** Vad en svensk läsare får höra som frågar eller säger något som inte hör till något flöde. Vilka rader som hör ihop står i `dialogs/faq.ts`. */
export const faq: Readonly<Record<keyof typeof english, string>> = {
  'faq.phone-lost': 'Det var tråkigt med telefonen. Be operatören spärra numret tills du har fått ett nytt kort.',
  'faq.phone-stolen':
    'Det var tråkigt att telefonen är stulen. Be operatören spärra numret nu, och berätta för {name} i dag.',
  'faq.phone-broken': 'Sätt ditt sim-kort i en annan telefon, så kommer koderna fram som förut.',
  'faq.phone-abroad': 'Koderna når ditt nummer utomlands så länge det sim-kortet sitter i. Ett annat kort får inga.',
  'faq.company-phone-returned': 'Koder ska inte gå till en telefon som du har lämnat tillbaka.',
  'faq.email-lost': 'En mejladress hjälper bara om du kan läsa mejlen utan jobblösenordet.',
  'faq.held': 'Det här har du hos mig nu: {held}. Allt går att ändra eller ta bort.',
  'faq.held-none': 'Du har ingen metod hos mig än.',
  'faq.instead': 'Du kan använda det här i stället: {instead}.',
  'faq.instead-none': 'Det finns ingen annan metod för dig här, så prata med {name}.',
  'faq.new-phone': 'Med samma nummer behöver du inte göra något: sms och samtal kommer fram som förut.',
  'faq.new-phone.app': 'Bara appen följer inte med av sig själv. Lägg in den på nytt i den nya telefonen.',
  'faq.new-number': 'Skriv det nya numret här, så skickar jag en kod dit. Sedan tar det över efter det gamla.',
  'faq.new-address': 'Skriv den nya adressen här, så skickar jag en kod dit. Sedan tar den över efter den gamla.',
  'faq.app-new-phone': 'Koderna flyttar inte till en ny telefon av sig själva. Lägg in appen på nytt där.',
  'faq.app-empty': 'En tom app har tappat kopplingen till ditt konto. Den måste läggas in på nytt.',
  'faq.app-again': 'Jag kan visa en ny bild att skanna. Den ersätter den gamla när den fungerar.',
  'faq.app-there':
    'Appen du loggar in med sköts på sidan Säkerhetsinformation, inte hos mig. Kommer du inte in kan {name} hjälpa dig.',
  'faq.app-no-push':
    'Öppna appen själv: frågan väntar ofta där inne. Telefonen måste också ha nät. Frågan kommer från inloggningen, inte från mig.',
  'faq.app-code-refused':
    'Koderna i en app går efter klockan. Låt telefonen ställa klockan själv, och ta den nyaste koden.',
  'faq.app-number':
    'Inloggningssidan visar ett tal, så att bara du kan godkänna inloggningen. Skriv det talet i appen.',
  'faq.app-qr': 'Gör bilden större och håll telefonen stilla. Du kan också skriva nyckeln som står bredvid.',
  'faq.app-remove': 'Du kan ta bort appen. Se först till att dina andra metoder räcker.',
  'faq.what-is-an-app':
    'En autentiseringsapp är en gratis app i telefonen. Den visar en ny kod med 6 siffror var 30:e sekund, även utan nät.',
  'faq.app-which':
    'Det går bra med vilken app som helst som visar koder med 6 siffror, från Microsoft eller någon annan.',
  'faq.app-allowed': 'Du kan ha den som en av dina metoder.',
  'faq.app-not-allowed': 'Din organisation använder den inte till det här, så du behöver ingen.',
  'faq.which-method.app': 'En app är säkrast: den behöver ingen täckning, och ingen kan fånga upp koden på vägen.',
  'faq.which-method.phone': 'En telefon är enklast att lägga in.',
  'faq.which-method.email': 'En privat mejladress hjälper dig även när telefonen är borta.',
  'faq.own-phone': 'Din egen telefon är bara en av metoderna. Tar du den används numret till koder och inget annat.',
  'faq.own-phone.only':
    'Än så länge finns bara en egen telefon att välja här. {name} kan säga vad som finns i stället.',
  'faq.no-mobile': 'Det går att göra det här utan mobil.',
  'faq.no-mobile.only': 'Än så länge finns bara mobil att välja här. {name} kan hjälpa dig på ett annat sätt.',
  'faq.landline': 'Det går också bra med en fast telefon: jag ringer dit och läser upp koden.',
  'faq.borrowed-phone':
    'Använd bara det som är ditt eget. Den som har någon annans telefon i handen kan annars byta lösenordet i ditt ställe.',
  'faq.texts-ending.here': 'Mina sms och samtal fortsätter. Jag känner inte till något slutdatum.',
  'faq.texts-ending.own-provider': 'Nej. Microsoft slutar med sina sms, men din organisation har ordnat egna.',
  'faq.texts-ending.until':
    'Ja. Microsoft slutar med sms och samtal den {date}. Sedan räknas inte en telefon vid återställning.',
  'faq.texts-ending.over':
    'Microsoft slutade med sms och samtal den {date}. En telefon räknas inte längre vid återställning.',
  'faq.texts-ending.none': 'Din organisation använder inte sms eller samtal till det här.',
  'faq.is-this-real':
    'Bra att du frågar. Jag hör till din egen organisation, jag skriver till dig i Teams, och jag ber aldrig om lösenord.',
  'faq.ask-first': 'Är du osäker så vänta, och fråga {name} först.',
  'faq.who-are-you':
    'Jag är {product}: ett program, ingen människa. Din organisation har mig för att du ska kunna återställa lösenordet själv.',
  'faq.who-sends':
    'Koderna som du ber om i den här chatten kommer från mig. I varje sådant meddelande står det {product}.',
  'faq.who-sends.there': 'Koderna på återställningssidan kommer från Microsoft.',
  'faq.unasked': 'Kommer en kod som du inte har bett om, ge den inte till någon. Berätta det för {name}.',
  'faq.how-often':
    'Du lägger in en metod en gång. {count, plural, one {Varje dag} other {Var #:e dag}} frågar jag om den stämmer.',
  'faq.how-often.never': 'Du lägger in en metod en gång. Sedan frågar jag inte igen.',
  'faq.reset-rules':
    'Det bestämmer din organisation, och återställningssidan säger vad som fattas. Några ord i rad är lätta att minnas. Gamla lösenord nekas.',
  'faq.reminders': 'Jag skriver bara när något väntar på dig. När du har gått igenom det är jag tyst igen.',
  'faq.password-expired': 'Ett lösenord som har gått ut byts på samma sätt som ett glömt.',
  'faq.temporary-password': 'Ett tillfälligt lösenord gäller bara en kort tid. {name} kan ge dig ett nytt.',
  'faq.captcha':
    'Återställningssidan kan visa andra bokstäver, eller läsa upp dem: använd de två små knapparna bredvid bilden.',
  'faq.other-devices':
    'Varje enhet frågar efter det nya lösenordet en gång. Skriv det där, eller logga ut och in igen. Gamla lösenord som en enhet har sparat kan låsa kontot.',
  'faq.switchboard': 'Mitt samtal når bara huvudnumret. Använd ett nummer som ringer hos dig, eller en annan metod.',
  'faq.sign-in':
    'Jag sköter återställningen, inte själva inloggningen. Är det lösenordet det hänger på kan du byta det.',
  'faq.password-in-order': 'Är lösenordet rätt hjälper ingen återställning. {name} kan se vad inloggningen säger.',
  'faq.mfa-too-often': 'Hur ofta inloggningen frågar bestämmer din organisation, inte jag. {name} vet mer.',
  'faq.somebody-else': 'Jag kan bara se ditt eget konto. De kan skriva till mig själva, eller så hjälper {name} dem.',
  'faq.other-system': 'Jag hjälper bara till med att återställa lösenordet på jobbet. {name} hjälper till med resten.',
  'faq.injection':
    'Jag håller mig till mina kontroller, vad som än står i ett meddelande. Jag hjälper dig gärna med dina egna metoder.',
  'faq.anger': 'Jag förstår att det är tröttsamt. Berätta vad som inte går, eller prata med {name}.',
  'faq.small-talk': 'Jag är bättre på lösenord än på småprat. Jag kan göra dig redo att återställa ditt.',
  'faq.more': 'Mer än så vet jag inte om det. {name} kan berätta mer.',
  'faq.picture':
    'Jag kan inte läsa bilder eller filer, och jag sparar dem inte. Skriv koden eller texten som står under meddelandet.',
  'faq.picture.said': 'Jag har en bild eller en fil att visa.',
  'faq.picture.person': 'Eller så lämnar jag över: {name} kan då be dig om bilden.',
};
