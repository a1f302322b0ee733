import { WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { MethodName } from '../bot/domain/methods.ts';
import { chooseCard } from '../cards/choose.ts';
import { type Choice, readChoice } from './choice.ts';
import { proveFirst, wasProven } from './prove.ts';
import { readinessOf, turnOf } from './turn.ts';
import type { Screen } from './wait-for-card.ts';

export const chooseScreen: Screen<object, Choice> = {
  name: 'choose',
  async draw(turn) {
    const ready = await readinessOf(turn);
    return ready.open.length > 0 ? chooseCard(turn.tell, turn.policy, ready, turn.note) : undefined;
  },
  read: (turn) => readChoice(turn, ['authentication-phone', 'authentication-email']),
};

/** The dialog that sets a method up, or puts a new value in its place. */
export function methodDialogOf(method: MethodName): string {
  return method === 'authentication-phone' ? 'phone-method' : 'email-method';
}

/** From "get started" to as many methods as required, and one more for who wants it. */
export const registerDialog = new WaterfallDialog('register', [
  proveFirst,
  (step) => (wasProven(step) ? step.beginDialog(chooseScreen.name, {}) : step.endDialog()),
  async (step) => {
    const chosen: Choice | undefined = step.result?.kind === 'answer' ? step.result.answer : undefined;
    if (chosen?.verb !== 'take') return step.endDialog();
    return step.beginDialog(methodDialogOf(chosen.method));
  },
  (step) => afterMethod(step),
  (step) => {
    const wantsMore = step.result?.kind === 'answer' && step.result.answer === 'more';
    return wantsMore ? step.replaceDialog('register') : step.endDialog();
  },
]);

/** Enough: the end. Not yet: the next one. Gone back: the choice again. */
async function afterMethod(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  if (step.result?.kind !== 'method-proven') return step.replaceDialog('register');
  const method: MethodName = step.result.method;
  turn.note = { text: turn.tell('outcome.method-proven', { method: turn.tell(`method.${method}`) }), tone: 'good' };
  const { level } = await readinessOf(turn);
  return level === 'none' || level === 'partly' ? step.replaceDialog('register') : step.beginDialog('finish');
}
