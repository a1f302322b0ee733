import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { maskEmail, readEmail } from '../../bot/domain/methods/email.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { emailCard, emailForm, exampleAddress } from '../../cards/enrolment/email.ts';
import { cut, type Note } from '../../cards/parts/render.ts';
import { answerIn, saidIn } from '../said.ts';
import { followed, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { methodReadinessOf, type Turn, turnOf } from '../turn.ts';
import { afterCode, beginCode } from './code.ts';
import { type Given, givenIn, holdsValue, isForUse, readBackNote } from './given.ts';

/** `given`: an address that nobody was asked for yet, read back before a code goes there. */
export interface EmailPlace {
  readonly given?: Given;
}

export const emailScreen: Screen<EmailPlace, string> = {
  name: 'email',
  async draw(turn, { given }) {
    const { tell, typed, note } = turn;
    return emailCard(
      tell,
      await methodReadinessOf(turn),
      typed.address ?? given?.value ?? '',
      readBack(turn, given) ?? note,
    );
  },
  read(turn, act, place) {
    if (act.kind === 'text') return spoken(turn, saidIn(turn, act), place);
    const read = emailForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return read.success ? reading(turn, read.data.address) : { kind: 'not-mine' };
  },
};

/** An address in a sentence, or how the one that was read back is answered. */
function spoken(turn: Turn, said: Heard, { given }: EmailPlace): Reading<string> {
  const [found] = givenIn(said).filter(({ method }) => method === 'authentication-email');
  if (found?.value) return reading(turn, cut(found.value));
  const [odd] = said.text.match(/(?<!\S)\S+@\S*/u) ?? [];
  const alone = odd === said.text.trim() && said.finest !== 'password';
  if (odd && (alone || isForUse(said))) return reading(turn, cut(odd.replace(/[.,;!?]+$/u, '')));
  const answer = given && holdsValue(given) ? answerIn(said) : undefined;
  if (answer === 'no') return { kind: 'back' };
  return answer === 'yes' ? reading(turn, given?.value ?? '') : { kind: 'not-mine' };
}

function reading(turn: Turn, typed: string): Reading<string> {
  const { tell, entry, policy } = turn;
  turn.typed = { address: typed };
  const read = readEmail(typed, [entry.signInName, ...entry.mailboxes], policy.ownDomains);
  if (read.kind === 'email') {
    const retired = tell('retired.email', { address: maskEmail(read.address) });
    return { kind: 'answer', answer: read.address, retired };
  }
  const problem =
    read.kind === 'email-unreadable' || read.kind === 'email-name'
      ? tell(`problem.${read.kind}`, { example: exampleAddress })
      : tell(`problem.${read.kind}`);
  return { kind: 'again', problem, typed: { address: typed } };
}

/** Nobody is sent a code to an address that they only happened to mention. */
function readBack(turn: Turn, given: Given | undefined): Note | undefined {
  if (!given || !holdsValue(given)) return undefined;
  return readBackNote(turn, turn.tell('given.email', { address: given.value }), given);
}

/** The authentication e-mail: an address, then its code. */
export const emailMethodDialog = new WaterfallDialog<EmailPlace>('email-method', [
  (step) => {
    const turn = turnOf(step.context);
    const { given } = step.options as EmailPlace;
    const read = given && holdsValue(given) ? reading(turn, given.value) : undefined;
    // What can't be taken is not read back first.
    if (read && (given?.agreed || read.kind === 'again')) return followed(step, turn, read, emailScreen.name);
    return step.beginDialog(emailScreen.name, given ? { given } : {});
  },
  (step) => {
    const address = screenAnswer(step, emailScreen);
    if (!address) return step.endDialog({ kind: 'back' });
    const wanted = { purpose: 'register', method: 'authentication-email', channel: 'email', country: null } as const;
    return beginCode(step, turnOf(step.context), { ...wanted, address });
  },
  (step) => afterCode(step, 'email-method'),
]);
