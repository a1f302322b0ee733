import type { LanguageRecord } from '../language-record.ts';
import { inbox } from './inbox.ts';
import { questionTexts } from './questions.ts';
import { texts } from './texts.ts';

/** English is written the British way, as the texts are. */
export const en = {
  tag: 'en',
  region: 'en-GB',
  ownName: 'English',
  switchTo: 'In English',
  voice: 'Polly.Amy',
  microsoft: 'en-US',
  otherDay: '{day} {clock}',
  names: ['english', 'engelska'],
  typed: {
    'method.change': ['change*', 'new*'],
    'method.remove': ['remove*', 'delete*'],
    'remove.yes': ['yes', 'remove'],
    'remove.keep': ['no', 'keep'],
    'erase.yes': ['yes'],
    'erase.keep': ['no', 'keep'],
    'data.close': ['close*', 'done*'],
    'rehearsal.done': ['done', 'ok', 'okay', 'home'],
    'review.send': ['send', 'yes'],
    'review.change': ['change', 'no'],
    'code.call': ['call', 'ring', 'please call', 'please ring'],
    'code.text': [
      'text',
      'sms',
      'send a text',
      'send me a text',
      'please text',
      'please sms',
      'please send a text',
      'please send me a text',
    ],
    'code.resend': ['… resend', '… send … again', '… send … new', '… new code'],
    'code.change': ['change*', '… wrong number*', '… wrong address*'],
    'confirm.allRight': ['yes', 'all', 'still', 'correct', 'right'],
    'office.wrong': ['wrong*', 'old*', 'not my*'],
    'office.call': ['call', 'ring', 'yes'],
    'phone.call': ['… call*', '… ring*'],
    'phone.text': ['… text*', '… sms*'],
    'finish.done': ['done', 'ok', 'okay'],
    'finish.more': ['more', 'add', 'one more'],
    'there.look': ['done*', 'ready*', 'look*'],
    'app.other': ['… other way', '… other method', '… another way', '… another method', 'change'],
    'channel.use': ['use this channel', 'please use this channel'],
  },
  texts,
  questions: questionTexts,
  answers: {
    easy: [
      'password passwords passwort passcode secret secrets answer answers question questions unknown none nothing null',
      'undefined default changeme letmein welcome iloveyou admin login test testing hello dontknow idontknow idk noidea',
      'noanswer notapplicable empty qwerty qwertz azerty asdf asdfg asdfgh zxcvbn abc',
    ],
    small: ['a an the my our your is it of was i in to'],
  },
  inbox,
  appPackage: null,
} as const satisfies LanguageRecord;
