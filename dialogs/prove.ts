import { WaterfallDialog } from 'botbuilder-dialogs';
import { methodNames } from '../bot/domain/methods.ts';
import { proveCard } from '../cards/choose.ts';
import { beginCode } from './code.ts';
import { type Choice, readChoice } from './register.ts';
import { turnOf } from './turn.ts';
import type { Screen } from './wait-for-card.ts';

export const proveScreen: Screen<object, Choice> = {
  name: 'show-it-is-you',
  async draw({ tell, enrolment, asker, note }) {
    return proveCard(tell, await enrolment.person(asker.employee), note);
  },
  read: (turn) => readChoice(turn, methodNames),
};

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
    return beginCode(step, turn, { purpose: 'prove', method: chosen.method, channel, address, country: null });
  },
  (step) => (step.result?.kind === 'identity-proven' ? step.endDialog(step.result) : step.replaceDialog('prove')),
]);
