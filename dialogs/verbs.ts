import { languageOf } from '../bot/texts/languages.ts';
import { faqForm, type NextStep } from '../cards/faq.ts';
import type { Verb } from '../cards/parts/verbs.ts';
import { campaignGo, campaignLater, campaignNever } from './campaigns/answers.ts';
import type { Elsewhere, Next } from './destination.ts';
import { sayConfirmed } from './enrolment/reconfirm.ts';
import { keepAnswer } from './faq.ts';
import { draftSaid } from './tickets/contact.ts';
import { ticketPressed } from './tickets/status.ts';
import type { Act, Turn } from './turn.ts';

type Press = Act & { kind: 'verb' };

/**
 * What a button still does on a card that is not the newest one.
 * works: the same, whatever is talked about · while-shown: the same while its screen, or the code it is about, waits for an
 * answer; home waits whichever card it was on · nothing: people are told that the card is old.
 */
type OnOldCard = 'works' | 'while-shown' | 'nothing';

/** Cards by what they show: screens by their name, and what stands beside them. */
export type CardName =
  | 'home'
  | 'choose'
  | 'show-it-is-you'
  | 'phone'
  | 'email'
  | 'code'
  | 'app'
  | 'app-code'
  | 'questions'
  | 'answers'
  | 'office'
  | 'wrong-value'
  | 'prefilled'
  | 'due'
  | 'register-there'
  | 'finish'
  | 'keep'
  | 'manage'
  | 'method'
  | 'remove'
  | 'my-data'
  | 'erase'
  | 'which-change'
  | 'ask-why'
  | 'answer'
  | 'rehearsal'
  | 'guesses'
  | 'contact'
  | 'review'
  | 'caller'
  | 'notice'
  | 'reminder'
  | 'not-synced'
  | 'registered'
  | 'ticket'
  | 'campaign'
  | 'faq'
  | 'stale';

export interface VerbRule {
  /** The cards it stands on. */
  readonly on: Readonly<Partial<Record<CardName, OnOldCard>>>;
  /** Deals with it where the screen on show does not read it as its answer; missing: then it means nothing. */
  readonly press?: (turn: Turn, press: Press) => Next | Promise<Next>;
}

/** An answer to the screen it stands on. */
function answers(...cards: readonly CardName[]): VerbRule {
  return { on: all(cards, 'nothing') };
}

/** An answer to a screen, or about a code, that the button names. */
function answersNamed(...cards: readonly CardName[]): VerbRule {
  return { on: all(cards, 'while-shown') };
}

function works(cards: readonly CardName[], press: NonNullable<VerbRule['press']>): VerbRule {
  return { on: all(cards, 'works'), press };
}

function leaves(cards: readonly CardName[], press: NonNullable<VerbRule['press']>): VerbRule {
  return { on: all(cards, 'while-shown'), press };
}

function onNewest(cards: readonly CardName[], press: NonNullable<VerbRule['press']>): VerbRule {
  return { on: all(cards, 'nothing'), press };
}

function all(cards: readonly CardName[], old: OnOldCard): VerbRule['on'] {
  return Object.fromEntries(cards.map((card) => [card, old]));
}

