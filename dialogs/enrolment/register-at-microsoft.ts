import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import type { Prefilled } from '../../bot/domain/account/prefilled.ts';
import { hasEnough } from '../../bot/domain/enrolment/readiness.ts';
import { setUp } from '../../bot/domain/methods/method.ts';
import { onlyThere } from '../../bot/domain/reset-service/readiness.ts';
import { glimpseOf } from '../../bot/domain/reset-service/watch.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { homeThereCard, registerThereCard, registerThereForm } from '../../cards/enrolment/register-at-microsoft.ts';
import type { Card } from '../../cards/parts/render.ts';
import { saidIn } from '../said.ts';
import { type Screen, screenAnswer } from '../screen.ts';
import { lookingNote, methodReadinessOf, readinessStanding, type Turn, turnOf } from '../turn.ts';
import { prefilledHere } from './prefilled.ts';

/** The first card of somebody whose methods are in the reset service alone. */
export async function homeThere(turn: Turn): Promise<Card> {
  const { tell } = turn;
  const [facts, seen, standing, waiting] = await Promise.all([
    turn.facts(),
    turn.observe(),
    readinessStanding(turn),
    waitingThere(turn),
  ]);
  return homeThereCard(tell, standing, facts, seen, waiting, await lookingNote(turn));
}

/** What is on file for them and not registered there: a value that is counts already, right or not. */
async function waitingThere(turn: Turn): Promise<readonly Prefilled[]> {
  const { methods } = await turn.facts();
  const there = methods.kind === 'known' ? methods.value : [];
  return (await prefilledHere(turn)).filter(({ method }) => !there.includes(method));
}

export const registerThereScreen: Screen<object, 'look-there' | 'home'> = {
  name: 'register-there',
  async draw(turn) {
    const ready = await methodReadinessOf(turn);
    const { administrator, registration } = turn.account;
    const why = administrator
      ? 'there.administrator'
      : registration === 'written' && ready.registered.length > 0
        ? 'there.unshown'
        : undefined;
    return registerThereCard(turn.tell, hasEnough(ready), why, await waitingThere(turn), await lookingNote(turn));
  },
  read(turn, act) {
    if (act.kind === 'text') {
      return says('there.look', saidIn(turn, act)) ? { kind: 'answer', answer: 'look-there' } : { kind: 'not-mine' };
    }
    const read = registerThereForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** Sends people to Microsoft's page, and watches for what they register there. */
export const registerThereDialog = new WaterfallDialog('register-there-flow', [
  async (step) => {
    const turn = turnOf(step.context);
    await turn.watching.begin(turn.asker, glimpseOf(await turn.observe()));
    return step.beginDialog(registerThereScreen.name, {});
  },
  async (step) => {
    const looks = screenAnswer(step, registerThereScreen) === 'look-there';
    if (!looks) return step.endDialog();
    const turn = turnOf(step.context);
    // What was registered since the report was made stands in the log alone.
    await turn.observe('log');
    if (hasEnough(await methodReadinessOf(turn))) return step.endDialog();
    // What is not read yet says so itself.
    const { looking } = await turn.observe();
    if (!looking) turn.note = { text: turn.tell('there.notYet'), tone: 'attention' };
    return step.endDialog();
  },
]);

/**
 * First step of whatever changes methods: nobody changes here what is kept elsewhere. What was set up here before can
 * still be looked after.
 */
export async function elsewhereFirst(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  const { account, policy } = turn;
  const there = account.registration === 'elsewhere' || onlyThere(await methodReadinessOf(turn), policy);
  if (!there) return step.next();
  const own = step.activeDialog?.id === 'manage-methods' && setUp((await turn.person()).methods);
  return own && own.length > 0 ? step.next() : step.replaceDialog(registerThereDialog.id);
}
