import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { openPrefilled, type Prefilled, prefilledOf } from '../../bot/domain/account/prefilled.ts';
import type { AddressMethodName, MethodName } from '../../bot/domain/methods/method.ts';
import { mainLine } from '../../bot/domain/methods/phone.ts';
import type { Channel } from '../../bot/domain/ports/delivery.ts';
import { says } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { speaksOf } from '../../bot/understanding/lexicon.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import type { Wish } from '../../bot/understanding/understand.ts';
import { officeCard, officeForm, wrongValueCard, wrongValueForm } from '../../cards/enrolment/office-phone.ts';
import { unheardLine } from '../../cards/parts/contact-words.ts';
import { answerIn, leadsAway, putsOff, saidIn } from '../said.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { type Turn, turnOf } from '../turn.ts';
import { beginCode } from './code.ts';
import { channelIn, otherThan } from './given.ts';

/** The pre-filled values that wait for this person's answer. */
export async function prefilledHere(turn: Turn): Promise<readonly Prefilled[]> {
  return openPrefilled(await turn.person(), prefilledOf(turn.entry, turn.policy, turn.now));
}

/** Asks for the code to a value that was filled in. */
export async function beginPrefilled(step: WaterfallStepContext, method: MethodName) {
  const turn = turnOf(step.context);
  const value = prefilledOf(turn.entry, turn.policy, turn.now).find((one) => one.method === method);
  if (!value) return step.next();
  const [first = 'call'] = turn.policy.phone.channels;
  const channel = value.method === 'authentication-email' ? 'email' : value.method === 'office-phone' ? 'call' : first;
  const address = dialledAt(turn, value.address, channel);
  return beginCode(step, turn, { purpose: 'register', ...value, address, channel });
}

/** The address with its extension where that is dialled; the person was told before where the main line rings instead. */
function dialledAt({ policy }: Turn, address: string, channel: Channel): string {
  return channel === 'call' && policy.dialsExtensions ? address : mainLine(address);
}

type OfficeAnswer = 'call-office' | 'wrong' | { readonly wrong: string };

export const officeScreen: Screen<object, OfficeAnswer> = {
  name: 'office',
  async draw({ tell, account, policy, note }) {
    return account.officePhone === null
      ? undefined
      : officeCard(tell, account.officePhone, note, policy.dialsExtensions);
  },
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      if (said.contains.phones.length > 0) return { kind: 'answer', answer: { wrong: said.text } };
      if (said.text.includes('?') && said.contains.methods.includes('office-phone')) {
        turn.say(turn.tell('office.intro'));
        return { kind: 'said' };
      }
      if (said.finest === 'switchboard' || otherThan('office-phone', said)) return { kind: 'not-mine' };
      if (says('office.wrong', said)) return { kind: 'answer', answer: 'wrong' };
      const answer = answerIn(said);
      if (!answer && tellsOfNumber(said)) return { kind: 'answer', answer: 'wrong' };
      if (answer === 'no' || (answer !== 'yes' && putsOff(said))) return { kind: 'back' };
      const calls = answer === 'yes' || (channelIn(said) === 'call' && !namesPerson(said.plain));
      return calls ? { kind: 'answer', answer: 'call-office' } : { kind: 'not-mine' };
    }
    const read = officeForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};

/** Whose it is or where it rings: what speaks of such and fits nothing else is said of the number that is shown. */
function tellsOfNumber({ finest, intent, clear, frame, words, plain, text }: Heard): boolean {
  if (frame === 'question' || text.includes('?') || words < fewest) return false;
  if (finest === 'correction' || finest === 'new-number') return true;
  return (intent === 'other' || !clear) && !beside.has(finest) && speaksOf(plain, ...ofNumbers);
}

/** In fewer words nothing is told. */
const fewest = 4;
const ofNumbers = ['number', 'phone', 'call', 'office', 'exchange', 'workplace', 'former', 'otherPerson', 'third'];
const beside: ReadonlySet<Heard['finest']> = new Set(['anger', 'injection', 'small-talk', 'password', 'other-system']);

/** The office phone: an administrator has set it; the employee confirms it by a call, or says that it is wrong. */
export const officeMethodDialog = new WaterfallDialog('office-method', [
  (step) => step.beginDialog(officeScreen.name, {}),
  (step) => {
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'gone') turn.note = { text: turn.tell('office.none'), tone: 'attention' };
    const answer = screenAnswer(step, officeScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    if (answer === 'call-office') return beginPrefilled(step, 'office-phone');
    const said = answer === 'wrong' ? {} : { said: answer.wrong };
    return step.beginDialog('dispute', { method: 'office-phone', ...said } satisfies DisputePlace);
  },
  (step) =>
    flowEnd(step)?.kind === 'change'
      ? step.replaceDialog('dispute', { method: 'office-phone' } satisfies DisputePlace)
      : step.endDialog(step.result ?? { kind: 'back' }),
]);

interface DisputePlace {
  readonly method: AddressMethodName;
  /** What is wrong, where it was said already. */
  readonly said?: string;
}

export const wrongValueScreen: Screen<DisputePlace, string> = {
  name: 'wrong-value',
  draw: async ({ tell, typed, note }) => wrongValueCard(tell, typed.said ?? '', note),
  read(turn, act) {
    if (act.kind === 'text') {
      const said = saidIn(turn, act);
      return tellsWhat(said) ? { kind: 'answer', answer: said.text } : { kind: 'not-mine' };
    }
    const read = wrongValueForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    if (!read.success) return { kind: 'not-mine' };
    const said = read.data.said.trim();
    return said === ''
      ? { kind: 'again', problem: turn.tell('wrong.missing'), typed: {} }
      : { kind: 'answer', answer: said };
  },
};

/** Any words are what is wrong, unless they plainly want something else. */
function tellsWhat(said: Heard): boolean {
  const { text, plain, wish, finest, contains } = said;
  if (contains.phones.length > 0) return true;
  if (otherThan('office-phone', said)) return false;
  if (leadsAway(said) || elsewhere.has(wish) || (finest === 'contact' && namesPerson(plain))) return false;
  return /[\p{L}\p{N}]/u.test(text);
}

const elsewhere: ReadonlySet<Wish> = new Set([
  ...(['help', 'privacy', 'greeting', 'status', 'export', 'erase', 'not-me', 'rehearse'] as const),
]);

/** What should change about a value that only an administrator can set. */
export const disputeDialog = new WaterfallDialog<DisputePlace>('dispute', [
  (step) => {
    const { said } = step.options as DisputePlace;
    return said ? step.next({ kind: 'answer', answer: said }) : step.beginDialog(wrongValueScreen.name, step.options);
  },
  async (step) => {
    const said = screenAnswer(step, wrongValueScreen);
    if (!said) return step.endDialog({ kind: 'back' });
    const turn = turnOf(step.context);
    const { method } = step.options as DisputePlace;
    await turn.confirming.dispute(turn.asker.employee, method, said);
    const contact = await turn.unheard();
    turn.note = contact
      ? { text: unheardLine(turn.tell, contact), tone: 'attention' }
      : { text: turn.tell('wrong.done'), tone: 'good' };
    return step.endDialog({ kind: 'back' });
  },
]);
