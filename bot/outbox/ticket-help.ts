import type { Person } from '../domain/account/person.ts';
import { accountOf } from '../domain/account/prefilled.ts';
import { onlyKnown } from '../domain/diagnosis/facts.ts';
import { readiness } from '../domain/enrolment/readiness.ts';
import type { HelpRequest } from '../domain/methods/change.ts';
import type { PolicyOf } from '../domain/policies.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { Clock } from '../domain/ports/system.ts';
import { factsOf } from '../domain/tickets/facts.ts';
import type { TicketCause } from '../domain/tickets/ticket.ts';
import type { Tickets } from '../domain/tickets/tickets.ts';
import { second } from '../domain/time.ts';

export interface HelpParts {
  readonly tickets: Tickets;
  readonly directory: Directory;
  readonly policy: PolicyOf;
  readonly clock: Clock;
}

const patience = 5 * second;

/**
 * Makes a ticket of what waits in somebody's record. The same request again is the same ticket, so it may be tried as often
 * as it takes. Throws when the directory or the store does not answer.
 */
export function createHelp({ tickets, directory, policy, clock }: HelpParts) {
  return async (person: Person, request: HelpRequest): Promise<void> => {
    const { employee, language, timeZone } = person;
    const entry = await directory.entry(employee, AbortSignal.timeout(patience));
    // Nobody there any more: nobody to help.
    if (!entry) return;
    const decided = await policy(employee, entry);
    const ready = readiness(person, decided, accountOf(entry), clock());
    const about = { person, entry, readiness: ready, facts: onlyKnown({}), said: null, policy: decided };
    const facts = factsOf(about, clock());
    const said = request.kind === 'wrong-value' ? request.said : '';
    const plea = { said, happenedAt: request.at, reach: '', urgent: request.urgent };
    await tickets.raise({
      id: request.id,
      employee,
      language,
      timeZone,
      askedIn: person.chat,
      cause: causeOf(request),
      plea,
      facts,
    });
  };
}

function causeOf(request: HelpRequest): TicketCause {
  return request.kind === 'not-me'
    ? { kind: 'not-me', method: request.method }
    : { kind: 'wrong-value', method: request.method };
}
