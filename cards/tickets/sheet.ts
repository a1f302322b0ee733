import { numberOf, situationNumbered } from '../../bot/domain/diagnosis/situation-ids.ts';
import { checkLife, confirmations } from '../../bot/domain/tickets/checks.ts';
import type { TicketFacts, TicketFinding } from '../../bot/domain/tickets/facts.ts';
import { type HistoryEntry, isForEmployee, wordsIn } from '../../bot/domain/tickets/history.ts';
import { colleagueOf, confirmedToWork, type Ticket, type TicketCause } from '../../bot/domain/tickets/ticket.ts';
import type { Instant } from '../../bot/domain/time.ts';
import { zoneName } from '../../bot/domain/time-zone.ts';
import { type Tell, teller } from '../../bot/texts/tell.ts';
import { methodList } from '../parts/readiness-words.ts';

/** All that supporters are shown of a ticket, in exact terms: the card and the mail are made from it. */
export interface Sheet {
  readonly state: string;
  /** Why it can't wait; null: it can. */
  readonly urgent: string | null;
  readonly rows: readonly Row[];
  /** What was done, oldest first: a label, and the words that were said with it, if any. */
  readonly story: readonly Row[];
}

export function sheetOf(tell: Tell, ticket: Ticket, now: Instant): Sheet {
  const { plea, facts, cause, question } = ticket;
  const row = (label: Label, value: string): Row => ({ label: tell(`support.${label}`), value });
  return {
    state: sheetStateOf(tell, ticket),
    urgent: plea.urgent
      ? tell(`support.urgent.${cause.kind === 'not-me' ? 'not-me' : findsStranger(facts) ? 'stranger' : 'help'}`)
      : null,
    rows: [
      row('who', `${facts.name} (${facts.signInName})`),
      row('cause', causeOf(tell, cause)),
      row('said', plea.said),
      row('when', whenOf(tell, ticket)),
      row('reach', plea.reach || tell('support.reach.chat')),
      ...(question === null ? [] : [row('question', question)]),
      ...checkRows(tell, ticket, now),
      // What is known of who asks would be taken for the colleague's.
      ...(colleagueOf(ticket) ? [] : ownRows(tell, facts)),
      ...(facts.out.length > 0 ? [row('out', methodList(tell, facts.out))] : []),
      ...findingRows(tell, facts),
      ...(facts.attempts.length > 0 ? [row('attempts', attemptsOf(tell, facts))] : []),
    ].filter(({ value }) => value !== ''),
    story: ticket.story.map((act) => storyRow(tell, act)),
  };
}

function ownRows(tell: Tell, facts: TicketFacts): readonly Row[] {
  return [
    { label: tell('support.account'), value: accountOf(tell, facts) },
    { label: tell('support.ready'), value: readyOf(tell, facts) },
    { label: tell('support.methods'), value: methodsOf(tell, facts) },
    { label: tell('support.rule'), value: facts.rule ?? '' },
  ];
}

/** Somebody else has begun a reset. */
function findsStranger({ findings }: TicketFacts): boolean {
  return findings[0]?.situation === numberOf('unasked-mail');
}

type Label = 'who' | 'cause' | 'said' | 'when' | 'reach' | 'question' | 'out' | 'attempts';

/** Where it stands, in a line. */
export function sheetStateOf(tell: Tell, ticket: Ticket): string {
  const { state, since, claimedBy } = ticket;
  const words = { time: tell.moment(since), name: claimedBy?.name ?? '–' };
  return state === 'resolved' && confirmedToWork(ticket)
    ? tell('support.state.works', words)
    : tell(`support.state.${state}`, words);
}

function causeOf(tell: Tell, cause: TicketCause): string {
  if (cause.kind === 'help') {
    const { colleague: name } = cause;
    return name === '' ? tell('support.cause.help') : tell('support.cause.colleague', { name });
  }
  return tell(`support.cause.${cause.kind}`, { method: tell(`method.${cause.method}`) });
}

/** In the employee's own time zone, which is named. */
function whenOf(tell: Tell, { plea, timeZone }: Ticket): string {
  const own = teller(tell.language, timeZone);
  const when = own.moment(plea.happenedAt);
  return own.zone === null ? when : `${when} (${zoneName(own.zone)})`;
}

function accountOf(tell: Tell, { administrator, source, signIn, licence }: TicketFacts): string {
  const known = [
    ...(source ? [tell(`support.source.${source}`)] : []),
    ...(signIn ? [tell(`support.signIn.${signIn}`)] : []),
    ...(licence ? [tell(`support.licence.${licence}`)] : []),
  ];
  const role = administrator ? [tell('support.account.administrator')] : [];
  return [...(known.length > 0 ? known : [tell('support.account.unseen')]), ...role].join('; ');
}

