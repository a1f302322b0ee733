import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { hasFreshProof, stopsChanges } from '../../bot/domain/enrolment/proof.ts';
import { changesRest } from '../../bot/domain/methods/change-limit.ts';
import {
  isAddressMethod,
  type MethodName,
  methodNames,
  type ProofPurpose,
  setUp,
} from '../../bot/domain/methods/method.ts';
import { countryOf } from '../../bot/domain/methods/phone.ts';
import { methodsLeftAlone } from '../../bot/domain/methods/revert-change.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { proveCard } from '../../cards/enrolment/choose.ts';
import { answerIn, saidIn } from '../said.ts';
import { flowEnd, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { type Turn, turnOf } from '../turn.ts';
import { beginCode, warn } from './code.ts';
import { type Choice, readChoice } from './method-choice.ts';

/** What a dialog that asks for a proof is begun with. */
export interface ProofPlace {
  readonly purpose: ProofPurpose;
}

/** Whoever does not say what a proof is for opens nothing by it. */
export function purposeOf(options: object | undefined): ProofPurpose {
  return (options as Partial<ProofPlace> | undefined)?.purpose ?? 'caller-check';
}

interface ProvePlace {
  /** By a method that was left alone, to bring back what is out of use. */
  readonly back?: boolean;
}

export const proveScreen: Screen<ProvePlace, Choice> = {
  name: 'show-it-is-you',
  async draw(turn, { back }) {
    const { tell, note } = turn;
    const person = await turn.person();
    return proveCard(tell, person, back ? methodsLeftAlone(person) : undefined, note);
  },
  read: async (turn, _act, { back }) => {
    const person = await turn.person();
    return readProof(turn, back ? methodsLeftAlone(person) : setUp(person.methods));
  },
};

/** Which method shows who somebody is; a yes takes the first of them. @param held in the order in which they are shown */
export function readProof(turn: Turn, [first]: readonly MethodName[]): Reading<Choice> {
  const read = readChoice(turn, methodNames);
  if (read.kind !== 'not-mine' || turn.act.kind !== 'text' || !first) return read;
  const said = saidIn(turn, turn.act);
  const agreed = answerIn(said) === 'yes' || says('campaign.go', said);
  return agreed ? { kind: 'answer', answer: { verb: 'take', method: first } } : read;
}

/** First step of whatever needs a fresh proof: asks for one unless there is one. */
export async function proveFirst(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  return hasFreshProof(await turn.person(), turn.now) ? step.next('fresh') : step.beginDialog('prove');
}

/** Why nothing of theirs may be changed now, whatever they show. */
export async function stoppedNow(turn: Turn) {
  const person = await turn.person();
  const frozen = stopsChanges(person, turn.now);
  return frozen && frozen.kind !== 'proof-needed' ? frozen : changesRest(person, turn.now);
}

/** The same before a change: while nothing may be changed, nobody is asked for a proof in vain. */
export async function proveBeforeChange(step: WaterfallStepContext) {
  const turn = turnOf(step.context);
  const stopped = await stoppedNow(turn);
  if (!stopped) return proveFirst(step);
  warn(turn, stopped);
  return step.next('stopped');
}

/** Whether the step before came to a fresh proof; thanks for one that was just given. */
export function wasProven(step: WaterfallStepContext): boolean {
  const turn = turnOf(step.context);
  const shown = flowEnd(step)?.kind === 'identity-proven';
  if (shown) turn.note = { text: turn.tell('outcome.identity-proven'), tone: 'good' };
  return shown || step.result === 'fresh';
}

/** Dialogs that ask for a proof by a method without an address. Each ends with `identity-proven`, or goes back. */
export const proofDialogs = {
  'authenticator-app': 'app-prove',
  'security-questions': 'questions-prove',
} as const satisfies Partial<Record<MethodName, string>>;

/** Somebody who has a proven method shows that it is still them; ends with `identity-proven`. */
export const proveDialog = new WaterfallDialog<ProvePlace>('prove', [
  (step) => step.beginDialog(proveScreen.name, step.options),
  async (step) => {
    const turn = turnOf(step.context);
    const chosen = screenAnswer(step, proveScreen);
    if (chosen?.verb !== 'take') return step.endDialog();
    const { methods } = await turn.person();
    const { method } = chosen;
    if (!methods[method]) return step.replaceDialog('prove', step.options);
    const purpose: ProofPlace = { purpose: 'prove' };
    if (!isAddressMethod(method)) return step.beginDialog(proofDialogs[method], purpose);
    const { address, channel: usual } = methods[method];
    const channel = method === 'authentication-phone' && chosen.channel ? chosen.channel : usual;
    const country = channel === 'email' ? null : countryOf(address);
    return beginCode(step, turn, { ...purpose, method, channel, address, country });
  },
  (step) =>
    flowEnd(step)?.kind === 'identity-proven' ? step.endDialog(step.result) : step.replaceDialog('prove', step.options),
]);
