/**
 * Deals what is offered to the rows of a form: each question stands in one row only. So none can be chosen twice, and the card
 * stays small however many there are. Another round deals anew; what was chosen stays in its row.
 * @param chosen what is chosen in each row; anything that is not offered is nothing
 */
export function dealt<Question extends string>(
  offered: readonly Question[],
  rows: number,
  round: number,
  chosen: readonly string[],
): readonly (readonly Question[])[] {
  const kept = chosen.slice(0, rows).map((one, row) => (chosen.indexOf(one) === row ? one : ''));
  const free = offered.filter((question) => !kept.includes(question));
  const rowOf = (question: Question) => {
    const place = offered.indexOf(question);
    // Every round shifts each block of neighbours by another amount, so that those who shared a row part.
    return (place + round * Math.floor(place / rows)) % rows;
  };
  return Array.from({ length: rows }, (_, row) => {
    const own = offered.filter((one) => kept[row] === one || (free.includes(one) && rowOf(one) === row));
    return own.length > 0 ? own : free;
  });
}
