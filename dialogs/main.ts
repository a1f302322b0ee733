import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { homeCard } from '../cards/home.ts';
import type { Destination, Elsewhere } from './destination.ts';
import { prefilledHere } from './enrolment/prefilled.ts';
import { homeThere } from './enrolment/register-at-microsoft.ts';
import { type Screen, screenAnswer } from './screen.ts';
import { readinessStanding } from './turn.ts';

/** What the buttons of the first card lead to. */
const flows = new Map<string, Elsewhere>([
  ['start', 'register'],
  ['look-through', 'look-through'],
  ['manage', 'manage-methods'],
  ['bring-back', 'bring-back'],
  ['why-failed', 'why-failed'],
  ['contact', 'contact-person'],
]);

/** Where somebody stands. Every flow starts and ends here. */
export const homeScreen: Screen<object, Elsewhere> = {
  name: 'home',
  async draw(turn) {
    const { tell, account, note } = turn;
    if (account.registration === 'elsewhere') return homeThere(turn);
    const [person, standing] = await Promise.all([turn.person(), readinessStanding(turn)]);
    const seen = standing.readiness.registered.length > 0 ? await turn.observe() : null;
    return homeCard(tell, person, standing, { seen, waiting: await prefilledHere(turn) }, note);
  },
  read(_turn, act) {
    if (act.kind !== 'verb') return { kind: 'not-mine' };
    const flow = act.verb === 'more' && act.live ? 'register' : flows.get(act.verb);
    return flow ? { kind: 'answer', answer: flow } : { kind: 'not-mine' };
  },
};

/** Where a flow was asked for from another one, main goes there first. */
export const mainDialog = new WaterfallDialog<Partial<Destination>>('main', [
  (step) => {
    const { go } = (step.options ?? {}) as Partial<Destination>;
    return go ? step.next({ kind: 'answer', answer: go }) : step.beginDialog(homeScreen.name, {});
  },
  (step) => {
    const answer = screenAnswer(step, homeScreen);
    if (!answer) return step.next();
    const { change, why = {}, check, given, onFile, plea = {}, remove } = (step.options ?? {}) as Partial<Destination>;
    if (answer === 'why-failed') return step.beginDialog(answer, why);
    if (answer === 'caller-check') return step.beginDialog(answer, check);
    if (answer === 'contact-person') return step.beginDialog(answer, plea);
    if (answer === 'manage-methods') return step.beginDialog(answer, remove ? { remove } : {});
    if (answer === 'not-me') return step.beginDialog(answer, change ? { change } : {});
    if (answer === 'register') return step.beginDialog(answer, { ...(given && { given }), ...(onFile && { onFile }) });
    return step.beginDialog(answer, answer === 'look-through' ? { about: 'due' } : {});
  },
  (step) => step.replaceDialog('main', {}),
]);
