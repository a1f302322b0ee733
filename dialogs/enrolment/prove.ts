import { WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { hasFreshProof, stopsChanges } from '../../bot/domain/enrolment/proof.ts';
import { changesRest } from '../../bot/domain/methods/change-limit.ts';
import { isAddressMethod, type MethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { countryOf } from '../../bot/domain/methods/phone.ts';
import { witnesses } from '../../bot/domain/methods/revert-change.ts';
import { proveCard } from '../../cards/enrolment/choose.ts';
import type { Screen } from '../screen.ts';
import { turnOf } from '../turn.ts';
import { beginCode, warn } from './code.ts';
import { type Choice, readChoice } from './method-choice.ts';
import type { ProofPlace } from './proof-place.ts';

interface ProvePlace {
  /** By a method that was left alone, to bring back what is out of use. */
  readonly back?: boolean;
}

export const proveScreen: Screen<ProvePlace, Choice> = {
  name: 'show-it-is-you',
  async draw({ tell, enrolment, asker, note }, { back }) {
    const person = await enrolment.person(asker.employee);
    return proveCard(tell, person, back ? witnesses(person) : undefined, note);
  },
  read: (turn) => readChoice(turn, methodNames),
};

/** First step of whatever needs a fresh proof: asks for one unless there is one. */
export async function proveFirst(step: WaterfallStepContext) {
  const { enrolment, asker, now } = turnOf(step.context);
  const person = await enrolment.person(asker.employee);
  return hasFreshProof(person, now) ? step.next('fresh') : step.beginDialog('prove');
}

/** The same before a change: while nothing may be changed, nobody is asked for a proof in vain. */
export async function proveBeforeChange(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  const person = await turn.enrolment.person(turn.asker.employee);
  const frozen = stopsChanges(person, turn.now);
  const stopped = frozen && frozen.kind !== 'proof-needed' ? frozen : changesRest(person, turn.now);
  if (!stopped) return proveFirst(step);
  warn(turn, stopped);
  return step.next('stopped');
}

/** Whether the step before came to a fresh proof; thanks for one that was just given. */
export function wasProven(step: WaterfallStepContext): boolean {
  const turn = turnOf(step.context);
  const shown = step.result?.kind === 'identity-proven';
  if (shown) turn.note = { text: turn.tell('outcome.identity-proven'), tone: 'good' };
  return shown || step.result === 'fresh';
}

/** Dialogs that ask for a proof by a method without an address. Each ends with `identity-proven`, or goes back. */
export const proofDialogs = {
  'authenticator-app': 'app-prove',
  'security-questions': 'questions-prove',
} as const satisfies Partial<Record<MethodName, string>>;

/** Somebody who has a proven method shows that it is still them; ends with `identity-proven`. */
export const proveDialog = new WaterfallDialog<ProvePlace>('prove', [
  (step) => step.beginDialog(proveScreen.name, step.options),
  async (step) => {
    const turn = turnOf(step.context);
    const chosen: Choice | undefined = step.result?.kind === 'answer' ? step.result.answer : undefined;
    if (chosen?.verb !== 'take') return step.endDialog();
    const { methods } = await turn.enrolment.person(turn.asker.employee);
    const { method } = chosen;
    if (!methods[method]) return step.replaceDialog('prove', step.options);
    const purpose: ProofPlace = { purpose: 'prove' };
    if (!isAddressMethod(method)) return step.beginDialog(proofDialogs[method], purpose);
    const { address, channel } = methods[method];
    const country = channel === 'email' ? null : countryOf(address);
    return beginCode(step, turn, { ...purpose, method, channel, address, country });
  },
  (step) =>
    step.result?.kind === 'identity-proven' ? step.endDialog(step.result) : step.replaceDialog('prove', step.options),
]);
