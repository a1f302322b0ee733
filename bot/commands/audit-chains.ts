import { type Person, personId } from '../domain/account/person.ts';
import { type AuditArchive, trailLife } from '../domain/audit/archive.ts';
import { firstBroken } from '../domain/audit/trail.ts';
import type { Store } from '../domain/ports/store.ts';
import { ticketNumber } from '../domain/tickets/ticket.ts';
import { day, type Instant } from '../domain/time.ts';
import { missingRecords, numbersWithoutTicket } from '../monitoring/missing-records.ts';
import { policyHistory } from '../settings/policy-file.ts';
import { complain, print } from './command-line.ts';
import { everybody, everyTicket, wakefulTime } from './records.ts';

/** Acts in the order they were done, each sealed with the ones before it. */
type Chain = readonly { readonly act: string; readonly at: number; readonly hash: string }[];

/** Chains counted so far, and how many of them are broken. */
interface Count {
  chains: number;
  entries: number;
  broken: number;
}

function check(count: Count, name: string, chain: Chain, before = ''): void {
  count.chains += 1;
  count.entries += chain.length;
  const position = firstBroken(chain, before);
  if (position === undefined) return;
  count.broken += 1;
  const { act } = chain[position] ?? {};
  complain(`${name}: entry ${position + 1} of ${chain.length} (${act}) does not follow from the ones before it`);
}

interface Archives {
  /** Newest first, as far as one follows from the other. */
  readonly there: readonly AuditArchive[];
  /** The newest is not there, and too young to have gone by itself. */
  readonly missing: boolean;
}

async function archivesOf(store: Store, { employee, audit }: Person, now: Instant): Promise<Archives> {
  const query = { field: 'person', equals: personId(employee), limit: 1_000 } as const;
  const { ids } = await store.find('audit-archive', query);
  const byLast = new Map<string, AuditArchive>();
  for (const id of ids) {
    const archive = await store.read('audit-archive', id);
    if (archive) byLast.set(archive.entries.at(-1)?.hash ?? '', archive);
  }
  const found: AuditArchive[] = [];
  const [first] = audit;
  const older = first?.act === 'older-entries' ? first : undefined;
  const missing = older !== undefined && !byLast.has(older.last) && older.at > now - trailLife + day;
  let last = older?.last;
  for (let next = byLast.get(last ?? ''); next && byLast.delete(last ?? ''); next = byLast.get(last)) {
    found.push(next);
    last = next.before;
  }
  if (byLast.size > 0) complain(`${personId(employee)}: ${byLast.size} archives do not belong to the trail`);
  return { there: [...found, ...byLast.values()], missing };
}

/**
 * Looks whether all records are the ones last written and none is missing that others tell of, and whether every trail,
 * archive and story follows from itself. Prints what it counted, and complains of each that does not. @returns whether all is
 * well
 */
export async function verifyRecords(store: Store): Promise<boolean> {
  const people: Count = { chains: 0, entries: 0, broken: 0 };
  const tickets: Count = { chains: 0, entries: 0, broken: 0 };
  const archives: Count = { chains: 0, entries: 0, broken: 0 };
  const now = store.clock(wakefulTime.now)();
  const faults = [...(await store.check()), ...(await missingRecords(store, now))];
  for (const { message } of faults) complain(message);
  for await (const person of everybody(store)) {
    const id = personId(person.employee);
    check(people, id, person.audit);
    const { there, missing } = await archivesOf(store, person, now);
    for (const { entries, before } of there) check(archives, id, entries, before);
    if (!missing) continue;
    archives.broken += 1;
    complain(`${id}: the newest archive of the trail is missing`);
  }
  for await (const { number, story } of everyTicket(store)) check(tickets, `ticket ${ticketNumber(number)}`, story);
  print(`${people.chains} people, ${people.entries} entries, ${people.broken} broken chains`);
  if (archives.chains + archives.broken > 0) {
    print(`${archives.chains} archives, ${archives.entries} entries, ${archives.broken} broken chains`);
  }
  print(`${tickets.chains} tickets, ${tickets.entries} acts, ${tickets.broken} broken chains`);
  const numbers = await numbersWithoutTicket(store, now);
  const named = numbers.map(ticketNumber).join(', ');
  if (named !== '') print(`numbers without a ticket (a request broke off there, or somebody deleted it): ${named}`);
  const policy: Count = { chains: 0, entries: 0, broken: 0 };
  check(policy, 'policy', await policyHistory(store));
  if (policy.entries > 0) print(`${policy.entries} changes of the policy, ${policy.broken} broken chains`);
  if (faults.length === 0) print('all records that are there are the ones last written');
  return faults.length + people.broken + archives.broken + tickets.broken + policy.broken === 0;
}
