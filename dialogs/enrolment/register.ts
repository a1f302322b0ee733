import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { hasFreshProof } from '../../bot/domain/enrolment/proof.ts';
import { hasEnough } from '../../bot/domain/enrolment/readiness.ts';
import { type AddressMethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { startsAt } from '../../bot/domain/reset-service/end-dates.ts';
import { chooseCard, offeredMethods } from '../../cards/enrolment/choose.ts';
import { finishCard, finishForm } from '../../cards/enrolment/finish.ts';
import { saidIn, saysBriefly } from '../said.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { methodReadinessOf, readinessOf, readinessStanding, type Turn, turnOf } from '../turn.ts';
import type { Given } from './given.ts';
import { type Choice, methodDialogOf, readChoice } from './method-choice.ts';
import { prefilledHere } from './prefilled.ts';
import { proveBeforeChange, wasProven } from './prove.ts';
import { type ErrandsPlace, errandsDialog, sayStillMine } from './reconfirm.ts';
import { elsewhereFirst } from './register-at-microsoft.ts';

export const chooseScreen: Screen<object, Choice> = {
  name: 'choose',
  async draw(turn) {
    const ready = await readinessOf(turn);
    return ready.open.length > 0
      ? chooseCard(turn.tell, turn.policy, ready, turn.account, turn.now, turn.note)
      : undefined;
  },
  async read(turn) {
    const { order } = offeredMethods(turn.policy, await readinessOf(turn), turn.account, turn.now);
    return readChoice(turn, methodNames, order);
  },
};

/** Where a round of registering begins: what was filled in is asked about once, and nothing that was said already. */
export interface RegisterOptions {
  readonly asked?: boolean;
  /** Said to be theirs already: its code is sent at once. */
  readonly onFile?: AddressMethodName;
  readonly given?: readonly Given[];
}

const again: RegisterOptions = { asked: true };

/** From "get started" to as many methods as required, and one more for who wants it. */
export const registerDialog = new WaterfallDialog<RegisterOptions>('register', [
  elsewhereFirst,
  async (step) => {
    const turn = turnOf(step.context);
    const { given: [first] = [] } = step.options as RegisterOptions;
    if (first?.value && !hasFreshProof(await turn.person(), turn.now)) {
      turn.note = { text: turn.tell('given.kept', { value: first.value }), tone: 'good' };
    }
    return proveBeforeChange(step);
  },
  async (step) => {
    if (!wasProven(step)) return step.endDialog();
    const { asked, onFile, given = [] } = step.options as RegisterOptions;
    if (onFile) return beginOnFile(step, onFile);
    const waiting = asked || given.length > 0 ? [] : await prefilledHere(turnOf(step.context));
    return waiting.length > 0 ? step.beginDialog('look-through', { about: 'prefilled' }) : step.next('none');
  },
  async (step) => {
    const added = step.result !== 'none' && (await enoughNow(turnOf(step.context)));
    const { given: [first] = [] } = step.options as RegisterOptions;
    if (first) return step.next({ kind: 'answer', answer: { verb: 'take', method: first.method } });
    return added ? step.next('enough') : step.beginDialog(chooseScreen.name, {});
  },
  (step) => {
    if (step.result === 'enough') return step.next(step.result);
    const chosen = screenAnswer(step, chooseScreen);
    if (chosen?.verb !== 'take') return step.endDialog();
    const turn = turnOf(step.context);
    if (startsAt(chosen.method, turn.policy, turn.account, turn.now)) {
      const { given: [first, second] = [] } = step.options as RegisterOptions;
      const { verb: _, ...named } = chosen;
      const given: Given = first && second?.value ? { ...first, later: second.value } : (first ?? named);
      return step.beginDialog(methodDialogOf(chosen.method), { given });
    }
    turn.note = { text: turn.tell('outcome.ending'), tone: 'attention' };
    return step.replaceDialog('register', again);
  },
  (step) => (step.result === 'enough' ? step.beginDialog('finish', {}) : afterMethod(step)),
  (step) => {
    const answer = screenAnswer(step, finishScreen);
    if (answer === 'keep-day') return step.replaceDialog('keep-for-the-day');
    return answer === 'more' ? step.replaceDialog('register', again) : step.endDialog();
  },
]);

/** What was said to be theirs on another card is noted as if it had been said on this road's own. */
async function beginOnFile(step: WaterfallStepContext, method: AddressMethodName) {
  await sayStillMine(turnOf(step.context), method);
  return step.beginDialog(errandsDialog.id, { errands: [{ method, what: 'prove' }] } satisfies ErrandsPlace);
}

/** Enough: the end. Not yet: the next one. Gone back: the choice again. */
async function afterMethod(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  const end = flowEnd(step);
  if (end?.kind !== 'method-proven') return step.replaceDialog('register', again);
  const { method } = end;
  turn.note = { text: turn.tell(`outcome.method-proven.${method}`), tone: 'good' };
  const { given: [, ...rest] = [] } = step.options as RegisterOptions;
  if (rest.length > 0) return step.replaceDialog('register', { given: rest } satisfies RegisterOptions);
  return (await enoughNow(turn)) ? step.beginDialog('finish', {}) : step.replaceDialog('register', again);
}

async function enoughNow(turn: Turn): Promise<boolean> {
  return hasEnough(await methodReadinessOf(turn));
}

/** What is registered, and whether a reset works now. */
export const finishScreen: Screen<object, 'done' | 'more' | 'keep-day'> = {
  name: 'finish',
  async draw(turn) {
    const [person, standing] = await Promise.all([turn.person(), readinessStanding(turn)]);
    return finishCard(turn.tell, person, standing, turn.note);
  },
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      if (said.finest === 'keep') return { kind: 'answer', answer: 'keep-day' };
      if (saysBriefly('finish.done', said)) return { kind: 'answer', answer: 'done' };
      if (saysBriefly('finish.more', said)) return { kind: 'answer', answer: 'more' };
      return { kind: 'not-mine' };
    }
    const read = finishForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};
