import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import type { AppCodeOutcome } from '../../bot/domain/enrolment/outcome.ts';
import { readAppCode } from '../../bot/domain/methods/app.ts';
import { appSetupLives } from '../../bot/domain/methods/app-enrolment.ts';
import { says } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import { appCard, appForm, appProveCard, appProveForm } from '../../cards/enrolment/app.ts';
import { saidIn } from '../said.ts';
import { flowEnd, type Reading, rememberedId, rememberId, type Screen, screenAnswer } from '../screen.ts';
import { progressOf, type Turn, turnOf } from '../turn.ts';
import { warn } from './code.ts';
import { otherThan } from './given.ts';
import { ruledOut } from './method-choice.ts';
import { type ProofPlace, purposeOf } from './prove.ts';

interface AppPlace {
  /** Id of the setup. */
  readonly challenge: string;
}

export type AppAnswer = { readonly verb: 'code'; readonly code: string } | { readonly verb: 'other-way' };

export const appScreen: Screen<AppPlace, AppAnswer> = {
  name: 'app',
  secret: 'picture',
  async draw(turn, place) {
    const { tell, entry, now, note } = turn;
    const { appSetup } = await turn.person();
    if (appSetup?.id !== place.challenge || !appSetupLives(appSetup, now)) return undefined;
    return appCard(tell, appSetup, entry.signInName, await progressOf(turn), now, note);
  },
  read(turn, act, place) {
    if (act.kind === 'text') return spokenCode(turn, saidIn(turn, act));
    const read = appForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success || read.data.challenge !== place.challenge) return { kind: 'not-mine' };
    return { kind: 'answer', answer: { verb: 'code', code: read.data.code } };
  },
};

/** A code of the app in a typed sentence, or the wish for another way. */
function spokenCode({ tell }: Turn, said: Heard): Reading<AppAnswer> {
  const code = said.contains.codes.at(-1) ?? readAppCode(said.text);
  if (code) return { kind: 'answer', answer: { verb: 'code', code }, retired: tell('retired.code') };
  if (said.finest === 'contact' && namesPerson(said.plain)) return { kind: 'not-mine' };
  if (otherThan('authenticator-app', said)) return { kind: 'not-mine' };
  if (says('app.other', said) || said.finest === 'other-way' || ruledOut(said)) {
    return { kind: 'answer', answer: { verb: 'other-way' } };
  }
  if (!/^[\d\s.-]+$/u.test(said.plain)) return { kind: 'not-mine' };
  return { kind: 'again', problem: tell('outcome.not-an-app-code'), typed: {} };
}

/** The authenticator app: a secret as a picture and as text, then the first code. */
export const appMethodDialog = new WaterfallDialog('app-method', [
  async (step) => {
    const turn = turnOf(step.context);
    const outcome = await turn.apps.begin(turn.asker);
    if (outcome.kind === 'app-setup') {
      rememberId(step, outcome.setup.id);
      return step.beginDialog(appScreen.name, { challenge: outcome.setup.id } satisfies AppPlace);
    }
    warn(turn, outcome);
    return step.endDialog({ kind: 'back' });
  },
  async (step) => {
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'gone') return anew(step, turn, { kind: 'app-setup-over' });
    const answer = screenAnswer(step, appScreen);
    if (answer?.verb !== 'code') return step.endDialog({ kind: 'back' });
    const outcome = await turn.apps.accept(turn.asker.employee, rememberedId(step), answer.code);
    return outcome.kind === 'method-proven' ? step.endDialog(outcome) : anew(step, turn, outcome);
  },
]);

/** What was wrong, above the same setup, the next one, or where somebody came from. */
function anew(step: WaterfallStepContext, turn: Turn, outcome: AppCodeOutcome) {
  turn.note = { text: appRefusal(turn, outcome), tone: 'attention' };
  const stays = ['app-code-wrong', 'app-setup-over', 'not-a-code'].includes(outcome.kind);
  return stays ? step.replaceDialog('app-method') : step.endDialog({ kind: 'back' });
}

/** Why a code of an app did not do. */
function appRefusal({ tell, now }: Turn, outcome: AppCodeOutcome): string {
  switch (outcome.kind) {
    case 'app-code-wrong':
      return tell('outcome.app-code-wrong', { left: outcome.left });
    case 'app-resting':
    case 'no-method-left':
    case 'frozen':
    case 'too-many-changes':
      return tell(`outcome.${outcome.kind}`, { time: tell.time(outcome.until, now) });
    case 'not-a-code':
      return tell('outcome.not-an-app-code');
    case 'method-proven':
    case 'identity-proven':
      return '';
    default:
      return tell(`outcome.${outcome.kind}`);
  }
}

export const appProveScreen: Screen<object, AppAnswer> = {
  name: 'app-code',
  secret: 'code',
  async draw(turn) {
    const { methods } = await turn.person();
    return methods['authenticator-app'] && appProveCard(turn.tell, turn.note);
  },
  read(turn, act) {
    if (act.kind === 'text') return spokenCode(turn, saidIn(turn, act));
    const read = appProveForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: { verb: 'code', code: read.data.code } } : { kind: 'not-mine' };
  },
};

/** Asks for the code that the app shows; ends with `identity-proven`, or goes back. */
export const appProveDialog = new WaterfallDialog<ProofPlace>('app-prove', [
  (step) => step.beginDialog(appProveScreen.name, {}),
  async (step) => {
    const turn = turnOf(step.context);
    const answer = screenAnswer(step, appProveScreen);
    if (answer?.verb !== 'code') return step.endDialog({ kind: 'back' });
    const outcome = await turn.apps.prove(turn.asker.employee, answer.code, purposeOf(step.options));
    if (outcome.kind === 'identity-proven') return step.endDialog(outcome);
    turn.note = { text: appRefusal(turn, outcome), tone: 'attention' };
    const stays =
      outcome.kind === 'app-code-wrong' || outcome.kind === 'app-code-used' || outcome.kind === 'not-a-code';
    return stays ? step.replaceDialog('app-prove', step.options) : step.endDialog({ kind: 'back' });
  },
]);
