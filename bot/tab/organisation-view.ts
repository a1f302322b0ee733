import { type SituationNumber, situationNumbered } from '../domain/diagnosis/situation-ids.ts';
import { countByAge, ticketAges } from '../domain/tickets/statistics.ts';
import type { Instant } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { Lapsing, OrganisationStatistics } from './organisation-statistics.ts';
import type { Count, OrganisationView } from './page-data.ts';

/** A way in which resets fail, and for how many requests for help it was the likeliest. */
export interface CauseCount {
  readonly situation: SituationNumber;
  readonly count: number;
}

export interface TicketCounts {
  readonly openTickets: readonly Instant[];
  readonly failures: readonly CauseCount[];
}

/** What supporters see of everybody: counts only. */
export function organisationView(
  tell: Tell,
  { at, people, able, overTime, lapsing }: OrganisationStatistics,
  { openTickets, failures }: TicketCounts,
  now: Instant,
): OrganisationView {
  const ready = overTime.at(-1)?.ready ?? 0;
  return {
    kind: 'organisation',
    language: tell.language,
    title: tell('tab.organisation'),
    able,
    sentence:
      people === 0
        ? tell('tab.organisation.nobody')
        : [
            tell('tab.organisation.now', { ready, people }),
            ...(ready > able ? [tell('tab.organisation.stopped', { stopped: ready - able })] : []),
          ].join(' '),
    overTime: {
      title: tell('tab.organisation.over-time'),
      tableTitle: tell('tab.organisation.table'),
      day: tell('tab.organisation.day'),
      ready: tell('tab.organisation.ready'),
      partly: tell('tab.organisation.partly'),
      none: tell('tab.organisation.none'),
      days: people === 0 ? [] : overTime.map(({ at: then, ...counts }) => ({ day: tell.date(then), ...counts })),
    },
    tickets: {
      title: tell('tab.organisation.tickets'),
      rows: openTickets.length === 0 ? [] : byAge(tell, openTickets, now),
      none: tell('tab.organisation.nothing'),
    },
    failures: {
      title: tell('tab.organisation.failures'),
      rows: failures.map(({ situation, count }) => ({ name: causeName(tell, situation), count })),
      none: tell('tab.organisation.nothing'),
    },
    lapsing: {
      title: tell('tab.organisation.lapsing'),
      text: lapsingText(tell, lapsing),
      ask: lapsing.length === 0 ? null : tell('tab.organisation.names'),
      noted: tell('tab.organisation.names.noted'),
    },
    reckoned: tell('tab.organisation.reckoned', { time: tell.moment(at) }),
  };
}

/** How many lose readiness on which date, and what cures it. */
function lapsingText(tell: Tell, lapsing: readonly Lapsing[]): string {
  if (lapsing.length === 0) return tell('tab.organisation.lapsing.none');
  const lines = lapsing
    .toSorted((one, other) => one.when - other.when)
    .map(({ what, count, ...date }) => tell(`tab.organisation.lapsing.${what}`, { count, date: tell.calendar(date) }));
  return [...lines, tell('tab.organisation.lapsing.cure')].join(' ');
}

/** Its code, and the first sentence of what supporters read of it. */
export function causeName(tell: Tell, situation: SituationNumber): string {
  const [first = ''] = tell(`supporter.${situationNumbered(situation)}`).split(/(?<=\.)\s/u);
  // What stands in brackets is for whoever works on a request.
  return `${situation}: ${first.replace(/\.$/u, '').replaceAll(/\s*\([^)]*\)/gu, '')}`;
}

/** How many are how old. */
export function byAge(tell: Tell, since: readonly Instant[], now: Instant): readonly Count[] {
  const counts = countByAge(since, now);
  return ticketAges.map((age) => ({ name: tell(`tab.organisation.age.${age}`), count: counts[age] }));
}
