import { sheetOf } from '../../cards/tickets/sheet.ts';
import { nextReminder } from '../domain/tickets/schedule.ts';
import type { SupportPolicy } from '../domain/tickets/support-policy.ts';
import { type Ticket, ticketNumber } from '../domain/tickets/ticket.ts';
import { day, hour, type Instant, minute } from '../domain/time.ts';
import { tellerFor } from '../texts/tell.ts';

/** `R-0427  claimed    2 h   urgent  stale  K5`: nothing about the person. Stale: nothing has moved for as long as the policy allows. */
export function ticketLine(ticket: Ticket, policy: SupportPolicy, now: Instant): string {
  const { number, state, raisedAt, plea, facts, waiting } = ticket;
  const due = nextReminder(ticket, policy)?.at;
  const stale = waiting.step > 0 || (due !== undefined && due <= now);
  const marks = [
    plea.urgent ? 'urgent' : '',
    stale ? 'stale' : '',
    ...facts.findings.map(({ situation }) => situation),
  ];
  return [
    ticketNumber(number),
    state.padEnd(9),
    age(now - raisedAt).padStart(6),
    ...marks.filter((mark) => mark !== ''),
  ].join('  ');
}

function age(passed: number): string {
  if (passed < hour) return `${Math.max(0, Math.floor(passed / minute))} min`;
  return passed < 2 * day ? `${Math.floor(passed / hour)} h` : `${Math.floor(passed / day)} d`;
}

/** What the support card shows, as text. */
export function ticketSheet(ticket: Ticket, policy: SupportPolicy, now: Instant): string {
  const tell = tellerFor(policy.language, policy.timeZone);
  const { state, urgent, rows, story } = sheetOf(tell, ticket, now);
  const said = ({ label, value }: { label: string; value: string }) =>
    value === '' ? label : `${label}: ${value.replaceAll('\n', '\n    ')}`;
  const head = [`${ticketNumber(ticket.number)}  ${state}`, ...(urgent ? [urgent] : [])];
  return [...head, ...rows.map(said), '', tell('support.story'), ...story.map(said)].join('\n');
}

const columns = ['number', 'state', 'cause', 'urgent', 'raised', 'claimed', 'ended', 'situations'] as const;
type Exported = Readonly<Record<(typeof columns)[number], string>>;

/** Tickets as a table, for statistics: causes and times, nobody's words or names. */
export function ticketExport(tickets: readonly Ticket[], format: 'csv' | 'json'): string {
  const rows = tickets.map(exported);
  if (format === 'json') return JSON.stringify(rows, null, 2);
  return [columns.join(','), ...rows.map((row) => columns.map((column) => row[column]).join(','))].join('\n');
}

function exported({ number, state, cause, plea, raisedAt, since, story, facts }: Ticket): Exported {
  const claimed = story.find(({ act }) => act === 'claimed')?.at;
  const over = state === 'resolved' || state === 'withdrawn';
  return {
    number: ticketNumber(number),
    state,
    cause: cause.kind,
    urgent: plea.urgent ? 'yes' : 'no',
    raised: new Date(raisedAt).toISOString(),
    claimed: claimed === undefined ? '' : new Date(claimed).toISOString(),
    ended: over ? new Date(since).toISOString() : '',
    situations: facts.findings.map(({ situation }) => situation).join(' '),
  };
}
