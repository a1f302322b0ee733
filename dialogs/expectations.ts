import type { Heading } from '../bot/understanding/labels.ts';
import type { Turn } from './turn.ts';

const trust: readonly Heading[] = ['privacy', 'is-this-real', 'who-sends', 'who-are-you'];
const ownPhone: readonly Heading[] = ['own-phone', 'no-mobile', 'borrowed-phone', 'texts-ending', 'phone-abroad'];
const app: readonly Heading[] = [
  'what-is-an-app',
  'app-which',
  'app-qr',
  'app-number',
  'app-code-refused',
  'app-no-push',
];
const awaited: readonly Heading[] = [
  'moment',
  'code',
  'correction',
  'not-arrived',
  'other-way',
  'who-sends',
  'phone-lost',
];
const held: readonly Heading[] = ['manage', 'new-phone', 'new-number', 'new-address', 'phone-lost', 'email-lost'];

/**
 * What a screen asks for or leads to, by its name and the headings of the examples: said there, it is likelier meant than
 * anywhere else. A screen that is not named expects anything alike.
 */
const expectations: Readonly<Record<string, readonly Heading[]>> = {
  home: ['register', 'go-on', 'status', 'manage', 'new-phone', 'new-number', 'new-address', 'confirm'],
  choose: [
    'moment',
    'register',
    'other-way',
    'which-method',
    ...ownPhone,
    'what-is-an-app',
    'app-which',
    'status',
    'cancel',
  ],
  phone: ['moment', 'register', 'correction', 'other-way', ...ownPhone, ...trust],
  email: ['moment', 'register', 'correction', 'other-way', 'email-lost', ...trust],
  code: awaited,
  app: ['moment', 'other-way', 'code', ...app],
  'app-code': ['moment', 'other-way', 'code', ...app, 'app-new-phone', 'app-empty'],
  questions: ['moment', 'other-way', 'go-on', 'privacy'],
  answers: ['moment', 'other-way'],
  office: ['moment', 'go-on', 'switchboard', 'other-way', 'new-number'],
  'show-it-is-you': ['moment', 'other-way', 'not-me', 'phone-lost', 'email-lost'],
  prefilled: ['go-on', 'confirm', 'correction', 'privacy', 'other-way'],
  due: ['go-on', 'confirm', 'new-number', 'new-address', 'new-phone'],
  finish: ['keep', 'thanks', 'register', 'status', 'rehearse', 'privacy', 'how-often'],
  keep: ['keep', 'go-on', 'thanks'],
  'register-there': ['go-on', 'status'],
  manage: held,
  method: held,
  remove: ['go-on', 'cancel', 'meaning'],
  erase: ['go-on', 'cancel', 'privacy'],
  'my-data': ['erase', 'export', 'privacy'],
  'which-change': ['not-me', 'go-on', 'cancel'],
  contact: ['go-on', 'cancel'],
  review: ['go-on', 'ticket-add', 'cancel'],
  rehearsal: ['register', 'thanks', 'go-on'],
  answer: ['meaning', 'do-it', 'how-long', 'still-broken', 'contact', 'register'],
};

const request: readonly Heading[] = ['ticket-status', 'ticket-add', 'ticket-withdraw'];

/** What is expected on a screen; whoever waits for IT support speaks of that, too. */
export async function expectedOn(turn: Turn, screen: string): Promise<readonly Heading[] | undefined> {
  const always = expectations[screen];
  if (screen !== 'home' || turn.act.kind !== 'text') return always;
  const open = await turn.tickets.open(turn.asker.employee);
  return open.length > 0 ? [...(always ?? []), ...request] : always;
}
