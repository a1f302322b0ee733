import type { EmployeeKey } from '../domain/account/person.ts';
import type { Instant } from '../domain/time.ts';

/** How far a request for help has come, as its sender sees it. */
export type OpenTicketState = 'open' | 'claimed' | 'returned';

export interface OpenTicket {
  /** As people say it: `R-0427`. */
  readonly number: string;
  readonly state: OpenTicketState;
  readonly since: Instant;
}

/** The requests of one employee that are not settled, newest first. */
export type OpenTickets = (employee: EmployeeKey) => Promise<readonly OpenTicket[]>;
