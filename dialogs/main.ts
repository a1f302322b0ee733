import { WaterfallDialog } from 'botbuilder-dialogs';
import { readiness } from '../bot/domain/readiness.ts';
import { intentOf } from '../bot/understanding/intent.ts';
import { homeCard } from '../cards/home.ts';
import type { Elsewhere } from './interruptions.ts';
import { registerDialog } from './register.ts';
import type { Screen } from './wait-for-card.ts';

/** Where somebody stands. Every flow starts and ends here. */
type HomeAnswer = 'start' | Elsewhere;

export const homeScreen: Screen<object, HomeAnswer> = {
  name: 'home',
  async draw({ tell, enrolment, asker, policy, account, now, note }) {
    const person = await enrolment.person(asker.employee);
    return homeCard(tell, person, policy, readiness(person, policy, account, now), note);
  },
  read(_turn, act) {
    const starts =
      (act.kind === 'verb' && (act.verb === 'start' || (act.verb === 'more' && act.live))) ||
      (act.kind === 'text' && intentOf(act.text) === 'register');
    if (starts) return { kind: 'answer', answer: 'start' };
    if (act.kind === 'verb' && act.verb === 'look-through') return { kind: 'answer', answer: 'look-through' };
    if (act.kind === 'verb' && act.verb === 'contact') return { kind: 'answer', answer: 'contact-person' };
    return act.kind === 'verb' && act.verb === 'manage'
      ? { kind: 'answer', answer: 'manage-methods' }
      : { kind: 'not-mine' };
  },
};

/** Where a flow was asked for from another one, main goes there first. */
interface MainOptions {
  readonly go?: Elsewhere;
}

export const mainDialog = new WaterfallDialog<MainOptions>('main', [
  (step) => {
    const go = (step.options as MainOptions | undefined)?.go;
    return go ? step.next({ kind: 'answer', answer: go }) : step.beginDialog(homeScreen.name, {});
  },
  (step) => {
    const answer: HomeAnswer | undefined = step.result?.kind === 'answer' ? step.result.answer : undefined;
    if (!answer) return step.next();
    if (answer === 'look-through') return step.beginDialog(answer, { about: 'due' });
    return step.beginDialog(answer === 'start' ? registerDialog.id : answer, {});
  },
  (step) => step.replaceDialog('main', {}),
]);
