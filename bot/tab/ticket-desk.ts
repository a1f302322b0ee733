import type { SituationNumber } from '../domain/diagnosis/situation-ids.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { isCause } from '../domain/tickets/facts.ts';
import { situationsOf } from '../domain/tickets/statistics.ts';
import { cardLink, type Ticket, type TicketCause, ticketNumber } from '../domain/tickets/ticket.ts';
import { day, hour, type Instant } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskEntry } from './desk.ts';
import { bars } from './desk-tables.ts';
import { byAge, causeName } from './organisation-view.ts';
import type { DeskBlock, DeskView } from './page-data.ts';

export interface TicketDeskPorts {
  readonly store: Store;
  readonly clock: Clock;
}

/** More open requests than a help desk ever has; one page reads no more. */
const mostRead = 1_000;
/** How many are read at once. */
const atOnce = 50;
/** As many lines as somebody reads. */
const mostLines = 100;

/**
 * The open requests for help: by age, by what they are about, and by who has them. Names of employees stand on their cards, which
 * each line leads to, and not here.
 */
export function ticketEntries({ store, clock }: TicketDeskPorts): readonly (readonly [string, DeskEntry])[] {
  async function open(tenantId: string): Promise<{ readonly tickets: readonly Ticket[]; readonly more: boolean }> {
    const { ids, next } = await store.find('ticket', { field: 'open', equals: tenantId, limit: mostRead });
    const tickets: Ticket[] = [];
    for (let at = 0; at < ids.length; at += atOnce) {
      const read = await Promise.all(ids.slice(at, at + atOnce).map((id) => store.read('ticket', id)));
      tickets.push(...read.filter((ticket) => ticket !== undefined));
    }
    return {
      tickets: tickets.sort((one, other) => one.raisedAt - other.raisedAt || one.number - other.number),
      more: next !== undefined,
    };
  }

  return [
    [
      'tickets',
      {
        act: 'see-tickets',
        async run({ tell, viewer }): Promise<DeskView> {
          const { tickets, more } = await open(viewer.tenantId);
          return {
            kind: 'desk',
            language: tell.language,
            page: 'tickets',
            title: tell('desk.tickets'),
            blocks: ticketBlocks(tell, tickets, more, clock()),
            same: { name: 'tickets', given: {} },
            again: null,
          };
        },
      },
    ],
  ];
}

function ticketBlocks(tell: Tell, tickets: readonly Ticket[], more: boolean, now: Instant): readonly DeskBlock[] {
  if (tickets.length === 0) return [{ kind: 'quiet', text: tell('desk.tickets.none') }];
  const count = (fits: (ticket: Ticket) => boolean) => tickets.filter(fits).length;
  const [unclaimed, urgent] = [count(({ state }) => state === 'open'), count(({ plea }) => plea.urgent)];
  const found = situationsOf(tickets);
  const unknown = tickets.length - found.reduce((sum, one) => sum + one.count, 0);
  const kinds = (['help', 'not-me', 'wrong-value'] as const).map(
    (kind) => [tell(`desk.tickets.about.${kind}`), count(({ cause }) => cause.kind === kind)] as const,
  );
  return [
    { kind: 'text', text: tell('desk.tickets.now', { open: tickets.length, unclaimed, urgent }) },
    ...(more ? [{ kind: 'note', text: tell('desk.tickets.more', { most: mostRead }) } as const] : []),
    ...bars(
      tell('tab.organisation.tickets'),
      byAge(
        tell,
        tickets.map(({ raisedAt }) => raisedAt),
        now,
      ).map((one) => [one.name, one.count] as const),
      true,
    ),
    ...bars(tell('desk.tickets.about'), kinds),
    ...bars(tell('desk.tickets.cause'), [
      ...found.map(({ situation, count: so }) => [causeName(tell, situation), so] as const),
      [tell('desk.tickets.cause.none'), unknown],
    ]),
    ...bySupporter(tell, tickets, now),
    list(tell, tickets, now),
    { kind: 'quiet', text: tell('desk.as-of', { time: tell.moment(now) }) },
  ];
}

/** Who has how many, whose answer they wait for, and how old the oldest is. Those nobody has come first. */
function bySupporter(tell: Tell, tickets: readonly Ticket[], now: Instant): readonly DeskBlock[] {
  const rows = [...Map.groupBy(tickets, ({ claimedBy }) => claimedBy?.objectId ?? '')]
    .map(([id, theirs]) => ({ id, theirs, name: theirs[0]?.claimedBy?.name || id }))
    .sort(
      (one, other) =>
        Number(other.id === '') - Number(one.id === '') ||
        other.theirs.length - one.theirs.length ||
        one.name.localeCompare(other.name, tell.language),
    )
    .map(({ id, theirs, name }) => [
      id === '' ? tell('desk.tickets.nobody') : name,
      `${theirs.length}`,
      `${theirs.filter(waitsForEmployee).length}`,
      ageOf(tell, Math.min(...theirs.map(({ raisedAt }) => raisedAt)), now),
    ]);
  const head = ['', 'open', 'waiting', 'oldest'] as const;
  return [
    {
      kind: 'table',
      title: tell('desk.tickets.supporter'),
      head: head.map((one) => (one === '' ? '' : tell(`desk.tickets.${one}`))),
      rows,
      words: false,
    },
  ];
}

function list(tell: Tell, tickets: readonly Ticket[], now: Instant): DeskBlock {
  const shown = tickets.slice(0, mostLines);
  return {
    kind: 'table',
    title: tell('desk.tickets.list'),
    head: (['number', 'age', 'state', 'cause', 'who'] as const).map((one) => tell(`desk.tickets.${one}`)),
    rows: shown.map((ticket) => [
      ticketNumber(ticket.number),
      ageOf(tell, ticket.raisedAt, now),
      [
        tell(`desk.tickets.state.${stateOf(ticket)}`),
        ...(ticket.plea.urgent ? [tell('desk.tickets.urgent')] : []),
      ].join(', '),
      aboutOf(tell, ticket.cause, ticket.facts.findings.find(isCause)?.situation),
      ticket.claimedBy?.name ?? '–',
    ]),
    links: shown.map((ticket) => cardLink(ticket) ?? null),
    words: true,
  };
}

function stateOf(ticket: Ticket): 'open' | 'claimed' | 'waiting' {
  if (waitsForEmployee(ticket)) return 'waiting';
  return ticket.state === 'open' ? 'open' : 'claimed';
}

function waitsForEmployee({ question, state }: Ticket): boolean {
  return question !== null || state === 'returned';
}

function aboutOf(tell: Tell, { kind }: TicketCause, situation: SituationNumber | undefined): string {
  if (kind !== 'help') return tell(`desk.tickets.about.${kind}`);
  return situation === undefined ? tell('desk.tickets.cause.none') : causeName(tell, situation);
}

/** In whole hours below two days, then in whole days. */
function ageOf(tell: Tell, since: Instant, now: Instant): string {
  const age = Math.max(0, now - since);
  return age < 2 * day
    ? tell('desk.tickets.hours', { count: Math.floor(age / hour) })
    : tell('desk.tickets.days', { count: Math.floor(age / day) });
}
