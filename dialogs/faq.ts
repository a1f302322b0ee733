import { type MethodName, methodNames, setUp } from '../bot/domain/methods/method.ts';
import { methodAllowed, type Policy } from '../bot/domain/policy.ts';
import { endingOf, startsAt } from '../bot/domain/reset-service/end-dates.ts';
import type { TextKey } from '../bot/texts/catalog.ts';
import type { Tell } from '../bot/texts/tell.ts';
import type { Heard } from '../bot/understanding/heard.ts';
import { faqCard, type NextStep } from '../cards/faq.ts';
import { contactName } from '../cards/parts/contact-words.ts';
import type { Turn } from './turn.ts';

/** What the answers go by. */
interface Asked {
  readonly policy: Policy;
  /** Methods that are set up with the bot. */
  readonly held: readonly MethodName[];
  /** Methods that could be set up now. */
  readonly open: readonly MethodName[];
  readonly registration: Turn['account']['registration'];
  /** What becomes of texts and calls; never: nothing is known to end. */
  readonly texts: 'none' | 'here' | 'own-provider' | 'until' | 'over';
}

type Line = Extract<TextKey, `faq.${string}`>;

/** A sentence or two, and where its button leads; the way to a person stands below each. */
interface Answer {
  readonly says: readonly Line[] | ((asked: Asked) => readonly Line[]);
  readonly next: NextStep | ((asked: Asked) => NextStep);
}

const phone = 'authentication-phone';
const app = 'authenticator-app';

/** Methods that take no mobile of one's own. */
const without: readonly MethodName[] = ['authentication-email', 'security-questions', 'office-phone'];

const alternatives = ({ open, held }: Asked) =>
  without.filter((method) => open.includes(method) || held.includes(method));
const landline = ({ policy }: Asked) => policy.phone.allowed && policy.phone.channels.includes('call');

const held = (asked: Asked): Line => (asked.held.length > 0 ? 'faq.held' : 'faq.held-none');
const instead = (asked: Asked): Line => (alternatives(asked).length > 0 ? 'faq.instead' : 'faq.instead-none');
const change = (asked: Asked): NextStep => (asked.held.length > 0 ? 'manage' : 'register');
const add = (asked: Asked): NextStep => (asked.open.length > 0 ? 'register' : 'contact');
const reset = ({ registration }: Asked): NextStep => (registration === 'here' ? 'contact' : 'reset');
const appAgain = (asked: Asked): Line => (asked.held.includes(app) ? 'faq.app-again' : 'faq.app-there');
const appStep = (asked: Asked): NextStep => (asked.held.includes(app) ? 'manage' : 'contact');

/**
 * Questions, and things people say, that belong to no flow, by the heading their examples stand under in
 * `bot/texts/<language>/examples.txt`. Another one takes a heading and a line in `labels.ts`, examples in each language, its sentences
 * in `bot/texts/<language>/faq.ts`, and its line here.
 */
