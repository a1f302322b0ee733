import { checkOver, waitingCheck } from '../../bot/domain/tickets/checks.ts';
import { type EmployeeAct, editable } from '../../bot/domain/tickets/employee-actions.ts';
import { canReopen, confirmedToWork, hasEnded, type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import { minute } from '../../bot/domain/time.ts';
import { saying } from '../../bot/texts/phrases.ts';
import { says, yesOrNo } from '../../bot/texts/typed-words.ts';
import type { Heard } from '../../bot/understanding/heard.ts';
import { speaksOf } from '../../bot/understanding/lexicon.ts';
import type { Wish } from '../../bot/understanding/understand.ts';
import type { Note } from '../../cards/parts/render.ts';
import { type TicketForm, ticketForm } from '../../cards/tickets/forms.ts';
import { statusCard, statusText } from '../../cards/tickets/status.ts';
import type { CheckAsked } from '../destination.ts';
import { faqIn } from '../faq.ts';
import type { Turn } from '../turn.ts';
import { changing, pleaSaid } from './contact.ts';
import type { ContactPlace } from './contact-place.ts';

/** What follows a click on a ticket's own card: nothing more, the proof that a supporter asks for, or the form again. */
export type TicketNext =
  | 'stay-silent'
  | 'same'
  | { readonly go: 'caller-check'; readonly check: CheckAsked }
  | { readonly go: 'contact-person'; readonly plea: ContactPlace };

/** A button of the card that shows where a request stands. It works beside whatever else is talked about. */
export async function ticketPressed(
  turn: Turn,
  act: { readonly verb: string; readonly data: Readonly<Record<string, unknown>> },
): Promise<TicketNext> {
  const read = ticketForm.safeParse({ ...act.data, verb: act.verb });
  if (!read.success) return 'same';
  const { tickets, asker, tell, now } = turn;
  if (read.data.verb === 'ticket-check-yes') {
    const { ticket: id, check } = read.data;
    const own = (await tickets.open(asker.employee)).find((ticket) => ticket.id === id);
    if (own) turn.beside(statusCard(tell, own, now, undefined, await turn.unheard(), turn.policy.contact));
    return { go: 'caller-check', check: { ticket: id, check } };
  }
  if (read.data.verb === 'ticket-edit') return editing(turn, read.data.ticket);
  const outcome = await tickets.ask(read.data.ticket, asker.employee, deedOf(read.data), read.data.seen);
  if (!('ticket' in outcome)) {
    turn.say(tell('ticket.unknown-ticket'));
    return 'same';
  }
  const note = noteOf(turn, outcome.kind, read.data.verb);
  turn.beside(statusCard(tell, outcome.ticket, now, note, await turn.unheard(), turn.policy.contact));
  return 'stay-silent';
}

/** Opens the form with what was sent, unless somebody has begun with it. */
async function editing(turn: Turn, id: string): Promise<TicketNext> {
  const { tickets, asker, tell, now } = turn;
  const own = (await tickets.all(asker.employee)).find((ticket) => ticket.id === id);
  if (!own) return told(turn, tell('ticket.unknown-ticket'));
  const open = editable(own);
  const note: Note | undefined = open ? undefined : { text: tell('ticket.late'), tone: 'attention' };
  turn.beside(statusCard(tell, own, now, note, await turn.unheard(), turn.policy.contact));
  return open ? { go: 'contact-person', plea: changing(turn, own) } : 'stay-silent';
}

/** Topics that are about a request, on whatever screen they are said. */
type TicketTopic = 'ticket-status' | 'ticket-withdraw' | 'ticket-add';

/** Whoever says more than yes or no wants more: "please add that …". */
const shortAnswer = 6;
/** "No, I have not called anybody" is still no. */
const longAnswer = 10;

/**
 * What somebody types about their request for help: where it stands, that it is not needed, more for it; on the first page
 * also the answer to what IT support waits for. @returns undefined: it is about something else
 */
export async function ticketTyped(turn: Turn, said: Heard, screen: string): Promise<TicketNext | undefined> {
  // Yes and no answer what is asked, whatever else they sound like.
  const plainly = said.words <= (said.finest === 'ticket-status' ? longAnswer : shortAnswer) && yesOrNo(said.plain);
  const topic = screen === 'home' && plainly ? undefined : topicOf(said);
  const wonders = said.finest === 'how-long';
  if (!topic && !wonders && (screen !== 'home' || !maybeAboutIt(said))) return undefined;
  const all = await turn.tickets.all(turn.asker.employee);
  const ticket = all.find(({ number }) => said.contains.tickets.includes(ticketNumber(number))) ?? all[0];
  if (!ticket && topic === 'ticket-add') return { go: 'contact-person', plea: pleaSaid(turn, said) };
  if (!ticket) return topic && told(turn, turn.tell('ticket.none'));
  const check = screen === 'home' ? await checkAnswered(turn, ticket, said) : undefined;
  if (check) return check;
  // IT support waits for an answer, and nothing is asked.
  const answers = ticket.question !== null && said.frame !== 'question' && screen === 'home';
  if (topic === 'ticket-status' && !answers) return told(turn, statusText(turn.tell, ticket, await turn.unheard()));
  if (topic === 'ticket-withdraw') return acted(turn, ticket, { kind: 'withdraw' });
  if (topic === 'ticket-add') return acted(turn, ticket, actOf(ticket, said));
  if (wonders && !hasEnded(ticket) && (screen === 'home' || turn.now - ticket.since < breath)) {
    return told(turn, statusText(turn.tell, ticket, await turn.unheard()));
  }
  if (wonders && screen !== 'home') return undefined;
  const where = !hasEnded(ticket) && says('ticket.where', said);
  if (!hasEnded(ticket) && screen === 'home' && noLongerNeeded(said)) {
    return acted(turn, ticket, { kind: 'withdraw' });
  }
  const next = where ? undefined : ((await answered(turn, ticket, said)) ?? (await continued(turn, ticket, said)));
  const impatient = !next && !hasEnded(ticket) && impatience.has(said.wish) && says('ticket.waiting', said);
  return where || impatient ? told(turn, statusText(turn.tell, ticket, await turn.unheard())) : next;
}

function topicOf({ finest, contains, wish }: Heard): TicketTopic | undefined {
  if (finest === 'ticket-status' || finest === 'ticket-withdraw' || finest === 'ticket-add') return finest;
  return contains.tickets.length > 0 && wish !== 'why-failed' ? 'ticket-status' : undefined;
}

/** What means a request where there is one, without naming it. */
function maybeAboutIt(said: Heard): boolean {
  const waits = says('ticket.waiting', said) || says('ticket.where', said);
  return waits || noLongerNeeded(said) || goesOn(said) || mayAnswer(said) || speaksOf(said.plain, 'call', 'phone');
}

function mayAnswer(said: Heard): boolean {
  const { plain, wish } = said;
  return yesOrNo(plain) !== undefined || answering.has(wish) || saysItWorks(said);
}

/** Wishes as which it is heard that an answer takes long. */
const impatience: ReadonlySet<Wish> = new Set(['other', 'contact', 'greeting', 'how-long', 'help', 'thanks']);

/** Wishes that may be an answer to IT support. */
const answering: ReadonlySet<Wish> = new Set([
  ...([
    'other',
    'thanks',
    'why-failed',
    'still-broken',
    'cancel',
    'not-me',
    'contact',
    'confirm',
    'reset-now',
  ] as const),
]);

/** IT support wants to know whether they call: whoever speaks of calls or of themselves says yes, or no with a "not". */
async function checkAnswered(turn: Turn, ticket: Ticket, said: Heard): Promise<TicketNext | undefined> {
  const check = waitingCheck(ticket);
  if (!check || checkOver(check, turn.now) || said.frame === 'question' || said.text.endsWith('?')) return undefined;
  const spoken =
    said.words <= longAnswer &&
    !(said.clear && wanting.has(said.intent)) &&
    (speaksOf(said.plain, 'call', 'phone') || says('notMe.mine', said));
  const answer =
    yesOrNo(said.plain.replaceAll('?', '')) ?? (spoken ? (denying.test(said.plain) ? 'no' : 'yes') : undefined);
  if (answer === 'yes') return { go: 'caller-check', check: { ticket: ticket.id, check: check.id } };
  return answer === 'no' && (await callerDenied(turn)) ? 'same' : undefined;
}

/** Whoever wants something else has not said who calls: "add my phone". */
const wanting: ReadonlySet<Heard['intent']> = new Set(['register', 'manage', 'why-failed', 'reset-now', 'rehearse']);
const denying = saying((said) => [...said.answers.denies, ...said.frame.denials]);

/** IT support asked something, or says that it is solved. */
async function answered(turn: Turn, ticket: Ticket, said: Heard): Promise<TicketNext | undefined> {
  const answer = yesOrNo(said.plain);
  const fails = answer === 'no' || said.wish === 'why-failed' || said.wish === 'still-broken';
  if (ticket.state === 'resolved' && !confirmedToWork(ticket) && canReopen(ticket, turn.now)) {
    if (fails) return acted(turn, ticket, actOf(ticket, said));
    const works = answer === 'yes' || said.wish === 'thanks' || saysItWorks(said);
    return works ? acted(turn, ticket, { kind: 'works' }) : undefined;
  }
  const asked = ticket.question !== null || ticket.state === 'returned';
  const answers = answer !== undefined || fails || said.wish === 'other' || said.finest === 'ticket-status';
  return asked && answers ? acted(turn, ticket, actOf(ticket, said)) : undefined;
}

/** It works by itself, or no help is wanted. */
export function noLongerNeeded(said: Heard): boolean {
  const declines = said.intent === 'cancel' && said.clear && said.words > shortAnswer / 2 && said.frame !== 'question';
  const unneeded = said.words <= longAnswer && needless.test(said.plain) && said.intent === 'thanks';
  return declines || unneeded || (saysItWorks(said) && over.has(said.intent));
}

/** Intents as which it is heard that all is well again. */
const over: ReadonlySet<Heard['intent']> = new Set(['thanks', 'cancel', 'other', 'status', 'why-failed', 'contact']);

/** So long after their own words, whoever says something that fits nothing else goes on with it. */
const breath = 30 * minute;

async function continued(turn: Turn, ticket: Ticket, said: Heard): Promise<TicketNext | undefined> {
  const last = ticket.story.findLast(({ by }) => by === 'employee');
  const recent = last !== undefined && own.has(last.act) && turn.now - last.at < breath;
  return recent && goesOn(said) ? acted(turn, ticket, actOf(ticket, said)) : undefined;
}

function goesOn(said: Heard): boolean {
  const fitsNothing = (!said.clear || said.wish === 'other') && faqIn(said) === undefined;
  return fitsNothing && said.words >= fewest && said.frame !== 'question';
}

/** In fewer words nothing is told. */
const fewest = 3;
const own: ReadonlySet<Ticket['story'][number]['act']> = new Set(['answered', 'added', 'joined', 'reopened']);

/** "Works like a charm"; not "it does not work". */
function saysItWorks({ plain }: Heard): boolean {
  return working.test(plain) && !failing.test(plain.replace(needless, ' '));
}

const working = saying((said) => said.answers.works);
const needless = saying((said) => said.answers.needless);
const failing = saying((said) => [...said.answers.denies, ...said.answers.fails]);

function actOf(ticket: Ticket, { text }: Heard): EmployeeAct {
  return hasEnded(ticket) ? { kind: 'reopen', words: text } : { kind: 'say', words: text };
}

async function acted(turn: Turn, { id, story }: Ticket, act: EmployeeAct): Promise<TicketNext> {
  const outcome = await turn.tickets.ask(id, turn.asker.employee, act, story.length);
  const { tell } = turn;
  if (!('ticket' in outcome)) return told(turn, tell('ticket.unknown-ticket'));
  const done = outcome.kind === 'done' && act.kind === 'say' ? `${tell('ticket.sent')} ` : '';
  return told(turn, done + statusText(tell, outcome.ticket, await turn.unheard()));
}

function told(turn: Turn, text: string): 'same' {
  turn.say(text);
  turn.tells = 'said';
  return 'same';
}

/** "It is not me", said while a supporter asks whether the employee calls, answers that; false: nobody asks. */
export async function callerDenied(turn: Turn): Promise<boolean> {
  const { tickets, asker, tell } = turn;
  for (const ticket of await tickets.open(asker.employee)) {
    const check = waitingCheck(ticket);
    if (!check) continue;
    const act = { kind: 'check', check: check.id, passed: false, method: null } as const;
    const outcome = await tickets.ask(ticket.id, asker.employee, act, ticket.story.length);
    if (outcome.kind === 'done') {
      told(turn, tell('check.failed'));
      return true;
    }
  }
  return false;
}

function deedOf(form: Exclude<TicketForm, { verb: 'ticket-check-yes' | 'ticket-edit' }>): EmployeeAct {
  switch (form.verb) {
    case 'ticket-say':
      return { kind: 'say', words: form.words };
    case 'ticket-reopen':
      return { kind: 'reopen', words: form.words };
    case 'ticket-withdraw':
      return { kind: 'withdraw' };
    case 'ticket-works':
      return { kind: 'works' };
    case 'ticket-check-no':
      return { kind: 'check', check: form.check, passed: false, method: null };
  }
}

function noteOf({ tell }: Turn, kind: string, verb: TicketForm['verb']): Note | undefined {
  if (verb === 'ticket-check-no') {
    return kind === 'done'
      ? { text: tell('check.failed'), tone: 'good' }
      : { text: tell('check.late'), tone: 'attention' };
  }
  if (kind === 'words-missing') return { text: tell('ticket.words-missing'), tone: 'attention' };
  if (kind !== 'done') return { text: tell('ticket.late'), tone: 'attention' };
  return verb === 'ticket-say' ? { text: tell('ticket.sent'), tone: 'good' } : undefined;
}
