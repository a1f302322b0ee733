/** Does work on things, so many at once. Every one gets its turn; then it throws what came of the first that failed. */
export async function forEachParallel<T>(
  things: readonly T[],
  atOnce: number,
  work: (thing: T) => Promise<void>,
): Promise<void> {
  const rest = things.values();
  const failures: unknown[] = [];
  const hand = async () => {
    for (const thing of rest) await work(thing).catch((reason: unknown) => failures.push(reason));
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
  if (failures.length > 0) throw failures[0];
}
