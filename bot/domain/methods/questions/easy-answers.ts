import type { DirectoryEntry } from '../../ports/directory.ts';
import { characters } from './answer.ts';
import { type AnswerWords, consistsOf, squeezed, wordsOf } from './answer-words.ts';

const lookalikes: Readonly<Record<string, string>> = { '@': 'a', $: 's', '€': 'e', 0: 'o', 1: 'i', 3: 'e', 4: 'a' };

/** Whether a normalised answer is one that a stranger would try first. */
export function easyAnswer(answer: string, { easy, small }: AnswerWords): boolean {
  const plain = squeezed(answer);
  if (new Set(plain).size <= 1 || isRun(plain)) return true;
  const bare = answer.replace(/^[\p{Nd}\s\p{P}]+|(?<![\p{Nd}\s\p{P}])[\p{Nd}\s\p{P}]+$/gu, '');
  const spelled = bare.replace(/[@$€0134]/gu, (mark) => lookalikes[mark] ?? mark);
  return [plain, squeezed(bare), squeezed(spelled)].some((text) => easy.has(text)) || consistsOf(spelled, easy, small);
}

/** `123`, `7890`, `9876`, `٣٤٥`; and from four characters on, for there are names like Stu, `abcd`. */
function isRun(plain: string): boolean {
  const digits = /^\p{Nd}+$/u.test(plain);
  const points = [...plain].map((character) => character.codePointAt(0) ?? 0);
  if (points.length < (digits ? 3 : 4)) return false;
  const steps = points.slice(1).map((point, place) => point - (points[place] ?? 0));
  const upwards = steps.every((step) => step === 1 || (digits && step === -9));
  return upwards || steps.every((step) => step === -1 || (digits && step === 9));
}

/** What the directory knows of somebody: their colleagues know it too. */
export type Known = Pick<DirectoryEntry, 'displayName' | 'signInName' | 'mailboxes'>;

/**
 * Whether an answer is made of the person's own names or addresses: `Berg`, `kim berg`, `bergkim`, `Kim1985`. Somebody
 * else's name that shares a part (`Anna Berg`) is an answer.
 */
export function ownNameAnswer(answer: string, known: Known, { small }: AnswerWords): boolean {
  const addresses = [known.signInName, ...known.mailboxes];
  const names = [known.displayName, ...addresses.map((address) => address.replace(/@.*$/su, ''))];
  const plain = squeezed(answer);
  if ([...names, ...addresses].some((whole) => squeezed(whole) === plain)) return true;
  // Shorter parts would be found within other words.
  const parts = [...names.flatMap(wordsOf), ...names.map(squeezed)].filter((part) => characters(part) >= 3);
  const longestFirst = [...new Set(parts)].sort((one, other) => other.length - one.length);
  const rest = longestFirst.reduce((text, part) => text.replaceAll(part, ''), plain);
  return (rest !== plain && /^\p{Nd}*$/u.test(rest)) || consistsOf(answer, new Set(parts), small);
}

/** Whether an answer only says the question's own words again. */
export function answerFromQuestion(answer: string, wordings: readonly string[], { small }: AnswerWords): boolean {
  return wordings.some(
    (wording) => squeezed(wording) === squeezed(answer) || consistsOf(answer, new Set(wordsOf(wording)), small),
  );
}
