import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { recentChanges } from '../../bot/domain/methods/change.ts';
import { saying } from '../../bot/texts/phrases.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { notMeCard, notMeForm, notMineCard } from '../../cards/methods/not-me.ts';
import { methodList } from '../../cards/parts/readiness-words.ts';
import { wasProven } from '../enrolment/prove.ts';
import { answerIn, saidIn } from '../said.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { type Turn, turnOf } from '../turn.ts';

/** Which change it is about, where that is known; else it is asked. */
interface NotMePlace {
  readonly change?: string;
}

type NotMeAnswer = { readonly verb: 'take-out'; readonly change: string } | { readonly verb: 'bring-back' | 'later' };

/** Which of the last days' changes was not theirs: never guessed. */
export const notMeScreen: Screen<NotMePlace, NotMeAnswer> = {
  name: 'which-change',
  async draw(turn, { change }) {
    const { tell, now, note } = turn;
    const person = await turn.person();
    const named = recentChanges(person, now).find(({ id }) => id === change);
    if (named) return notMineCard(tell, named, note);
    if (recentChanges(person, now).length === 0 && !person.doubt) return undefined;
    return notMeCard(tell, person, now, note);
  },
  async read(turn, act, { change }) {
    const { tell, now } = turn;
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      const { plain, finest } = said;
      const sure = change === undefined ? undefined : answerIn(said);
      if (sure === 'yes') return { kind: 'answer', answer: { verb: 'take-out', change: change ?? '' } };
      if (sure === 'no') return { kind: 'answer', answer: { verb: 'later' } };
      const theirs = says('notMe.mine', said) && !denies.test(plain);
      return theirs || finest === 'skip' ? { kind: 'answer', answer: { verb: 'later' } } : { kind: 'not-mine' };
    }
    const read = notMeForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success) return { kind: 'not-mine' };
    const { data } = read;
    if (data.verb !== 'take-out') return { kind: 'answer', answer: { verb: data.verb } };
    const asked = recentChanges(await turn.person(), now).some(({ id }) => id === data.change);
    if (!asked) return { kind: 'again', problem: tell('notMe.choose'), typed: {} };
    return { kind: 'answer', answer: { verb: 'take-out', change: data.change } };
  },
};

const denies = saying((said) => said.answers.denies);

/** "It was not me", said in words: asks which change it is about. */
export const notMeDialog = new WaterfallDialog<NotMePlace>('not-me', [
  async (step) => {
    const { change } = step.options as NotMePlace;
    const turn = turnOf(step.context);
    const { doubt } = await turn.person();
    // It came again, or is too long ago: how it stands is told, and nothing is asked.
    const asked = change === undefined || recentChanges(await turn.person(), turn.now).some(({ id }) => id === change);
    if (asked) return step.beginDialog(notMeScreen.name, step.options);
    if (doubt?.changes.some(({ id }) => id === change)) await disown(turn, change);
    else turn.note = { text: turn.tell('outcome.change-unknown'), tone: 'attention' };
    return step.endDialog();
  },
  async (step) => {
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'gone') turn.note = { text: turn.tell('outcome.change-unknown'), tone: 'attention' };
    const answer = screenAnswer(step, notMeScreen);
    if (answer?.verb === 'bring-back') return step.replaceDialog('bring-back');
    if (answer?.verb === 'take-out') await disown(turn, answer.change);
    return step.endDialog();
  },
]);

/** What is out of use comes back, by a proof with a method that was left alone. */
export const bringBackDialog = new WaterfallDialog('bring-back', [
  async (step) => {
    const { enrolment, asker } = turnOf(step.context);
    const outcome = await enrolment.bringBack(asker.employee);
    return outcome.kind === 'proof-needed' ? step.beginDialog('prove', { back: true }) : step.next(outcome);
  },
  async (step) => {
    const turn = turnOf(step.context);
    const { tell, enrolment, asker } = turn;
    const outcome = wasProven(step) ? await enrolment.bringBack(asker.employee) : step.result;
    if (outcome?.kind === 'brought-back') {
      turn.note = { text: tell('outcome.brought-back', { methods: methodList(tell, outcome.methods) }), tone: 'good' };
    } else if (outcome?.kind === 'nothing-waits' || outcome?.kind === 'it-brings-back') {
      turn.note = { text: tell(`outcome.${outcome.kind as 'nothing-waits' | 'it-brings-back'}`), tone: 'attention' };
    }
    return step.endDialog();
  },
]);

/** Takes a change out of use, with all that came after it, and says so above the next card. */
async function disown(turn: Turn, change: string): Promise<void> {
  const { tell, now, enrolment, asker } = turn;
  const outcome = await enrolment.disown(asker.employee, change);
  const text =
    outcome.kind === 'taken-out'
      ? tell(`outcome.taken-out.${outcome.back}`, {
          methods: methodList(tell, outcome.methods),
          time: tell.time(outcome.until, now),
        })
      : tell('outcome.change-unknown');
  turn.note = { text, tone: 'attention' };
}
