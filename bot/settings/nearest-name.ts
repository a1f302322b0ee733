/** How much longer names may differ from what was meant. */
const few = (name: string) => (name.length < 4 ? 0 : name.length < 8 ? 1 : 2);

/** The name that was probably meant; undefined: none is near. Case and separators do not count as differences. */
export function nearestName(typed: string, names: readonly string[]): string | undefined {
  const bare = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, '');
  const ranked = names
    .map((name) => ({ name, apart: distance(bare(typed), bare(name)) }))
    .sort((one, other) => one.apart - other.apart);
  const [best] = ranked;
  return best && best.apart <= few(bare(best.name)) ? best.name : undefined;
}

/** Letters to put in, take out, change, or swap with their neighbour (Damerau's distance, restricted). */
function distance(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      now[column] = Math.min(
        (last[column] ?? 0) + 1,
        (now[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, last] = [last, now];
  }
  return last[other.length] ?? 0;
}
