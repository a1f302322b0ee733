import type { CampaignFunnel, FunnelByGroup } from '../../bot/domain/campaigns/funnel.ts';
import { minute, second } from '../../bot/domain/time.ts';
import { type Colleague, wallOf } from './organisation.ts';

/** Something that happened to one person, or that they did. `at` of a message: when the bot set about it. */
interface Happened {
  readonly to: number;
  readonly at: number;
}

/** All that the world saw of a campaign. The bot's own records are no part of it. */
export interface Ledger {
  /** Messages of the campaign that are in somebody's chat. `number`: which of the up to three it says it is. */
  readonly delivered: (Happened & { readonly number: number })[];
  /** Reminders that are in somebody's chat. */
  readonly reminded: Happened[];
  readonly acts: (Happened & { readonly act: 'go' | 'later' | 'never' | 'talk' })[];
  /** Since when somebody can reset their password. */
  readonly ready: Happened[];
  /** Whose client told that they read the message. */
  readonly read: Happened[];
  readonly codes: (Happened & { readonly came: number })[];
  readonly commands: { readonly at: number; readonly state: 'running' | 'paused' | 'ended' }[];
  /** How often Teams, Graph and the gateway said that it was too much. */
  refusedForHaste: number;
}

export function emptyLedger(): Ledger {
  return { delivered: [], reminded: [], acts: [], ready: [], read: [], codes: [], commands: [], refusedForHaste: 0 };
}

/** What IT wanted. */
export interface Wanted {
  readonly perDay: number;
  /** In whose days the ceiling counts. */
  readonly zone: string;
  /** Hours in which people may be written to, in their own time zone. */
  readonly from: number;
  readonly to: number;
  readonly messages: number;
  readonly holidays: readonly { readonly date: string; readonly department?: string; readonly country?: string }[];
}

/** Saturday and Sunday in all three countries' offices of this organisation, but for India's Saturday. */
function isFree(country: string, weekday: number): boolean {
  return weekday === 0 || (weekday === 6 && country !== 'IN');
}

/** A stop counts within this. */
const stopsWithin = minute;
/** Somebody who did something so lately is talking with the bot. */
const talks = 10 * minute;
/** Nobody waits longer for a code because of a campaign. */
const codeWithin = 10 * second;

/** Every promise of a campaign that was not kept, in words. */
export function breaches(people: readonly Colleague[], { delivered, reminded, ...ledger }: Ledger, wanted: Wanted) {
  const found: string[] = [];
  const days = new Map<string, number>();
  const actsOf = grouped(ledger.acts);
  const readyOf = grouped(ledger.ready);
  const told = grouped([
    ...delivered.map((one) => ({ ...one, what: `message ${one.number}` })),
    ...reminded.map((one) => ({ ...one, what: 'reminder' })),
  ]);
  for (const { to, at, number } of delivered) {
    const person = people[to];
    if (!person) continue;
    const [clock, weekday, date] = wallOf(at, person.zone);
    if (clock < wanted.from || clock >= wanted.to)
      found.push(`${to} is written to at ${clock} o'clock in ${person.zone}`);
    if (isFree(person.country, weekday)) found.push(`${to} is written to on a free day, ${date}`);
    const holiday = wanted.holidays.find(
      (one) =>
        one.date === date &&
        (one.department ?? person.department) === person.department &&
        (one.country ?? person.country) === person.country,
    );
    if (holiday) found.push(`${to} is written to on a holiday, ${date}`);
    const counted = wallOf(at, wanted.zone)[2];
    days.set(counted, (days.get(counted) ?? 0) + 1);
    if (number > wanted.messages) found.push(`${to} gets message ${number}`);
    const acts = actsOf.get(to) ?? [];
    // Of two things at the same instant nobody can say which was first.
    if (acts.some((act) => act.at < at && at - act.at < talks))
      found.push(`${to} is written to in the middle of a talk`);
    if (acts.some((act) => act.act === 'never' && act.at < at)) found.push(`${to} is written to and wanted no more`);
    if ((readyOf.get(to) ?? []).some((one) => one.at + minute < at)) found.push(`${to} is written to and is ready`);
    const command = ledger.commands.findLast((one) => one.at + stopsWithin < at);
    const since = ledger.commands.some((one) => one.state === 'running' && one.at <= at && at <= one.at + stopsWithin);
    if (command && command.state !== 'running' && !since)
      found.push(`${to} is written to though it is ${command.state}`);
  }
  for (const [date, count] of days) if (count > wanted.perDay) found.push(`${count} messages on ${date}`);
  for (const [to, all] of told) {
    const person = people[to];
    const dates = all.map(({ at }) => wallOf(at, person?.zone ?? 'UTC')[2]);
    if (new Set(dates).size < dates.length)
      found.push(`${to} is begun to twice a day: ${all.map(({ what }) => what).join(', ')}`);
    const numbers = all.map(({ what }) => what).filter((what) => what !== 'reminder');
    if (new Set(numbers).size < numbers.length) found.push(`${to} gets the same message twice`);
  }
  for (const { to, at, came } of ledger.codes) {
    if (came - at > codeWithin) found.push(`${to} waits ${(came - at) / second} s for a code`);
  }
  if (ledger.refusedForHaste > 0) found.push(`${ledger.refusedForHaste} requests were over somebody's limit`);
  return found;
}

