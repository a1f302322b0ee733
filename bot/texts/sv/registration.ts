import type { registration as english } from '../en/registration.ts';

/** Vad en svensk läsare ser där metoderna finns i Microsofts återställningstjänst, och inte hos boten. */
export const registration: Readonly<Record<keyof typeof english, string>> = {
  'button.registrationPage': 'Öppna Microsofts sida',

  'written.title': 'En ändring gick inte igenom',
  'written.notThere': '{method}: jag kunde inte lägga in metoden i återställningstjänsten. Den räknas inte än.',
  'written.stillThere':
    '{method}: jag kunde inte ta bort metoden ur återställningstjänsten. Den räknas fortfarande där.',
  'written.not-shown':
    'Där finns redan något som du inte har visat mig. Om det är ditt kan du bekräfta det hos mig först. Du kan också göra ändringen på Microsofts sida.',
  'written.not-listed':
    'Efter två dagar finns du fortfarande inte med i Microsofts lista över registreringar. Använd Microsofts sida så länge, och kontakta it-supporten.',
  'written.waitsTitle': 'Det här tar ett tag',
  'written.waits':
    '{method}: du finns inte med i Microsofts lista över registreringar än, så jag kan inte se vad du redan har där. Det kan dröja upp till ett och ett halvt dygn. Jag lägger in din metod så snart det går.',
  'written.administrator':
    'Ditt konto har en administratörsroll. Bara du själv får ändra metoderna, och det gör du på Microsofts sida.',
  'written.not-accepted': 'Tjänsten godtog det inte. Försök på Microsofts sida i stället.',
  'written.not-permitted': 'Tjänsten släpper inte in mig. Använd Microsofts sida så länge, och kontakta it-supporten.',
  'written.unknown-person': 'Tjänsten känner inte till ditt konto. Det behöver it-supporten titta på.',
  'written.silent': 'Tjänsten har inte svarat på två dagar. Använd Microsofts sida så länge.',

  'choose.elsewhere.authenticator-app': 'Telefonen visar en kod. Säkert. Du lägger till den på Microsofts sida.',
  'choose.elsewhere.security-questions':
    'Du svarar på några frågor om dig själv. Du lägger till dem på Microsofts sida.',
  'choose.kept.authenticator-app':
    'Visar mig att det är du. För själva återställningen lägger du till den på Microsofts sida också.',
  'choose.kept.security-questions':
    'Visar mig att det är du. För själva återställningen lägger du till dem på Microsofts sida också.',

  'erase.introThere':
    'Jag tar bort dina metoder och mina anteckningar här. Det som återställningstjänsten har blir kvar där: du kan fortfarande återställa lösenordet.',

  'there.register': 'Registrera dig på Microsofts sida',
  'there.change': 'Ändra mina metoder',
  'there.ready': 'Du är redo. Om du glömmer lösenordet kan du återställa det själv.',
  'there.notReady': 'Du är inte redo än. Du registrerar dig på Microsofts sida. Det tar ungefär två minuter.',
  'there.looking': 'Jag håller på att ta reda på om du är redo.',
  'there.unknown': 'Jag kan inte se just nu om du är redo. Du registrerar dig på Microsofts sida.',
  'there.registered': 'Registrerat',
  'home.registered':
    'Det som är registrerat räknas. Bekräfta det hos mig också, så påminner jag dig om att hålla det aktuellt.',
  'home.confirm': 'Bekräfta eller lägg till',
  'there.report': 'Listan jag läser är från den {time}. Den kan ligga upp till ett och ett halvt dygn efter.',
  'there.administrator': 'Ditt konto har en administratörsroll. Därför sköter du metoderna själv.',
  'there.unshown':
    'Du har redan något registrerat där som du inte kan visa för mig. Därför kan du bara lägga till mer på Microsofts sida.',
  'there.steps': 'Öppna Microsofts sida, logga in och lägg till dina metoder där. Chatten här finns kvar så länge.',
  'there.watch':
    'Du behöver inte säga till när du är klar: jag tittar efter i tre dagar och skriver så fort jag ser det. En telefon eller en mejladress syns inom några minuter. Resten kan ta upp till ett och ett halvt dygn.',
  'there.look': 'Jag är klar, kontrollera nu',
  'there.notYet':
    'Jag ser inte att det räcker än. Det behöver inte betyda något: det kan ta upp till ett och ett halvt dygn. Jag fortsätter titta och skriver till dig.',
  'there.enough': 'Nu syns din registrering. På första kortet ser du om en återställning fungerar.',
  'there.moreTitle': 'Nu ser jag det',
  'there.more':
    'Nyregistrerat: {methods}. Det kan ta upp till ett och ett halvt dygn innan det syns om det räcker. Då skriver jag till dig.',
};
