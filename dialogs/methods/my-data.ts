import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { hasFreshProof } from '../../bot/domain/enrolment/proof.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { dataCard, dataForm, eraseCard, eraseForm } from '../../cards/methods/my-data.ts';
import { warn } from '../enrolment/code.ts';
import { proveBeforeChange, proveFirst, wasProven } from '../enrolment/prove.ts';
import { answerIn, saidIn, saysBriefly } from '../said.ts';
import { type Screen, screenAnswer } from '../screen.ts';
import { turnOf } from '../turn.ts';

interface DataPlace {
  /** Numbers and addresses as they are. */
  readonly whole?: boolean;
}

export const dataScreen: Screen<DataPlace, 'erase' | 'close' | 'show-whole'> = {
  name: 'my-data',
  async draw(turn, { whole = false }) {
    const { tell, now, note } = turn;
    const person = await turn.person();
    // Whole numbers may stand on it: shown again later, it needs a proof of its own.
    return hasFreshProof(person, now) ? dataCard(tell, person, whole, note) : undefined;
  },
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      if (says('data.erase', said) && said.words <= few) return { kind: 'answer', answer: 'erase' };
      return saysBriefly('data.close', said) ? { kind: 'answer', answer: 'close' } : { kind: 'not-mine' };
    }
    const read = dataForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** In so few words nothing but the deletion is asked for. */
const few = 6;

export const eraseScreen: Screen<object, 'erase-it' | 'keep'> = {
  name: 'erase',
  draw: async ({ tell, account, note }) => eraseCard(tell, account.registration !== 'here', note),
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      const answer = answerIn(said);
      if (answer === 'no' || says('remove.keep', said)) return { kind: 'answer', answer: 'keep' };
      // A yes to what was just explained is none to this.
      if (answer === 'yes' && turn.told) return { kind: 'said' };
      const erases = answer === 'yes' || (says('data.erase', said) && said.words <= few);
      return erases ? { kind: 'answer', answer: 'erase-it' } : { kind: 'not-mine' };
    }
    const read = eraseForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** "What do you know about me?" Needs a fresh proof. */
export const dataDialog = new WaterfallDialog<DataPlace>('export', [
  proveFirst,
  (step) => (wasProven(step) ? step.beginDialog(dataScreen.name, step.options) : step.endDialog()),
  (step) => {
    const answer = screenAnswer(step, dataScreen);
    if (answer === 'show-whole') return step.replaceDialog('export', { whole: true } satisfies DataPlace);
    return answer === 'erase' ? step.replaceDialog('erase-all') : step.endDialog();
  },
]);

/** "Forget me." Needs a fresh proof. */
export const eraseDialog = new WaterfallDialog('erase-all', [
  proveBeforeChange,
  (step) => (wasProven(step) ? step.beginDialog(eraseScreen.name, {}) : step.endDialog()),
  async (step) => {
    const turn = turnOf(step.context);
    if (screenAnswer(step, eraseScreen) !== 'erase-it') return step.endDialog();
    const outcome = await turn.enrolment.erase(turn.asker.employee);
    const { tell } = turn;
    if (outcome.kind === 'erased') {
      const { until } = outcome;
      const text = until === null ? tell('outcome.erased') : tell('outcome.erased.until', { date: tell.date(until) });
      turn.note = { text, tone: 'good' };
    } else warn(turn, outcome);
    return step.endDialog();
  },
]);
