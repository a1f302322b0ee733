import type { MethodName } from '../../bot/domain/methods/method.ts';
import { eitherOf, saying } from '../../bot/texts/phrases.ts';
import { says } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import { choice } from '../../cards/enrolment/choose.ts';
import { saidIn } from '../said.ts';
import type { Reading } from '../screen.ts';
import type { Turn } from '../turn.ts';
import { byMeans, channelIn, removalIn } from './given.ts';

export type Choice =
  | { readonly verb: 'take'; readonly method: MethodName; readonly channel?: 'text' | 'call' }
  | { readonly verb: 'later' };

/** Reads a method chosen by button or by name: "text me" means the phone. */
export function readChoice(turn: Turn, methods: readonly MethodName[]): Reading<Choice> {
  const { act } = turn;
  if (act.kind === 'text') {
    const said = saidIn(turn, act);
    // With a number or an address there is more to say than which one; and what is to go is not to be set up.
    const { phones, emails } = said.contains;
    if (phones.length + emails.length > 0 || removalIn(said)) return { kind: 'not-mine' };
    const method = chosenIn(said, methods);
    if (!method && says('choose.later', said) && said.words <= sentence)
      return { kind: 'answer', answer: { verb: 'later' } };
    if (ruledOut(said)) return { kind: 'said' };
    if (method) return { kind: 'answer', answer: { verb: 'take', method, ...wayOf(said) } };
    return { kind: 'not-mine' };
  }
  const read = choice.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { kind: 'answer', answer: read.data } : { kind: 'not-mine' };
}

/** Which of these somebody wants; the last one named where another was named before: "not the phone, the app". */
function chosenIn(said: Heard, methods: readonly MethodName[]): MethodName | undefined {
  const { finest, intent, about, frame, contains, plain, words } = said;
  if (about === 'other' || frame === 'question' || (words > few && !picking.has(intent) && !byMeans.test(plain)))
    return undefined;
  const named = contains.methods.filter((one) => methods.includes(one));
  if (named.length > 0 && (finest !== 'contact' || !namesPerson(plain)))
    return named.at(contrasted.test(plain) ? -1 : 0);
  const way = contains.channels.at(-1);
  if (!way || namesPerson(plain)) return undefined;
  const method = way === 'email' ? 'authentication-email' : 'authentication-phone';
  return methods.includes(method) ? method : undefined;
}

/** "Not the app, at any rate": the choice among the others is still theirs. */
function ruledOut({ plain, words, contains }: Heard): boolean {
  return words <= sentence && contains.methods.length === 1 && ruling.test(plain);
}

const ruling = new RegExp(
  [
    `^(?:${eitherOf((said) => said.answers.rulesOutBefore)}[ ,.…]+)*${eitherOf((said) => said.answers.rulesOut)} `,
    String.raw`(?:${eitherOf((said) => said.answers.articles)} )?\p{L}+(?: ${eitherOf((said) => said.answers.rulesOutAfter)})?[.!]*$`,
  ].join(''),
  'u',
);

const picking: ReadonlySet<Heard['intent']> = new Set([
  'register',
  'manage',
  'confirm',
  'other',
  'contact',
  'cancel',
  'thanks',
]);
/** In so few words a wish to leave it is no part of something else. */
const sentence = 8;
/** In so few words nothing else is said. */
const few = 3;
const contrasted = saying((said) => said.answers.contrasts);

function wayOf(said: Heard) {
  const channel = channelIn(said);
  return channel ? { channel } : {};
}

const methodDialogs = {
  'authentication-phone': 'phone-method',
  'authentication-email': 'email-method',
  'authenticator-app': 'app-method',
  'security-questions': 'questions-method',
  'office-phone': 'office-method',
} as const satisfies Record<MethodName, string>;

/** The dialog that sets a method up, or puts a new value in its place. */
export function methodDialogOf(method: MethodName): string {
  return methodDialogs[method];
}
