import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import { asWords, eitherOf, saying } from '../../bot/texts/phrases.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { methodsNamed } from '../../bot/understanding/entities.ts';
import { clausesOf, folded } from '../../bot/understanding/normalisation.ts';
import { type ConfirmAnswer, confirmForm, dueCard, prefilledCard } from '../../cards/enrolment/reconfirm.ts';
import { removeFrom, removeScreen } from '../methods/manage.ts';
import { answerIn, putsOff, saidIn } from '../said.ts';
import { flowEnd, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { type Act, methodReadinessOf, type Turn, turnOf } from '../turn.ts';
import { methodDialogOf } from './method-choice.ts';
import { beginPrefilled, prefilledHere } from './prefilled.ts';
import { proveBeforeChange, wasProven } from './prove.ts';
import { registerThereDialog } from './register-at-microsoft.ts';

/** What is looked at: values the organisation filled in, or proven methods that are due. */
type About = 'prefilled' | 'due';

interface ConfirmPlace {
  readonly about: About;
}

type Answers = readonly { readonly method: MethodName; readonly answer: ConfirmAnswer }[];

export const prefilledScreen: Screen<object, Answers> = {
  name: 'prefilled',
  async draw(turn) {
    const values = await prefilledHere(turn);
    const written = turn.account.registration === 'written';
    return values.length > 0
      ? prefilledCard(turn.tell, values, turn.typed, written, turn.note, turn.policy.dialsExtensions)
      : undefined;
  },
  async read(turn, act) {
    const values = await prefilledHere(turn);
    return readAnswers(
      turn,
      act,
      'prefilled',
      values.map(({ method }) => method),
    );
  },
};

export const dueScreen: Screen<object, Answers> = {
  name: 'due',
  async draw(turn) {
    const { tell, typed, note } = turn;
    const { due } = await methodReadinessOf(turn);
    const { methods } = await turn.person();
    return due.length > 0 ? dueCard(tell, methods, due, typed, note) : undefined;
  },
  read: async (turn, act) => readAnswers(turn, act, 'due', (await methodReadinessOf(turn)).due),
};

function readAnswers(turn: Turn, act: Act, about: About, asked: readonly MethodName[]): Reading<Answers> {
  if (act.kind === 'text') {
    const said = saidIn(turn, act);
    const { plain, contains } = said;
    const each = eachIn(said.text, about, asked);
    // What is not spoken of waits.
    if (each.length > 1) return { kind: 'answer', answer: each };
    const agrees = said.intent === 'confirm' && said.frame !== 'question' && right.test(plain) && !wrong.test(plain);
    const answer = agrees || says('confirm.allRight', said) ? 'yes' : answerIn(said);
    if (answer !== 'yes' && putsOff(said)) return { kind: 'back' };
    if (answer === 'no' || (answer && partly.test(plain))) {
      return { kind: 'again', problem: turn.tell('confirm.missing'), typed: {} };
    }
    const all = asked.map((method) => ({ method, answer: 'still-mine' }) as const);
    return answer === 'yes' && contains.phones.length === 0 ? { kind: 'answer', answer: all } : { kind: 'not-mine' };
  }
  const read = confirmForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  if (!read.success || read.data.about !== about) return { kind: 'not-mine' };
  const given = asked.flatMap((method) => {
    const answer = read.data[method];
    return answer ? [{ method, answer }] : [];
  });
  if (given.length === asked.length) return { kind: 'answer', answer: given };
  const typed = Object.fromEntries(given.map(({ method, answer }) => [method, answer]));
  return { kind: 'again', problem: turn.tell('confirm.missing'), typed };
}

/** What is said of each: "the number is right, but I no longer have that mailbox". */
function eachIn(text: string, about: About, asked: readonly MethodName[]): Answers {
  const parts = clausesOf(text).flatMap((clause) => folded(clause).split(joins));
  const otherwise = about === 'due' ? 'change' : 'not-mine';
  return asked.flatMap((method) => {
    const part = parts.find((one) => methodsNamed(one).includes(method)) ?? '';
    const answer = wrong.test(part) ? otherwise : right.test(part) ? 'still-mine' : undefined;
    return answer ? [{ method, answer }] : [];
  });
}

const joins = asWords(eitherOf((said) => said.answers.joins));
const right = saying((said) => said.answers.holds);
const wrong = saying((said) => [...said.answers.denies, ...said.answers.holdsNot]);

/** Yes, and something beside it: which is for the card to say. */
const partly = saying((said) => said.answers.partly);

/** What has to be done for one value after it was talked about. */
interface Errand {
  readonly method: MethodName;
  readonly what: 'prove' | 'change' | 'remove' | 'dispute';
}

/** One card for all that was filled in, or is due; then whatever follows, one by one. */
export const confirmDialog = new WaterfallDialog<ConfirmPlace>('look-through', [
  (step) => {
    const { about } = step.options as ConfirmPlace;
    // What the bot is shown counts nowhere then: the way leads to the page where it does.
    const elsewhere = about === 'prefilled' && turnOf(step.context).account.registration === 'elsewhere';
    return elsewhere ? step.replaceDialog(registerThereDialog.id) : step.beginDialog(about);
  },
  async (step) => {
    const { about } = step.options as ConfirmPlace;
    const answers = screenAnswer(step, about === 'due' ? dueScreen : prefilledScreen);
    if (!answers) return ended(step);
    const turn = turnOf(step.context);
    if (about === 'prefilled') await keepPrefilled(turn, answers);
    else await keepDue(turn, answers);
    return step.replaceDialog('errands', { errands: answers.flatMap((one) => errandOf(about, one)) });
  },
]);

async function ended(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  if (flowEnd(step)?.kind === 'gone') turn.note = { text: turn.tell('confirm.nothing'), tone: 'good' };
  return step.endDialog();
}

async function keepPrefilled(turn: Turn, answers: Answers): Promise<void> {
  const values = await prefilledHere(turn);
  const said = values.flatMap(({ method, address }) => {
    const answer = answers.find((one) => one.method === method)?.answer;
    return answer ? [{ method, address, answer }] : [];
  });
  await turn.confirming.answerPrefilled(turn.asker.employee, said);
  const foreign = said.some(({ method, answer }) => answer === 'not-mine' && method !== 'office-phone');
  if (foreign && turn.account.registration === 'written') turn.say(turn.tell('confirm.foreign'));
}

/** One value of those filled in is theirs. */
export async function sayStillMine(turn: Turn, method: MethodName): Promise<void> {
  const said = (await prefilledHere(turn)).filter((one) => one.method === method);
  const answers = said.map(({ method: which, address }) => ({ method: which, address, answer: 'still-mine' }) as const);
  await turn.confirming.answerPrefilled(turn.asker.employee, answers);
}

async function keepDue(turn: Turn, answers: Answers): Promise<void> {
  const right = answers.filter(({ answer }) => answer === 'still-mine').map(({ method }) => method);
  await sayConfirmed(turn, right);
}

function errandOf(about: About, { method, answer }: Answers[number]): readonly Errand[] {
  if (answer === 'still-mine') return about === 'prefilled' ? [{ method, what: 'prove' }] : [];
  if (method === 'office-phone') return [{ method, what: 'dispute' }];
  if (answer === 'change') return [{ method, what: 'change' }];
  return about === 'due' ? [{ method, what: 'remove' }] : [];
}

export interface ErrandsPlace {
  readonly errands: readonly Errand[];
}

/** What follows from the answers, one after the other. Gone back on one: the next. */
export const errandsDialog = new WaterfallDialog<ErrandsPlace>('errands', [
  (step) => {
    const [first] = (step.options as ErrandsPlace).errands;
    if (!first) return step.endDialog();
    return first.what === 'dispute' ? step.next('fresh') : proveBeforeChange(step);
  },
  async (step) => {
    const [first] = (step.options as ErrandsPlace).errands;
    if (!first || !wasProven(step)) return step.endDialog();
    const { method, what } = first;
    if (what === 'dispute') return step.beginDialog('dispute', { method });
    if (what === 'remove') return step.beginDialog('remove', { method });
    // At a desk far away it would ring unheard: it is asked when.
    if (what === 'change' || method === 'office-phone') return step.beginDialog(methodDialogOf(method));
    return beginPrefilled(step, method);
  },
  async (step) => {
    const turn = turnOf(step.context);
    const [first, ...errands] = (step.options as ErrandsPlace).errands;
    if (flowEnd(step)?.kind === 'method-proven' && first) {
      turn.note = { text: turn.tell(`outcome.method-proven.${first.method}`), tone: 'good' };
    }
    if (screenAnswer(step, removeScreen) === 'remove-it' && first) await removeFrom(turn, first.method);
    return step.replaceDialog('errands', { errands });
  },
]);

/** Keeps that methods are still right, and thanks. */
export async function sayConfirmed(turn: Turn, methods: readonly MethodName[] | 'all'): Promise<void> {
  const { tell } = turn;
  const outcome = await turn.confirming.confirm(turn.asker.employee, methods);
  if (outcome.kind === 'nothing-to-confirm') return;
  const text =
    outcome.next === null ? tell('confirm.thanks') : tell('confirm.thanksUntil', { date: tell.date(outcome.next) });
  turn.note = { text, tone: 'good' };
}
