import type { WaterfallStepContext } from 'botbuilder-dialogs';
import { WaterfallDialog } from 'botbuilder-dialogs/lib/waterfallDialog.js';
import { situationNumbered } from '../../bot/domain/diagnosis/situation-ids.ts';
import { codeUsable } from '../../bot/domain/enrolment/challenge.ts';
import { readCode } from '../../bot/domain/enrolment/code.ts';
import type { WantedCode } from '../../bot/domain/enrolment/enrolment.ts';
import type { AnswerOutcome, SendOutcome } from '../../bot/domain/enrolment/outcome.ts';
import type { Channel } from '../../bot/domain/ports/delivery.ts';
import { saying } from '../../bot/texts/phrases.ts';
import { says } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { speaksOf } from '../../bot/understanding/lexicon.ts';
import { namesPerson } from '../../bot/understanding/plea.ts';
import { codeCard, codeForm } from '../../cards/enrolment/code.ts';
import { contactName } from '../../cards/parts/contact-words.ts';
import { saidIn } from '../said.ts';
import { type FlowEnd, flowEnd, type Reading, type Screen, screenAnswer } from '../screen.ts';
import { type Act, progressOf, type Turn, turnOf } from '../turn.ts';
import { channelIn, type Given, givenIn } from './given.ts';

interface CodePlace {
  readonly challenge: string;
}

type CodeAnswer =
  | { readonly verb: 'code'; readonly code: string }
  | { readonly verb: 'resend'; readonly send: number | 'newest'; readonly channel: Channel | 'same' }
  | { readonly verb: 'change'; readonly given?: Given | undefined };

export const codeScreen: Screen<CodePlace, CodeAnswer> = {
  name: 'code',
  secret: 'code',
  async draw(turn, place) {
    const { tell, policy, now } = turn;
    const { challenge } = await turn.person();
    if (challenge?.id !== place.challenge) return undefined;
    const expired = codeUsable(challenge, now)
      ? undefined
      : ({ text: tell('resume.expired'), tone: 'attention' } as const);
    return codeCard(tell, policy, challenge, await progressOf(turn), now, turn.note ?? expired);
  },
  read: (turn, act, place) => (act.kind === 'text' ? spoken(turn, saidIn(turn, act)) : pressed(act, place)),
};

async function spoken(turn: Turn, said: Heard): Promise<Reading<CodeAnswer>> {
  const { tell } = turn;
  const code = said.contains.codes.at(-1) ?? readCode(said.text);
  // "… and if this fails I call the helpdesk": the code comes first.
  if (code) return { kind: 'answer', answer: { verb: 'code', code }, retired: tell('retired.code') };
  if (said.finest === 'contact' && namesPerson(said.plain)) return { kind: 'not-mine' };
  const { challenge } = await turn.person();
  const given = givenIn(said).find(({ method }) => method === challenge?.method);
  if (given && challenge?.purpose === 'register') {
    return {
      kind: 'answer',
      answer: { verb: 'change', given: isCorrection(said) ? { ...given, agreed: true } : given },
    };
  }
  if (givenIn(said).length > 0) return { kind: 'not-mine' };
  const channel = channelIn(said);
  // "Text my mobile instead" of a mail is another method.
  if (channel && challenge?.method === 'authentication-email') return { kind: 'not-mine' };
  if (channel) return { kind: 'answer', answer: { verb: 'resend', send: 'newest', channel } };
  const ofThis = said.contains.methods.every((method) => method === challenge?.method);
  if (ofThis && meansAnother(said)) return { kind: 'answer', answer: { verb: 'change' } };
  if (says('code.resend', said) || asksAnew(said)) {
    return { kind: 'answer', answer: { verb: 'resend', send: 'newest', channel: 'same' } };
  }
  if (said.words <= few && said.intent !== 'contact' && says('code.nothing', said)) {
    sayNotHere(turn, said);
    return { kind: 'said' };
  }
  if (ofThis && says('code.change', said)) return { kind: 'answer', answer: { verb: 'change' } };
  if (!/^[\d\s.-]+$/u.test(said.plain)) return { kind: 'not-mine' };
  return { kind: 'again', problem: tell('outcome.not-a-code'), typed: {} };
}

/** It may take a minute; whoever swears about it is offered a person as well. */
export function sayNotHere(turn: Turn, { plain }: Heard): void {
  const { tell, policy } = turn;
  if (speaksOf(plain, 'swear')) turn.say(tell('person.offer', { name: contactName(tell, policy.contact) }));
  turn.say(tell('code.notHere'));
}

/** What the code went to is wrong, old or somebody else's, whatever else that would be called elsewhere. */
function meansAnother({ finest, situation, frame, about, words }: Heard): boolean {
  if (frame === 'question' && finest !== 'borrowed-phone') return false;
  if (situation && words <= longest) return situationNumbered(situation) === 'number-not-taken';
  return about === 'self' && another.has(finest);
}

const another: ReadonlySet<Heard['finest']> = new Set([
  ...(['correction', 'manage', 'new-number', 'new-address', 'borrowed-phone'] as const),
]);

/** In more words a page is told of. */
const longest = 10;

