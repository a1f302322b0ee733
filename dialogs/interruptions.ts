import type { SituationId } from '../bot/domain/diagnosis/situation-ids.ts';
import { readCode } from '../bot/domain/enrolment/code.ts';
import { type Language, languageNamed, languageOf, languageRecords, languages } from '../bot/texts/languages.ts';
import { heard } from '../bot/understanding/heard.ts';
import { folded } from '../bot/understanding/intent.ts';
import type { Wish } from '../bot/understanding/understand.ts';
import type { GuessAnswer } from '../cards/diagnosis/ask-why.ts';
import { resetPage } from '../cards/enrolment/register-at-microsoft.ts';
import { contactLine, contactName } from '../cards/home.ts';
import type { Destination, Elsewhere, GuessPlace } from './destination.ts';
import { namedIn } from './diagnosis/statement.ts';
import { sayConfirmed } from './enrolment/confirmed.ts';
import { disown } from './methods/disown.ts';
import { callerDenied, ticketPressed } from './tickets/status.ts';
import type { Act, Turn } from './turn.ts';

/** What follows: the same screen again · the one before · the first one · another flow · a question back · nothing at all. */
export type Next = 'same' | 'back' | 'home' | 'stay-silent' | Destination | { readonly ask: GuessPlace };

/** Deals with what the screen on show could not read: questions, commands, old cards. */
export async function interrupted(turn: Turn, screen: string): Promise<Next> {
  const { act } = turn;
  if (act.kind === 'arrival') return 'same';
  return act.kind === 'verb' ? pressed(turn, act, screen) : typed(turn, act.text, screen);
}

async function pressed(
  turn: Turn,
  { verb, live, data, window }: Act & { kind: 'verb' },
  screen: string,
): Promise<Next> {
  if (verb === 'not-me') {
    await disown(turn, typeof data.change === 'string' ? data.change : '');
    return 'home';
  }
  if (verb === 'all-right') return allRight(turn);
  if (verb === 'snooze') return snoozed(turn);
  if (verb === 'ask-person') return { go: 'contact-person' };
  if (verb === 'look-through') return { go: 'look-through' };
  if (verb === 'stay-ready') return { go: 'register' };
  if (verb.startsWith('ticket-')) return ticketPressed(turn, { verb, data });
  if (verb === 'show') return 'same';
  if (verb === 'back' && data.from === screen) return 'back';
  if (verb === 'cancel' && data.from === screen) return cancelled(turn);
  if (!live || window) {
    turn.stale();
    return 'stay-silent';
  }
  if (verb === 'privacy') return said(turn, turn.tell('privacy.text'));
  if (verb === 'language') return switched(turn, data.language);
  return 'same';
}

async function typed(turn: Turn, text: string, screen: string): Promise<Next> {
  const meant = heard(text);
  switch (meant.wish) {
    case 'other':
      return readCode(text) ? said(turn, turn.tell('unknown.noCode')) : { ask: { guesses: meant.guesses } };
    case 'register':
      return 'same';
    case 'why-failed':
    case 'still-broken':
      // While a code is awaited, "it does not come" is about that code.
      return screen === 'code' && meant.situation && awaited.has(meant.situation)
        ? said(turn, turn.tell('code.notHere'))
        : { go: 'why-failed', why: { said: namedIn(meant) } };
    case 'language':
    case 'other-language': {
      const language = languageNamed(folded(text));
      return language ? spoken(turn, language) : wanted(turn, meant.wish, screen);
    }
    default:
      return wanted(turn, meant.wish, screen);
  }
}

/** The situations of a code that does not come. */
const awaited: ReadonlySet<SituationId> = new Set(['K17', 'K18', 'K19']);

/** What follows the button that was chosen of the guesses. */
export async function guessed(turn: Turn, { meant, situation }: GuessAnswer, screen: string): Promise<Next> {
  if (meant === 'register') return { go: 'register' };
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
  const go = flows[wish];
  if (go) return { go };
  const language = languageNamed(wish);
  if (language) return spoken(turn, language);
  if (wish in replies) return said(turn, tell(replies[wish as keyof typeof replies]));
  switch (wish) {
    case 'language':
    case 'other-language':
      return said(turn, tell('language.other', { languages: ownFirst(tell.language) }));
    case 'help':
    case 'meaning':
      return helped(turn);
    case 'do-it':
    case 'reset-now':
      return said(turn, resetWay(turn));
    case 'not-me':
      return (await callerDenied(turn)) ? 'same' : { go: 'not-me' };
    case 'status':
      return 'home';
    case 'cancel':
      return screen === 'home' ? 'same' : cancelled(turn);
    case 'back':
    case 'skip':
      return screen === 'home' ? said(turn, tell('back.nowhere')) : 'back';
    default:
      return 'same';
  }
}

/** Where a reset asks the bot, Microsoft's page knows nothing of it. */
function resetWay({ tell, account, policy }: Turn): string {
  if (account.registration !== 'here') return tell('reset.now', { url: resetPage(tell) });
  return tell('reset.here', { name: contactName(tell, policy.contact) });
}

function said(turn: Turn, text: string): Next {
  turn.say(text);
  return 'same';
}

/** "English and Swedish", the reader's own language first. */
function ownFirst(language: Language): string {
  const { region } = languageRecords[language];
  const named = new Intl.DisplayNames(region, { type: 'language' });
  const all = [language, ...languages.filter((one) => one !== language)];
  return new Intl.ListFormat(region).format(all.map((one) => named.of(one) ?? one));
}

function helped(turn: Turn): Next {
  turn.say(turn.tell('help.text'));
  turn.say(contactLine(turn.tell, turn.policy, 'help'));
  return 'same';
}

/** Answers of a reminder: they count whatever card is on show. */
async function allRight(turn: Turn): Promise<Next> {
  await sayConfirmed(turn, 'all');
  return 'home';
}

async function snoozed(turn: Turn): Promise<Next> {
  const until = await turn.confirming.snooze(turn.asker.employee);
  turn.note = { text: turn.tell('reminder.snoozed', { time: turn.tell.time(until, turn.now) }), tone: 'good' };
  return 'home';
}

function cancelled(turn: Turn): Next {
  turn.note = { text: turn.tell('cancel.done'), tone: 'good' };
  return 'home';
}

function spoken(turn: Turn, language: Language): Next {
  turn.speak(language);
  turn.say(turn.tell('language.changed'));
  return 'same';
}

/** The button names the language, so that a second click does not switch back. */
function switched(turn: Turn, wanted: unknown): Next {
  const language = languageOf(typeof wanted === 'string' ? wanted : undefined);
  if (language) turn.speak(language);
  return 'same';
}
