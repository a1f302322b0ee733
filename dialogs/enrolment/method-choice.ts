import type { MethodName } from '../../bot/domain/methods/method.ts';
import type { HeardPhrases, Phrases } from '../../bot/texts/heard-phrases.ts';
import { languageRecords, languages } from '../../bot/texts/languages.ts';
import { eitherOf, saying } from '../../bot/texts/phrases.ts';
import { says, withoutSmallWords } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import { choice } from '../../cards/enrolment/choose.ts';
import { faqIn, methodTold } from '../faq.ts';
import { saidIn } from '../said.ts';
import type { Reading } from '../screen.ts';
import type { Turn } from '../turn.ts';
import { byMeans, channelIn, lastOf, methodsWanted, removalIn, takesIt, tellsAddress } from './given.ts';

export type Choice =
  | { readonly verb: 'take'; readonly method: MethodName; readonly channel?: 'text' | 'call' }
  | { readonly verb: 'later' };

/** Reads a method chosen by button, by name or by its place: "text me" means the phone. @param shown in this order */
export function readChoice(
  turn: Turn,
  methods: readonly MethodName[],
  shown: readonly MethodName[] = [],
): Reading<Choice> {
  const { act } = turn;
  if (act.kind === 'text') {
    const said = saidIn(turn, act);
    // With a number or an address there is more to say than which one; and what is to go is not to be set up.
    if (tellsAddress(said) || removalIn(said)) return { kind: 'not-mine' };
    // "A new phone tomorrow, but I keep the number" names no other.
    const last = faqIn(said) && said.contains.methods.length < 2 ? undefined : lastOf(said);
    const lenient = shown.length > 0;
    const later = says('choose.later', said);
    const method =
      chosenIn(said, methods, lenient) ??
      (last && chosenIn(last, methods, lenient)) ??
      numbered(said, shown) ??
      (later ? undefined : takenUp(turn, said));
    if (!method && later && said.words <= sentence && !faqIn(said))
      return { kind: 'answer', answer: { verb: 'later' } };
    if (ruledOut(said)) return { kind: 'said' };
    if (method) return { kind: 'answer', answer: { verb: 'take', method, ...wayOf(said) } };
    return { kind: 'not-mine' };
  }
  const read = choice.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { kind: 'answer', answer: read.data } : { kind: 'not-mine' };
}

/** "Then I'll take one of those", of the method that was just explained. */
function takenUp(turn: Turn, said: Heard): MethodName | undefined {
  const { about, plain, contains } = said;
  const one = about === 'self' && contains.methods.length === 0 && such.test(withoutSmallWords(plain));
  return one ? methodTold(turn) : undefined;
}

const such = new RegExp(
  `^${eitherOf((said) => said.answers.takes)} ${eitherOf((said) => said.answers.suchOne)}[ .!]*$`,
  'u',
);

/** "The second one", and little else. */
function numbered({ plain }: Heard, methods: readonly MethodName[]): MethodName | undefined {
  const at = ordinals.findIndex((one) => isAlone(plain, one));
  return isAlone(plain, last) ? methods.at(-1) : methods[at];
}

/** "Ring me then, I can't read without my glasses." */
const toMe = beginning(({ answers }) => answers.toMe);

const most = Math.max(...languages.map((language) => languageRecords[language].phrases.answers.ordinals.length));
const ordinals = Array.from({ length: most }, (_, at) =>
  beginning(({ answers }) => answers.ordinals.slice(at, at + 1)),
);
const last = beginning(({ answers }) => answers.last);

function beginning(phrases: (said: HeardPhrases) => Phrases): RegExp {
  return new RegExp(`^${eitherOf(phrases)}(?![\\p{L}\\p{N}])`, 'u');
}

const small = eitherOf(({ answers, small }) => [...answers.openings, ...answers.hesitations, ...small]);
const [smallBefore, smallAfter] = [
  new RegExp(`^(?:${small}[ ,.!]+)+`, 'u'),
  new RegExp(`^(?:[ ,.!]+${small}(?![\\p{L}\\p{N}]))+`, 'u'),
];

/** Whether a phrase is all that is said, but for small words; these are taken away first, so that nothing is tried twice. */
function isAlone(plain: string, phrase: RegExp): boolean {
  const said = [plain, plain.replace(smallBefore, '')].find((one) => phrase.test(one)) ?? '';
  const [found = ''] = phrase.exec(said) ?? [];
  return found !== '' && /^[ .!]*$/u.test(said.slice(found.length).replace(smallAfter, ''));
}

/**
 * Which of these somebody wants; the last one named where another was named before: "not the phone, the app".
 * @param lenient "I'll take the mail", however else that sounds: where a method is chosen to be set up, and no code goes out
 */
function chosenIn(said: Heard, methods: readonly MethodName[], lenient: boolean): MethodName | undefined {
  const { text, finest, intent, about, frame, contains, plain, words, clear } = said;
  const wonders = frame === 'question' && asking.test(text);
  const takes = (lenient && takesIt(said)) || (toMe.test(withoutSmallWords(plain)) && !namesPerson(plain));
  if (about === 'other' || wonders) return undefined;
  if (!takes && words > few && clear && !picks(said) && !byMeans.test(plain)) return undefined;
  // Statements that sound like a question about a method still name it.
  if (
    !takes &&
    words > few &&
    faqIn(said) !== undefined &&
    intent !== 'other' &&
    (intent !== 'help' || asking.test(text))
  ) {
    return undefined;
  }
  if (finest === 'not-me' || finest === 'injection') return undefined;
  const named = methodsWanted(said).filter((one) => methods.includes(one));
  if (named.length > 0 && (finest !== 'contact' || !namesPerson(plain)))
    return named.at(contrasted.test(plain) ? -1 : 0);
  const way = contains.channels.at(-1);
  if (!way || namesPerson(plain)) return undefined;
  const method = way === 'email' ? 'authentication-email' : 'authentication-phone';
  return methods.includes(method) ? method : undefined;
}

/** "Not the app, at any rate": the choice among the others is still theirs. */
export function ruledOut({ plain, words, contains }: Heard): boolean {
  return words <= sentence && contains.methods.length === 1 && ruling.test(plain);
}

const ruling = new RegExp(
  [
    `^(?:${eitherOf((said) => said.answers.rulesOutBefore)}[ ,.…]+)*${eitherOf((said) => said.answers.rulesOut)} `,
    String.raw`(?:${eitherOf((said) => said.answers.articles)} )?\p{L}+(?: ${eitherOf((said) => said.answers.rulesOutAfter)})?[.!]*$`,
  ].join(''),
  'u',
);

/** A method that is named here is chosen, unless it is said to fail. */
function picks({ text, intent, finest, words, plain, code, contains }: Heard): boolean {
  if (picking.has(intent)) return true;
  const ofApp = finest === 'what-is-an-app' || finest === 'app-which';
  if (ofApp || (intent === 'help' && words <= brief)) return !asking.test(text) && !denies.test(plain);
  return (
    intent === 'why-failed' &&
    words <= sentence &&
    !code &&
    contains.methods.length === 1 &&
    !denies.test(plain.replace(/^(?:\p{L}+[,.!]\s)/u, ''))
  );
}

const asking = new RegExp(
  `[?]|(?<!\\p{L})${eitherOf(({ frame }) => [...frame.asks, ...frame.asksFirst])}(?:['’]?s)? `,
  'iu',
);
const denies = saying((said) => [...said.answers.denies, ...said.answers.fails, ...said.frame.denials]);

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
/** In so few words a method is named for itself. */
const brief = 5;
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
