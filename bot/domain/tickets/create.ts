import type { EmployeeKey } from '../account/person.ts';
import type { Instant } from '../time.ts';
import type { TicketFacts } from './facts.ts';
import { appendEntry } from './history.ts';
import { withAct } from './outcome.ts';
import { longestReach, plainLine, plainWords } from './sanitize.ts';
import { type HelpText, longestStory, type Ticket, type TicketCause } from './ticket.ts';

/** A request for help. */
export interface Request {
  /** Unguessable and made before it was sent: sent twice, it counts once. */
  readonly id: string;
  readonly employee: EmployeeKey;
  readonly language: string;
  readonly timeZone: string | null;
  /** The chat it was asked in. */
  readonly askedIn: string | null;
  readonly cause: TicketCause;
  readonly plea: HelpText;
  readonly facts: TicketFacts;
}

/** A new ticket. @param id 128 random bits, hexadecimal */
export function newTicket(request: Request, id: string, number: number, now: Instant): Ticket {
  const { employee, language, timeZone, askedIn, cause, facts } = request;
  return {
    version: 1,
    id,
    number,
    employee,
    language,
    timeZone,
    askedIn,
    cause,
    plea: readable(request.plea),
    facts,
    raisedAt: now,
    requests: [request.id],
    state: 'open',
    since: now,
    claimedBy: null,
    question: null,
    checks: [],
    story: appendEntry([], { act: 'raised', by: 'employee', name: '' }, now),
    waiting: { from: now, step: 0 },
    tier: 0,
    posted: 0,
    wakes: now,
    mailed: false,
    board: { place: null, shows: 0 },
    chat: { place: null, shows: 0 },
    letters: [],
    heard: [],
  };
}

/** The ticket with another request for the same thing; the very same when that request came before, or when it is full. */
export function joinRequest(ticket: Ticket, request: Request, now: Instant): Ticket {
  if (ticket.requests.includes(request.id) || ticket.story.length >= longestStory) return ticket;
  const plea = readable(request.plea);
  const words = [plea.said, plea.reach === ticket.plea.reach ? '' : plea.reach].filter((one) => one !== '').join('\n');
  return {
    ...withAct(ticket, { act: 'joined', words }, 'employee', now),
    askedIn: request.askedIn ?? ticket.askedIn,
    plea: { ...ticket.plea, urgent: ticket.plea.urgent || plea.urgent, reach: plea.reach || ticket.plea.reach },
    facts: request.facts,
    requests: [...ticket.requests.slice(-20), request.id],
  };
}

/** As it is stored: plain text, no longer than there is room for. */
export function readable(plea: HelpText): HelpText {
  return { ...plea, said: plainWords(plea.said), reach: plainLine(plea.reach, longestReach) };
}
