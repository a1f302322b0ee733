import { type SituationId, situationNumbered } from '../bot/domain/diagnosis/situation-ids.ts';
import { readCode } from '../bot/domain/enrolment/code.ts';
import { type Language, languageNamed, languageRecords, languages } from '../bot/texts/languages.ts';
import { heard } from '../bot/understanding/heard.ts';
import { folded } from '../bot/understanding/normalisation.ts';
import type { Wish } from '../bot/understanding/understand.ts';
import { type GuessAnswer, guessesCard, guessForm } from '../cards/diagnosis/ask-why.ts';
import { resetPage } from '../cards/enrolment/register-at-microsoft.ts';
import { contactLine, contactName } from '../cards/home.ts';
import { campaignSaid } from './campaigns/answers.ts';
import type { Elsewhere, GuessPlace, Next } from './destination.ts';
import { statementIn } from './diagnosis/why-failed.ts';
import { answered } from './faq.ts';
import type { Screen } from './screen.ts';
import { callerDenied } from './tickets/status.ts';
import type { Turn } from './turn.ts';
import { answerInWords, cancelFlow } from './verbs.ts';

/** Deals with a typed sentence that the screen on show could not read. */
export async function handleText(turn: Turn, text: string, screen: string): Promise<Next> {
  const campaign = await campaignSaid(turn, text, screen);
  if (campaign) return campaign;
  const meant = heard(text);
  if (await answered(turn, meant)) return 'same';
  switch (meant.wish) {
    case 'other':
      return readCode(text) ? answerInWords(turn, turn.tell('unknown.noCode')) : { ask: { guesses: meant.guesses } };
    case 'register':
      return 'same';
    case 'why-failed':
    case 'still-broken':
      // While a code is awaited, "it does not come" is about that code.
      return screen === 'code' && meant.situation && awaited.has(situationNumbered(meant.situation))
        ? answerInWords(turn, turn.tell('code.notHere'))
        : { go: 'why-failed', why: { said: statementIn(meant) } };
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
const awaited: ReadonlySet<SituationId> = new Set(['no-contact', 'no-text-or-call', 'no-email']);

/** What follows the button that was chosen of the guesses. */
export async function handleGuess(turn: Turn, { meant, situation }: GuessAnswer, screen: string): Promise<Next> {
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
  const language = languageNamed(wish);
  if (language) return spoken(turn, language);
  const go = flows[wish];
  if (go) return { go };
  if (wish in replies) return answerInWords(turn, tell(replies[wish as keyof typeof replies]));
  switch (wish) {
    case 'help':
    case 'meaning':
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
  if (account.registration !== 'here') return tell('reset.now', { url: resetPage(tell) });
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
export const guessesScreen: Screen<GuessPlace, GuessAnswer | { readonly meant: 'none' }> = {
  name: 'guesses',
  draw: async ({ tell, policy }, { guesses }) => guessesCard(tell, policy, guesses),
  read(_turn, act) {
    const read = guessForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return { kind: 'answer', answer: read.success ? read.data : { meant: 'none' } };
  },
};
