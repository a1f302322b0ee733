import { type EmployeeKey, personId } from '../account/person.ts';
import { Fault } from '../fault.ts';
import type { Store } from '../ports/store.ts';
import type { Clock, Random } from '../ports/system.ts';
import { second } from '../time.ts';
import { joinRequest, newTicket, type Request } from './create.ts';
import { type EmployeeAct, employeeActed } from './employee-actions.ts';
import { type Decided, type TicketOutcome, unknownTicket } from './outcome.ts';
import { type Actor, type SupportAct, supporterActed } from './supporter-actions.ts';
import { hasEnded, nextNumber, numbersId, sameCause, type Ticket } from './ticket.ts';
import { type SystemWord, systemActed } from './ticket-system.ts';

/** How long a request waits for another one of the same employee. */
const patience = 3 * second;
/** More open tickets than anybody has. */
const most = 100;

/** What asking for help comes to: a ticket of its own, or part of one that is open. */
export interface RaiseOutcome {
  readonly kind: 'raised' | 'joined';
  readonly ticket: Ticket;
}

/** Asking for help, and helping. Each act is one write of one ticket, with all that follows from it. */
export interface Tickets {
  /** Asks for help. When it resolves, the ticket is on disk. */
  raise(request: Request): Promise<RaiseOutcome>;
  /** @param seen how many acts of the story the card showed */
  support(id: string, actor: Actor, act: SupportAct, seen: number): Promise<TicketOutcome>;
  /** An act of the ticket's own employee. */
  ask(id: string, employee: EmployeeKey, act: EmployeeAct, seen: number): Promise<TicketOutcome>;
  /** What the organisation's own ticket system says. not-ours: that tenant has no ticket of this number. @param name what it is called */
  hear(tenantId: string, word: SystemWord, name: string): Promise<'noted' | 'known' | 'not-ours'>;
  read(id: string): Promise<Ticket | undefined>;
  /** Tickets of an employee that have not ended, newest first. */
  open(employee: EmployeeKey): Promise<readonly Ticket[]>;
  /** All that are kept, newest first. */
  all(employee: EmployeeKey): Promise<readonly Ticket[]>;
  /** An unguessable id for a request or a check. */
  newId(): string;
}

export interface TicketPorts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
}

export function createTickets({ store, clock, random }: TicketPorts): Tickets {
  const newId = () => Buffer.from(random(16)).toString('hex');

  async function all(employee: EmployeeKey): Promise<readonly Ticket[]> {
    const { ids } = await store.find('ticket', { field: 'employee', equals: personId(employee), limit: most });
    const found = await Promise.all(ids.map((id) => store.read('ticket', id)));
    return found.filter((ticket) => ticket !== undefined).sort((one, other) => other.number - one.number);
  }

  const open = async (employee: EmployeeKey) => (await all(employee)).filter((ticket) => !hasEnded(ticket));

  /** Into the open ticket about the same, unless it has ended meanwhile. */
  async function join(request: Request): Promise<Ticket | undefined> {
    for (const { id, cause } of await open(request.employee)) {
      if (!sameCause(cause, request.cause)) continue;
      const into = await store.update('ticket', id, (ticket) => {
        const next = ticket && !hasEnded(ticket) ? joinRequest(ticket, request, clock()) : undefined;
        return { record: next ?? ticket, outcome: next };
      });
      if (into) return into;
    }
    return undefined;
  }

  /** One that this very request has made before, whatever became of it. */
  async function madeBefore({ id }: Request): Promise<Ticket | undefined> {
    const { ids } = await store.find('ticket', { field: 'request', equals: id, limit: 1 });
    return ids[0] === undefined ? undefined : store.read('ticket', ids[0]);
  }

  function change(id: string, step: (ticket: Ticket) => Decided): Promise<TicketOutcome> {
    return store.update('ticket', id, (ticket) => (ticket ? step(ticket) : { record: ticket, outcome: unknownTicket }));
  }

  return {
    newId,
    open,
    all,
    read: (id) => store.read('ticket', id),

    raise: (request) =>
      store.lock(`help/${personId(request.employee)}`, patience, async () => {
        const before = await madeBefore(request);
        if (before) return { kind: 'raised', ticket: before };
        const known = await join(request);
        if (known) return { kind: 'joined', ticket: known };
        const number = await store.update('ticket-numbers', numbersId, nextNumber);
        const ticket = newTicket(request, newId(), number, clock());
        try {
          await store.update('ticket', ticket.id, () => ({ record: ticket, outcome: undefined }));
          return { kind: 'raised', ticket };
        } catch (reason) {
          // Whoever had the lock before us may have lost it and gone on.
          const other = reason instanceof Fault && reason.code === 'store-conflict' && (await madeBefore(request));
          if (!other) throw reason;
          return { kind: 'raised', ticket: other };
        }
      }),

    support: (id, actor, act, seen) => change(id, (ticket) => supporterActed(ticket, actor, act, seen, clock())),

    async hear(tenantId, word, name) {
      const { ids } = await store.find('ticket', { field: 'number', equals: word.number, limit: 1 });
      const [id] = ids;
      if (id === undefined) return 'not-ours';
      return store.update(
        'ticket',
        id,
        (ticket): { record: Ticket | undefined; outcome: 'noted' | 'known' | 'not-ours' } =>
          ticket?.employee.tenantId === tenantId
            ? systemActed(ticket, word, name, clock())
            : { record: ticket, outcome: 'not-ours' },
      );
    },

    ask: (id, employee, act, seen) =>
      change(id, (ticket) => employeeActed(ticket, employee, act, seen, clock(), store.format())),
  };
}
