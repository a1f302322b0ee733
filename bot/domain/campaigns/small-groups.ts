/** A group with fewer people than this is not shown on its own. */
export const leastShown = 5;

/** A row of a table by group. */
export interface GroupRow<Column extends string> {
  /** null: those of whom no group is known, or several groups together. */
  readonly name: string | null;
  /** How many groups stand in this row; more than one: together, because one of them is small. */
  readonly groups: number;
  readonly people: number;
  readonly counts: Readonly<Record<Column, number>>;
}

/** Counts people by the groups they are in. Somebody may be in several, or in none that is known. */
export interface GroupCount<Column extends string> {
  /** @param names each once */
  add(names: readonly string[], columns: readonly Column[]): void;
  /** Largest first; those that stand together last. */
  rows(): readonly GroupRow<Column>[];
}

interface Tally<Column extends string> {
  readonly names: readonly (string | null)[];
  people: number;
  readonly counts: Record<Column, number>;
}

/**
 * Small groups stand together in one row, with the next smallest, so that neither the row nor the difference to the total tells
 * of one of them. Who is in several of these is counted once in it. A group that differs from a larger one, or from all, by fewer
 * people than are ever shown is left out. Where all are fewer than would be shown, there is no row.
 */
export function createGroupCount<Column extends string>(columns: readonly Column[]): GroupCount<Column> {
  /** Those who are in exactly the same groups. */
  const tallies = new Map<string, Tally<Column>>();

  const none = () => Object.fromEntries(columns.map((one) => [one, 0])) as Record<Column, number>;

  function over(names: ReadonlySet<string | null>): Omit<GroupRow<Column>, 'name'> {
    let people = 0;
    const counts = none();
    for (const tally of tallies.values()) {
      if (!tally.names.some((name) => names.has(name))) continue;
      people += tally.people;
      for (const column of columns) counts[column] += tally.counts[column];
    }
    return { groups: names.size, people, counts };
  }

  /** Whether so few are in one of the two and not in the other that the difference of their numbers tells of them. */
  function nearly(one: ReadonlySet<string | null>, other: ReadonlySet<string | null> | 'all'): boolean {
    let apart = 0;
    for (const { names, people } of tallies.values()) {
      const [inOne, inOther] = [one, other].map((group) => group === 'all' || names.some((name) => group.has(name)));
      if (inOne !== inOther) apart += people;
    }
    return apart > 0 && apart < leastShown;
  }

  return {
    add(names, found) {
      const within = names.length > 0 ? names.toSorted() : [null];
      const key = JSON.stringify(within);
      const tally = tallies.get(key) ?? { names: within, people: 0, counts: none() };
      tally.people += 1;
      for (const column of found) tally.counts[column] += 1;
      tallies.set(key, tally);
    },
    rows() {
      const names = new Set([...tallies.values()].flatMap((tally) => tally.names));
      const each = [...names].map((name): GroupRow<Column> => ({ name, ...over(new Set([name])) }));
      each.sort((one, other) => other.people - one.people || ((one.name ?? '') < (other.name ?? '') ? -1 : 1));
      const shown: GroupRow<Column>[] = [];
      const together = new Set<string | null>();
      const nearlyARow = (group: ReadonlySet<string | null>) =>
        nearly(group, 'all') || shown.some(({ name }) => nearly(group, new Set([name])));
      for (const row of each) {
        if (row.people < leastShown) together.add(row.name);
        else if (!nearlyARow(new Set([row.name]))) shown.push(row);
      }
      const tells = () => over(together).people < leastShown || nearlyARow(together);
      const inRows = () => new Set([...together, ...shown.map(({ name }) => name)]);
      while (shown.length > 0 && (nearly(inRows(), 'all') || (together.size > 0 && (together.size < 2 || tells())))) {
        const next = shown.pop();
        if (next) together.add(next.name);
      }
      if (together.size === 0 && shown.length > 0) return shown;
      // Nothing can be taken off a row of everybody.
      if (shown.length === 0 && tells()) for (const { name } of each) together.add(name);
      const rest = over(together);
      return rest.people < leastShown ? [] : [...shown, { name: null, ...rest }];
    },
  };
}
