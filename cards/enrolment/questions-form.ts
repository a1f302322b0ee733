import { z } from 'zod';
import type { TypedAnswer } from '../../bot/domain/methods/questions/check.ts';
import { cut } from '../parts/typed.ts';

const field = z.string().transform(cut).default('');
const fields = Object.fromEntries(
  [1, 2, 3, 4, 5].flatMap((row) => [
    [`question-${row}`, field],
    [`answer-${row}`, field],
  ]),
);

/** What the cards send back, row by row under `question-1`, `answer-1` … A client may leave an empty input out. */
export const questionsForm = z
  .looseObject({ verb: z.enum(['questions', 'other-questions']), ...fields })
  .transform((form) => ({ verb: form.verb, rows: rowsOf(form) }));
export const answersForm = z
  .looseObject({ verb: z.literal('answers'), challenge: z.string().max(64), ...fields })
  .transform((form) => ({ ...form, rows: rowsOf(form) }));

function rowsOf(form: Readonly<Record<string, unknown>>): readonly TypedAnswer[] {
  const text = (name: string) => String(form[name] ?? '');
  return [1, 2, 3, 4, 5].map((row) => ({ question: text(`question-${row}`), answer: text(`answer-${row}`) }));
}

/** The same rows as they wait to be drawn again. */
export function typedRows(rows: readonly TypedAnswer[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    rows.flatMap(({ question, answer }, at) => [
      [`question-${at + 1}`, question],
      [`answer-${at + 1}`, answer],
    ]),
  );
}

/** More than any answer takes. UTF-16 units. */
const longestEcho = 80;

/** What somebody typed, to be put back into the input it came from. */
export function echoed(typed: string): string {
  return typed
    .slice(0, longestEcho)
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ');
}
