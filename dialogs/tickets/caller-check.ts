import { WaterfallDialog, type WaterfallStepContext } from 'botbuilder-dialogs';
import { vouching } from '../../bot/domain/enrolment/send-code.ts';
import { isAddressMethod, type MethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { countryOf } from '../../bot/domain/methods/phone.ts';
import { type Check, checkOver } from '../../bot/domain/tickets/check.ts';
import { waitingCheck } from '../../bot/domain/tickets/check-results.ts';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';
import { callerCard } from '../../cards/tickets/status.ts';
import type { CheckAsked } from '../destination.ts';
import { beginCode } from '../enrolment/code.ts';
import { type Choice, readChoice } from '../enrolment/method-choice.ts';
import type { ProofPlace } from '../enrolment/proof-place.ts';
import { proofDialogs } from '../enrolment/prove.ts';
import type { Screen } from '../screen.ts';
import { type Turn, turnOf } from '../turn.ts';

/** That question, while it waits. */
async function asked(
  { tickets, asker, now }: Turn,
  place: CheckAsked,
): Promise<{ ticket: Ticket; check: Check } | undefined> {
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
  read: (turn) => readChoice(turn, methodNames),
};

/** Their record, and the methods that count for this request. */
async function vouchedBy({ enrolment, asker, now }: Turn, { raisedAt }: Ticket) {
  const person = await enrolment.person(asker.employee);
  return [person, vouching(person, raisedAt, now)] as const;
}

/** "It is me who calls": a proof for the supporter who asked, and for nothing else. */
export const callerCheckDialog = new WaterfallDialog<CheckAsked>('caller-check', [
  (step) => step.beginDialog(callerScreen.name, step.options),
  async (step) => {
    const turn = turnOf(step.context);
    if (step.result?.kind === 'gone') turn.note = { text: turn.tell('check.late'), tone: 'attention' };
    const chosen: Choice | undefined = step.result?.kind === 'answer' ? step.result.answer : undefined;
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
    if (step.result?.kind === 'identity-proven' && (await stillVouched(step))) return tellSupporter(step, true);
    return step.result?.kind === 'code-used-up'
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
  const person = await turn.enrolment.person(asker.employee);
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