/** "Make one more code please." */
function asksAnew({ finest, plain, words }: Heard): boolean {
  if (words > few || !speaksOf(plain, 'code') || denies.test(plain)) return false;
  return speaksOf(plain, 'again', 'more') || (finest === 'not-arrived' && speaksOf(plain, 'fresh', 'another'));
}

const denies = saying((said) => said.answers.denies);

/** In so few words, "nothing" is all that is said. */
const few = 7;

/** Whoever waits for a code and gives another number mends the first one; a question about one is read back. */
function isCorrection({ frame, intent }: Heard): boolean {
  return frame !== 'question' && (intent === 'register' || intent === 'manage');
}

function pressed(act: Act, place: CodePlace): Reading<CodeAnswer> {
  const read = codeForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
  if (!read.success || read.data.challenge !== place.challenge) return { kind: 'not-mine' };
  return { kind: 'answer', answer: read.data };
}

/** Asks for a code and waits for it; or says on the same card why there is none. */
export async function beginCode(step: WaterfallStepContext, turn: Turn, wanted: WantedCode) {
  const outcome = await turn.enrolment.begin(turn.asker, wanted);
  if (outcome.kind === 'code-sent' || outcome.kind === 'too-soon') {
    if (outcome.kind === 'too-soon') warn(turn, outcome);
    return step.beginDialog('code-wait', { challenge: outcome.challenge.id });
  }
  warn(turn, outcome);
  return step.next({ kind: outcome.kind === 'proof-needed' ? 'back' : 'change' });
}

/** Ends a method's dialog as its code has ended, or begins it anew with another value. */
export function afterCode(step: WaterfallStepContext, dialog: string) {
  const end = flowEnd(step);
  if (end?.kind !== 'change') return step.endDialog(step.result);
  return step.replaceDialog(dialog, end.given ? { given: end.given } : {});
}

/** Waits for the code of one challenge; ends with the outcome that settled it, `change` or `back`. */
export const codeDialog = new WaterfallDialog<CodePlace>('code-wait', [
  (step) => step.beginDialog(codeScreen.name, step.options),
  async (step) => {
    const turn = turnOf(step.context);
    const { challenge } = step.options as CodePlace;
    if (flowEnd(step)?.kind === 'back') return step.endDialog({ kind: 'change' });
    const answer = screenAnswer(step, codeScreen);
    if (!answer) return step.endDialog({ kind: 'back' });
    if (answer.verb === 'change') return step.endDialog({ kind: 'change', given: answer.given } satisfies FlowEnd);
    if (answer.verb === 'resend') return resent(step, turn, challenge, answer);
    const outcome = await turn.enrolment.answer(turn.asker.employee, challenge, answer.code);
    if (outcome.kind === 'method-proven' || outcome.kind === 'identity-proven') return step.endDialog(outcome);
    if (outcome.kind === 'code-used-up' && (await purposeOf(turn)) === 'caller-check') return step.endDialog(outcome);
    turn.note = { text: refusal(turn, outcome), tone: 'attention' };
    return step.replaceDialog('code-wait', { challenge });
  },
]);

async function resent(
  step: WaterfallStepContext,
  turn: Turn,
  challenge: string,
  answer: CodeAnswer & { verb: 'resend' },
) {
  const { challenge: current } = await turn.person();
  const send = answer.send === 'newest' ? (current?.send ?? 0) : answer.send;
  const channel = answer.channel === 'same' ? (current?.channel ?? 'text') : answer.channel;
  const outcome = await turn.enrolment.resend(turn.asker, challenge, send, channel);
  if (outcome.kind === 'code-sent') {
    if (outcome.fresh) turn.note = { text: turn.tell(`code.again.${outcome.challenge.channel}`), tone: 'good' };
  } else warn(turn, outcome);
  return step.replaceDialog('code-wait', { challenge });
}

async function purposeOf(turn: Turn) {
  return (await turn.person()).challenge?.purpose;
}

function refusal({ tell }: Turn, outcome: Exclude<AnswerOutcome, { kind: 'method-proven' | 'identity-proven' }>) {
  return outcome.kind === 'wrong-code'
    ? tell('outcome.wrong-code', { left: outcome.left })
    : tell(`outcome.${outcome.kind}`);
}

/** Says above the next card why no code was sent. */
export function warn(turn: Turn, outcome: Exclude<SendOutcome, { kind: 'code-sent' }>): void {
  turn.note = { text: whyNot(turn, outcome), tone: 'attention' };
}

/** The same as a sentence. */
export function whyNot({ tell, now }: Turn, outcome: Exclude<SendOutcome, { kind: 'code-sent' }>): string {
  switch (outcome.kind) {
    case 'too-soon':
      return tell('outcome.too-soon', { seconds: Math.max(1, Math.ceil((outcome.until - now) / 1000)) });
    case 'address-resting':
    case 'person-resting':
    case 'no-method-left':
    case 'frozen':
    case 'too-many-changes':
      return tell(`outcome.${outcome.kind}`, { time: tell.time(outcome.until, now) });
    case 'proof-needed':
      return tell('code.prove');
    default:
      return tell(`outcome.${outcome.kind}`);
  }
}
