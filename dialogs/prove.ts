import { WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { countryOf } from '../bot/domain/methods/phone.ts';
import { methodNames } from '../bot/domain/methods.ts';
import { hasFreshProof } from '../bot/domain/sending.ts';
import { proveCard } from '../cards/choose.ts';
import { type Choice, readChoice } from './choice.ts';
import { beginCode } from './code.ts';
import { turnOf } from './turn.ts';
import type { Screen } from './wait-for-card.ts';

export const proveScreen: Screen<object, Choice> = {
  name: 'show-it-is-you',
  async draw({ tell, enrolment, asker, note }) {
    return proveCard(tell, await enrolment.person(asker.employee), note);
  },
  read: (turn) => readChoice(turn, methodNames),
};

/** First step of whatever needs a fresh proof: asks for one unless there is one. */
export async function proveFirst(step: WaterfallStepContext) {
  const { enrolment, asker, now } = turnOf(step.context);
  const person = await enrolment.person(asker.employee);
  return hasFreshProof(person, now) ? step.next('fresh') : step.beginDialog('prove');
}

/** Whether the step before came to a fresh proof; thanks for one that was just given. */
export function wasProven(step: WaterfallStepContext): boolean {
  const turn = turnOf(step.context);
  const shown = step.result?.kind === 'identity-proven';
  if (shown) turn.note = { text: turn.tell('outcome.identity-proven'), tone: 'good' };
  return shown || step.result === 'fresh';
}

/** Somebody who has a proven method shows that it is still them; ends with `identity-proven`. */
export const proveDialog = new WaterfallDialog('prove', [
  (step) => step.beginDialog(proveScreen.name, {}),
  async (step) => {
    const turn = turnOf(step.context);
    const chosen: Choice | undefined = step.result?.kind === 'answer' ? step.result.answer : undefined;
    if (chosen?.verb !== 'take') return step.endDialog();
    const proven = (await turn.enrolment.person(turn.asker.employee)).methods[chosen.method];
    if (!proven) return step.replaceDialog('prove');
    const { address, channel } = proven;
    const country = channel === 'email' ? null : countryOf(address);
    return beginCode(step, turn, { purpose: 'prove', method: chosen.method, channel, address, country });
  },
  (step) => (step.result?.kind === 'identity-proven' ? step.endDialog(step.result) : step.replaceDialog('prove')),
]);
