import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { openPrefilled, type Prefilled, prefilledOf } from '../../bot/domain/account/prefilled.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import { mainLine } from '../../bot/domain/methods/phone.ts';
import type { Channel } from '../../bot/domain/ports/delivery.ts';
import { type Turn, turnOf } from '../turn.ts';
import { beginCode } from './code.ts';

/** The pre-filled values that wait for this person's answer. */
export async function prefilledHere({ enrolment, asker, entry, policy, now }: Turn): Promise<readonly Prefilled[]> {
  return openPrefilled(await enrolment.person(asker.employee), prefilledOf(entry, policy, now));
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
