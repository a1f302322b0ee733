import type { Delivered } from '../ports/delivery.ts';
import type { Showing } from '../tickets/ports.ts';
import { wakeTicket } from '../tickets/schedule.ts';
import type { SupportPolicy } from '../tickets/support-policy.ts';
import type { MessagePlace, Ticket } from '../tickets/ticket.ts';
import { hour, type Instant, minute } from '../time.ts';
import { isDue, leaseLetter, postponeLetter } from './letter.ts';
import { knowsTicketLetter, type TicketLetter } from './ticket-letter.ts';

/** When this ticket has to be looked at next. */
export function ticketDueAt({ letters, wakes }: Ticket): Instant | undefined {
  const times = [...inTurn(letters).map(({ due }) => due), ...(wakes === null ? [] : [wakes])];
  return times.length > 0 ? Math.min(...times) : undefined;
}

/**
 * The letters that wait for nothing but their time. What the ticket system is told goes one after the other, so that it
 * hears of acts in the order in which they were done.
 */
function inTurn(letters: readonly TicketLetter[]): readonly TicketLetter[] {
  const first = letters.find(({ kind }) => kind === 'system');
  return letters.filter((letter) => letter.kind !== 'system' || letter === first);
}

/** What one worker has taken, and no other will. */
export interface TakenFromTicket {
  /** The ticket as it was taken. */
  readonly record: Ticket;
  /** Now on lease to whoever took them, the try that begins included. */
  readonly letters: readonly TicketLetter[];
  /** How many acts had been seen to before: each later one of the story is new. */
  readonly seen: number;
}

export interface TakenLetters {
  readonly record: Ticket | undefined;
  readonly outcome: TakenFromTicket | undefined;
}

/**
 * Takes the letters that are due, after waking the ticket if it is time.
 * @param tells there is a ticket system of the organisation's own that hears of it
 */
export function takeTicketLetters(ticket: Ticket, policy: SupportPolicy, now: Instant, tells = false): TakenLetters {
  const wakes = ticket.wakes !== null && ticket.wakes <= now;
  const awake = wakes ? wakeTicket(ticket, policy, now, tells) : ticket;
  if (!awake) return { record: undefined, outcome: undefined };
  const due = inTurn(awake.letters).filter((letter) => knowsTicketLetter(letter) && isDue(letter, now));
  const { posted: seen } = ticket;
  if (due.length === 0) {
    const news = awake.posted > seen ? { record: awake, letters: [], seen } : undefined;
    return { record: awake, outcome: news };
  }
  const record = {
    ...awake,
    letters: awake.letters.map((letter) => (due.includes(letter) ? leaseLetter(letter, now) : letter)),
  };
  const taken = record.letters.filter(({ id }) => due.some((letter) => letter.id === id));
  return { record, outcome: { record, letters: taken, seen } };
}

/** The ticket after a try to send a mail, or to say a line in the channel. */
export function ticketLetterTried(ticket: Ticket, id: string, delivered: Delivered, next: Instant): Ticket {
  const again = delivered.kind === 'retry' ? { due: next, result: delivered.reason } : undefined;
  return settled(ticket, id, again);
}

/** The same for a mail: with the first one that went out, IT has the ticket. */
export function mailTried(ticket: Ticket, id: string, delivered: Delivered, next: Instant, now: Instant): Ticket {
  const tried = ticketLetterTried(ticket, id, delivered, next);
  if (delivered.kind !== 'accepted' || ticket.mailed) return tried;
  return handedOver({ ...tried, mailed: true }, now);
}

/** The employee is told how their request travels: their card is drawn again. */
function handedOver(ticket: Ticket, now: Instant): Ticket {
  const { chat, story } = ticket;
  return { ...ticket, chat: { ...chat, shows: Math.min(chat.shows, story.length - 1) }, wakes: now };
}

/** How long to wait before a card is posted again that may be there already, when IT has no mail of the ticket. */
const doubt = minute;
/** How often it is tried whether a channel is there again. */
const lookAgain = hour;

/**
 * The ticket after its card was shown somewhere, or not. A card that fell behind meanwhile is shown again at once. One that
 * may be in the channel already is not posted twice while IT knows of the ticket by mail: the next act brings it again.
 * @param shows how many acts it showed
 */
export function cardTried(
  ticket: Ticket,
  where: 'board' | 'chat',
  id: string,
  shows: number,
  showing: Showing,
  next: Instant,
  now: Instant,
): Ticket {
  switch (showing.kind) {
    case 'shown': {
      const known: Ticket = {
        ...ticket,
        [where]: { place: showing.place, shows: Math.max(shows, ticket[where].shows) },
      };
      const done = settled(known, id, shows < ticket.story.length ? { due: now, result: 'fell behind' } : undefined);
      return where === 'board' && !ticket.board.place ? handedOver(done, now) : done;
    }
    case 'gone':
      return settled({ ...ticket, [where]: { place: null, shows: 0 } }, id, { due: now, result: 'gone' });
    case 'unsure':
      if (where === 'board' && !mails(ticket)) return settled(ticket, id, { due: now + doubt, result: 'unsure' });
      return settled({ ...ticket, [where]: { place: ticket[where].place, shows } }, id, undefined);
    case 'unreachable':
      // In a chat they find it when they come back; a channel may be set up any time.
      return settled(ticket, id, where === 'board' ? { due: now + lookAgain, result: 'unreachable' } : undefined);
    case 'retry':
      return settled(ticket, id, { due: next, result: 'retry' });
  }
}

/** IT has a mail of it, or will have. */
function mails({ mailed, letters }: Ticket): boolean {
  return mailed || letters.some(({ kind }) => kind === 'mail');
}

/** The ticket whose card in the channel was clicked there: whoever clicked shows where it is. */
export function seenOnBoard(ticket: Ticket, place: MessagePlace): Ticket {
  return ticket.board.place ? ticket : { ...ticket, board: { place, shows: 0 }, wakes: 0 };
}

function settled(ticket: Ticket, id: string, again: { due: Instant; result: string } | undefined): Ticket {
  const letters = ticket.letters.flatMap((letter): readonly TicketLetter[] => {
    if (letter.id !== id) return [letter];
    return again ? [postponeLetter(letter, again.due, again.result)] : [];
  });
  return { ...ticket, letters };
}
