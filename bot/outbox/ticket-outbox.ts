import type { EmployeeKey } from '../domain/account/person.ts';
import { delayAfter, timesTried } from '../domain/outbox/letter.ts';
import type { TicketLetter } from '../domain/outbox/ticket-letter.ts';
import { cardTried, letterTried, mailTried, takeTicketLetters } from '../domain/outbox/ticket-letters.ts';
import type { Policy } from '../domain/policy.ts';
import type { Delivered, Delivery } from '../domain/ports/delivery.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock, Random } from '../domain/ports/system.ts';
import { settledBy } from '../domain/tickets/bring-back.ts';
import type { Showing, TicketBoards } from '../domain/tickets/ports.ts';
import { actedOn } from '../domain/tickets/statistics.ts';
import type { Ticket } from '../domain/tickets/ticket.ts';
import { second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { createRound, type Outbox } from './round.ts';
import { ticketMail } from './ticket-mail.ts';

/** How long a mail server is waited for; shorter than the lease on a letter. */
const sendDeadline = 15 * second;
/** How many tickets are under way at once. */
const hands = 8;

export interface TicketOutboxParts {
  readonly store: Store;
  readonly policy: () => Promise<Policy>;
  readonly deliveries: readonly Delivery[];
  readonly boards: TicketBoards;
  /** Brings back what is out of use, unless more has come into doubt since. The same twice is once. */
  readonly giveBack: (employee: EmployeeKey, doubt: string, by: string) => Promise<void>;
  /** Lets go of it instead. */
  readonly letGo: (employee: EmployeeKey, doubt: string, by: string) => Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Sends what follows from tickets, and wakes those that have waited: at least once, and never silently lost. */
export function createTicketOutbox(parts: TicketOutboxParts): Outbox {
  const { store, boards, clock, log, metrics } = parts;

  async function serve(id: string): Promise<number> {
    try {
      const { support } = await parts.policy();
      const taken = await store.update('ticket', id, (ticket) =>
        ticket ? takeTicketLetters(ticket, support, clock()) : { record: ticket, outcome: undefined },
      );
      if (!taken) return 0;
      const { ticket, letters, seen } = taken;
      count(ticket, seen);
      // The employee's card tells how their request travels: IT gets it first.
      const last = letters.filter(({ kind }) => kind === 'chat');
      await Promise.all(letters.filter((one) => !last.includes(one)).map((letter) => attempt(ticket, letter)));
      const now = last.length > 0 ? await store.read('ticket', id) : undefined;
      if (now) await Promise.all(last.map((letter) => attempt(now, letter)));
      return letters.length;
    } catch (error) {
      log.error('ticket letter failed', { error });
      metrics.letterCame('ticket', 'fault');
      return 0;
    }
  }

  /** Every act goes through here once, whichever process did it. */
  function count(ticket: Ticket, seen: number): void {
    for (let entry = seen; entry < ticket.story.length; entry += 1) {
      const acted = actedOn(ticket, entry);
      if (acted) metrics.ticketActed(acted);
    }
  }

  /** Each for itself: one that fails or hangs must not keep the others past their lease. */
  async function attempt(ticket: Ticket, letter: TicketLetter): Promise<void> {
    try {
      await post(ticket, letter);
    } catch (error) {
      log.error('ticket letter failed', { kind: letter.kind, error });
      metrics.letterCame(`ticket-${letter.kind}`, 'fault');
    }
  }

  async function post(ticket: Ticket, letter: TicketLetter): Promise<void> {
    const { id, kind } = letter;
    switch (kind) {
      case 'mail': {
        const delivered = await mail(ticket, letter);
        const next = nextTry(letter, delivered.kind === 'retry' ? delivered.after : undefined);
        return change(ticket, (current) => mailTried(current, id, delivered, next, clock()));
      }
      case 'voice': {
        const showing = noted(letter, await boards.voice(ticket, letter.entry));
        const next = nextTry(letter, showing.kind === 'retry' ? showing.after : undefined);
        const again: Delivered =
          showing.kind === 'retry'
            ? { kind: 'retry', reason: 'channel' }
            : { kind: 'accepted', reference: showing.kind };
        return change(ticket, (current) => letterTried(current, id, again, next));
      }
      case 'bring-back': {
        const told = ticket.story[letter.entry];
        if (told?.act === 'brought-back' || told?.act === 'let-go') {
          const settle = told.act === 'let-go' ? parts.letGo : parts.giveBack;
          await settle(ticket.employee, told.doubt, settledBy(ticket, letter.entry));
        }
        metrics.letterCame('ticket-bring-back', 'accepted');
        return change(ticket, (current) => letterTried(current, id, { kind: 'accepted', reference: '' }, 0));
      }
      case 'board':
      case 'chat': {
        const showing = noted(letter, await boards[kind](ticket));
        const next = nextTry(letter, showing.kind === 'retry' ? showing.after : undefined);
        return change(ticket, (one) => cardTried(one, kind, id, ticket.story.length, showing, next, clock()));
      }
    }
  }

  async function mail(ticket: Ticket, letter: TicketLetter & { kind: 'mail' }): Promise<Delivered> {
    const { support } = await parts.policy();
    const delivery = parts.deliveries.find(({ channels }) => channels.includes('email'));
    const delivered: Delivered = delivery
      ? await delivery.send(ticketMail(ticket, letter, support, clock()), AbortSignal.timeout(sendDeadline))
      : { kind: 'refused', reason: 'no provider for email' };
    metrics.letterCame('ticket-mail', delivered.kind);
    if (delivered.kind !== 'accepted') {
      log.warn('letter not sent', { kind: 'ticket-mail', outcome: delivered.kind, reason: delivered.reason });
    }
    return delivered;
  }

  function noted(letter: TicketLetter, showing: Showing): Showing {
    metrics.letterCame(`ticket-${letter.kind}`, showing.kind);
    if (showing.kind === 'unreachable' || showing.kind === 'unsure') {
      log.warn('letter not sent', { kind: `ticket-${letter.kind}`, outcome: showing.kind });
    }
    return showing;
  }

  /** A ticket forgotten meanwhile stays forgotten. */
  function change({ id }: Ticket, step: (ticket: Ticket) => Ticket): Promise<void> {
    return store.update('ticket', id, (current) => ({ record: current && step(current), outcome: undefined }));
  }

  function nextTry(letter: TicketLetter, asked: number | undefined): number {
    const [chance = 0] = parts.random(1);
    return clock() + delayAfter(timesTried(letter) + 1, chance / 256, asked);
  }

  return { round: createRound(parts, 'ticket', hands, serve) };
}
