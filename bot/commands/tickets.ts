import type { DecidedPolicy } from '../domain/policy.ts';
import { policyNamed } from '../domain/policy-rules.ts';
import type { Store } from '../domain/ports/store.ts';
import { hasEnded, readNumber, type Ticket, ticketNumber } from '../domain/tickets/ticket.ts';
import { policySource } from '../settings/policy-file.ts';
import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { everyTicket, onRecords } from './records.ts';
import { ticketExport, ticketLine, ticketSheet } from './ticket-listing.ts';

/*
 * `npm run tickets`: lists the tickets that have not ended, oldest first, with their ages. `-- all` lists the ended ones too,
 * `-- show R-0427` shows one as its card does, `-- export csv|json` prints all of them without anybody's words.
 */

/** Every ticket, by number. */
async function byNumber(store: Store): Promise<readonly Ticket[]> {
  return (await Array.fromAsync(everyTicket(store))).sort((one, other) => one.number - other.number);
}

async function list(store: Store, policy: DecidedPolicy, whole: boolean): Promise<ExitCode> {
  const tickets = (await byNumber(store)).filter((one) => whole || !hasEnded(one));
  for (const one of tickets) print(ticketLine(one, policyNamed(policy, one.facts.rule).support, Date.now()));
  print(`${tickets.length} ${whole ? 'tickets' : 'open tickets'}`);
  return 0;
}

async function show(store: Store, policy: DecidedPolicy, said: string): Promise<ExitCode> {
  const number = readNumber(said);
  const query = { field: 'number', equals: number ?? 0, limit: 1 } as const;
  const [id] = number === undefined ? [] : (await store.find('ticket', query)).ids;
  const ticket = id === undefined ? undefined : await store.read('ticket', id);
  if (!ticket) {
    complain(`There is no ticket ${number === undefined ? said : ticketNumber(number)}.`);
    return 1;
  }
  print(ticketSheet(ticket, policyNamed(policy, ticket.facts.rule).support, Date.now()));
  return 0;
}

const [verb = 'list', what = ''] = process.argv.slice(2);
const formats = ['csv', 'json'] as const;
const format = formats.find((one) => one === what);

const work: Readonly<Record<string, ((store: Store, policy: DecidedPolicy) => Promise<ExitCode>) | undefined>> = {
  list: (store, policy) => list(store, policy, false),
  all: (store, policy) => list(store, policy, true),
  show: (store, policy) => show(store, policy, what),
  ...(format && {
    export: async (store: Store) => {
      print(ticketExport(await byNumber(store), format));
      return 0;
    },
  }),
};

const whole = verb === 'show' ? what !== '' : verb === 'export' || what === '';
const wanted = whole && Object.hasOwn(work, verb) ? work[verb] : undefined;
await runCommand(
  wanted && (() => onRecords(async (store) => wanted(store, await policySource(store, Date.now)()))),
  'Usage: npm run tickets [-- all | show R-0427 | export csv | export json]',
);