/** How the bot says people stand; each person is one of them. */
export interface FunnelSaid {
  readonly people: number;
  readonly ready: number;
  readonly never: number;
  readonly blocked: number;
  readonly noApp: number;
  readonly left: number;
  /** Messages that surely went, and those that may have gone. */
  readonly sent: number;
  readonly unsure: number;
  /** Who surely saw a message. */
  readonly opened: number;
}

/** What the world knows of the same. */
export interface FunnelSeen extends Omit<FunnelSaid, 'sent' | 'unsure' | 'opened'> {
  readonly delivered: number;
  /** Whose client told that they read a message, and who told or did something about one. */
  readonly receipts: number;
  readonly openers: number;
}

/** Where the bot's numbers differ from the world's. @param sure nothing was cut or killed: then every message is sure */
export function funnelBreaches(
  { sent, unsure, opened, ...said }: FunnelSaid,
  { delivered, receipts, openers, ...seen }: FunnelSeen,
  sure: boolean,
  stopped = false,
) {
  const names = Object.keys(said) as (keyof typeof said)[];
  // What was refused as a process ended is unsure until the next message, which never comes once IT has stopped it.
  const lost = (name: (typeof names)[number]) =>
    stopped && refusals.has(name) && said[name] < seen[name] && seen[name] - said[name] <= unsure;
  const found = names.flatMap((name) =>
    said[name] === seen[name] || lost(name) ? [] : [`${name}: ${said[name]} said, ${seen[name]} seen`],
  );
  if (sent > delivered || sent + unsure < delivered)
    found.push(`${sent} sent, ${unsure} unsure, ${delivered} delivered`);
  // Of a message that may not have gone nothing is known; nor of what somebody does about one once it is all over.
  if (opened > openers || opened + unsure < receipts)
    found.push(`${opened} opened, ${receipts} receipts, ${openers} saw it`);
  if (sure && unsure > 0) found.push(`${unsure} unsure, and nothing was cut`);
  return found;
}

const refusals: ReadonlySet<string> = new Set(['blocked', 'noApp', 'left']);

/** Where a table by group differs from the whole, and groups that are shown although they are small. */
export function groupBreaches(byGroup: FunnelByGroup, { people, standings }: CampaignFunnel): readonly string[] {
  const found: string[] = [];
  for (const table of ['waves', 'departments', 'countries'] as const) {
    const rows = byGroup[table];
    const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
    if (sum((row) => row.people) !== people) found.push(`${table}: ${sum((row) => row.people)} of ${people} people`);
    for (const [standing, count] of Object.entries(standings) as [keyof typeof standings, number][]) {
      const told = sum((row) => row.counts[standing]);
      if (told !== count) found.push(`${table}: ${told} ${standing}, ${count} in all`);
    }
    for (const { name, counts } of rows) {
      const { reached, opened, 'opened-not-known': unknown } = counts;
      if (unknown > reached || opened + unknown < reached)
        found.push(`${table}: ${name} has ${opened} opened and ${unknown} not known of ${reached}`);
    }
    for (const row of rows) if (row.people < 5) found.push(`${table}: ${row.name} is small, and shown`);
  }
  const readyAfter = byGroup.readyAfter.reduce((all, one) => all + one, 0);
  if (readyAfter !== standings.ready) found.push(`${readyAfter} ready after some time, ${standings.ready} in all`);
  return found;
}

function grouped<T extends Happened>(all: readonly T[]): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const one of all) {
    const group = groups.get(one.to) ?? [];
    group.push(one);
    groups.set(one.to, group);
  }
  return groups;
}