/** Every button in the chat of an employee: where it stands, what an old card may still do, and what comes of it. */
export const verbs: Readonly<Record<Verb, VerbRule>> = {
  // Cards that stand beside the conversation: they count whatever is talked about.
  'not-me': works(['notice'], (_turn, { data }) => ({
    go: 'not-me',
    change: typeof data.change === 'string' ? data.change : '',
  })),
  'all-right': works(['reminder'], allRight),
  snooze: works(['reminder'], snoozed),
  'look-through': works(['home', 'reminder'], () => ({ go: 'look-through' })),
  'stay-ready': works(['reminder'], () => ({ go: 'register' })),
  'next-step': works(['faq'], nextStep),
  'campaign-go': works(['campaign'], campaignGo),
  'campaign-later': works(['campaign'], campaignLater),
  'campaign-never': works(['campaign'], campaignNever),
  'campaign-person': works(['campaign'], () => ({ go: 'contact-person' })),
  'ask-person': works(['not-synced', 'registered', 'manage'], () => ({ go: 'contact-person' })),
  'ticket-say': works(['ticket'], ticketPressed),
  'ticket-reopen': works(['ticket'], ticketPressed),
  'ticket-edit': works(['ticket'], ticketPressed),
  'ticket-withdraw': works(['ticket'], ticketPressed),
  'ticket-works': works(['ticket'], ticketPressed),
  'ticket-check-yes': works(['ticket'], ticketPressed),
  'ticket-check-no': works(['ticket'], ticketPressed),
  show: works(['stale'], () => 'same'),

  // The way out of a screen, and what several screens have.
  back: leaves(
    [
      'phone',
      'email',
      'app',
      'app-code',
      'questions',
      'answers',
      'office',
      'wrong-value',
      'prefilled',
      'due',
      'manage',
      'method',
      'ask-why',
      'answer',
      'guesses',
    ],
    () => 'back',
  ),
  cancel: leaves(
    ['phone', 'email', 'code', 'app', 'app-code', 'questions', 'answers', 'contact', 'review'],
    cancelFlow,
  ),
  privacy: onNewest(['home', 'finish'], (turn) => {
    // Above the card, which stays where it is.
    turn.note = { text: turn.tell('privacy.text'), tone: 'good' };
    return 'same';
  }),
  language: onNewest(['home'], switched),
  window: answersNamed('code', 'app', 'app-code', 'questions', 'answers'),
  'type-here': answersNamed('code', 'app', 'app-code', 'questions', 'answers'),

  // Answers to one screen, read by it.
  start: answersNamed('home'),
  manage: answersNamed('home'),
  'why-failed': answersNamed('home'),
  contact: answersNamed('home'),
  'tell-it': works(['home', 'finish'], () => ({ go: 'tell-it' })),
  'bring-back': { on: { home: 'while-shown', 'which-change': 'nothing' } },
  more: answers('finish'),
  done: answers('finish', 'keep', 'rehearsal'),
  'keep-day': answers('finish'),
  'keep-mail': answers('keep'),
  take: answers('choose', 'show-it-is-you', 'caller'),
  later: answers('choose', 'show-it-is-you', 'which-change', 'caller'),
  phone: answers('phone'),
  email: answers('email'),
  code: answersNamed('code'),
  resend: answersNamed('code'),
  change: { on: { code: 'while-shown', method: 'nothing', manage: 'nothing' } },
  'app-code': answersNamed('app'),
  'app-prove': answersNamed('app-code'),
  questions: answersNamed('questions'),
  'other-questions': answersNamed('questions'),
  answers: answersNamed('answers'),
  'call-office': answers('office'),
  wrong: answers('office'),
  dispute: answers('wrong-value'),
  confirm: answers('prefilled', 'due'),
  'look-there': answers('register-there'),
  home: answers('register-there'),
  remove: answers('method', 'manage'),
  keep: answers('remove', 'erase'),
  'remove-it': answers('remove'),
  close: answers('my-data'),
  'show-whole': answers('my-data'),
  erase: answers('my-data'),
  'erase-it': answers('erase'),
  'take-out': answers('which-change'),
  why: answers('ask-why'),
  'why-unknown': answers('ask-why'),
  'would-work': answers('ask-why'),
  'do-register': answers('answer'),
  'do-confirm': answers('answer'),
  'do-manage': answers('answer'),
  'do-methods': answers('answer'),
  'do-rehearse': answers('answer'),
  'do-contact': answers('answer'),
  'ask-again': answers('answer'),
  'prove-one': answers('rehearsal'),
  'why-this': answers('rehearsal'),
  meant: answersNamed('guesses'),
  'contact-look': answers('contact'),
  'contact-send': answers('review'),
  'contact-change': answers('review'),
};

function isVerb(verb: string): verb is Verb {
  return Object.hasOwn(verbs, verb);
}

/** Deals with a button that the screen on show did not read as its answer. */
export function handleButton(turn: Turn, press: Press, screen: string): Next | Promise<Next> {
  const { verb, live, window, data } = press;
  const rule = isVerb(verb) ? verbs[verb] : undefined;
  const [old] = Object.values(rule?.on ?? {});
  const newest = live && !window;
  const counts = old === 'works' || (old === 'while-shown' ? data.from === screen : newest);
  if (counts && rule?.press) return rule.press(turn, press);
  if (newest) return 'same';
  turn.stale();
  return 'stay-silent';
}

async function allRight(turn: Turn): Promise<Next> {
  await sayConfirmed(turn, 'all');
  return 'home';
}

/** Where the buttons below an answer lead. */
export const steps = {
  register: 'register',
  manage: 'manage-methods',
  confirm: 'look-through',
  rehearse: 'rehearse',
  'why-failed': 'why-failed',
  contact: 'contact-person',
} as const satisfies Readonly<Record<Exclude<NextStep, 'help' | 'reset'>, Elsewhere>>;

/** Below the answer to a question that belongs to no flow. */
async function nextStep(turn: Turn, { verb, data }: Press): Promise<Next> {
  const read = faqForm.safeParse({ ...data, verb });
  if (!read.success) return 'same';
  const { step, about } = read.data;
  await keepAnswer(turn, about);
  if (step === 'help') return answerInWords(turn, turn.tell('help.text'));
  const shown = about === 'picture' && step === 'contact';
  return { go: steps[step], ...(shown && { plea: { draft: draftSaid(turn, turn.tell('faq.picture.said')) } }) };
}

async function snoozed(turn: Turn): Promise<Next> {
  const until = await turn.confirming.snooze(turn.asker.employee);
  turn.note = { text: turn.tell('reminder.snoozed', { time: turn.tell.time(until, turn.now) }), tone: 'good' };
  return 'home';
}

/** Also when it is said in words. */
export function cancelFlow(turn: Turn): Next {
  turn.note = { text: turn.tell('cancel.done'), tone: 'good' };
  return 'give-up';
}

/** Says something, and shows the same screen again. */
export function answerInWords(turn: Turn, text: string): Next {
  turn.say(text);
  return 'same';
}

/** The button names the language, so that a second click does not switch back. */
function switched(turn: Turn, { data }: Press): Next {
  const language = languageOf(typeof data.language === 'string' ? data.language : undefined);
  if (language) turn.speak(language);
  return 'same';
}
