import { z } from 'zod';
import type { AskedQuestion } from '../../bot/domain/enrolment/outcome.ts';
import type { FieldProblem, TypedAnswer } from '../../bot/domain/methods/questions/check.ts';
import {
  isPredefined,
  offeredQuestions,
  ownWording,
  type QuestionId,
  type QuestionPolicy,
} from '../../bot/domain/methods/questions/policy.ts';
import { askedQuestion } from '../../bot/texts/questions.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Button, type Card, cardFrom, cut, type Note } from '../parts/render.ts';
import proof from './prove-questions.json' with { type: 'json' };
import structure from './questions.json' with { type: 'json' };

/** Room for one of twenty own questions among the others, so that the card stays under its limit. JSON characters. */
const longestTitle = 200;

/** A question as a choice; one that is too long for a list is cut, and asked whole later. */
function titled(text: string): string {
  const whole = text.replace(/\p{Cc}/gu, ' ');
  if (JSON.stringify(whole).length <= longestTitle + 2) return whole;
  const letters = [...whole];
  while (JSON.stringify(letters.join('')).length > longestTitle) letters.pop();
  return `${letters.join('')}…`;
}

export interface QuestionsDraft {
  readonly policy: QuestionPolicy;
  /** Which questions the rows offer. */
  readonly round: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly problems: readonly FieldProblem[];
}

/**
 * So many questions stand open on the card at a time: a closed list cuts them on a phone, and whoever answers has to see the
 * whole question.
 */
const mostShown = 15;

const build = cardFrom(structure);

/** Choosing and answering, in one card. @param progress "1 of 2 methods ready" */
export function questionsCard(tell: Tell, draft: QuestionsDraft, progress: string, note?: Note): Card {
  const { policy, round } = draft;
  const offered = offeredQuestions(policy);
  const chosen = Array.from({ length: policy.toRegister }, (_, row) => draft.typed[`question-${row + 1}`] ?? '');
  const rows = shownRows(offered, policy.toRegister, round, chosen).map((questions, row) =>
    rowOf(tell, draft, row, questions, chosen[row] ?? ''),
  );
  const other: Button = { title: tell('questions.other'), verb: 'other-questions', data: { from: 'questions' } };
  return build(
    tell,
    {
      title: tell('questions.title'),
      progress,
      intro: tell('questions.intro', { count: policy.toRegister }),
      secret: tell('questions.secret'),
      rows,
    },
    [
      { title: tell('questions.save'), verb: 'questions', data: { from: 'questions' }, primary: true },
      ...(offered.length > policy.toRegister ? [other] : []),
      { title: tell('button.back'), verb: 'back', data: { from: 'questions' }, leaves: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'questions' }, leaves: true },
    ],
    note,
  );
}

function rowOf(tell: Tell, draft: QuestionsDraft, row: number, questions: readonly QuestionId[], chosen: string) {
  const number = row + 1;
  const problems = (of: FieldProblem['field']) =>
    draft.problems
      .filter((one) => one.row === row && one.field === of)
      .map(({ kind }) => ({ text: tell(`problem.${kind}`) }));
  const question = {
    id: `question-${number}`,
    label: tell('questions.question', { number }),
    value: questions.find((one) => one === chosen) ?? '',
    choices: questions.map((value) => ({ title: wordsOf(tell, draft.policy, value), value })),
  };
  const odd = draft.round % 2 === 1;
  return {
    // Some clients keep a list when its card changes in place, unless it stands in something else than before.
    evenRound: odd ? [] : [question],
    oddRound: odd ? [question] : [],
    questionProblems: problems('question'),
    answerId: `answer-${number}`,
    answerLabel: tell('questions.answer', { number }),
    answerValue: echoed(draft.typed[`answer-${number}`] ?? ''),
    answerProblems: problems('answer'),
  };
}

function wordsOf(tell: Tell, policy: QuestionPolicy, question: QuestionId): string {
  const wording = isPredefined(question) ? null : ownWording(policy, question);
  return titled(askedQuestion(tell.language, question, wording));
}

/**
 * Deals what is offered to the rows of a form: each question stands in one row only. So none can be chosen twice, and the card
 * stays small however many there are. Another round deals anew; what was chosen stays in its row.
 * @param chosen what is chosen in each row; anything that is not offered is nothing
 */
export function dealt<Question extends string>(
  offered: readonly Question[],
  rows: number,
  round: number,
  chosen: readonly string[],
): readonly (readonly Question[])[] {
  const kept = chosen.slice(0, rows).map((one, row) => (chosen.indexOf(one) === row ? one : ''));
  const free = offered.filter((question) => !kept.includes(question));
  const rowOf = (question: Question) => {
    const place = offered.indexOf(question);
    // Every round shifts each block of neighbours by another amount, so that those who shared a row part.
    return (place + round * Math.floor(place / rows)) % rows;
  };
  return Array.from({ length: rows }, (_, row) => {
    const own = offered.filter((one) => kept[row] === one || (free.includes(one) && rowOf(one) === row));
    return own.length > 0 ? own : free;
  });
}

/** What each row shows in a round: what is chosen there, and the next few of its own. In so many rounds, each is shown. */
export function shownRows<Question extends string>(
  offered: readonly Question[],
  rows: number,
  round: number,
  chosen: readonly string[],
): readonly (readonly Question[])[] {
  const most = Math.floor(mostShown / rows);
  return dealt(offered, rows, round, chosen).map((own, row) => {
    const kept = own.filter((one) => one === chosen[row]);
    const others = own.filter((one) => one !== chosen[row]);
    const from = others.length === 0 ? 0 : (round * most) % others.length;
    return [...kept, ...[...others, ...others].slice(from, from + Math.min(most, others.length))];
  });
}

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
function echoed(typed: string): string {
  return typed
    .slice(0, longestEcho)
    .toWellFormed()
    .replace(/\p{Cc}/gu, ' ');
}

const buildProof = cardFrom(proof);

/** Asks some of the questions again. @param draw id of the draw they belong to */
export function answersCard(
  tell: Tell,
  draw: string,
  questions: readonly AskedQuestion[],
  typed: Readonly<Record<string, string>>,
  note?: Note,
): Card {
  const rows = questions.map(({ question, wording }, at) => ({
    question: askedQuestion(tell.language, question, wording),
    id: `answer-${at + 1}`,
    label: tell('questions.answer', { number: at + 1 }),
    value: echoed(typed[`answer-${at + 1}`] ?? ''),
  }));
  return buildProof(
    tell,
    { title: tell('questions.prove.title'), intro: tell('questions.prove.intro'), rows },
    [
      { title: tell('questions.prove.check'), verb: 'answers', data: { challenge: draw }, primary: true },
      { title: tell('app.other'), verb: 'back', data: { from: 'answers' }, leaves: true },
      { title: tell('button.cancel'), verb: 'cancel', data: { from: 'answers' }, leaves: true },
    ],
    note,
  );
}
