import type { GroupRow } from '../domain/campaigns/small-groups.ts';
import type { Tell } from '../texts/tell.ts';
import type { DeskBlock } from './page-data.ts';

/** What a row by group is called. @param nameOf how a group of that table is called */
function groupName(
  tell: Tell,
  { name, groups }: Pick<GroupRow<string>, 'name' | 'groups'>,
  nameOf: (name: string) => string,
): string {
  if (groups > 1) return tell('desk.together', { groups });
  return name === null ? tell('desk.none-known') : nameOf(name);
}

/** Numbers by group. Nothing where there is no more than one row, which is everybody. */
export function groupTable<Column extends string>(
  tell: Tell,
  title: string,
  rows: readonly GroupRow<Column>[],
  columns: readonly (readonly [column: Column, title: string])[],
  nameOf: (name: string) => string = (name) => name,
): readonly DeskBlock[] {
  if (rows.length < 2) return [];
  // What is nothing everywhere would only take the room of the others.
  const shown = columns.filter(([column]) => rows.some(({ counts }) => counts[column] > 0));
  const head = ['', tell('desk.people'), ...shown.map(([, name]) => name)];
  const lines = rows.map((row) => [
    groupName(tell, row, nameOf),
    `${row.people}`,
    ...shown.map(([column]) => `${row.counts[column]}`),
  ]);
  return [{ kind: 'table', title, head, rows: lines, words: false }];
}

/** Countries as their readers call them. */
export function countryNames(tell: Tell): (code: string) => string {
  const names = new Intl.DisplayNames(tell.language, { type: 'region', fallback: 'code' });
  return (code) => (/^[A-Z]{2}$/u.test(code) ? (names.of(code) ?? code) : code);
}

/** Bars of numbers, those that are nothing left out unless they matter, too. */
export function bars(
  title: string,
  rows: readonly (readonly [name: string, count: number])[],
  whole = false,
): readonly DeskBlock[] {
  const shown = rows.filter(([, count]) => whole || count > 0).map(([name, count]) => ({ name, count }));
  return shown.length === 0
    ? []
    : [{ kind: 'bars', title, most: Math.max(...shown.map(({ count }) => count)), rows: shown }];
}
