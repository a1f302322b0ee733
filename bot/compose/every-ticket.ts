import type { Query, Store } from '../domain/ports/store.ts';
import type { Ticket } from '../domain/tickets/ticket.ts';

/** Every ticket there is, one after the other. */
export function everyTicket(store: Store): AsyncGenerator<Ticket> {
  return found(store, { field: 'every', equals: 1, limit: 200 });
}

/** The tickets of a tenant, ended or not. */
export function ticketsOf(store: Store, tenantId: string): AsyncGenerator<Ticket> {
  return found(store, { field: 'tenant', equals: tenantId, limit: 200 });
}

/** Those that have not ended. */
export function openTicketsOf(store: Store, tenantId: string): AsyncGenerator<Ticket> {
  return found(store, { field: 'open', equals: tenantId, limit: 200 });
}

async function* found(store: Store, query: Query): AsyncGenerator<Ticket> {
  let after: string | undefined;
  do {
    const page = await store.find('ticket', after === undefined ? query : { ...query, after });
    for (const id of page.ids) {
      const ticket = await store.read('ticket', id);
      if (ticket) yield ticket;
    }
    after = page.next;
  } while (after !== undefined);
}
