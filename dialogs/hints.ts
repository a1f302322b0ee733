import type { TextKey } from '../bot/texts/catalog.ts';
import type { Heard } from '../bot/understanding/heard.ts';
import { faqCard, type NextStep, nextSteps } from '../cards/faq.ts';
import type { Turn } from './turn.ts';

/** What each step of a flow waits for. Screens that are not named ask what was meant. */
const waitingFor = {
  choose: 'hint.choose',
  'show-it-is-you': 'hint.show-it-is-you',
  phone: 'hint.phone',
  email: 'hint.email',
  code: 'hint.code',
  app: 'hint.app',
  'app-code': 'hint.app-code',
  questions: 'hint.questions',
  answers: 'hint.answers',
  office: 'hint.office',
  'wrong-value': 'hint.wrong-value',
  prefilled: 'hint.prefilled',
  due: 'hint.due',
  'register-there': 'hint.register-there',
  manage: 'hint.manage',
  method: 'hint.method',
  remove: 'hint.remove',
  erase: 'hint.erase',
  'which-change': 'hint.which-change',
  finish: 'hint.finish',
} as const satisfies Readonly<Record<string, TextKey>>;

export function isStep(screen: string): screen is keyof typeof waitingFor {
  return Object.hasOwn(waitingFor, screen);
}

/**
 * Says beside a step what it waits for, so that nobody loses it by a sentence that was not understood; what may have been
 * meant instead are its buttons.
 */
export function hint(turn: Turn, screen: keyof typeof waitingFor, said: Heard): void {
  const { tell } = turn;
  const lines = [tell('hint.unclear'), tell(waitingFor[screen])];
  turn.explain(faqCard(tell, 'hint', lines, [...meant(said), 'contact']));
}

/** What a step waits for, to whoever asks for help there. */
export function sayWaitingFor(turn: Turn, screen: keyof typeof waitingFor): void {
  turn.say(turn.tell(waitingFor[screen]));
}

const offered: ReadonlySet<string> = new Set(nextSteps);

/** Two of them at most: the step itself is likelier. */
function meant({ guesses, intent }: Heard): readonly NextStep[] {
  const all = guesses.map((guess) => (guess.kind === 'situation' ? 'why-failed' : guess.intent));
  const steps = (intent === 'why-failed' ? [intent, ...all] : all).filter(
    (one): one is (typeof nextSteps)[number] => offered.has(one) && one !== 'contact' && one !== 'help',
  );
  return [...new Set(steps)].slice(0, 2);
}
