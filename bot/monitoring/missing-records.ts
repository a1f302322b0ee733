import { personId } from '../domain/account/person.ts';
import { campaignLife, endedAt } from '../domain/campaigns/campaign.ts';
import { Fault } from '../domain/fault.ts';
import { everyRecord, type Store } from '../domain/ports/store.ts';
import { endedTicketLife, numbersId, ticketNumber } from '../domain/tickets/ticket.ts';
import { day, type Instant } from '../domain/time.ts';

/**
 * Looks for records that others tell of and that are not there: somebody has deleted them. A store that many processes share
 * counts no records, so of a deleted one nothing else is left.
 */
export async function missingRecords(store: Store, now: Instant): Promise<readonly Fault[]> {
  const missing = [
    ...(await campaignsMissing(store, now)),
    ...(await peopleMissing(store)),
    ...(await numbersMissing(store)),
  ];
  return missing.map((what) => new Fault('store-damaged', `records are missing: ${what}`));
}

/** A campaign is kept for ever, and whom it is about until 90 days after its end. */
async function campaignsMissing(store: Store, now: Instant): Promise<readonly string[]> {
  const begun = new Map<string, number>();
  for await (const campaign of everyRecord(store, 'campaign')) {
    const started = campaign.trail.findLast((entry) => entry.act === 'started');
    const ended = endedAt(campaign);
    const kept = ended === undefined || now < ended + campaignLife - day;
    if (started?.act === 'started') begun.set(campaign.id, kept ? started.people : 0);
  }
  // After the campaigns: whom one is about is written before it begins.
  const recipients = new Map<string, number>();
  for await (const { campaign } of everyRecord(store, 'campaign-recipient')) {
    recipients.set(campaign, (recipients.get(campaign) ?? 0) + 1);
  }
  const found: string[] = [];
  for (const [id, people] of begun) {
    const there = recipients.get(id) ?? 0;
    if (there < people) found.push(`the campaign ${id} began with ${people} people, and ${there} are there`);
  }
  for (const id of recipients.keys()) {
    const there = begun.has(id) || (await store.read('campaign', id)) !== undefined;
    if (!there) found.push(`whom the campaign ${id} is about is there, the campaign is not`);
  }
  return found;
}

/** Whoever is forgotten keeps their record until the last of their archives has gone. */
async function peopleMissing(store: Store): Promise<readonly string[]> {
  const owners = new Set<string>();
  for await (const { employee } of everyRecord(store, 'audit-archive')) owners.add(personId(employee));
  const found: string[] = [];
  for (const owner of owners) {
    if (await store.read('person', owner)) continue;
    // They may have been forgotten at this moment.
    const { ids } = await store.find('audit-archive', { field: 'person', equals: owner, limit: 1 });
    if (ids.length > 0) found.push(`${owner} has an archive and no record`);
  }
  return found;
}

async function numbersMissing(store: Store): Promise<readonly string[]> {
  let highest = 0;
  for await (const { number } of everyRecord(store, 'ticket')) highest = Math.max(highest, number);
  const last = await lastNumber(store);
  return last < highest ? [`the number ${ticketNumber(highest)} was given, and they are counted up to ${last}`] : [];
}

const lastNumber = async (store: Store) => (await store.read('ticket-numbers', numbersId))?.last ?? 0;

/**
 * Numbers of requests for help that have no ticket, though they were given so lately that it can't have come of age. One that
 * broke off between its number and its ticket leaves such a number, too.
 */
export async function numbersWithoutTicket(store: Store, now: Instant): Promise<readonly number[]> {
  const last = await lastNumber(store);
  const raised = new Map<number, Instant>();
  for await (const { number, raisedAt } of everyRecord(store, 'ticket')) raised.set(number, raisedAt);
  const found: number[] = [];
  let lately = false;
  for (let number = 1; number <= last; number += 1) {
    const at = raised.get(number);
    if (at !== undefined) lately = at > now - endedTicketLife;
    else if (lately) found.push(number);
  }
  const there = await Promise.all(
    found.map(async (number) => (await store.find('ticket', { field: 'number', equals: number, limit: 1 })).ids),
  );
  return found.filter((_, at) => there[at]?.length === 0);
}
