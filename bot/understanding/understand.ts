import { signInPageOf } from '../domain/diagnosis/related-problems.ts';
import type { SituationNumber } from '../domain/diagnosis/situation-ids.ts';
import type { Share } from './classifier.ts';
import { codeIn } from './codes.ts';
import { type Intent, intentOf, looksLikePassword } from './intent.ts';
import type { SpokenLanguage } from './language.ts';
import { type FollowUp, meaningOf, type PageSign, type SpokenIntent } from './meaning.ts';
import { model } from './model.ts';
import { wordsOf } from './words.ts';

/** What a typed sentence wants, as far as it can be told. */
export interface Understood {
  readonly language: SpokenLanguage;
  readonly intent: SpokenIntent;
  /** The same for dialogs, which tell more apart: what only means something after an answer, and what they do themselves. */
  readonly wish: Wish;
  /** What the sentence says went wrong; `null` when it does not say, or says something we do not know. */
  readonly situation: SituationNumber | null;
  /** A code that stood in it (`SSPR_0014`, `AADSTS50126`, `event 33004`, `hr 80230619`), whether or not it settles a situation. */
  readonly code: string | null;
  readonly page: PageSign | null;
  /** How sure the intent and the situation are together, in [0, 1]. */
  readonly score: number;
  /** The nearest meanings worth offering, likeliest first; at most three. */
  readonly guesses: readonly Guess[];
}

export type Wish = SpokenIntent | FollowUp | Special;
type Special = Extract<
  Intent,
  'export' | 'erase' | 'back' | 'skip' | 'english' | 'swedish' | 'other-language' | 'password'
>;

export type Guess =
  | { readonly kind: 'intent'; readonly intent: SpokenIntent }
  | { readonly kind: 'situation'; readonly situation: SituationNumber };

/** How much of what went wrong must point to one situation before it is named. */
const sureEnough = 0.2;
/** How much of everything, beside a code that says something else. */
const beyondDoubt = 0.5;
const codeScore = 0.98;

/** Never throws, whatever was typed; the first call also reads the model (see model.ts). */
export function understand(text: string): Understood {
  const { hear, read } = model();
  const language = hear(text);
  const found = codeIn(text);
  const none = { language, situation: null, code: null, page: null };
  if (!found && tellsPassword(text))
    return { ...none, intent: 'other', wish: 'password', score: codeScore, guesses: [] };
  if (wordsOf(text).length === 0) {
    const intent = /^\s*\?[\s?]*$/u.test(text) ? 'help' : 'other';
    return { ...none, intent, wish: intent, score: 1, guesses: [] };
  }
  const shares = read(text);
  const guesses = guessesFrom(shares);
  if (found?.situation) {
    const { code, situation } = found;
    return { ...none, intent: 'why-failed', wish: 'why-failed', situation, code, score: codeScore, guesses };
  }
  // A page of the sign-in speaks of other things in the words of a reset.
  if (found && signInPageOf(found.code)) {
    const { code } = found;
    return { ...none, intent: 'why-failed', wish: 'why-failed', code, score: codeScore, guesses };
  }
  const intent = found ? 'why-failed' : likeliestIntent(shares);
  const mass = massOf(shares, intent);
  const [top] = shares.filter(({ label }) => meaningOf(label).intent === intent);
  const meaning = meaningOf(top?.label ?? 'other');
  const named = (top?.share ?? 0) >= (found ? beyondDoubt : sureEnough * mass);
  return {
    ...none,
    code: found?.code ?? null,
    intent,
    wish: named ? wishOf(meaning.wish, text) : intent,
    situation: named ? meaning.situation : null,
    page: named ? meaning.page : null,
    score: found ? codeScore : named && meaning.situation ? (top?.share ?? 0) : mass,
    guesses,
  };
}

/** A password by itself, or said to be one: "my password is Summer2024!". */
function tellsPassword(text: string): boolean {
  const said = /(?:my password is|mitt lösenord är|mitt losenord ar|password:|lösenord:)\s*(\S{6,64})\s*$/iu.exec(
    text.slice(0, 300),
  );
  return looksLikePassword(text) || /[\d!@#$%&*]/u.test(said?.[1] ?? '');
}

function likeliestIntent(shares: readonly Share[]): SpokenIntent {
  const sums = new Map<SpokenIntent, number>();
  for (const { label, share } of shares) {
    const { intent } = meaningOf(label);
    sums.set(intent, (sums.get(intent) ?? 0) + share);
  }
  return [...sums].sort(([, one], [, other]) => other - one)[0]?.[0] ?? 'other';
}

function massOf(shares: readonly Share[], intent: SpokenIntent): number {
  return shares.reduce((sum, { label, share }) => sum + (meaningOf(label).intent === intent ? share : 0), 0);
}

const specials: Readonly<Partial<Record<SpokenIntent, readonly Special[]>>> = {
  privacy: ['export', 'erase'],
  cancel: ['back', 'skip'],
  language: ['english', 'swedish', 'other-language'],
};

/** What the commands of intent.ts tell apart within an intent. */
function wishOf(wish: SpokenIntent | FollowUp, text: string): Wish {
  const within = Object.hasOwn(specials, wish) ? specials[wish as SpokenIntent] : undefined;
  return within?.find((special) => special === intentOf(text)) ?? wish;
}

/** Meanings nobody needs to be offered on a card. */
const notOffered: ReadonlySet<SpokenIntent> = new Set(['other', 'greeting', 'thanks', 'cancel']);

function guessesFrom(shares: readonly Share[]): readonly Guess[] {
  const guesses = new Map<string, Guess>();
  for (const { label } of shares) {
    const { intent, situation } = meaningOf(label);
    if (notOffered.has(intent) || guesses.size === 3) continue;
    guesses.set(situation ?? intent, situation ? { kind: 'situation', situation } : { kind: 'intent', intent });
  }
  return [...guesses.values()];
}
