import { type SituationId, situationNumbered } from '../bot/domain/diagnosis/situation-ids.ts';
import { type MethodName, setUp } from '../bot/domain/methods/method.ts';
import { type Language, languageNamed, languageOf, languageRecords, languages } from '../bot/texts/languages.ts';
import { onlyHesitates, yesOrNo } from '../bot/texts/typed-words.ts';
import { commandIn } from '../bot/understanding/commands.ts';
import type { Heard } from '../bot/understanding/heard.ts';
import { interpret } from '../bot/understanding/interpret.ts';
import { speaksOf } from '../bot/understanding/lexicon.ts';
import { asksForPerson } from '../bot/understanding/plea.ts';
import type { Wish } from '../bot/understanding/understand.ts';
import { type GuessAnswer, guessesCard, guessForm } from '../cards/diagnosis/ask-why.ts';
import { contactLine, contactName } from '../cards/parts/contact-words.ts';
import { resetAddress } from '../cards/parts/keep-words.ts';
import { campaignSaid } from './campaigns/answers.ts';
import type { Elsewhere, GuessPlace, Next } from './destination.ts';
import { statementIn, statementTold } from './diagnosis/why-failed.ts';
import { sayNotHere } from './enrolment/code.ts';
import { givenIn, namedIn, removalIn } from './enrolment/given.ts';
import { answered, explainNoMore, nextAfterAnswer } from './faq.ts';
import { hint, isStep, sayWaitingFor } from './hints.ts';
import { agrees, asksSomething } from './said.ts';
import type { Screen } from './screen.ts';
import { declines, draftSaid, pleaSaid } from './tickets/contact.ts';
import { callerDenied, noLongerNeeded, ticketTyped } from './tickets/status.ts';
import { resetsThere, type Turn } from './turn.ts';
import { answerInWords, cancelFlow, steps } from './verbs.ts';

/** Deals with a typed sentence that the screen on show could not read. */
export async function handleText(turn: Turn, said: Heard, screen: string): Promise<Next> {
  if (screen === 'code' && (waitsForIt(said) || vaguelyOfCode(said))) return notHere(turn, said);
  const aboutTicket = await ticketTyped(turn, said, screen);
  if (aboutTicket) return aboutTicket;
  const campaign = await campaignSaid(turn, said, screen);
  if (campaign) return campaign;
  const next = turn.told && !registering.has(screen) && agrees(said) ? await nextAfterAnswer(turn) : undefined;
  if (next === 'reset') return answerInWords(turn, resetWay(turn));
  // "Fine, let's do it" asks for no person, nor what else there is.
  if (next && next !== 'contact' && next !== 'help') return { go: steps[next] };
  const foreign = said.language === 'other' && said.words >= sentence && said.contains.codes.length === 0;
  if (foreign) turn.say(turn.tell('language.other', { languages: ownFirst(turn.tell.language) }));
  const given = givenIn(said);
  if (given.length > 0) return { go: 'register', given };
  if (maybeForPerson.has(said.wish) && asksForPerson(said.text, (clause) => interpret(clause).wish)) {
    return { go: 'contact-person', plea: pleaSaid(turn, said) };
  }
  const remove = removalIn(said);
  if (remove && (await turn.person()).methods[remove]) return { go: 'manage-methods', remove };
  const named = namedIn(said, registering.has(screen));
  if (named && !(await shown(turn, screen, named.method))) return { go: 'register', given: [named] };
  if (said.finest === 'other-way' && registering.has(screen)) return otherWay(screen);
  if (said.finest === 'keep' && said.shares.wish >= sureOfKeeping)
    return (await hasSome(turn)) ? { go: 'keep-for-the-day' } : { go: 'register' };
  if (await answered(turn, showing.has(screen) && said.finest === 'not-arrived' ? inTheApp(said) : said)) return 'same';
  // "On second thoughts, no": of what is under way.
  const turnsDown = said.words > shortAnswer && said.words <= fewWords / 2 && yesOrNo(said.plain) === 'no';
  if (said.wish === 'other' && turnsDown && registering.has(screen)) return 'back';
  // An answer where nothing was asked.
  if (said.wish === 'other' && said.words <= shortAnswer && yesOrNo(said.plain)) return 'same';
  if (onlyHesitates(said.plain)) return 'same';
  // What was to be told is over.
  if (telling.has(screen) && (declines(said) || (said.words <= brief && noLongerNeeded(said)))) return cancelFlow(turn);
  if (isStep(screen) && leavesUnsurely(said)) return notUnderstood(turn, said, screen);
  if (answers(turn, screen) && asksOfAnswer(said)) return notUnderstood(turn, said, screen);
  switch (said.wish) {
    case 'other':
      return said.contains.codes.length > 0
        ? answerInWords(turn, turn.tell('unknown.noCode'))
        : notUnderstood(turn, said, screen);
    case 'register':
      return registering.has(screen) ? 'same' : { go: 'register' };
    case 'contact':
      return { go: 'contact-person', plea: pleaSaid(turn, said, turn.about) };
    case 'why-failed':
    case 'still-broken':
      // While a code is awaited, "it does not come" is about that code; and what fails in a step is that step.
      if (screen === 'code' && ofCode(said)) return notHere(turn, said);
      return ofStep(said) && (registering.has(screen) || (turn.told && asksSomething(said)))
        ? notUnderstood(turn, said, screen)
        : { go: 'why-failed', why: { said: statementTold(said) } };
    case 'language':
    case 'other-language': {
      const language = said.wish === 'language' ? languageNamed(said.plain) : undefined;
      if (language) return spoken(turn, language);
      // Beside what nobody can read, a person is offered.
      if (said.shares.intent < sureOfLanguage) return notUnderstood(turn, said, screen);
      return foreign ? 'same' : wanted(turn, said.wish, screen);
    }
    default:
      return wanted(turn, said.wish, screen);
  }
}

