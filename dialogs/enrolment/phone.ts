import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { formatPhone, maskPhone, readPhone, withExtension } from '../../bot/domain/methods/phone.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { heard } from '../../bot/understanding/heard.ts';
import { folded } from '../../bot/understanding/normalisation.ts';
import { exampleNumber, type PhoneDraft, phoneCard, phoneForm } from '../../cards/enrolment/phone.ts';
import { cut } from '../../cards/parts/render.ts';
import { flowEnd, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { type Act, readinessOf, type Turn, turnOf } from '../turn.ts';
import { beginCode } from './code.ts';

interface PhoneAnswer {
  /** E.164, with its extension. */
  readonly number: string;
  readonly country: string | null;
  readonly channel: 'text' | 'call';
}

export const phoneScreen: Screen<object, PhoneAnswer> = {
  name: 'phone',
  async draw(turn) {
    const { tell, policy, note } = turn;
    return phoneCard(tell, policy, await readinessOf(turn), draftOf(turn), note);
  },
  read(turn, act) {
    const form = filled(turn, act);
    return form ? reading(turn, form) : { kind: 'not-mine' };
  },
};

/** The form as it was sent, or the same from a typed sentence: "call me on 070-123 45 67". */
function filled(turn: Turn, act: Act): PhoneDraft | undefined {
  const [first = 'text'] = turn.policy.phone.channels;
  if (act.kind === 'text') {
    if ((act.text.match(/\d/gu) ?? []).length < 3 || /[@:/]/u.test(act.text)) return undefined;
    if (heard(act.text).wish === 'password') return undefined;
    const words = folded(act.text);
    const asked = says('phone.call', words) ? 'call' : says('phone.text', words) ? 'text' : first;
    return { number: cut(act.text.replace(/^[^\d+(]+/u, '')), country: turn.entry.country ?? '', channel: asked };
  }
  const read = phoneForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  return read.success ? { ...read.data, channel: read.data.channel ?? first } : undefined;
}

function reading(turn: Turn, form: PhoneDraft): Reading<PhoneAnswer> {
  const { tell } = turn;
  turn.typed = { ...form };
  const read = readPhone(form.number, form.channel, form.country || turn.entry.country);
  if (read.kind === 'phone') {
    const { extension } = read;
    // The reset service itself calls no extension, so one counts with the bot's own records only.
    const dials = turn.policy.dialsExtensions && form.channel === 'call' && turn.account.registration === 'here';
    if (extension !== undefined && !dials) {
      const typed = { ...form, number: formatPhone(read.number) };
      return { kind: 'again', problem: tell(`problem.phone-extension.${form.channel}`, { extension }), typed };
    }
    const number = withExtension(read.number, extension);
    const retired = tell('retired.phone', { address: maskPhone(number) });
    return { kind: 'answer', answer: { number, country: read.country, channel: form.channel }, retired };
  }
  const example = exampleNumber(form.country || (turn.entry.country ?? ''));
  const problem =
    read.kind === 'phone-unreadable' ? tell('problem.phone-unreadable', { example }) : tell(`problem.${read.kind}`);
  return { kind: 'again', problem, typed: { ...form } };
}

function draftOf({ typed, entry, policy }: Turn): PhoneDraft {
  const channel = typed.channel === 'call' || typed.channel === 'text' ? typed.channel : policy.phone.channels[0];
  return { number: typed.number ?? '', country: typed.country || (entry.country ?? ''), channel: channel ?? 'text' };
}

/** The authentication phone: a number, then its code. */
export const phoneMethodDialog = new WaterfallDialog('phone-method', [
  (step) => step.beginDialog(phoneScreen.name, {}),
  (step) => {
    const answer = screenAnswer(step, phoneScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    const { number, country, channel } = answer;
    const wanted = { purpose: 'register', method: 'authentication-phone', channel, address: number, country } as const;
    return beginCode(step, turnOf(step.context), wanted);
  },
  (step) => (flowEnd(step)?.kind === 'change' ? step.replaceDialog('phone-method') : step.endDialog(step.result)),
]);
