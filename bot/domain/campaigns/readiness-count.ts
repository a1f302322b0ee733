import { hasEnough } from '../enrolment/readiness.ts';
import { policyFor } from '../policy-rules.ts';
import { platformDates } from '../reset-service/end-dates.ts';
import type { Instant } from '../time.ts';
import { type AudienceSources, listedStanding } from './audience.ts';
import { notReadyReasons } from './campaign.ts';
import { createGroupCount, type GroupRow } from './small-groups.ts';

/** The day by which many lose what they have: Microsoft's own texts and calls end. */
export const readyBy: Instant = platformDates['phone-ends'].when;

/** What is counted of everybody. ready-then: still, on that day · unreachable: not ready, and the bot can't write to them now. */
export const readinessColumns = ['ready', 'ready-then', ...notReadyReasons, 'unreachable'] as const;
export type ReadinessColumn = (typeof readinessColumns)[number];

/** How ready everybody is, and why not. Somebody who is ready today and falls back later is counted in both. */
export interface ReadinessByGroup {
  readonly at: Instant;
  readonly people: number;
  readonly counts: Readonly<Record<ReadinessColumn, number>>;
  readonly departments: readonly GroupRow<ReadinessColumn>[];
  readonly countries: readonly GroupRow<ReadinessColumn>[];
  readonly groups: readonly GroupRow<ReadinessColumn>[];
}

/** @param members object ids by group, where groups are asked for */
export async function countReadiness(
  {
    listed,
    personOf,
    reaches,
    members,
    policy,
    whereabouts,
  }: Pick<AudienceSources, 'listed' | 'personOf' | 'reaches' | 'policy' | 'whereabouts'> & {
    readonly members: ReadonlyMap<string, ReadonlySet<string>>;
  },
  now: Instant,
): Promise<ReadinessByGroup> {
  const departments = createGroupCount(readinessColumns);
  const countries = createGroupCount(readinessColumns);
  const groups = createGroupCount(readinessColumns);
  const counts = Object.fromEntries(readinessColumns.map((one) => [one, 0])) as Record<ReadinessColumn, number>;
  let people = 0;
  for await (const one of listed) {
    const { employee, entry, department } = one;
    if (entry.account !== 'member') continue;
    const person = await personOf(employee);
    const { reason, readiness } = await listedStanding(one, person, policyFor(policy, whereabouts(one)), now);
    const ready = reason === null || (reason === 'falls-back' && hasEnough(readiness));
    const lapses = readiness.lapse !== null && readiness.lapse.date.when <= readyBy;
    const reached = reason === null || person?.chat || (await reaches(employee));
    const columns: readonly ReadinessColumn[] = [
      ...(ready ? (['ready'] as const) : []),
      ...(ready && !lapses ? (['ready-then'] as const) : []),
      ...(reason === null ? [] : [reason]),
      ...(reached ? [] : (['unreachable'] as const)),
    ];
    people += 1;
    for (const column of columns) counts[column] += 1;
    departments.add(department === null ? [] : [department], columns);
    countries.add(entry.country === undefined ? [] : [entry.country], columns);
    const within = [...members].filter(([, ids]) => ids.has(employee.objectId)).map(([group]) => group);
    groups.add(within, columns);
  }
  return {
    at: now,
    people,
    counts,
    departments: departments.rows(),
    countries: countries.rows(),
    groups: members.size > 0 ? groups.rows() : [],
  };
}
