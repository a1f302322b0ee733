import { WaterfallDialog } from 'botbuilder-dialogs';
import { rehearse } from '../../bot/domain/diagnosis/rehearsal.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { folded } from '../../bot/understanding/intent.ts';
import { rehearsalCard, rehearsalForm } from '../../cards/diagnosis/rehearsal.ts';
import type { Screen } from '../screen.ts';
import { type Turn, turnOf } from '../turn.ts';
import { lookingNote } from './lookup-note.ts';
import { saidBy } from './statement.ts';

const rehearsalOf = async (turn: Turn) => rehearse(await turn.facts('log'), turn.now);

export const rehearsalScreen: Screen<object, 'prove-one' | 'why-this' | 'done'> = {
  name: 'rehearsal',
  draw: async (turn) => rehearsalCard(turn.tell, await rehearsalOf(turn), await lookingNote(turn, 'log')),
  read(_turn, act) {
    if (act.kind === 'text') {
      return says('rehearsal.done', folded(act.text)) ? { kind: 'answer', answer: 'done' } : { kind: 'not-mine' };
    }
    const read = rehearsalForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** "Would my reset work today?" */
export const rehearseDialog = new WaterfallDialog('rehearse', [
  (step) => step.beginDialog(rehearsalScreen.name, {}),
  async (step) => {
    if (step.result?.kind !== 'answer' || step.result.answer === 'done') return step.endDialog();
    if (step.result.answer === 'prove-one') return step.beginDialog('prove');
    return step.replaceDialog('why-failed', { said: saidBy(undefined) });
  },
  (step) => {
    const turn = turnOf(step.context);
    if (step.result?.kind === 'identity-proven') turn.note = { text: turn.tell('rehearsal.proven'), tone: 'good' };
    return step.replaceDialog('rehearse');
  },
]);
