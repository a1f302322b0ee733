import { Fault } from '../../domain/fault.ts';

/** People wait in line for a key: one at a time, in order of arrival. A key nobody holds takes no memory. */
export interface KeyedMutex {
  /**
   * Runs work while nobody else has the key.
   * @param patience how long to wait for it, in milliseconds; then Fault `lock-timeout`. Missing: as long as it takes
   */
  alone<T>(key: string, work: () => Promise<T>, patience?: number): Promise<T>;
}

export function createKeyedMutex(): KeyedMutex {
  const waiting = new Map<string, Set<() => void>>();

  function turn(key: string, patience: number | undefined): Promise<void> | undefined {
    const line = waiting.get(key);
    if (!line) {
      waiting.set(key, new Set());
      return undefined;
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const leave = () => {
        line.delete(enter);
        reject(new Fault('lock-timeout', `waited for ${patience} ms`));
      };
      const timer = patience === undefined ? undefined : setTimeout(leave, patience).unref();
      line.add(enter);
    });
  }

  function next(key: string): void {
    const line = waiting.get(key);
    const [enter] = line ?? [];
    if (!enter) {
      waiting.delete(key);
      return;
    }
    line?.delete(enter);
    enter();
  }

  return {
    async alone(key, work, patience) {
      await turn(key, patience);
      try {
        return await work();
      } finally {
        next(key);
      }
    },
  };
}
