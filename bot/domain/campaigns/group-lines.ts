import { type FunnelByGroup, funnelColumns } from './funnel.ts';
import { type ReadinessByGroup, readinessColumns, readyBy } from './readiness-count.ts';
import type { GroupRow } from './small-groups.ts';

/** How ready everybody is, as CSV: all first, then by department, country and group. */
export function readinessLines({
  people,
  counts,
  departments,
  countries,
  groups,
}: ReadinessByGroup): readonly string[] {
  const then = `ready on ${new Date(readyBy).toISOString().slice(0, 10)}`;
  const head = ['by', 'name', 'people', ...readinessColumns.map((one) => (one === 'ready-then' ? then : one))];
  return [
    csvLine(head),
    csvLine(['all', '', people, ...readinessColumns.map((one) => counts[one])]),
    ...groupLines('department', departments, readinessColumns),
    ...groupLines('country', countries, readinessColumns),
    ...groupLines('group', groups, readinessColumns),
  ];
}

/** How the people of a campaign stand, as CSV, by wave, department and country. */
export function funnelLines({ waves, departments, countries }: FunnelByGroup): readonly string[] {
  return [
    csvLine(['by', 'name', 'people', ...funnelColumns]),
    ...groupLines('wave', waves, funnelColumns),
    ...groupLines('department', departments, funnelColumns),
    ...groupLines('country', countries, funnelColumns),
  ];
}

/** Rows of one table. Those that stand together say how many they are. */
function groupLines<Column extends string>(
  by: string,
  rows: readonly GroupRow<Column>[],
  columns: readonly Column[],
): readonly string[] {
  return rows.map(({ name, groups, people, counts }) => {
    const shown = groups > 1 ? `(${groups} together)` : (name ?? '(none)');
    return csvLine([by, shown, people, ...columns.map((one) => counts[one])]);
  });
}

/** A line of a table as programs for tables read it (RFC 4180, without its end). None of them takes a cell for a formula. */
export function csvLine(cells: readonly (string | number)[]): string {
  return cells.map(cell).join(',');
}

function cell(value: string | number): string {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