const answers = {
  'phone-lost': { says: (asked) => ['faq.phone-lost', held(asked)], next: change },
  'phone-stolen': { says: (asked) => ['faq.phone-stolen', held(asked)], next: change },
  'phone-broken': { says: (asked) => ['faq.phone-broken', held(asked)], next: change },
  'phone-abroad': { says: (asked) => ['faq.phone-abroad', instead(asked)], next: add },
  'company-phone-returned': { says: (asked) => ['faq.company-phone-returned', held(asked)], next: change },
  'email-lost': { says: (asked) => ['faq.email-lost', held(asked)], next: change },

  'new-phone': {
    says: (asked) => ['faq.new-phone', ...(asked.held.includes(app) ? (['faq.new-phone.app'] as const) : [])],
    next: (asked) => (asked.held.includes(app) ? 'manage' : 'rehearse'),
  },
  'new-number': { says: ['faq.new-number'], next: change },
  'new-address': { says: ['faq.new-address'], next: change },

  'app-new-phone': { says: (asked) => ['faq.app-new-phone', appAgain(asked)], next: appStep },
  'app-empty': { says: (asked) => ['faq.app-empty', appAgain(asked)], next: appStep },
  'app-no-push': { says: ['faq.app-no-push'], next: 'contact' },
  'app-code-refused': { says: ['faq.app-code-refused'], next: appStep },
  'app-number': { says: ['faq.app-number'], next: 'contact' },
  'app-qr': { says: ['faq.app-qr'], next: 'contact' },
  'app-remove': { says: (asked) => ['faq.app-remove', held(asked)], next: change },
  'what-is-an-app': {
    says: ({ policy }) => ['faq.what-is-an-app', policy.app.allowed ? 'faq.app-allowed' : 'faq.app-not-allowed'],
    next: add,
  },
  'app-which': {
    says: ({ policy }) => (policy.app.allowed ? ['faq.app-which', 'faq.app-allowed'] : ['faq.app-not-allowed']),
    next: add,
  },

  'which-method': {
    says: ({ policy }) => [
      ...(policy.app.allowed ? (['faq.which-method.app'] as const) : []),
      ...(policy.phone.allowed ? (['faq.which-method.phone'] as const) : []),
      ...(policy.email.allowed ? (['faq.which-method.email'] as const) : []),
    ],
    next: add,
  },
  'own-phone': {
    says: (asked) => (alternatives(asked).length > 0 ? ['faq.own-phone', 'faq.instead'] : ['faq.own-phone.only']),
    next: (asked) => (alternatives(asked).length > 0 ? add(asked) : 'contact'),
  },
  'no-mobile': {
    says(asked) {
      const [line, others] = [landline(asked), alternatives(asked).length > 0];
      if (!line && !others) return ['faq.no-mobile.only'];
      return [
        'faq.no-mobile',
        ...(line ? (['faq.landline'] as const) : []),
        ...(others ? (['faq.instead'] as const) : []),
      ];
    },
    next: add,
  },
  'borrowed-phone': { says: (asked) => ['faq.borrowed-phone', instead(asked)], next: add },
  'texts-ending': {
    says: (asked) => [
      `faq.texts-ending.${asked.texts}`,
      ...(asked.texts === 'until' || asked.texts === 'over' ? [instead(asked)] : []),
    ],
    next: add,
  },

  'is-this-real': { says: ['faq.is-this-real', 'faq.ask-first'], next: 'contact' },
  'who-are-you': { says: ['faq.who-are-you'], next: 'help' },
  'who-sends': {
    says: ({ registration }) => [
      ...(registration === 'elsewhere' ? [] : (['faq.who-sends'] as const)),
      ...(registration === 'here' ? [] : (['faq.who-sends.there'] as const)),
      'faq.unasked',
    ],
    next: 'contact',
  },
  'how-often': {
    says: ({ policy }) => [policy.reconfirmDays > 0 ? 'faq.how-often' : 'faq.how-often.never'],
    next: 'rehearse',
  },
  'reset-rules': { says: ['faq.reset-rules'], next: reset },
  reminders: { says: ['faq.reminders'], next: 'confirm' },

  'password-expired': { says: ['faq.password-expired'], next: reset },
  'temporary-password': { says: ['faq.temporary-password'], next: 'contact' },
  captcha: { says: ['faq.captcha'], next: reset },
  'other-devices': { says: ['faq.other-devices'], next: 'contact' },
  switchboard: { says: ['faq.switchboard'], next: change },
  'sign-in': { says: ['faq.sign-in'], next: reset },
  'password-in-order': { says: ['faq.password-in-order'], next: 'contact' },
  'mfa-too-often': { says: ['faq.mfa-too-often'], next: 'contact' },

  'somebody-else': { says: ['faq.somebody-else'], next: 'contact' },
  'other-system': { says: ['faq.other-system'], next: 'help' },
  injection: { says: ['faq.injection'], next: 'help' },
  anger: { says: ['faq.anger'], next: 'why-failed' },
  'small-talk': { says: ['faq.small-talk'], next: 'register' },

  // What else is asked about an answer; nothing that is said.
  more: { says: ['faq.more'], next: 'contact' },
  // Nothing that is said: it came with what is said, or alone.
  picture: { says: ['faq.picture', 'faq.picture.person'], next: 'contact' },
} as const satisfies Readonly<Partial<Record<Heard['finest'] | 'picture' | 'more', Answer>>>;
type Faq = keyof typeof answers;

/** What is asked of somebody else's account has one answer; what is asked about others, and wishes of one's own, have theirs. */
const aboutOthers: ReadonlySet<string> = new Set([
  'register',
  'manage',
  'status',
  'confirm',
  'rehearse',
  'why-failed',
  'reset-now',
]);

