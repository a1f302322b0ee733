import type { FieldProblem } from '../../bot/domain/methods/questions/check.ts';
import {
  isPredefined,
  offeredQuestions,
  ownWording,
  type QuestionId,
  type QuestionPolicy,
} from '../../bot/domain/methods/questions/policy.ts';
import { askedQuestion } from '../../bot/texts/questions.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import { dealt } from './question-rows.ts';
import structure from './questions.json' with { type: 'json' };
import { echoed } from './questions-form.ts';

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

const build = cardFrom(structure);

/** Choosing and answering, in one card. @param progress "1 of 2 methods ready" */
export function questionsCard(tell: Tell, draft: QuestionsDraft, progress: string, note?: Note): Card {
  const { policy, round } = draft;
  const offered = offeredQuestions(policy);
  const chosen = Array.from({ length: policy.toRegister }, (_, row) => draft.typed[`question-${row + 1}`] ?? '');
  const rows = dealt(offered, policy.toRegister, round, chosen).map((questions, row) =>
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
    placeholder: tell('questions.choose'),
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
