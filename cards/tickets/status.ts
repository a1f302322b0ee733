import type { Person } from '../../bot/domain/account/person.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import { checkOver, waitingCheck } from '../../bot/domain/tickets/checks.ts';
import { editable, withdrawable } from '../../bot/domain/tickets/employee-actions.ts';
import { type HistoryEntry, isForEmployee, outside, wordsIn } from '../../bot/domain/tickets/history.ts';
import { longestWords } from '../../bot/domain/tickets/sanitize.ts';
import { canReopen, confirmedToWork, hasEnded, type Ticket, ticketNumber } from '../../bot/domain/tickets/ticket.ts';
import type { Instant } from '../../bot/domain/time.ts';
import { capitalised, type Tell } from '../../bot/texts/tell.ts';
import { chatUrl, contactName, unheardLine } from '../parts/contact-words.ts';
import { methodLine } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import { aboutTicket } from './forms.ts';
import { fitted } from './sheet.ts';
import words from './words.json' with { type: 'json' };

const build = cardFrom(words);

/** The last things said between the employee and supporters. */
const saidShown = 5;
const room = 9_000;

/**
 * Where a request for help stands, as its employee sees it: one card that keeps itself current.
 * @param contact whom to turn to, where requests reach nobody
 * @param help when those who help are there, and their telephone
 */
export function statusCard(
  tell: Tell,
  ticket: Ticket,
  now: Instant,
  note?: Note,
  contact?: Policy['contact'],
  help?: Policy['contact'],
): Card {
  const waiting = waitingCheck(ticket);
  const check = waiting && !checkOver(waiting, now) ? waiting : undefined;
  const number = tell('ticket.title', { number: ticketNumber(ticket.number) });
  const asks = check ? [tell('check.question', { name: check.name }), tell('check.how'), number] : [];
  const over = hasEnded(ticket) && !canReopen(ticket, now) ? [tell('ticket.gone')] : [];
  const lines = [
    ...asks,
    ...wayOf(tell, ticket, contact),
    ...whenOf(tell, ticket, help),
    ...aboutOf(tell, ticket),
    ...saidOf(tell, ticket),
    ...over,
  ];
  const shown = fitted(
    lines.map((value) => ({ label: '', value })),
    room,
    '…',
  );
  const about = aboutTicket(ticket);
  const answers: readonly Button[] = check
    ? [
        { title: tell('check.yes'), verb: 'ticket-check-yes', data: { ...about, check: check.id }, primary: true },
        { title: tell('check.no'), verb: 'ticket-check-no', data: { ...about, check: check.id }, leaves: true },
      ]
    : [];
  // What is asked now is asked alone.
  const label = check ? undefined : labelOf(tell, ticket, now);
  return build(
    tell,
    {
      title: check ? tell('check.title') : number,
      lines: shown.map(({ value }) => ({ text: value })),
      inputs: label === undefined ? [] : [{ label, value: '', longest: longestWords }],
    },
    check ? answers : buttonsOf(tell, ticket, now),
    note,
  );
}

/** When an answer is to be expected, while nobody has given one; and the telephone for what can't wait. */
function whenOf(tell: Tell, { state, plea }: Ticket, help: Policy['contact'] | undefined): readonly string[] {
  if (!help || (state !== 'open' && state !== 'claimed')) return [];
  const name = contactName(tell, help);
  return [
    ...(help.hours ? [capitalised(tell('ticket.hours', { name, hours: help.hours }))] : []),
    ...(help.phone && plea.urgent ? [tell('ticket.phone', { name, phone: help.phone })] : []),
  ];
}

/** What it is about, where its first words do not say it. */
function aboutOf(tell: Tell, { cause }: Ticket): readonly string[] {
  if (cause.kind !== 'help') return [tell(`ticket.about.${cause.kind}`, { method: tell(`method.${cause.method}`) })];
  return cause.colleague === '' ? [] : [tell('ticket.colleague', { name: cause.colleague })];
}

/** The same in a few sentences, for who asks in words. */
export function statusText(tell: Tell, ticket: Ticket, contact?: Policy['contact']): string {
  const title = tell('ticket.title', { number: ticketNumber(ticket.number) });
  return [`${title}:`, ...wayOf(tell, ticket, contact)].join(' ');
}

