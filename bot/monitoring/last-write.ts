import { Fault } from '../domain/fault.ts';
import type { Store } from '../domain/ports/store.ts';

/** Whether the last write reached the records. */
export interface LastWrite {
  /** The same store, listened to. */
  readonly store: Store;
  /** After a write that failed, it tries one: without traffic nobody else would find that there is room again. */
  ok(): Promise<boolean>;
}

/** A count of nothing for a tenant that is none: a record like others, which means nothing to anybody. */
const trial = 'trial-of-the-disk';

export function watchWrites(records: Store): LastWrite {
  let failed = false;

  async function heard<T>(write: () => Promise<T>, wrote: () => boolean): Promise<T> {
    try {
      const outcome = await write();
      if (wrote()) failed = false;
      return outcome;
    } catch (reason) {
      if (reason instanceof Fault && reason.code === 'store-unavailable') failed = true;
      throw reason;
    }
  }

  const store: Store = {
    ...records,
    update(kind, id, step) {
      let wrote = false;
      const listened: typeof step = (record) => {
        const decided = step(record);
        wrote = decided.record !== record;
        return decided;
      };
      return heard(
        () => records.update(kind, id, listened),
        () => wrote,
      );
    },
    remove: (kind, id) =>
      heard(
        () => records.remove(kind, id),
        () => false,
      ),
  };

  return {
    store,
    async ok() {
      if (!failed) return true;
      await store
        .update('tenant-limit', trial, () => ({ record: { slots: [] }, outcome: undefined }))
        .catch(() => undefined);
      return !failed;
    },
  };
}
