/** The reset service's range, in characters. */
const answerLength = { least: 3, most: 40 } as const;
/** UTF-16 units. Nobody types more for 40 characters, however they are composed; more is not worth folding. */
const longestTyped = 400;

/** Nothing to see: zero-width marks, soft hyphens, direction marks, control characters. */
const invisible = /\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;
/** What keyboards and autocorrection put for an apostrophe, a hyphen, a quotation mark. */
const apostrophes = /[`´‘’‛′ʹʼ]/gu;
const hyphens = /[\p{Pd}−]/gu;
const quotes = /[“”„‟«»″]/gu;
/** The look-behind keeps the time linear: a run is tried from its start only. */
const edges = /^[\p{P}\s]+|(?<![\p{P}\s])[\p{P}\s]+$/gu;

function plainMarks(text: string): string {
  return text.replace(apostrophes, "'").replace(hyphens, '-').replace(quotes, '"');
}

/** Lower case alone tells ẞ from ss, ς from σ, and the four Turkish i's apart: there and back again does not. */
function foldCase(text: string): string {
  const folded = text.toLowerCase().toUpperCase().toLowerCase();
  return folded.replaceAll('ς', 'σ').replace(/i\u0307+/gu, 'i');
}

/**
 * One form for everything that looks the same to people: case, composed and full-width letters, typographic marks,
 * white space, invisible characters, and marks around the answer make no difference. Idempotent; never throws.
 * Stored hashes rest on it: a change here makes answers unverifiable.
 */
export function normaliseAnswer(typed: string): string {
  // Marks come before NFKC, which would take ´ apart into a space and an accent.
  const seen = plainMarks(typed.toWellFormed()).normalize('NFKC').replace(invisible, '');
  const folded = plainMarks(foldCase(seen).normalize('NFKC'));
  return folded.replace(/\s+/gu, ' ').replace(edges, '');
}

/**
 * Counted in code points: å is one however it was typed, and a script that joins letters (दिल्ली) is not told that its
 * words are too short, as it would be by what is drawn as one character.
 */
export function characters(text: string): number {
  return [...text].length;
}

/** Why a typed text can't be any answer. Each is a text key. */
export type AnswerUnreadable = 'answer-missing' | 'answer-too-short' | 'answer-too-long';

export type AnswerReading = { readonly kind: 'answer'; readonly answer: string } | { readonly kind: AnswerUnreadable };

/** The normalised answer, when it can be one. */
export function readAnswer(typed: string): AnswerReading {
  const trimmed = typed.trim();
  if (trimmed === '') return { kind: 'answer-missing' };
  if (trimmed.length > longestTyped) return { kind: 'answer-too-long' };
  const answer = normaliseAnswer(trimmed);
  if (characters(answer) < answerLength.least) return { kind: 'answer-too-short' };
  return characters(answer) > answerLength.most ? { kind: 'answer-too-long' } : { kind: 'answer', answer };
}
