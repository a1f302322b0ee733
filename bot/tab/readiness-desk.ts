import type { AudienceSources } from '../domain/campaigns/audience.ts';
import { notReadyReasons } from '../domain/campaigns/campaign.ts';
import { readinessLines } from '../domain/campaigns/group-lines.ts';
import {
  countReadiness,
  type ReadinessByGroup,
  type ReadinessColumn,
  readinessColumns,
  readyBy,
} from '../domain/campaigns/readiness-count.ts';
import type { Clock } from '../domain/ports/system.ts';
import { hour, type Instant } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { BackgroundWork } from './background-work.ts';
import { lookAgain } from './campaign-desk.ts';
import type { DeskEntry } from './desk.ts';
import { bars, countryNames, groupTable } from './desk-tables.ts';
import { lines } from './funnel-desk.ts';
import type { DeskBlock } from './page-data.ts';

export interface ReadinessDeskPorts {
  readonly work: BackgroundWork;
  readonly audienceOf: (tenantId: string, groups: readonly string[]) => Promise<Omit<AudienceSources, 'refusers'>>;
  readonly clock: Clock;
}

/** How many were ready at a time. */
interface ReadyThen {
  readonly at: Instant;
  readonly people: number;
  readonly ready: number;
}

interface ReadinessKept {
  readonly now: ReadinessByGroup;
  /** Oldest first; the last is now. */
  readonly before: readonly ReadyThen[];
}

/** As long as the directory's lists are good: they are behind by hours anyway. */
const fresh = 4 * hour;
/** Points of the trend: one for half a day, at most so many. */
const apart = 12 * hour;
const mostPoints = 60;

/** How ready everybody of a tenant is, by the lists: counted in the background, kept for hours. */
export function createReadinessCount({ work, audienceOf, clock }: ReadinessDeskPorts) {
  return (tenantId: string) =>
    work.kept<ReadinessKept>(`readiness/${tenantId}`, fresh, async (known) => {
      const sources = await audienceOf(tenantId, []);
      const now = await countReadiness({ ...sources, members: new Map() }, clock());
      return { now, before: trend(known?.before ?? [], now) };
    });
}

/** How ready everybody of a tenant is, and why not. */
export function readinessEntries(
  counted: ReturnType<typeof createReadinessCount>,
): readonly (readonly [string, DeskEntry])[] {
  return [
    [
      'readiness',
      {
        act: 'see-readiness',
        async run({ tell, viewer }) {
          const { done, underWay, failed } = await counted(viewer.tenantId);
          return {
            kind: 'desk',
            language: tell.language,
            page: 'readiness',
            title: tell('desk.readiness'),
            blocks: [
              ...(underWay ? [{ kind: 'note', text: tell('desk.wait') } as const] : []),
              ...(failed ? [{ kind: 'note', text: tell('desk.failed') } as const] : []),
              ...(done ? readinessBlocks(tell, done.value) : []),
            ],
            same: { name: 'readiness', given: {} },
            again: underWay ? lookAgain : null,
          };
        },
      },
    ],
    [
      'readiness-csv',
      {
        act: 'see-readiness',
        async run({ viewer }) {
          const { done } = await counted(viewer.tenantId);
          return { kind: 'file', text: done ? lines(readinessLines(done.value.now)) : '' };
        },
      },
    ],
  ];
}

function trend(before: readonly ReadyThen[], { at, people, counts }: ReadinessByGroup): readonly ReadyThen[] {
  const last = before.at(-2);
  // The newest point moves on until it is half a day after the one before it.
  const kept = last && before.length > 1 && (before.at(-1)?.at ?? 0) - last.at < apart ? before.slice(0, -1) : before;
  return [...kept, { at, people, ready: counts.ready }].slice(-mostPoints);
}

function readinessBlocks(tell: Tell, { now, before }: ReadinessKept): readonly DeskBlock[] {
  const { people, counts, departments, countries, at } = now;
  const date = tell.calendar({ when: readyBy, named: 'day' });
  const columns = readinessColumns.map((column) => [column, columnTitle(tell, column, date)] as const);
  return [
    {
      kind: 'text',
      text: tell('desk.readiness.now', { ready: counts.ready, people, later: counts['ready-then'], date }),
    },
    ...bars(
      tell('desk.readiness.two'),
      [
        [tell('desk.all'), people],
        [columnTitle(tell, 'ready', date), counts.ready],
        [columnTitle(tell, 'ready-then', date), counts['ready-then']],
      ],
      true,
    ),
    ...bars(
      tell('desk.readiness.why'),
      [...notReadyReasons, 'unreachable' as const].map((one) => [columnTitle(tell, one, date), counts[one]]),
    ),
    ...(before.length < 2
      ? []
      : [
          {
            kind: 'columns',
            title: tell('desk.readiness.trend'),
            table: tell('desk.table'),
            head: [tell('desk.what-if.day'), tell('desk.reason.ready')],
            rows: before.map(({ at: then, ready }) => ({ name: tell.date(then), count: ready })),
          } as const,
        ]),
    ...groupTable(tell, tell('desk.department'), departments, columns),
    ...groupTable(tell, tell('desk.country'), countries, columns, countryNames(tell)),
    { kind: 'quiet', text: `${tell('desk.as-of', { time: tell.moment(at) })} ${tell('desk.small')}` },
    { kind: 'file', title: tell('desk.csv'), file: 'readiness.csv', call: { name: 'readiness-csv', given: {} } },
  ];
}

function columnTitle(tell: Tell, column: ReadinessColumn, date: string): string {
  return column === 'ready-then' ? tell('desk.reason.ready-then', { date }) : tell(`desk.reason.${column}`);
}
