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
    'method.change': ['andra*', 'byt*'],
    'method.remove': ['ta bort*', 'radera*'],
    'remove.yes': ['ja', 'ta bort'],
    'remove.keep': ['nej', 'behall'],
    'erase.yes': ['ja'],
    'erase.keep': ['nej', 'behall'],
    'data.close': ['stang*', 'klar*'],
    'rehearsal.done': ['klar', 'klart', 'ok', 'okay'],
    'review.send': ['ja', 'skicka'],
    'review.change': ['andra', 'nej'],
    'code.call': ['ring'],
    'code.text': ['sms', 'skicka sms', 'skicka ett sms'],
    'code.resend': ['… igen', '… ny kod'],
    'code.change': ['byt*', 'andra*', '… fel nummer*', '… fel adress*'],
    'confirm.allRight': ['ja', 'allt', 'stammer'],
    'office.wrong': ['fel*', 'gammal*'],
    'office.call': ['ring', 'ja'],
    'phone.call': ['… ring*'],
    'phone.text': ['… sms*'],
    'finish.done': ['klar', 'klart', 'fardig', 'ok', 'okay'],
    'finish.more': ['ett till', 'lagg till'],
    'there.look': ['klar*', 'titta*', 'fardig*'],
    'campaign.go': ['ja', 'skicka koden', 'det ar mitt', 'det ar min', 'okej'],
    'campaign.later': ['senare', 'inte nu', 'en annan gang', 'om tre dagar', 'om 3 dagar'],
    'campaign.tomorrow': ['i morgon', 'imorgon', 'fraga i morgon', 'fraga imorgon'],
    'campaign.week': ['om en vecka', 'nasta vecka', 'om 7 dagar'],
    'campaign.never': ['fraga inte igen', 'inte igen', 'sluta fraga', 'fraga aldrig*'],
    'app.other': ['… annat satt', 'byt'],
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
