import type { methodTexts as english } from '../en/methods.ts';

/** Vad en svensk läsare ser av det som är tillagt: ändra, ta bort, underkänna, vad som är känt, glömma. */
export const methodTexts: Readonly<Record<keyof typeof english, string>> = {
  'home.manage': 'Ändra eller ta bort',
  'manage.title': 'Dina återställningsmetoder',
  'manage.none':
    'Du har inte lagt till något här som går att ändra. Det som organisationen har lagt in kan bara it-supporten ändra: skriv till dem vad som är rätt.',
  'manage.value': '{address}, bekräftades den {date}',
  'manage.halted': 'Just nu går inget att ändra eller ta bort. Kontakta it-supporten om det inte kan vänta.',
  'manage.change.authentication-phone': 'Ändra telefonen',
  'manage.change.authentication-email': 'Ändra mejladressen',
  'manage.change.authenticator-app': 'Byt app',
  'manage.change.security-questions': 'Ändra frågorna',
  'manage.change.office-phone': 'Kontrollera arbetstelefonen',
  'manage.remove.authentication-phone': 'Ta bort telefonen',
  'manage.remove.authentication-email': 'Ta bort mejladressen',
  'manage.remove.authenticator-app': 'Ta bort appen',
  'manage.remove.security-questions': 'Ta bort frågorna',
  'manage.remove.office-phone': 'Sluta använda arbetstelefonen',
  'manage.row': '{method}: {address}, bekräftades den {date}',
  'manage.rowPlain': '{method}, bekräftades den {date}',
  'method.change': 'Ändra',
  'method.remove': 'Ta bort',
  'remove.title.authentication-phone': 'Ta bort telefonen?',
  'remove.title.authentication-email': 'Ta bort mejladressen?',
  'remove.title.authenticator-app': 'Ta bort autentiseringsappen?',
  'remove.title.security-questions': 'Ta bort säkerhetsfrågorna?',
  'remove.title.office-phone': 'Sluta använda arbetstelefonen?',
  'remove.stillReady':
    'Då har du {proven, plural, one {en metod} other {# metoder}} kvar, och {required, plural, one {en behövs} other {# behövs}}.',
  'remove.notReady':
    'Då kan du inte längre återställa lösenordet själv. Det behövs {required, plural, one {en metod} other {# metoder}}, och du har {proven, plural, =0 {ingen kvar} one {en kvar} other {# kvar}}.',
  'remove.last':
    'Det är den sista du har visat här. Du kan lägga till en ny inom 20 minuter efter att du har visat att det är du, annars först om sju dagar.',
  'remove.keep': 'Behåll',
  'remove.yes': 'Ta bort',
  'outcome.method-removed.authentication-phone': 'Jag har tagit bort telefonen.',
  'outcome.method-removed.authentication-email': 'Jag har tagit bort mejladressen.',
  'outcome.method-removed.authenticator-app': 'Jag har tagit bort autentiseringsappen.',
  'outcome.method-removed.security-questions': 'Jag har tagit bort säkerhetsfrågorna.',
  'outcome.method-removed.office-phone': 'Jag räknar inte längre med arbetstelefonen.',
  'outcome.not-set-up': 'Den metoden finns inte längre.',
  'outcome.taken-out.by-proof':
    'Ur bruk nu: {methods}. Alla ändringar är stoppade till {time}, och it-supporten är larmad. Visa att det är du, så lägger jag tillbaka det som fanns förut.',
  'outcome.taken-out.by-it':
    'Ur bruk nu: {methods}. Alla ändringar är stoppade till {time}. It-supporten är larmad: bara de kan lägga tillbaka det som fanns förut.',
  'outcome.taken-out.nothing':
    'Ur bruk nu: {methods}. Alla ändringar är stoppade till {time}, och it-supporten är larmad. Det fanns inget förut att lägga tillbaka.',
  'outcome.brought-back':
    'Tillbaka igen: {methods}. Jag meddelar alla nummer och adresser som du nyligen har haft här.',
  'outcome.nothing-waits': 'Det finns inget att lägga tillbaka.',
  'outcome.it-brings-back': 'Bara it-supporten kan lägga tillbaka det som är ur bruk. Fråga dem.',
  'outcome.no-method-left':
    'Din sista metod togs bort nyligen, och jag kan inte veta om det var du. Du kan lägga till en ny från {time}. Är det bråttom kan du fråga it-supporten.',
  'notMe.title': 'Vilken ändring har du inte gjort?',
  'notMe.ask': 'Är det inte du som har gjort den här ändringen?',
  'notMe.comes':
    'I så fall tas den ur bruk genast, med allt som kom efter. Alla ändringar stoppas, och it-supporten larmas. Det som fanns förut läggs tillbaka när du visar att det är du.',
  'notMe.yes': 'Det var inte jag',
  'notMe.no': 'Det var jag',
  'notMe.intro':
    'Välj den äldsta ändringen som du inte har gjort. Den tas ur bruk genast, med allt som kom efter. Sedan stoppas alla ändringar, och it-supporten larmas.',
  'notMe.label': 'Ändringar de senaste sju dagarna',
  'notMe.choose': 'Välj en ändring först.',
  'notMe.waits': 'Ur bruk, eftersom du inte låg bakom en ändring: {methods}.',
  'notMe.out': 'Ta den ur bruk',
  'notMe.back': 'Lägg tillbaka det som fanns förut',
  'prove.introBack': 'Visa det med en metod som ingen har rört, så lägger jag tillbaka det som fanns förut.',
  'home.back': 'Lägg tillbaka det som fanns förut',
  'outcome.change-unknown':
    'Jag känner inte till någon ändring de senaste sju dagarna. Kontakta it-supporten direkt om något ser fel ut.',
  'outcome.erased': 'Dina uppgifter är raderade. Du kan börja om när du vill.',
  'outcome.erased.until':
    'Ingen av dina metoder gäller längre. Det jag behöver för att ångra det här, om det inte var du, tar jag bort den {date}. Vill du börja om innan dess, gör det inom 20 minuter.',
  'notice.title': 'Dina återställningsmetoder har ändrats',
  'notice.added': '{method}: lades till den {time}.',
  'notice.replaced': '{method}: ändrades den {time}.',
  'notice.removed': '{method}: togs bort den {time}.',
  'notice.brought-back': '{method}: lades tillbaka den {time}.',
  'notice.let-go': '{method}: it-supporten beslutade den {time} att det som fanns förut inte ska läggas tillbaka.',
  'notice.calm': 'Om det var du behöver du inte göra något.',
  'notice.notMe': 'Det var inte jag',
  'notice.letter.subject': 'Dina återställningsmetoder har ändrats',
  'notice.letter.text':
    '{what} Om det var du behöver du inte göra något. Om inte: öppna chatten med {name} i Teams och skriv: det var inte jag.',
  'notice.letter.before': '{count, plural, one {En ändring till} other {# ändringar till}} sedan den {time}.',
  'notice.letter.erased':
    'Dina återställningsmetoder har tagits bort med {name} i Teams. Om det var du behöver du inte göra något. Om inte: öppna chatten med {name} inom sju dagar och skriv: det var inte jag.',
  'notice.letter.stop-ended':
    'It-supporten har hävt stoppet för ändringar av dina återställningsmetoder. Inget har lagts tillbaka. Om du inte har bett om det: kontakta it-supporten direkt.',
  'notice.letter.disowned':
    'Någon har sagt till {name} i Teams att du inte låg bakom en ändring av dina återställningsmetoder. Det ändrade är ur bruk, inget har lagts tillbaka, och alla ändringar är stoppade tills vidare. Om det inte var du: kontakta it-supporten direkt.',
  'data.title': 'Det här vet jag om dig',
  'data.intro': 'Det här sparar jag om dig. Koderna kan ingen läsa, inte ens jag.',
  'data.method': '{method}: {address}, bekräftades den {date} ({channel})',
  'data.methodPlain': '{method}, bekräftades den {date}',
  'data.none': 'Ingen metod är tillagd.',
  'data.language': 'Språk i mina meddelanden till dig: {language}',
  'data.chat': 'Chattens adress, så att jag kan skriva till dig',
  'data.changes':
    'Ändringar de senaste sju dagarna: {count}. Jag sparar det som fanns före varje ändring, så att det kan komma tillbaka.',
  'data.sends': 'Koder som du har bett om det senaste dygnet: {count}',
  'data.audit':
    'Logg över vad som har gjorts, utan nummer och adresser: {count}, den senaste {date}. Den sparas ett år.',
  'data.erase': 'Radera mina uppgifter',
  'data.whole': 'Visa hela nummer och adresser',
  'data.close': 'Stäng',
  'data.tickets': 'Hjälpärenden finns på egna kort. De finns kvar i 90 dagar efter att de har avslutats.',
  'erase.title': 'Radera dina uppgifter?',
  'erase.intro':
    'Dina metoder slutar gälla genast. Sedan kan du inte återställa lösenordet själv. Det jag behöver för att ångra det här, om det inte var du, tar jag bort efter sju dagar.',
  'erase.yes': 'Ja, radera mina uppgifter',
  'erase.keep': 'Behåll allt',

  'outcome.frozen':
    'Alla ändringar är stoppade till {time}, eftersom du inte låg bakom en av dem. Det som ingen har rört fungerar fortfarande.',
  'outcome.too-many-changes':
    'Du har ändrat dina metoder många gånger på sistone. Efter {time} kan du ändra dem igen. Allt du har fungerar.',
};
