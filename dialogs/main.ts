import { WaterfallDialog } from 'botbuilder-dialogs';
import { readiness } from '../bot/domain/readiness.ts';
import { intentOf } from '../bot/understanding/intent.ts';
import { homeCard } from '../cards/home.ts';
import { registerDialog } from './register.ts';
import type { Screen } from './wait-for-card.ts';

/** Where somebody stands. Every flow starts and ends here. */
export const homeScreen: Screen<object, 'start'> = {
  name: 'home',
  async draw({ tell, enrolment, asker, policy, entry, note }) {
    const person = await enrolment.person(asker.employee);
    return homeCard(tell, person, policy, readiness(person, policy, entry.administrator), note);
  },
  read(_turn, act) {
    const starts =
      (act.kind === 'verb' && (act.verb === 'start' || act.verb === 'more')) ||
      (act.kind === 'text' && intentOf(act.text) === 'register');
    return starts ? { kind: 'answer', answer: 'start' } : { kind: 'not-mine' };
  },
};

export const mainDialog = new WaterfallDialog('main', [
  (step) => step.beginDialog(homeScreen.name),
  (step) => (step.result?.kind === 'answer' ? step.beginDialog(registerDialog.id) : step.next()),
  (step) => step.replaceDialog('main'),
]);
