/** The last `limit` things used, by key. */
export interface LruCache<T> {
  get(key: string): T | undefined;
  set(key: string, thing: T): void;
  delete(key: string): void;
}

export function createLruCache<T>(limit: number): LruCache<T> {
  // A Map keeps the order things were put in, so the first is the one not used for longest.
  const things = new Map<string, T>();
  return {
    get(key) {
      const thing = things.get(key);
      if (thing !== undefined) {
        things.delete(key);
        things.set(key, thing);
      }
      return thing;
    },
    set(key, thing) {
      things.delete(key);
      things.set(key, thing);
      const [oldest] = things.keys();
      if (things.size > limit && oldest !== undefined) things.delete(oldest);
    },
    delete: (key) => things.delete(key),
  };
}