function stateOf(tell: Tell, ticket: Ticket): string {
  const { state, since, claimedBy } = ticket;
  if (state === 'resolved' && confirmedToWork(ticket)) return tell('ticket.state.works');
  const time = tell.moment(since);
  if (state === 'claimed') {
    const name = claimedBy && claimedBy.objectId !== outside ? claimedBy.name : tell('contact.name');
    return tell('ticket.state.claimed', { time, name });
  }
  return tell(`ticket.state.${state}`, { time });
}

/** How it stands and, until somebody has it, how it travels, said honestly. */
function wayOf(tell: Tell, ticket: Ticket, contact: Policy['contact'] | undefined): readonly string[] {
  const { state, board, mailed, since } = ticket;
  if (state !== 'open') return [stateOf(tell, ticket)];
  if (board.place) return [stateOf(tell, ticket), tell('ticket.way.channel')];
  if (mailed || !contact) return [stateOf(tell, ticket), tell(mailed ? 'ticket.way.mail' : 'ticket.way.waiting')];
  return [tell('ticket.state.kept', { time: tell.moment(since) }), unheardLine(tell, contact)];
}

const theirs: ReadonlySet<HistoryEntry['act']> = new Set(['asked', 'resolved', 'returned']);
const yours: ReadonlySet<HistoryEntry['act']> = new Set(['answered', 'added', 'joined', 'reopened']);

function saidOf(tell: Tell, { story, plea }: Ticket): readonly string[] {
  const said = story.flatMap((act) => {
    const words = wordsIn(act);
    if (words === '') return [];
    if (theirs.has(act.act) || isForEmployee(act)) return [`${tell('ticket.theirs')} ${words}`];
    return yours.has(act.act) ? [`${tell('ticket.yours')} ${words}`] : [];
  });
  // What it began with stays, however long they talk.
  const first = plea.said ? [`${tell('ticket.yours')} ${plea.said}`] : [];
  return [...first, ...said.slice(first.length - saidShown)];
}

/** What can be written now; undefined: nothing. Where all is well nobody is asked what fails. */
function labelOf(tell: Tell, ticket: Ticket, now: Instant): string | undefined {
  if (confirmedToWork(ticket) && hasEnded(ticket)) return undefined;
  if (hasEnded(ticket)) return canReopen(ticket, now) ? tell('ticket.still') : undefined;
  return ticket.question !== null || ticket.state === 'returned' ? tell('ticket.answer') : tell('ticket.add');
}

function buttonsOf(tell: Tell, ticket: Ticket, now: Instant): readonly Button[] {
  const data = aboutTicket(ticket);
  if (!hasEnded(ticket)) {
    const withdraw: Button = { title: tell('ticket.withdraw'), verb: 'ticket-withdraw', data, leaves: true };
    const send: Button = { title: tell('ticket.send'), verb: 'ticket-say', data, primary: true };
    const edit: Button = { title: tell('ticket.edit'), verb: 'ticket-edit', data, leaves: true };
    return [
      send,
      ...chatOf(tell, ticket),
      ...(editable(ticket) ? [edit] : []),
      ...(withdrawable(ticket) ? [withdraw] : []),
    ];
  }
  const asks = ticket.state === 'resolved' && !confirmedToWork(ticket);
  const works: Button = { title: tell('ticket.works'), verb: 'ticket-works', data, primary: true, leaves: true };
  const reopen: Button = { title: tell(asks ? 'ticket.no' : 'ticket.again'), verb: 'ticket-reopen', data };
  return [...(asks ? [works] : []), ...(canReopen(ticket, now) ? [reopen] : [])];
}

/** A chat with whoever has it, in one press. */
function chatOf(tell: Tell, { claimedBy }: Ticket): readonly Button[] {
  const url = claimedBy ? chatUrl(claimedBy.signInName) : undefined;
  return url ? [{ title: tell('ticket.chat'), verb: 'open', url }] : [];
}

/** By which of these the employee can show a supporter who calls that it is them. @param supporter their name */
export function callerCard(
  tell: Tell,
  person: Person,
  methods: readonly MethodName[],
  supporter: string,
  note?: Note,
): Card {
  const buttons: Button[] = methods.slice(0, 5).map((method, at) => ({
    title: methodLine(tell, person.methods, method),
    verb: 'take',
    data: { method },
    primary: at === 0,
  }));
  const lines = [tell('check.question', { name: supporter }), tell('check.how')];
  const later: Button = { title: tell('button.cancel'), verb: 'later', leaves: true };
  return pageCard(tell, tell('check.choose'), lines, [...buttons, later], note);
}
