import type { Texts } from '../catalog.ts';
import type { LanguageRecord } from '../language-record.ts';
import appPackage from './app-package.json' with { type: 'json' };
import { basics } from './basics.ts';
import { campaignTexts } from './campaigns.ts';
import { diagnosis } from './diagnosis.ts';
import { enrolment } from './enrolment.ts';
import { faq } from './faq.ts';
import { inbox } from './inbox.ts';
import { methodTexts } from './methods.ts';
import { questionTexts } from './questions.ts';
import { reconfirmation } from './reconfirmation.ts';
import { registration } from './registration.ts';
import { situationTexts } from './situations.ts';
import { tab } from './tab.ts';
import { tickets } from './tickets.ts';

/** Varje ord som en svensk läsare kan se. Skrivet för hand: korta meningar, du-tilltal, inga produktord. */
const texts: Texts = {
  ...basics,
  ...enrolment,
  ...methodTexts,
  ...diagnosis,
  ...faq,
  ...situationTexts,
  ...registration,
  ...reconfirmation,
  ...campaignTexts,
  ...tickets,
  ...tab,
};

export const sv = {
  tag: 'sv',
  region: 'sv-SE',
  ownName: 'Svenska',
  switchTo: 'På svenska',
  voice: 'Polly.Astrid',
  microsoft: 'sv-SE',
  otherDay: 'den {day} kl. {clock}',
  names: ['svenska', 'swedish'],
  typed: {
    yes: [
      ...[
        'ja',
        'jo',
        'jepp',
        'japp',
        'jajamen',
        'jajamensan',
        'jajjamen',
        'jada',
        'joda',

        'jaja',
        'javisst',
      ],
      ...[
        'visst',
        'okej',
        'oki',
        'absolut',
        'garna',
        'precis',
        'exakt',
        'stammer',
        'det stammer',
        'ser bra ut',
        'det ser bra ut',
      ],
      ...[
        'det ar ratt',
        'gor det',
        'gor sa',
        'kor',
        'sjalvklart',
        'sjalvfallet',
        'mm',
        'just det',
        'det blir bra',
        'det gar bra',
        'bra',
        'korrekt',
        'perfekt',
      ],
    ],
    no: [
      ...[
        'nej',
        'na',
        'nae',
        'naj',
        'nepp',
        'nix',
        'nehej',
        'inte den',
        'inte det',
        'inte min*',
        'lat bli',
        'helst inte',
        'gor inte',
      ],
      ...['absolut inte', 'fel', 'skicka inte', 'ring inte', 'nja', 'nejda'],
    ],
    'method.change': ['… andra*', '… byt*', 'ny*', '… uppdatera*', '… ersatt*', '… annan*', '… annat*'],
    'method.remove': [
      '… ta bort*',
      '… radera*',
      '… tas bort*',
      '… bli av med*',
      '… slang*',
      '… avregistrera*',
      'bort med*',
    ],
    'remove.yes': ['ta bort', 'radera', 'bort med'],
    'remove.keep': [
      '… behall',
      '… behalla',
      '… lat den va*',
      '… lat det va*',
      '… ska vara kvar',
      '… far vara kvar',
      '… angrar mig',
      '… angrade mig',
    ],
    'data.close': ['stang*', 'klar*', 'okej'],
    'rehearsal.done': ['klar', 'klart', 'ok', 'okay', 'okej'],
    'review.send': ['… skicka', '… ivag med det'],
    'review.change': ['andra', '… vill andra', '… skriva om', '… formulera om', '… lagga till', 'vanta'],
    'code.resend': [
      '… igen',
      '… ny kod',
      '… en ny',
      '… nytt*',
      '… en till',
      '… en gang till',
      '… skicka … ny',
      '… om den',
      '… skicka om',
    ],
    'code.change': ['byt*', 'andra*', '… fel nummer*', '… fel adress*', '… fel mejl*', '… fel mail*', '… skrev fel*'],
    'confirm.allRight': [
      'alla',
      'allt',
      'stammer',
      '… stammer',
      '… ar mina',
      '… alla mina',
      '… fortfarande ratt',
      '… fortfarande mina',
      '… fortfarande samma',
      '… oforandrat',
      '… ar ratt',
      '… inget har andrats',
    ],
    'office.wrong': [
      '… fel*',
      'gammal*',
      '… gammalt',
      '… inte mitt',
      '… inte min',
      '… stammer inte',
      '… har andrats',
      '… bytt nummer',
    ],
    'finish.done': ['klar', 'klart', 'fardig', 'ok', 'okay', 'okej', 'det racker', 'det var allt', 'bra sa'],
    'finish.more': ['ett till', 'en till', 'lagg till', '… ett till', '… en till', '… en metod till'],
    'there.look': ['klar*', 'titta*', 'fardig*'],
    'campaign.go': ['… skicka koden', '… det ar mitt', '… det ar min'],
    'campaign.later': ['senare', 'inte nu', 'en annan gang', 'om tre dagar', 'om 3 dagar'],
    'campaign.tomorrow': ['i morgon', 'imorgon', 'fraga i morgon', 'fraga imorgon'],
    'campaign.week': ['om en vecka', 'nasta vecka', 'om 7 dagar'],
    'campaign.never': ['fraga inte igen', 'inte igen', 'sluta fraga', 'fraga aldrig*'],
    'app.other': ['… annat satt', '… annan metod', 'byt', '… nagot annat', '… nat annat'],
    'notMe.mine': ['… det var … jag', '… det ar jag', '… min egen andring', '… jag sjalv', '… jag som'],
    'channel.use': ['anvand har kanalen', 'anvand den har kanalen'],
  },
  texts,
  questions: questionTexts,
  answers: {
    easy: [
      'lösenord lösenordet losenord lösen hemlig hemligt hemlis hemlighet svar svaret fråga frågan okänd okänt inget ingen',
      'ingenting ingenaning vetej vetinte jagvetinte tomt välkommen hej hejhej hejsan testar',
    ],
    small: ['en ett den det de min mitt mina är var av i på att'],
  },
  inbox,
  appPackage,
} as const satisfies LanguageRecord;