/** Short words are answers to something: "yes", "ok then". */
const shortest = 3;
/** Less sure, it may as well be a slip of the fingers. */
const sure = 0.4;
/** In a word or two. */
const surer = 0.55;
/** So sure that it is nothing the bot knows. */
const notOurs = 0.75;

/** The answer that belongs to what was said; undefined: it belongs to a flow, or is a value for one. */
export function faqIn({ finest, intent, about, contains, shares, words, guesses }: Heard): Faq | undefined {
  const { phones, emails, errorCodes } = contains;
  if (phones.length + emails.length + errorCodes.length > 0 && intent !== 'other') return undefined;
  if (about === 'other' && aboutOthers.has(intent)) return 'somebody-else';
  if (finest !== 'other')
    return isFaq(finest) && (intent !== 'other' || shares.wish >= (words < shortest ? surer : sure))
      ? finest
      : undefined;
  return intent === 'other' && words >= shortest && shares.intent >= notOurs && guesses.length === 0
    ? 'other-system'
    : undefined;
}

/** Answers a question that belongs to no flow, beside whatever is talked about. @returns false: it is none */
export async function answered(turn: Turn, meant: Heard): Promise<boolean> {
  const faq = faqIn(meant);
  if (faq) await explain(turn, faq);
  return faq !== undefined;
}

async function explain(turn: Turn, faq: Faq): Promise<void> {
  const { lines, next } = await answerTo(turn, faq);
  turn.explain(faqCard(turn.tell, faq, lines, next === 'contact' ? [next] : [next, 'contact']), faq);
}

/** More is asked about an answer than the bot knows. */
export async function explainNoMore(turn: Turn): Promise<void> {
  await explain(turn, 'more');
}

/** The method that the answer in the turn before was about: "then I'll take one of those". */
export function methodTold({ told }: Turn): MethodName | undefined {
  return told === 'what-is-an-app' || told === 'app-which' ? app : undefined;
}

/** Where the button of the answer leads that stood there in the turn before. */
export async function nextAfterAnswer(turn: Turn): Promise<NextStep | undefined> {
  const { told } = turn;
  return told && isFaq(told) ? (await answerTo(turn, told)).next : undefined;
}

/** A picture, or a file: nobody looks at it, and it is not kept. */
export async function fileSeen(turn: Turn): Promise<void> {
  await explain(turn, 'picture');
}

/** Whoever goes on from an answer keeps it, without its buttons. */
export async function keepAnswer(turn: Turn, about: string): Promise<void> {
  if (isFaq(about)) turn.beside(faqCard(turn.tell, about, (await answerTo(turn, about)).lines, []));
}

function isFaq(name: string): name is Faq {
  return Object.hasOwn(answers, name);
}

async function answerTo(turn: Turn, faq: Faq) {
  const asked = await factsFor(turn);
  const { says, next }: Answer = answers[faq];
  const say = turn.tell as (line: Line, values: object) => string;
  const values = valuesFor(turn, asked);
  return {
    lines: (typeof says === 'function' ? says(asked) : says).map((line) => say(line, values)),
    next: typeof next === 'function' ? next(asked) : next,
  };
}

async function factsFor(turn: Turn): Promise<Asked> {
  const { policy, account, now } = turn;
  const person = await turn.person();
  const held = setUp(person.methods);
  const open = methodNames.filter(
    (method) =>
      methodAllowed(policy, method, account.administrator) &&
      startsAt(method, policy, account, now) &&
      !held.includes(method) &&
      (method !== 'office-phone' || account.officePhone !== null),
  );
  return { policy, held, open, registration: account.registration, texts: textsOf(turn) };
}

function textsOf({ policy, account, now }: Turn): Asked['texts'] {
  if (!methodAllowed(policy, phone, account.administrator)) return 'none';
  if (account.registration === 'here') return 'here';
  const ending = endingOf(phone, policy, account);
  if (!ending) return 'own-provider';
  return now < ending.date.when ? 'until' : 'over';
}

/** What the sentences name. */
function valuesFor({ tell, policy, account }: Turn, asked: Asked) {
  const ending = endingOf(phone, policy, account);
  return {
    name: contactName(tell, policy.contact),
    product: tell('product.name'),
    held: named(tell, asked.held),
    instead: named(tell, alternatives(asked)),
    count: policy.reconfirmDays,
    date: ending ? tell.calendar(ending.date) : '',
  };
}

function named(tell: Tell, methods: readonly MethodName[]): string {
  return methods.map((method) => tell(`method.${method}`)).join(', ');
}
