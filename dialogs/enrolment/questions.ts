import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import type { AnswersOutcome, AskOutcome } from '../../bot/domain/enrolment/outcome.ts';
import { provableBy } from '../../bot/domain/enrolment/proof.ts';
import { type AnswersReading, checkAnswers, type TypedAnswer } from '../../bot/domain/methods/questions/check.ts';
import { questionsAllowed } from '../../bot/domain/methods/questions/policy.ts';
import { saying } from '../../bot/texts/phrases.ts';
import { answerWords } from '../../bot/texts/questions.ts';
import { commandIn } from '../../bot/understanding/commands.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { speaksOf } from '../../bot/understanding/lexicon.ts';
import { answersCard, answersForm, questionsCard, questionsForm, typedRows } from '../../cards/enrolment/questions.ts';
import { saidIn } from '../said.ts';
import { flowEnd, type Reading, rememberedId, rememberId, type Screen, screenAnswer } from '../screen.ts';
import { progressOf, type Turn, turnOf } from '../turn.ts';
import { warn } from './code.ts';
import { type ProofPlace, purposeOf } from './prove.ts';

interface QuestionsPlace {
  /** Which questions the rows offer. */
  readonly round: number;
}

interface QuestionsAnswer {
  readonly verb: 'questions' | 'other-questions';
  readonly rows: readonly TypedAnswer[];
}

export const questionsScreen: Screen<QuestionsPlace, QuestionsAnswer> = {
  name: 'questions',
  secret: 'answers',
  async draw(turn, { round }) {
    const { tell, policy, account, typed, note } = turn;
    if (!questionsAllowed(policy.questions, account.administrator)) return undefined;
    const draft = { policy: policy.questions, round, typed, problems: problemsOf(turn) };
    return questionsCard(tell, draft, await progressOf(turn), note);
  },
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      return wantsOthers(said)
        ? { kind: 'answer', answer: { verb: 'other-questions', rows: [] } }
        : notInChat(turn, said);
    }
    const read = questionsForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success) return { kind: 'not-mine' };
    const { verb, rows } = read.data;
    const checked = verb === 'questions' ? check(turn, rows) : undefined;
    if (checked?.kind !== 'answer-problems') return { kind: 'answer', answer: { verb, rows } };
    const problem = turn.tell('questions.look', { count: checked.problems.length });
    return { kind: 'again', problem, typed: typedRows(rows) };
  },
};

function check({ policy, entry }: Turn, rows: readonly TypedAnswer[]): AnswersReading {
  return checkAnswers(rows, { policy: policy.questions, words: answerWords, known: entry });
}

/** What is wrong with what was typed, once it was meant to be saved: to be said at each field. */
function problemsOf(turn: Turn) {
  const { typed, note, policy } = turn;
  if (note?.tone !== 'attention' || Object.keys(typed).length === 0) return [];
  const rows = Array.from({ length: policy.questions.toRegister }, (_, at) => ({
    question: typed[`question-${at + 1}`] ?? '',
    answer: typed[`answer-${at + 1}`] ?? '',
  }));
  const checked = check(turn, rows);
  return checked.kind === 'answer-problems' ? checked.problems : [];
}

/** "Have you no other questions?" */
function wantsOthers({ plain }: Heard): boolean {
  return speaksOf(plain, 'question') && others.test(plain);
}

const others = saying((said) => said.answers.others);

/** An answer that was typed into the chat stays there for others to read: it is neither taken nor kept. */
function notInChat({ tell }: Turn, { text, finest, about, contains, clear, intent: wanted }: Heard): Reading<never> {
  const intent = commandIn(text);
  const named = wanted === 'register' && contains.methods.length > 0;
  const asks = text.includes('?') && clear && wondering.has(wanted);
  const elsewhere = intent !== 'other' || finest === 'contact' || about === 'other' || named || asks;
  if (elsewhere && intent !== 'password') return { kind: 'not-mine' };
  return { kind: 'again', problem: tell('questions.in-card'), typed: {} };
}

const wondering: ReadonlySet<Heard['intent']> = new Set(['help', 'privacy', 'status']);

/** Security questions: choosing and answering in one card. */
export const questionsMethodDialog = new WaterfallDialog<Partial<QuestionsPlace>>('questions-method', [
  (step) => step.beginDialog(questionsScreen.name, { round: 0, ...step.options }),
  async (step) => {
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'gone') turn.note = { text: turn.tell('outcome.not-offered'), tone: 'attention' };
    const answer = screenAnswer(step, questionsScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    const { verb, rows } = answer;
    const { round = 0 } = step.options as Partial<QuestionsPlace>;
    if (verb === 'other-questions') {
      turn.typed = typedRows(rows);
      return step.replaceDialog('questions-method', { round: round + 1 } satisfies QuestionsPlace);
    }
    const outcome = await turn.questions.register(turn.asker, turn.entry, rows);
    if (outcome.kind === 'method-proven') return step.endDialog(outcome);
    if (outcome.kind === 'answer-problems' || outcome.kind === 'answers-busy') {
      const busy = outcome.kind === 'answers-busy';
      const text = busy
        ? turn.tell('outcome.answers-busy')
        : turn.tell('questions.look', { count: outcome.problems.length });
      turn.note = { text, tone: 'attention' };
      turn.typed = typedRows(rows);
      return step.replaceDialog('questions-method', { round } satisfies QuestionsPlace);
    }
    warn(turn, outcome);
    return step.endDialog({ kind: 'back' });
  },
]);

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
    if (act.kind === 'text') return notInChat(turn, saidIn(turn, act));
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
    const person = await turn.person();
    if (!provableBy(person).includes('security-questions')) return step.endDialog({ kind: 'back' });
    const asked = await ask(turn);
    if (asked.kind === 'questions-asked') {
      rememberId(step, asked.draw);
      return step.beginDialog(answersScreen.name, { challenge: asked.draw } satisfies AnswersPlace);
    }
    turn.note = { text: refusal(turn, asked), tone: 'attention' };
    return step.endDialog({ kind: 'back' });
  },
  async (step) => {
    const turn = turnOf(step.context);
    const typed = screenAnswer(step, answersScreen);
    if (!typed) return step.endDialog({ kind: 'back' });
    const outcome = await turn.questions.answer(answererOf(turn), rememberedId(step), typed, purposeOf(step.options));
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
