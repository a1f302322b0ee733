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
