import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { type MethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { saying } from '../../bot/texts/phrases.ts';
import { says } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { speaksOf } from '../../bot/understanding/lexicon.ts';
import { manageCard, manageForm, methodCard, methodForm, removeCard, removeForm } from '../../cards/methods/manage.ts';
import { warn, whyNot } from '../enrolment/code.ts';
import { removalIn, tellsAddress } from '../enrolment/given.ts';
import { methodDialogOf, readChoice } from '../enrolment/method-choice.ts';
import { proveFirst, stoppedNow, wasProven } from '../enrolment/prove.ts';
import { elsewhereFirst } from '../enrolment/register-at-microsoft.ts';
import { answerIn, asksSomething, saidIn } from '../said.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { readinessOf, type Turn, turnOf } from '../turn.ts';

interface MethodPlace {
  readonly method: MethodName;
  /** What was pressed in the list or said; left out: the method was named, and is asked about. */
  readonly wants?: 'change' | 'remove';
}

/** A method that is to go, where it was named already. */
interface ManageOptions {
  readonly remove?: MethodName;
}

export const manageScreen: Screen<object, MethodPlace> = {
  name: 'manage',
  async draw(turn) {
    const [person, stopped] = [await turn.person(), await stoppedNow(turn)];
    if (Object.keys(person.methods).length === 0 && !stopped) return undefined;
    return manageCard(turn.tell, person, stopped && whyNot(turn, stopped), turn.note);
  },
  async read(turn, act) {
    // What is stopped can be looked at, and no more.
    if (await stoppedNow(turn)) return { kind: 'not-mine' };
    const remove = act.kind === 'text' ? removalIn(saidIn(turn, act)) : undefined;
    if (remove) return { kind: 'answer', answer: { method: remove, wants: 'remove' } };
    const row = manageForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (row.success) return { kind: 'answer', answer: { method: row.data.method, wants: row.data.verb } };
    if (act.kind !== 'text') return { kind: 'not-mine' };
    const read = readChoice(turn, methodNames);
    if (read.kind !== 'answer') return read;
    return read.answer.verb === 'later'
      ? { kind: 'not-mine' }
      : { kind: 'answer', answer: { method: read.answer.method } };
  },
};

export const methodScreen: Screen<MethodPlace, 'change' | 'remove'> = {
  name: 'method',
  async draw(turn, { method }) {
    const person = await turn.person();
    return person.methods[method] ? methodCard(turn.tell, person, method, turn.note) : undefined;
  },
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      // A new value says more than that there is one.
      if (tellsAddress(said)) return { kind: 'not-mine' };
      if (says('method.remove', said) || discards(said)) return { kind: 'answer', answer: 'remove' };
      return says('method.change', said) ? { kind: 'answer', answer: 'change' } : { kind: 'not-mine' };
    }
    // "Change" stands on the cards of codes too, and means another thing there.
    if (act.kind === 'verb' && act.data.challenge !== undefined) return { kind: 'not-mine' };
    const read = methodForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

export const removeScreen: Screen<MethodPlace, 'keep' | 'remove-it'> = {
  name: 'remove',
  async draw(turn, { method }) {
    const person = await turn.person();
    const { [method]: gone, ...methods } = person.methods;
    const last = Object.keys(methods).length === 0;
    return gone && removeCard(turn.tell, method, await readinessOf(turn, { ...person, methods }), last);
  },
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      const answer = answerIn(said);
      if (answer === 'no' || says('remove.keep', said)) return { kind: 'answer', answer: 'keep' };
      // A yes to what was just explained is none to this.
      if (answer === 'yes' && turn.told) return { kind: 'said' };
      if (answer === 'yes' || says('remove.yes', said) || discards(said))
        return { kind: 'answer', answer: 'remove-it' };
      // What it would mean stands on the card.
      const ofThis = said.finest === 'meaning' || (said.finest === 'status' && said.words <= few);
      const wonders = asksSomething(said) && (!said.clear || ofThis);
      return wonders ? { kind: 'said' } : { kind: 'not-mine' };
    }
    const read = removeForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** "Bin it", where a method is looked at. */
function discards({ plain, words, frame, about }: Heard): boolean {
  const short = words <= few && frame !== 'question' && about === 'self';
  return short && speaksOf(plain, 'discard', 'remove') && !denies.test(plain);
}

const few = 6;
const denies = saying((said) => said.answers.denies);

/** Which method to look at, or to remove; needs a fresh proof. */
export const manageDialog = new WaterfallDialog<ManageOptions>('manage-methods', [
  elsewhereFirst,
  async (step) => ((await stoppedNow(turnOf(step.context))) ? step.next('look') : proveFirst(step)),
  async (step) => {
    if (step.result !== 'look' && !wasProven(step)) return step.endDialog();
    const { remove } = step.options as ManageOptions;
    const held = step.result !== 'look' && remove && (await turnOf(step.context).person()).methods[remove];
    return held
      ? step.next({ kind: 'answer', answer: { method: remove, wants: 'remove' } })
      : step.beginDialog(manageScreen.name, {});
  },
  (step) => {
    const chosen = screenAnswer(step, manageScreen);
    if (flowEnd(step)?.kind === 'gone') {
      const turn = turnOf(step.context);
      turn.note = { text: turn.tell('manage.none'), tone: 'attention' };
      return step.endDialog();
    }
    return chosen ? step.beginDialog('manage-method', chosen) : step.endDialog();
  },
  // Whoever has changed something sees where that leaves them.
  (step) => (step.result === 'changed' ? step.endDialog() : step.replaceDialog('manage-methods')),
]);

/** One method: a new value, or none. */
export const manageMethodDialog = new WaterfallDialog<MethodPlace>('manage-method', [
  (step) => {
    const { method, wants } = step.options as MethodPlace;
    return wants ? step.next({ kind: 'answer', answer: wants }) : step.beginDialog(methodScreen.name, { method });
  },
  (step) => {
    const { method } = step.options as MethodPlace;
    const answer = screenAnswer(step, methodScreen);
    if (!answer) return step.endDialog();
    return answer === 'change'
      ? step.beginDialog(methodDialogOf(method))
      : step.beginDialog(removeScreen.name, { method } satisfies MethodPlace);
  },
  async (step) => {
    const { method } = step.options as MethodPlace;
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'method-proven') {
      turn.note = { text: turn.tell(`outcome.method-proven.${method}`), tone: 'good' };
      return step.endDialog('changed');
    }
    if (screenAnswer(step, removeScreen) !== 'remove-it') return step.endDialog();
    await removeFrom(turn, method);
    return step.endDialog('changed');
  },
]);

/** Takes a method away and says so. */
export async function removeFrom(turn: Turn, method: MethodName): Promise<void> {
  const outcome = await turn.enrolment.remove(turn.asker.employee, method);
  if (outcome.kind === 'method-removed') {
    turn.note = { text: turn.tell(`outcome.method-removed.${method}`), tone: 'good' };
  } else if (outcome.kind === 'not-set-up') {
    turn.note = { text: turn.tell('outcome.not-set-up'), tone: 'attention' };
  } else warn(turn, outcome);
}
