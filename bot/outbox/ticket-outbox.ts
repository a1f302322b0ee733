import type { EmployeeKey } from '../domain/account/person.ts';
import type { TicketLetter } from '../domain/outbox/ticket-letter.ts';
import { cardTried, mailTried, takeTicketLetters, ticketLetterTried } from '../domain/outbox/ticket-letters.ts';
import type { DecidedPolicy } from '../domain/policy.ts';
import { policyNamed } from '../domain/policy-rules.ts';
import type { Delivered } from '../domain/ports/delivery.ts';
import { settledBy } from '../domain/tickets/bring-back.ts';
import type { Showing, TicketBoards } from '../domain/tickets/ports.ts';
import { actedOn } from '../domain/tickets/statistics.ts';
import type { Ticket } from '../domain/tickets/ticket.ts';
import { systemMessage, type TicketSystem } from '../domain/tickets/ticket-system.ts';
import { createOutbox, type Outbox, type OutboxPorts, postOffice, sendDeadline } from './outbox.ts';
import { ticketMail } from './ticket-mail.ts';

/** How many tickets are under way at once. */
const hands = 8;

export interface TicketOutboxParts extends OutboxPorts {
  /** All that is decided: a ticket goes by the rule that held for its employee when they asked. */
  readonly policy: () => Promise<DecidedPolicy>;
  readonly boards: TicketBoards;
  /** Brings back what is out of use, unless more has come into doubt since. The same twice is once. */
  readonly giveBack: (employee: EmployeeKey, doubt: string, by: string) => Promise<void>;
  /** Lets go of it instead. */
  readonly letGo: (employee: EmployeeKey, doubt: string, by: string) => Promise<void>;
  /** The organisation's own; left out: there is none. */
  readonly system?: TicketSystem | undefined;
}

/** Sends what follows from tickets, and wakes those that have waited: at least once, and never silently lost. */
export function createTicketOutbox(parts: TicketOutboxParts): Outbox {
  const { boards, clock, log, metrics } = parts;
  const called = (letter: TicketLetter | undefined) => (letter ? `ticket-${letter.kind}` : 'ticket');
  const { deliver, nextTry, settle } = postOffice(parts, { kind: 'ticket', called });

  /** Every act goes through here once, whichever process did it. */
  function count(ticket: Ticket, seen: number): void {
    for (let entry = seen; entry < ticket.story.length; entry += 1) {
      const acted = actedOn(ticket, entry);
      if (acted) metrics.ticketActed(acted);
    }
  }

  async function send(ticketId: string, ticket: Ticket, letter: TicketLetter): Promise<void> {
    const { id, kind } = letter;
    switch (kind) {
      case 'mail': {
        const delivered = await mail(ticket, letter);
        const next = nextTry(letter, delivered.kind === 'retry' ? delivered.after : undefined);
        return settle(ticketId, (current) => mailTried(current, id, delivered, next, clock()));
      }
      case 'voice': {
        const showing = noted(letter, await boards.voice(ticket, letter.entry));
        const next = nextTry(letter, showing.kind === 'retry' ? showing.after : undefined);
        const again: Delivered =
          showing.kind === 'retry'
            ? { kind: 'retry', reason: 'channel' }
            : { kind: 'accepted', reference: showing.kind };
        return settle(ticketId, (current) => ticketLetterTried(current, id, again, next));
      }
      case 'system': {
        const delivered = await tellSystem(ticket, letter);
        const next = nextTry(letter, delivered.kind === 'retry' ? delivered.after : undefined);
        return settle(ticketId, (current) => ticketLetterTried(current, id, delivered, next));
      }
      case 'bring-back': {
        const told = ticket.story[letter.entry];
        if (told?.act === 'brought-back' || told?.act === 'let-go') {
          const settle = told.act === 'let-go' ? parts.letGo : parts.giveBack;
          await settle(ticket.employee, told.doubt, settledBy(ticket, letter.entry));
        }
        metrics.letterCame(called(letter), 'accepted');
        return settle(ticketId, (current) => ticketLetterTried(current, id, { kind: 'accepted', reference: '' }, 0));
      }
      case 'board':
      case 'chat': {
        const showing = noted(letter, await boards[kind](ticket));
        const next = nextTry(letter, showing.kind === 'retry' ? showing.after : undefined);
        return settle(ticketId, (one) => cardTried(one, kind, id, ticket.story.length, showing, next, clock()));
      }
    }
  }

  async function mail(ticket: Ticket, letter: TicketLetter & { kind: 'mail' }): Promise<Delivered> {
    const { support } = policyNamed(await parts.policy(), ticket.facts.rule);
    return deliver(letter, ticketMail(ticket, letter, support, clock()));
  }

  async function tellSystem(
    ticket: Ticket,
    { id, entry, dies }: TicketLetter & { kind: 'system' },
  ): Promise<Delivered> {
    const message = parts.system && systemMessage(ticket, entry, parts.system.shares);
    const told: Delivered =
      !parts.system || !message
        ? { kind: 'refused', reason: 'no ticket system' }
        : dies !== null && clock() >= dies
          ? { kind: 'refused', reason: 'too old' }
          : await parts.system.tell(id, message, AbortSignal.timeout(sendDeadline));
    metrics.letterCame('ticket-system', told.kind);
    if (told.kind !== 'accepted') {
      log.warn('letter not sent', { kind: 'ticket-system', outcome: told.kind, reason: told.reason });
    }
    return told;
  }

  function noted(letter: TicketLetter, showing: Showing): Showing {
    metrics.letterCame(called(letter), showing.kind);
    if (showing.kind === 'unreachable' || showing.kind === 'unsure') {
      log.warn('letter not sent', { kind: called(letter), outcome: showing.kind });
    }
    return showing;
  }

  return createOutbox(parts, {
    kind: 'ticket',
    hands,
    failure: 'ticket letter failed',
    called,
    async lease() {
      const decided = await parts.policy();
      return (ticket) => {
        if (!ticket) return { record: ticket, outcome: undefined };
        const { support } = policyNamed(decided, ticket.facts.rule);
        const tells = parts.system?.tenantId === ticket.employee.tenantId;
        return takeTicketLetters(ticket, support, clock(), tells);
      };
    },
    taken: ({ record, seen }) => count(record, seen),
    // The employee's card tells how their request travels: IT gets it first.
    last: ({ kind }) => kind === 'chat',
    send,
  });
}
