import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { rehearse } from '../../bot/domain/diagnosis/rehearsal.ts';
import { rehearsalCard, rehearsalForm } from '../../cards/diagnosis/rehearsal.ts';
import { saidIn, saysBriefly } from '../said.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { lookingNote, type Turn, turnOf } from '../turn.ts';
import { statementChosen } from './why-failed.ts';

const rehearsalOf = async (turn: Turn) => rehearse(await turn.facts('log'), turn.now);

export const rehearsalScreen: Screen<object, 'prove-one' | 'why-this' | 'done'> = {
  name: 'rehearsal',
  draw: async (turn) => rehearsalCard(turn.tell, await rehearsalOf(turn), await lookingNote(turn, 'log')),
  read(turn, act) {
    if (act.kind === 'text') {
      return saysBriefly('rehearsal.done', saidIn(turn, act))
        ? { kind: 'answer', answer: 'done' }
        : { kind: 'not-mine' };
    }
    const read = rehearsalForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** "Would my reset work today?" */
export const rehearseDialog = new WaterfallDialog('rehearse', [
  (step) => step.beginDialog(rehearsalScreen.name, {}),
  async (step) => {
    const answer = screenAnswer(step, rehearsalScreen);
    if (!answer || answer === 'done') return step.endDialog();
    if (answer === 'prove-one') return step.beginDialog('prove');
    return step.replaceDialog('why-failed', { said: statementChosen(undefined) });
  },
  (step) => {
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'identity-proven') turn.note = { text: turn.tell('rehearsal.proven'), tone: 'good' };
    return step.replaceDialog('rehearse');
  },
]);
