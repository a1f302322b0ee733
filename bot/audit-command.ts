import { complain, type ExitCode, print, runCommand } from './command-line.ts';
import { firstBroken } from './domain/audit.ts';
import { personId } from './domain/person.ts';
import type { Store } from './domain/ports/store.ts';
import { spoken } from './domain/ticket/number.ts';
import { everybody, onRecords } from './stored-people.ts';
import { everyTicket } from './stored-tickets.ts';

/*
 * `npm run audit -- verify`: checks the chain of everybody's audit entries and of every ticket's story, and names the first
 * entry of each that was tampered with.
 */

/** Acts in the order they were done, each sealed with the ones before it. */
type Chain = readonly { readonly act: string; readonly at: number; readonly hash: string }[];

/** Chains counted so far, and how many of them are broken. */
interface Count {
  chains: number;
  entries: number;
  broken: number;
}

function check(count: Count, name: string, chain: Chain): void {
  count.chains += 1;
  count.entries += chain.length;
  const position = firstBroken(chain);
  if (position === undefined) return;
  count.broken += 1;
  const { act } = chain[position] ?? {};
  complain(`${name}: entry ${position + 1} of ${chain.length} (${act}) does not follow from the ones before it`);
}

async function verify(store: Store): Promise<ExitCode> {
  const people: Count = { chains: 0, entries: 0, broken: 0 };
  const tickets: Count = { chains: 0, entries: 0, broken: 0 };
  for await (const { employee, audit } of everybody(store)) check(people, personId(employee), audit);
  for await (const { number, story } of everyTicket(store)) check(tickets, `ticket ${spoken(number)}`, story);
  print(`${people.chains} people, ${people.entries} entries, ${people.broken} broken chains`);
  print(`${tickets.chains} tickets, ${tickets.entries} acts, ${tickets.broken} broken chains`);
  return people.broken + tickets.broken === 0 ? 0 : 1;
}

const [verb, ...more] = process.argv.slice(2);
await runCommand(
  verb === 'verify' && more.length === 0 ? () => onRecords(verify) : undefined,
  'Usage: npm run audit -- verify',
);
