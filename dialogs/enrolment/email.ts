import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { maskEmail, readEmail } from '../../bot/domain/methods/email.ts';
import { heard } from '../../bot/understanding/heard.ts';
import { emailCard, emailForm, exampleAddress } from '../../cards/enrolment/email.ts';
import { cut } from '../../cards/parts/render.ts';
import { flowEnd, type Screen, screenAnswer } from '../screen.ts';
import { type Act, readinessOf, turnOf } from '../turn.ts';
import { beginCode } from './code.ts';

export const emailScreen: Screen<object, string> = {
  name: 'email',
  async draw(turn) {
    return emailCard(turn.tell, await readinessOf(turn), turn.typed.address ?? '', turn.note);
  },
  read({ tell, entry, policy }, act) {
    const typed = filled(act);
    if (typed === undefined) return { kind: 'not-mine' };
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
  },
};

/** The form as it was sent, or the address in a typed sentence. */
function filled(act: Act): string | undefined {
  if (act.kind === 'text') {
    if (heard(act.text).wish === 'password') return undefined;
    const [word] = act.text.match(/(?<!\S)\S+@\S*/u) ?? [];
    return word && cut(word.replace(/[.,;!?]+$/u, ''));
  }
  const read = emailForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? read.data.address : undefined;
}

/** The authentication e-mail: an address, then its code. */
export const emailMethodDialog = new WaterfallDialog('email-method', [
  (step) => step.beginDialog(emailScreen.name, {}),
  (step) => {
    const address = screenAnswer(step, emailScreen);
    if (!address) return step.endDialog({ kind: 'back' });
    const wanted = { purpose: 'register', method: 'authentication-email', channel: 'email', country: null } as const;
    return beginCode(step, turnOf(step.context), { ...wanted, address });
  },
  (step) => (flowEnd(step)?.kind === 'change' ? step.replaceDialog('email-method') : step.endDialog(step.result)),
]);
