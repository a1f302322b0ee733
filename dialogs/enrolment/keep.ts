import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { says } from '../../bot/texts/typed-words.ts';
import { keepCard, keepForm } from '../../cards/enrolment/keep.ts';
import { masked } from '../../cards/parts/masked.ts';
import { answerIn, saidIn, saysBriefly } from '../said.ts';
import { type Screen, screenAnswer } from '../screen.ts';
import { resetsThere, turnOf } from '../turn.ts';

/** What somebody needs on the day they can't open Teams. */
export const keepScreen: Screen<object, 'keep-mail' | 'done'> = {
  name: 'keep',
  draw: async (turn) =>
    keepCard(turn.tell, await turn.person(), turn.policy, resetsThere(turn), turn.printPage, turn.note),
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      if (saysBriefly('keep.done', said)) return { kind: 'answer', answer: 'done' };
      if (
        said.finest === 'keep' ||
        answerIn(said) === 'yes' ||
        said.contains.methods.includes('authentication-email')
      ) {
        return { kind: 'answer', answer: 'keep-mail' };
      }
      return says('finish.done', said) ? { kind: 'answer', answer: 'done' } : { kind: 'not-mine' };
    }
    const read = keepForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** "Keep a copy." */
export const keepDialog = new WaterfallDialog('keep-for-the-day', [
  (step) => step.beginDialog(keepScreen.name, {}),
  async (step) => {
    if (screenAnswer(step, keepScreen) !== 'keep-mail') return step.endDialog();
    const turn = turnOf(step.context);
    const outcome = await turn.enrolment.keep(turn.asker, resetsThere(turn));
    turn.note =
      outcome.kind === 'keep-sent'
        ? { text: turn.tell('keep.sent', { address: masked('authentication-email', outcome.to) }), tone: 'good' }
        : { text: turn.tell('outcome.not-set-up'), tone: 'attention' };
    return step.replaceDialog('keep-for-the-day');
  },
]);