/** A question about the answer that stands there has no more to it; a step says what it waits for; else it is asked what was meant. */
async function notUnderstood(turn: Turn, said: Heard, screen: string): Promise<Next> {
  if (answers(turn, screen) && asksSomething(said)) {
    await explainNoMore(turn);
    return 'not-understood';
  }
  if (!isStep(screen)) return { ask: { guesses: said.guesses, said: said.text } };
  hint(turn, screen, said);
  return 'not-understood';
}

/** Whether an answer stands there, beside the screen or on it. */
function answers({ told }: Turn, screen: string): boolean {
  return told !== undefined || screen === 'answer';
}

/** Whoever is in the middle of a step leaves it by plain words, not by what sounds a little like it. */
function leavesUnsurely({ intent, clear, shares, text }: Heard): boolean {
  const sure = intent === 'cancel' ? sureOfGivingUp : sureOfLeaving;
  return clear && leaving.has(intent) && shares.intent < sure && commandIn(text) === 'other';
}

const leaving: ReadonlySet<Heard['intent']> = new Set([
  'cancel',
  'status',
  'manage',
  'confirm',
  'rehearse',
  'reset-now',
]);
const [sureOfLeaving, sureOfGivingUp] = [0.55, 0.65];

/** "What does that mean?", or a question that would be about something else if nothing had been answered. */
function asksOfAnswer(said: Heard): boolean {
  if (said.finest === 'go-on') return asksSomething(said);
  return said.wish === 'meaning' || (said.wish === 'help' && said.shares.wish < sureOfHelp);
}

/** No page is told of, and no reset. */
function ofStep(said: Heard): boolean {
  return statementIn(said) === undefined && !speaksOf(said.plain, ...resets);
}

/** Wishes as which it is heard that a person is wanted, beside something else. */
const maybeForPerson: ReadonlySet<Wish> = new Set(['why-failed', 'other', 'cancel']);

/** Where a code shows who somebody is, another way is another method of theirs. */
function otherWay(screen: string): Next {
  if (screen === 'choose' || screen === 'show-it-is-you') return 'same';
  return proving.has(screen) ? 'back' : { go: 'register' };
}

/** Screens of codes that come from nowhere but the app. */
const showing: ReadonlySet<string> = new Set(['app', 'app-code']);

function inTheApp(said: Heard): Heard {
  return { ...said, intent: 'help', finest: 'what-is-an-app' };
}

/** In more words something is told. */
const brief = 8;

/** Screens of a request that is being written. */
const telling: ReadonlySet<string> = new Set(['contact', 'review']);

const proving: ReadonlySet<string> = new Set(['app-code', 'answers']);

async function hasSome(turn: Turn): Promise<boolean> {
  return setUp((await turn.person()).methods).length > 0;
}

/** Less sure, something else is to be kept. */
const sureOfKeeping = 0.6;

/** In so few words, yes and no say nothing else. */
const shortAnswer = 2;

/** Less sure, and after an answer, it is a question about that. */
const sureOfHelp = 0.6;

/** So many words, and the language of a sentence is heard. */
const sentence = 3;

/** Less sure, nobody is told that they speak a language that the bot does not. */
const sureOfLanguage = 0.75;

/** Screens of a registration that is under way. */
const registering: ReadonlySet<string> = new Set([
  ...['choose', 'show-it-is-you', 'phone', 'email', 'code', 'app', 'app-code', 'questions', 'answers', 'office'],
  ...['wrong-value', 'prefilled', 'due', 'register-there'],
]);

/** Whether the screen is about that method already. */
async function shown(turn: Turn, screen: string, method: MethodName): Promise<boolean> {
  if (screen === 'code') return (await turn.person()).challenge?.method === method;
  return screenOf[method] === screen;
}

const screenOf = {
  'authentication-phone': 'phone',
  'authentication-email': 'email',
  'authenticator-app': 'app',
  'security-questions': 'questions',
  'office-phone': 'office',
} as const satisfies Record<MethodName, string>;

/** "How long does it take?", "still waiting": of a code, where no request is named. */
function waitsForIt({ finest, plain, contains }: Heard): boolean {
  if (finest === 'how-long') return true;
  return finest === 'ticket-status' && contains.tickets.length === 0 && !speaksOf(plain, 'support');
}

