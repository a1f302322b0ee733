import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { formatPhone, maskPhone, readPhone, withExtension } from '../../bot/domain/methods/phone.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import { exampleNumber, type PhoneDraft, phoneCard, phoneForm } from '../../cards/enrolment/phone.ts';
import { cut, type Note } from '../../cards/parts/render.ts';
import { answerIn, saidIn } from '../said.ts';
import { followed, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { methodReadinessOf, type Turn, turnOf } from '../turn.ts';
import { afterCode, beginCode } from './code.ts';
import { channelIn, type Given, givenIn, holdsValue, isForUse, readBackNote } from './given.ts';

interface PhoneAnswer {
  /** E.164, with its extension. */
  readonly number: string;
  readonly country: string | null;
  readonly channel: 'text' | 'call';
}

/** `given`: a number that nobody was asked for yet, read back before a code goes there. */
export interface PhonePlace {
  readonly given?: Given;
}

export const phoneScreen: Screen<PhonePlace, PhoneAnswer> = {
  name: 'phone',
  async draw(turn, { given }) {
    const { tell, policy, note } = turn;
    const draft = draftOf(turn, given);
    return phoneCard(tell, policy, await methodReadinessOf(turn), draft, readBack(turn, given) ?? note);
  },
  read(turn, act, place) {
    if (act.kind === 'text') return spoken(turn, saidIn(turn, act), place);
    const read = phoneForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return read.success
      ? reading(turn, { ...read.data, channel: read.data.channel ?? usual(turn) })
      : { kind: 'not-mine' };
  },
};

/** A number in a sentence, "call me instead", or how the number that was read back is answered. */
function spoken(turn: Turn, said: Heard, { given }: PhonePlace): Reading<PhoneAnswer> {
  const [found] = givenIn(said).filter(({ method }) => method === 'authentication-phone');
  const digits = (said.text.match(/\d/gu) ?? []).length;
  const odd = digits >= 3 && !/[@:/]/u.test(said.text) && said.contains.phones.length === 0;
  if (found) return reading(turn, draftFrom(turn, found));
  if (odd && isForUse(said)) return reading(turn, draftFrom(turn, { ...unread, value: said.text }));
  const channel = channelIn(said);
  if (given && holdsValue(given)) {
    const answer = answerIn(said);
    if (answer === 'no' && !channel) return { kind: 'back' };
    if (answer === 'yes' || channel)
      return reading(turn, draftFrom(turn, { ...given, ...(channel ? { channel } : {}) }));
  }
  if (channel && !namesPerson(said.plain)) {
    return { kind: 'again', problem: turn.tell('problem.phone-missing'), typed: { channel } };
  }
  return { kind: 'not-mine' };
}

const unread: Given = { method: 'authentication-phone' };

/** The form as a sentence fills it. */
function draftFrom(turn: Turn, { value = '', country, channel }: Given): PhoneDraft {
  const number = cut(value.replace(/^[^\d+(]+/u, ''));
  return { number, country: country ?? turn.entry.country ?? '', channel: channel ?? usual(turn) };
}

function usual({ policy }: Turn): 'text' | 'call' {
  return policy.phone.channels[0] ?? 'text';
}

/** Nobody is sent a code to a number that they only happened to mention. */
function readBack(turn: Turn, given: Given | undefined): Note | undefined {
  if (!given || !holdsValue(given)) return undefined;
  const { number, channel } = draftFrom(turn, given);
  return readBackNote(turn, turn.tell(`given.phone.${channel}`, { number }), given);
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

function draftOf(turn: Turn, given: Given | undefined): PhoneDraft {
  const { typed, entry } = turn;
  if (given && typed.number === undefined) return draftFrom(turn, given);
  const channel = typed.channel === 'call' || typed.channel === 'text' ? typed.channel : usual(turn);
  return { number: typed.number ?? '', country: typed.country || (entry.country ?? ''), channel };
}

/** The authentication phone: a number, then its code. */
export const phoneMethodDialog = new WaterfallDialog<PhonePlace>('phone-method', [
  (step) => {
    const turn = turnOf(step.context);
    const { given } = step.options as PhonePlace;
    if (!given?.agreed) return step.beginDialog(phoneScreen.name, given ? { given } : {});
    const read = reading(turn, draftFrom(turn, given));
    return followed(step, turn, read, phoneScreen.name);
  },
  (step) => {
    const answer = screenAnswer(step, phoneScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    const { number, country, channel } = answer;
    const wanted = { purpose: 'register', method: 'authentication-phone', channel, address: number, country } as const;
    return beginCode(step, turnOf(step.context), wanted);
  },
  (step) => afterCode(step, 'phone-method'),
]);
