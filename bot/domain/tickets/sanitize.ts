/** How much one act can say, in UTF-16 units. */
export const longestWords = 2_000;
/** How much somebody can say of how to reach them. */
export const longestReach = 200;

/** How much of a name is shown. */
export const longestName = 120;

/** Controls that turn the reading direction, break lines where nobody sees it, or end a header. Tabs become spaces. */
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;

/** What somebody typed, as it is kept: whole characters, lines ended by `\n`, nothing that can't be seen, not too long. */
export function plainWords(typed: string, longest: number = longestWords): string {
  const plain = typed
    .slice(0, longest * 4)
    .toWellFormed()
    .replace(/\r\n?|\u0085|[\u2028\u2029]/gu, '\n')
    .replace(/\t/gu, ' ')
    .replace(unseen, (one) => (one === '\n' ? one : ''))
    .replace(/(?<! ) *\n */gu, '\n')
    .replace(/\n{3,}/gu, '\n\n')
    .trim();
  return shortened(plain, longest).trim();
}

/** The same on one line. */
export function plainLine(typed: string, longest: number = longestReach): string {
  return shortened(plainWords(typed, longest).replace(/\n+/gu, ' '), longest);
}

/** The beginning of a text, cut between whole characters. */
function shortened(text: string, longest: number): string {
  return text.length <= longest ? text : text.slice(0, longest).replace(/[\ud800-\udbff]$/u, '');
}