function notHere(turn: Turn, said: Heard): Next {
  sayNotHere(turn, said);
  return 'same';
}

/** Short and not clear, as people complain who wait: what stands on the card helps them on. */
function vaguelyOfCode({ intent, clear, words, contains, plain }: Heard): boolean {
  if (clear || words > fewWords || contains.methods.length > 0 || yesOrNo(plain)) return false;
  return waiting.has(intent) && !speaksOf(plain, ...resets);
}

const waiting: ReadonlySet<Heard['intent']> = new Set(['why-failed', 'register', 'status']);

/** What is said to fail while a code is awaited is the code, unless it is said to be something else. */
function ofCode({ situation, page, code, plain, words }: Heard): boolean {
  if (page !== null || code !== null) return false;
  return !situation || awaited.has(situationNumbered(situation)) || (words <= fewWords && !speaksOf(plain, ...resets));
}

/** In so few words, and without these, no page is told of. */
const fewWords = 10;
const resets = ['reset', 'password', 'page', 'account', 'microsoft', 'admin'];

/** The situations of a code that does not come. */
const awaited: ReadonlySet<SituationId> = new Set(['no-contact', 'no-text-or-call', 'no-email']);

/** What was chosen of the guesses, with what had been said. */
export type ChosenGuess = GuessAnswer & { readonly said: string };

/** What follows the button that was chosen of the guesses. */
export async function handleGuess(turn: Turn, answer: ChosenGuess, screen: string): Promise<Next> {
  const { meant, situation, said } = answer;
  if (meant === 'register') return { go: 'register' };
  if (meant === 'contact') return { go: 'contact-person', plea: { draft: draftSaid(turn, said) } };
  return meant === 'why-failed' ? { go: meant, why: { picked: situation } } : wanted(turn, meant, screen);
}

const flows: Readonly<Partial<Record<Wish, Elsewhere>>> = {
  manage: 'manage-methods',
  confirm: 'look-through',
  export: 'export',
  erase: 'erase-all',
  contact: 'contact-person',
  rehearse: 'rehearse',
};

const replies = {
  password: 'password.never',
  privacy: 'privacy.text',
  thanks: 'thanks.text',
  'how-long': 'follow.how-long',
} as const satisfies Partial<Record<Wish, string>>;

async function wanted(turn: Turn, wish: Wish, screen: string): Promise<Next> {
  const { tell } = turn;
  const language = languageOf(wish);
  if (language) return spoken(turn, language);
  const go = flows[wish];
  if (go) return { go };
  if (wish in replies) {
    if (wish !== 'thanks') turn.tells = 'said';
    return answerInWords(turn, tell(replies[wish as keyof typeof replies]));
  }
  switch (wish) {
    case 'meaning':
      if (!isStep(screen)) return helped(turn);
      sayWaitingFor(turn, screen);
      return 'same';
    case 'help':
      if (isStep(screen)) sayWaitingFor(turn, screen);
      return helped(turn);
    case 'do-it':
    case 'reset-now':
      return answerInWords(turn, resetWay(turn));
    case 'not-me':
      return (await callerDenied(turn)) ? 'same' : { go: 'not-me' };
    case 'language':
    case 'other-language':
      return answerInWords(turn, tell('language.other', { languages: ownFirst(tell.language) }));
    case 'status':
      return 'home';
    case 'cancel':
      return screen === 'home' ? 'same' : cancelFlow(turn);
    case 'back':
    case 'skip':
      return screen === 'home' ? answerInWords(turn, tell('back.nowhere')) : 'back';
    default:
      return 'same';
  }
}

/** Where a reset asks the bot, Microsoft's page knows nothing of it. */
function resetWay({ tell, account, policy }: Turn): string {
  const url = resetAddress(tell, policy, resetsThere({ account }));
  if (url !== undefined) return tell('reset.now', { url });
  return tell('reset.here', { name: contactName(tell, policy.contact) });
}

function helped(turn: Turn): Next {
  turn.say(turn.tell('help.text'));
  turn.say(contactLine(turn.tell, turn.policy, 'help'));
  return 'same';
}

/** "English and Swedish", the reader's own language first. */
function ownFirst(language: Language): string {
  const { region } = languageRecords[language];
  const named = new Intl.DisplayNames(region, { type: 'language' });
  const all = [language, ...languages.filter((one) => one !== language)];
  return new Intl.ListFormat(region).format(all.map((one) => named.of(one) ?? one));
}

function spoken(turn: Turn, language: Language): Next {
  turn.speak(language);
  turn.say(turn.tell('language.changed'));
  return 'same';
}

/** Asks what was meant, over the screen that could not read it; whatever else is said or pressed is for that screen. */
export const guessesScreen: Screen<GuessPlace, ChosenGuess | { readonly meant: 'none' }> = {
  name: 'guesses',
  draw: async ({ tell, policy, note }, { guesses }) => guessesCard(tell, policy, guesses, note),
  read(_turn, act, { said }) {
    const read = guessForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return { kind: 'answer', answer: read.success ? { ...read.data, said } : { meant: 'none' } };
  },
};
