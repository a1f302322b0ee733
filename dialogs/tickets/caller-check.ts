import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { callerCheckMethods } from '../../bot/domain/enrolment/proof.ts';
import { isAddressMethod, type MethodName } from '../../bot/domain/methods/method.ts';
import { countryOf } from '../../bot/domain/methods/phone.ts';
import { checkOver, waitingCheck } from '../../bot/domain/tickets/checks.ts';
import type { CallerCheck, Ticket } from '../../bot/domain/tickets/ticket.ts';
import { callerCard } from '../../cards/tickets/status.ts';
import type { CheckAsked } from '../destination.ts';
import { beginCode } from '../enrolment/code.ts';
import type { Choice } from '../enrolment/method-choice.ts';
import { type ProofPlace, proofDialogs, readProof } from '../enrolment/prove.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { type Turn, turnOf } from '../turn.ts';

/** That question, while it waits. */
async function asked(
  { tickets, asker, now }: Turn,
  place: CheckAsked,
): Promise<{ ticket: Ticket; check: CallerCheck } | undefined> {
  const ticket = (await tickets.open(asker.employee)).find(({ id }) => id === place.ticket);
  const check = ticket && waitingCheck(ticket);
  return ticket && check?.id === place.check && !checkOver(check, now) ? { ticket, check } : undefined;
}

export const callerScreen: Screen<CheckAsked, Choice> = {
  name: 'caller',
  async draw(turn, place) {
    const known = await asked(turn, place);
    return known && callerCard(turn.tell, ...(await vouchedBy(turn, known.ticket)), known.check.name, turn.note);
  },
  async read(turn, _act, place) {
    const known = await asked(turn, place);
    return readProof(turn, known ? (await vouchedBy(turn, known.ticket))[1] : []);
  },
};

/** Their record, and the methods that count for this request. */
async function vouchedBy(turn: Turn, { raisedAt }: Ticket) {
  const person = await turn.person();
  return [person, callerCheckMethods(person, raisedAt, turn.now)] as const;
}

/** "It is me who calls": a proof for the supporter who asked, and for nothing else. */
export const callerCheckDialog = new WaterfallDialog<CheckAsked>('caller-check', [
  (step) => step.beginDialog(callerScreen.name, step.options),
  async (step) => {
    const turn = turnOf(step.context);
    if (flowEnd(step)?.kind === 'gone') turn.note = { text: turn.tell('check.late'), tone: 'attention' };
    const chosen = screenAnswer(step, callerScreen);
    if (chosen?.verb !== 'take') return step.endDialog();
    const known = await asked(turn, step.options as CheckAsked);
    const { method } = chosen;
    (step.values as { method?: MethodName }).method = method;
    if (!known) return step.replaceDialog('caller-check', step.options);
    const [{ methods }, vouched] = await vouchedBy(turn, known.ticket);
    if (!methods[method] || !vouched.includes(method)) return step.replaceDialog('caller-check', step.options);
    const purpose: ProofPlace = { purpose: 'caller-check' };
    if (!isAddressMethod(method)) return step.beginDialog(proofDialogs[method], purpose);
    const { address, channel } = methods[method];
    const country = channel === 'email' ? null : countryOf(address);
    return beginCode(step, turn, { ...purpose, method, channel, address, country });
  },
  async (step) => {
    if (flowEnd(step)?.kind === 'identity-proven' && (await stillVouched(step))) return tellSupporter(step, true);
    return flowEnd(step)?.kind === 'code-used-up'
      ? tellSupporter(step, false)
      : step.replaceDialog('caller-check', step.options);
  },
]);

/** What was chosen may have been replaced while it was shown: then somebody has shown what nobody vouches for. */
async function stillVouched(step: WaterfallStepContext): Promise<boolean> {
  const turn = turnOf(step.context);
  const known = await asked(turn, step.options as CheckAsked);
  if (!known) return true;
  const [, vouched] = await vouchedBy(turn, known.ticket);
  const { method } = step.values as { method?: MethodName };
  return method !== undefined && vouched.includes(method);
}

async function tellSupporter(step: WaterfallStepContext, passed: boolean) {
  const turn = turnOf(step.context);
  const { tickets, asker, tell } = turn;
  const { method = null } = step.values as { method?: MethodName };
  const known = await asked(turn, step.options as CheckAsked);
  const person = await turn.person();
  const since = (method && person.methods[method]?.provenAt) ?? turn.now;
  const act = { kind: 'check', check: known?.check.id ?? '', passed, method, since } as const;
  const outcome = known && (await tickets.ask(known.ticket.id, asker.employee, act, known.ticket.story.length));
  if (outcome?.kind !== 'done') turn.note = { text: tell('check.late'), tone: 'attention' };
  else
    turn.note = passed
      ? { text: tell('check.passed'), tone: 'good' }
      : { text: tell('outcome.code-used-up'), tone: 'attention' };
  return step.endDialog();
}
