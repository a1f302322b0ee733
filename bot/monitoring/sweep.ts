import { setImmediate as letOthers } from 'node:timers/promises';
import { type EmployeeKey, personId } from '../domain/account/person.ts';
import type { Conversation } from '../domain/conversation.ts';
import { nothingCounts } from '../domain/enrolment/rate-limit.ts';
import type { Kind, Records, Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { shared } from '../domain/shared-result.ts';
import { day, type Instant } from '../domain/time.ts';

/** A chat in which nobody has done anything for so long goes, if it is not the one a person is reached in. */
const chatLife = 180 * day;
const page = 1_000;
/** Under which it is noted when it was done. */
export const sweepName = 'sweep';

/** How many records went. */
export type Swept = Readonly<Record<'tallies' | 'chats', number>>;

/**
 * Removes what nothing depends on any more: tallies in which nothing counts, and chats that nobody uses. Once a day, by one
 * process for all. undefined: it was done lately.
 */
export async function sweep(store: Store, clock: Clock): Promise<Swept | undefined> {
  let swept: Swept | undefined;
  await shared(store, clock, {
    name: sweepName,
    fresh: day,
    async make(lost) {
      swept = await sweepNow(store, clock(), lost);
      return { ...swept };
    },
  });
  return swept;
}

async function sweepNow(store: Store, now: Instant, lost: AbortSignal): Promise<Swept> {
  /** Where a step finds that it is not dead any more, it stays. */
  async function those<K extends Kind>(kind: K, dead: (record: Records[K], id: string) => boolean | Promise<boolean>) {
    let count = 0;
    for (let after: string | undefined, more = true; more && !lost.aborted; ) {
      const { entries, next } = await store.scan(kind, page, after);
      for (const { id, record } of entries) {
        if (!(await dead(record, id))) continue;
        const text = JSON.stringify(record);
        count += await store.update(kind, id, (current) => {
          const same = JSON.stringify(current) === text;
          return { record: same ? undefined : current, outcome: same ? 1 : 0 };
        });
      }
      after = next;
      more = next !== undefined;
      await letOthers();
    }
    return count;
  }

  const idle = (tally: Records['address-limit']) => nothingCounts(tally, now);
  const tallies = (await those('address-limit', idle)) + (await those('tenant-limit', idle));
  const chats = await those('conversation', async (chat, id) => {
    if (chat.at > now - chatLife) return false;
    const people = await Promise.all(peopleOf(chat).map((one) => store.read('person', personId(one))));
    return people.every((person) => person?.chat !== id);
  });
  return { tallies, chats };
}

/** Whose chat it may be, as the channel named them, and in local mode whom it goes on as. */
function peopleOf({ reference, playing }: Conversation): readonly EmployeeKey[] {
  const { user, conversation } = Object(reference);
  const tenantId: unknown = conversation?.tenantId;
  if (typeof tenantId !== 'string') return [];
  return [user?.aadObjectId, playing].flatMap((objectId: unknown) =>
    typeof objectId === 'string' ? [{ tenantId, objectId }] : [],
  );
}