function readyOf(tell: Tell, { readiness: { level, proven, required } }: TicketFacts): string {
  return level === 'none'
    ? tell('support.ready.none', { required })
    : tell(`support.ready.${level}`, { proven, required });
}

function methodsOf(tell: Tell, { methods }: TicketFacts): string {
  const each = methods.map(({ method, address, at }) =>
    tell('support.methods.one', {
      method: tell(`method.${method}`),
      address: address ?? '',
      date: tell.date(at),
    }).replace(/\s+/gu, ' '),
  );
  return each.length > 0 ? each.join('; ') : tell('support.methods.none');
}

/** Each with its code, what shows it, and what an administrator can do. */
function findingRows(tell: Tell, { findings }: TicketFacts): readonly Row[] {
  return findings.flatMap((finding) => {
    const { situation, evidence, against } = finding;
    const id = situationNumbered(situation);
    const lines = [
      ...certaintyOf(tell, finding),
      tell(`supporter.${id}`),
      ...(evidence.length > 0 ? [tell('support.evidence', { facts: evidence.join(', ') })] : []),
      ...(against.length > 0 ? [tell('support.against', { facts: against.join(', ') })] : []),
    ];
    // What is not so needs no mending.
    const action = { label: tell('support.action'), value: tell(`supporter.${id}.do`) };
    return [
      { label: tell('support.finding', { code: situation }), value: lines.join('\n') },
      ...(against.length > 0 ? [] : [action]),
    ];
  });
}

function certaintyOf(tell: Tell, { certainty, against }: TicketFinding): readonly string[] {
  if (certainty === 'not-kept') return [];
  if (against.length === 0) return [tell(`support.certainty.${certainty}`)];
  return [tell(certainty === 'told-only' ? 'support.certainty.contradicted' : 'support.certainty.over')];
}

function attemptsOf(tell: Tell, { attempts }: TicketFacts): string {
  const each = attempts.map(({ at, end, reason }) => {
    const why = reason ? `, ${tell(`support.reason.${reason}`)}` : '';
    return `${tell.moment(at)}: ${tell(`support.end.${end}`)}${why}`;
  });
  return each.join('\n');
}

/** How the last check came out, and how many supporters it takes. */
function checkRows(tell: Tell, ticket: Ticket, now: Instant): readonly Row[] {
  const last = ticket.checks.at(-1);
  if (!last) return [];
  const { result, name, at, method, since } = last;
  const by = method ? tell(`method.${method}`) : '–';
  const shown = since === null ? by : tell('support.check.since', { method: by, date: tell.date(since) });
  const time = tell.moment(result === 'waiting' ? at + checkLife : at);
  const said =
    result === 'passed'
      ? tell('support.check.passed', { method: shown, name, time })
      : tell(`support.check.${result}`, { name, time });
  const { have, need } = confirmations(ticket, now);
  const count = need > 1 ? ` ${tell('support.check.count', { have, need })}` : '';
  return [{ label: tell('support.checks'), value: `${said}.${count}` }];
}

function storyRow(tell: Tell, act: HistoryEntry): Row {
  const words = { time: tell.moment(act.at), name: act.name || '–' };
  const label = isForEmployee(act) ? tell('support.story.told', words) : tell(`support.story.${act.act}`, words);
  return { label, value: wordsIn(act) };
}

/** One line of a sheet: what it is, and what people or the bot say of it. */
export interface Row {
  readonly label: string;
  readonly value: string;
}

/** What a text takes in a card, in UTF-16 units: quotes, line ends and the like take two. */
export function weight(text: string): number {
  return JSON.stringify(text).length - 2;
}

/** What a row takes beside its own words. */
const frame = 230;

/**
 * Rows that together take no more than `room`: the longest values are cut, all to the same length, and say so.
 * @param tail what stands in the place of what was cut
 */
export function fitted(rows: readonly Row[], room: number, tail: string): readonly Row[] {
  const fixed = rows.reduce((sum, { label }) => sum + weight(label) + frame, 0);
  const weights = rows.map(({ value }) => weight(value));
  const longest = levelOf(weights, Math.max(0, room - fixed));
  return rows.map((row, at) =>
    (weights[at] ?? 0) <= longest ? row : { ...row, value: cut(row.value, longest, tail) },
  );
}

/** How long each may be so that all of them together take no more than `room`. */
function levelOf(weights: readonly number[], room: number): number {
  let left = room;
  const sorted = weights.toSorted((one, other) => one - other);
  for (const [at, own] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - at));
    if (own > share) return share;
    left -= own;
  }
  return Number.POSITIVE_INFINITY;
}

/** The beginning of a text that takes at most `room` with its tail; whole characters only. */
function cut(text: string, room: number, tail: string): string {
  let kept = '';
  let left = room - weight(tail) - 1;
  for (const character of text) {
    left -= weight(character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()} ${tail}`.trim();
}
