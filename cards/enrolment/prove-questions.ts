import type { AskedQuestion } from '../../bot/domain/enrolment/outcome.ts';
import { askedQuestion } from '../../bot/texts/questions.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './prove-questions.json' with { type: 'json' };
import { echoed } from './questions-form.ts';

const build = cardFrom(structure);

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
  return build(
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
