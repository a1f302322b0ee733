import { WaterfallDialog } from 'botbuilder-dialogs';
import type { AnswersOutcome, AskOutcome } from '../../bot/domain/enrolment/outcome.ts';
import { provableBy } from '../../bot/domain/enrolment/send-code.ts';
import { answersCard, answersForm, typedRows } from '../../cards/enrolment/questions.ts';
import type { Screen } from '../screen.ts';
import { keep, kept } from '../step-values.ts';
import { type Turn, turnOf } from '../turn.ts';
import { type ProofPlace, purposeOf } from './proof-place.ts';
import { notInChat } from './questions.ts';

interface AnswersPlace {
  /** Id of the draw. */
  readonly challenge: string;
}

export const answersScreen: Screen<AnswersPlace, readonly string[]> = {
  name: 'answers',
  secret: 'answers',
  async draw(turn, place) {
    const asked = await ask(turn);
    if (asked.kind !== 'questions-asked' || asked.draw !== place.challenge) return undefined;
    return answersCard(turn.tell, asked.draw, asked.questions, turn.typed, turn.note);
  },
  read(turn, act, place) {
    if (act.kind === 'text') return notInChat(turn, act.text);
    const read = answersForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success || read.data.challenge !== place.challenge) return { kind: 'not-mine' };
    return { kind: 'answer', answer: read.data.rows.map(({ answer }) => answer) };
  },
};

function answererOf({ asker, account }: Turn) {
  return { employee: asker.employee, administrator: account.administrator };
}

function ask(turn: Turn): Promise<AskOutcome> {
  return turn.questions.ask(answererOf(turn));
}

/** Asks some of somebody's questions; ends with `identity-proven`, or goes back. */
export const questionsProveDialog = new WaterfallDialog<ProofPlace>('questions-prove', [
  async (step) => {
    const turn = turnOf(step.context);
    // Answers alone do only where there is nothing stronger.
    const person = await turn.enrolment.person(turn.asker.employee);
    if (!provableBy(person).includes('security-questions')) return step.endDialog({ kind: 'back' });
    const asked = await ask(turn);
    if (asked.kind === 'questions-asked') {
      keep(step, asked.draw);
      return step.beginDialog(answersScreen.name, { challenge: asked.draw } satisfies AnswersPlace);
    }
    turn.note = { text: refusal(turn, asked), tone: 'attention' };
    return step.endDialog({ kind: 'back' });
  },
  async (step) => {
    const turn = turnOf(step.context);
    if (step.result?.kind !== 'answer') return step.endDialog({ kind: 'back' });
    const typed: readonly string[] = step.result.answer;
    const outcome = await turn.questions.answer(answererOf(turn), kept(step), typed, purposeOf(step.options));
    if (outcome.kind === 'identity-proven') return step.endDialog(outcome);
    turn.note = { text: refusal(turn, outcome), tone: outcome.kind === 'answers-right' ? 'good' : 'attention' };
    turn.typed = typedRows(typed.map((answer) => ({ question: '', answer })));
    const again = ['answers-wrong', 'answers-missing', 'answers-busy'].includes(outcome.kind);
    return again ? step.replaceDialog('questions-prove', step.options) : step.endDialog({ kind: 'back' });
  },
]);

function refusal(
  { tell, now }: Turn,
  outcome: Exclude<AnswersOutcome | AskOutcome, { kind: 'identity-proven' | 'questions-asked' }>,
) {
  switch (outcome.kind) {
    case 'answers-wrong':
      return tell('outcome.answers-wrong', { left: outcome.left });
    case 'questions-resting':
      return tell('outcome.questions-resting', { time: tell.time(outcome.until, now) });
    default:
      return tell(`outcome.${outcome.kind}`);
  }
}
