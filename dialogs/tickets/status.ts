import { waitingCheck } from '../../bot/domain/tickets/checks.ts';
import type { EmployeeAct } from '../../bot/domain/tickets/employee-actions.ts';
import type { Note } from '../../cards/parts/render.ts';
import { type TicketForm, ticketForm } from '../../cards/tickets/forms.ts';
import { statusCard } from '../../cards/tickets/status.ts';
import type { CheckAsked } from '../destination.ts';
import type { Turn } from '../turn.ts';

/** What follows a click on a ticket's own card: nothing more, or the proof that a supporter asks for. */
export type TicketNext = 'stay-silent' | 'same' | { readonly go: 'caller-check'; readonly check: CheckAsked };

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
    if (own) turn.beside(statusCard(tell, own, now, undefined, await turn.unheard()));
    return { go: 'caller-check', check: { ticket: id, check } };
  }
  const outcome = await tickets.ask(read.data.ticket, asker.employee, deedOf(read.data), read.data.seen);
  if (!('ticket' in outcome)) {
    turn.say(tell('ticket.unknown-ticket'));
    return 'same';
  }
  const note = noteOf(turn, outcome.kind, read.data.verb);
  turn.beside(statusCard(tell, outcome.ticket, now, note, await turn.unheard()));
  return 'stay-silent';
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
      turn.say(tell('check.failed'));
      return true;
    }
  }
  return false;
}

function deedOf(form: Exclude<TicketForm, { verb: 'ticket-check-yes' }>): EmployeeAct {
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
