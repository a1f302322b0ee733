import { WaterfallDialog } from 'botbuilder-dialogs';
import { appProveCard, appProveForm } from '../../cards/enrolment/app.ts';
import { answerOf, type Screen } from '../screen.ts';
import { turnOf } from '../turn.ts';
import { type AppAnswer, appRefusal, spokenCode } from './app.ts';
import { type ProofPlace, purposeOf } from './proof-place.ts';

export const appProveScreen: Screen<object, AppAnswer> = {
  name: 'app-code',
  secret: 'code',
  async draw(turn) {
    const { methods } = await turn.person();
    return methods['authenticator-app'] && appProveCard(turn.tell, turn.note);
  },
  read(turn, act) {
    if (act.kind === 'text') return spokenCode(turn, act.text);
    const read = appProveForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: { verb: 'code', code: read.data.code } } : { kind: 'not-mine' };
  },
};

/** Asks for the code that the app shows; ends with `identity-proven`, or goes back. */
export const appProveDialog = new WaterfallDialog<ProofPlace>('app-prove', [
  (step) => step.beginDialog(appProveScreen.name, {}),
  async (step) => {
    const turn = turnOf(step.context);
    const answer = answerOf(step, appProveScreen);
    if (answer?.verb !== 'code') return step.endDialog({ kind: 'back' });
    const outcome = await turn.apps.prove(turn.asker.employee, answer.code, purposeOf(step.options));
    if (outcome.kind === 'identity-proven') return step.endDialog(outcome);
    turn.note = { text: appRefusal(turn, outcome), tone: 'attention' };
    const stays =
      outcome.kind === 'app-code-wrong' || outcome.kind === 'app-code-used' || outcome.kind === 'not-a-code';
    return stays ? step.replaceDialog('app-prove', step.options) : step.endDialog({ kind: 'back' });
  },
]);
