import { type Sheet, sheetOf } from '../../cards/tickets/sheet.ts';
import { mailedActs, type TicketLetter } from '../domain/outbox/ticket-letter.ts';
import type { Message } from '../domain/ports/delivery.ts';
import { plainLine } from '../domain/tickets/sanitize.ts';
import type { SupportPolicy } from '../domain/tickets/support-policy.ts';
import { type Ticket, ticketNumber } from '../domain/tickets/ticket.ts';
import type { Instant } from '../domain/time.ts';
import { type Tell, tellerFor } from '../texts/tell.ts';
import { asHtml, htmlPage, linesAsHtml } from './html.ts';

type Subject = (typeof mailedActs)[number];

/** How many letters before it a mail names: a header line has its limits. */
const named = 10;

/**
 * Act number `entry` of a ticket, with the whole ticket as it is now, to one address. All mails of a ticket to one address
 * are one thread. Nothing in it is a link of ours, and what people wrote stays text.
 */
export function ticketMail(
  ticket: Ticket,
  { id, to, entry }: TicketLetter & { kind: 'mail' },
  policy: SupportPolicy,
  now: Instant,
): Message {
  const tell = tellerFor(policy.language, policy.timeZone);
  const sheet = sheetOf(tell, ticket, now);
  const title = subjectOf(tell, ticket, entry);
  const [replyTo] = policy.tiers.flat();
  return {
    channel: 'email',
    to,
    language: tell.language,
    letter: id,
    urgency: 'background',
    subject: title,
    text: textOf(tell, title, sheet),
    html: htmlOf(tell, title, sheet),
    thread: threadOf(ticket, entry, to),
    // Whoever answers a mail answers IT, not a mailbox nobody reads and not somebody who can't sign in.
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

function subjectOf(tell: Tell, { number, story, plea, facts }: Ticket, entry: number): string {
  const act = story[entry]?.act;
  const about = mailedActs.find((one): one is Subject => one === act) ?? 'raised';
  const words = { number: ticketNumber(number), what: tell(`support.mail.${about}`), name: plainLine(facts.name) };
  return plainLine(tell(plea.urgent ? 'support.mail.urgentSubject' : 'support.mail.subject', words));
}

/** The letters this address had before, by the names they were given when they were written. */
function threadOf({ id, story }: Ticket, entry: number, to: string): readonly string[] {
  const before = story.slice(0, entry).flatMap(({ act }, at) => {
    return (mailedActs as readonly string[]).includes(act) ? [`${id}-${at}-${to}`] : [];
  });
  const [first, ...rest] = before;
  return first === undefined ? [] : [first, ...rest.slice(-named)];
}

function textOf(tell: Tell, title: string, sheet: Sheet): string {
  const said = (label: string, value: string) => (value === '' ? label : `${label}:\n${indented(value)}`);
  const blocks = [
    title,
    ...(sheet.urgent ? [sheet.urgent] : []),
    sheet.state,
    ...sheet.rows.map(({ label, value }) => said(label, value)),
    tell('support.story'),
    ...sheet.story.map(({ label, value }) => said(label, value)),
    tell('support.mail.foot'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function indented(value: string): string {
  return value
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n');
}

function htmlOf(tell: Tell, title: string, sheet: Sheet): string {
  const row = ({ label, value }: { label: string; value: string }) =>
    `<tr><th align="left" valign="top">${asHtml(label)}</th><td>${linesAsHtml(value)}</td></tr>`;
  const act = ({ label, value }: { label: string; value: string }) =>
    `<li>${asHtml(label)}${value === '' ? '' : `<br>${linesAsHtml(value)}`}</li>`;
  return htmlPage(tell.language, title, [
    sheet.urgent ? `<p><strong>${asHtml(sheet.urgent)}</strong></p>` : '',
    `<p>${asHtml(sheet.state)}</p>`,
    `<table cellpadding="4">${sheet.rows.map(row).join('')}</table>`,
    `<h2>${asHtml(tell('support.story'))}</h2><ul>${sheet.story.map(act).join('')}</ul>`,
    `<p>${asHtml(tell('support.mail.foot'))}</p>`,
  ]);
}
