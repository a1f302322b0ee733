import { WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import type { MethodName } from '../bot/domain/methods.ts';
import { readiness } from '../bot/domain/readiness.ts';
import { hasFreshProof } from '../bot/domain/sending.ts';
import { folded } from '../bot/understanding/intent.ts';
import { choice, chooseCard } from '../cards/choose.ts';
import { type Turn, turnOf } from './turn.ts';
import type { Reading, Screen } from './wait-for-card.ts';

export type Choice = { readonly verb: 'take'; readonly method: MethodName } | { readonly verb: 'later' };

/** Reads a method chosen by button or by name. */
export function readChoice(turn: Turn, methods: readonly MethodName[]): Reading<Choice> {
  const { act } = turn;
  if (act.kind === 'text') {
    const method = methods.find((one) => named[one].test(folded(act.text)));
    return method ? { kind: 'answer', answer: { verb: 'take', method } } : { kind: 'not-mine' };
  }
  const read = choice.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { kind: 'answer', answer: read.data } : { kind: 'not-mine' };
}

const named: Readonly<Record<MethodName, RegExp>> = {
  'authentication-phone': /^(use (a|my) )?(phone|mobile|number|text|call|telefon|mobil|nummer|sms|samtal)/u,
  'authentication-email': /^(use (an|my) )?(e-?mail|mail|mejl|e-?post)/u,
};

export const chooseScreen: Screen<object, Choice> = {
  name: 'choose',
  async draw(turn) {
    const ready = await readinessOf(turn);
    return ready.open.length > 0 ? chooseCard(turn.tell, turn.policy, ready, turn.note) : undefined;
  },
  read: (turn) => readChoice(turn, ['authentication-phone', 'authentication-email']),
};

export async function readinessOf({ enrolment, asker, policy, entry }: Turn) {
  return readiness(await enrolment.person(asker.employee), policy, entry.administrator);
}

/** From "get started" to as many methods as required, and one more for who wants it. */
export const registerDialog = new WaterfallDialog('register', [
  async (step) => {
    const { enrolment, asker, now } = turnOf(step.context);
    const person = await enrolment.person(asker.employee);
    return hasFreshProof(person, now) ? step.next('fresh') : step.beginDialog('prove');
  },
  async (step) => {
    const shown = step.result?.kind === 'identity-proven';
    if (step.result !== 'fresh' && !shown) return step.endDialog();
    const turn = turnOf(step.context);
    if (shown) turn.note = { text: turn.tell('outcome.identity-proven'), tone: 'good' };
    return step.beginDialog(chooseScreen.name);
  },
  async (step) => {
    const chosen: Choice | undefined = step.result?.kind === 'answer' ? step.result.answer : undefined;
    if (chosen?.verb !== 'take') return step.endDialog();
    return step.beginDialog(chosen.method === 'authentication-phone' ? 'phone-method' : 'email-method');
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
