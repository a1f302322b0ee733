import type { tab as english } from '../en/tab.ts';

/** Vad en svensk läsare ser av fliken: sina egna sätt, och siffrorna för supporten. */
export const tab: Readonly<Record<keyof typeof english, string>> = {
  'tab.title': 'Mina återställningsmetoder',
  'tab.wait': 'Ett ögonblick …',
  'tab.methods': 'Sätt att visa att det är du',
  'tab.checkAgain': 'Behöver ses över senast den {date}',
  'tab.due': 'Behöver ses över',
  'tab.dueRow': '{method}: stämmer det fortfarande? Du bekräftade det den {date}.',
  'tab.tickets': 'Dina öppna ärenden',
  'tab.tickets.none': 'Du har inga öppna ärenden.',
  'tab.ticket': '{number}, skickat den {date}',
  'tab.ticket.open': 'Väntar på att någon ska ta det',
  'tab.ticket.claimed': 'Någon arbetar med det',
  'tab.ticket.returned': 'Vi behöver ett svar från dig',
  'tab.chat': 'Fortsätt i chatten',
  'tab.again': 'Försök igen',
  'tab.privacy': 'Vem ser det här?',
  'tab.terms': 'Användarvillkor',
  'tab.terms.text':
    'Din organisation erbjuder appen till sina egna anställda. Samma regler gäller här som för din dator och ditt konto.',
  'tab.outside': 'Öppna sidan i Teams',
  'tab.outside.text':
    'Sidan visar hur redo du är att återställa ditt lösenord själv. Den fungerar bara inne i Teams, där jag vet vem du är.',
  'tab.outside.link': 'Öppna chatten i Teams',
  'tab.outside.search': 'Öppna Teams, välj Appar och sök efter {name}.',
  'tab.problem.sign-in': 'Jag kunde inte se vem du är. Öppna appen i Teams och försök igen.',
  'tab.problem.away': 'Jag når inte mina uppgifter just nu. Inget är borta. Försök igen.',
  'tab.problem.directory': 'Jag når inte katalogen just nu. Något kan saknas här.',

  'tab.organisation': 'Organisationen',
  'tab.organisation.elsewhere':
    'Här registrerar sig alla på Microsofts sida. De här siffrorna gäller bara dem som har lagt till något här tidigare: {people, plural, one {en person} other {# personer}}. Microsofts rapport räknar alla.',
  'tab.organisation.written':
    'Här räknas bara det som folk har visat för boten, inte det som de har lagt till enbart på Microsofts sida. Microsofts rapport räknar det också.',
  'tab.organisation.now':
    'Tillräckligt många metoder: {ready} av {people, plural, one {en person} other {# personer}}.',
  'tab.organisation.stopped':
    'För {stopped, plural, one {en av dem} other {# av dem}} hindras en återställning av något annat, till exempel en inställning eller en licens.',
  'tab.organisation.nobody': 'Ingen har lagt till någon metod än.',
  'tab.organisation.over-time': 'Metoder över tid',
  'tab.organisation.day': 'Dag',
  'tab.organisation.ready': 'Tillräckligt många',
  'tab.organisation.partly': 'För få',
  'tab.organisation.none': 'Inga',
  'tab.organisation.table': 'Samma sak som tabell',
  'tab.organisation.tickets': 'Öppna ärenden efter ålder',
  'tab.organisation.age.hour': 'Under en timme',
  'tab.organisation.age.day': 'Under ett dygn',
  'tab.organisation.age.week': 'Under en vecka',
  'tab.organisation.age.older': 'En vecka eller mer',
  'tab.organisation.failures': 'Orsaker till misslyckade återställningar, senaste 30 dagarna',
  'tab.organisation.nothing': 'Det finns inga.',
  'tab.organisation.names': 'Visa deras namn',
  'tab.organisation.names.noted': 'Det antecknas att du frågade.',
  'tab.organisation.reckoned': 'Räknat den {time} enligt dagens policy. Katalogadministratörer räknas som alla andra.',
  'tab.organisation.lapsing': 'Redo nu, men inte länge till',
  'tab.organisation.lapsing.none': 'Ingen som är redo i dag slutar vara det på ett datum som jag känner till.',
  'tab.organisation.lapsing.phone':
    '{count, plural, one {En person är redo i dag, men inte} other {# personer är redo i dag, men inte}} från och med {date}. Då slutar Microsoft skicka sms och ringa.',
  'tab.organisation.lapsing.questions':
    '{count, plural, one {En person är redo i dag, men inte} other {# personer är redo i dag, men inte}} från och med {date}. Då slutar Microsoft godta säkerhetsfrågor.',
  'tab.organisation.lapsing.cure':
    'Med en mejladress eller en autentiseringsapp, tillagd innan dess, är de redo även då.',

  'local.tab.title': 'Fliken, som Teams visar den',
  'local.tab.person': 'Vem som tittar',
  'local.tab.theme': 'Tema',
  'local.tab.theme.default': 'Ljust',
  'local.tab.theme.dark': 'Mörkt',
  'local.tab.theme.contrast': 'Hög kontrast',
  'local.tab.language': 'Språk',
};
