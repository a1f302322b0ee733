import { randomUUID } from 'node:crypto';
import type { Time } from '../../deadline.ts';
import type { Budget, BudgetSlot, Quota, Urgency } from '../../domain/ports/budget.ts';
import type { Store } from '../../domain/ports/store.ts';
import { type Instant, minute, second } from '../../domain/time.ts';
import { createBudget } from './in-process.ts';

/** One request that counts: while it is under way, until its process must have died; then from its end on. */
interface Taken {
  readonly id: string;
  readonly urgency: Urgency;
  readonly ended: Instant | null;
  readonly dies: Instant;
}

/** What all processes know of a budget. */
interface Shared {
  readonly taken: readonly Taken[];
  readonly quietUntil: Instant;
}

/** Longer no request takes. */
const longest = 2 * minute;
/** How soon what others hold is known where requests are not counted together. */
const fresh = 5 * second;

interface SharedBudget {
  readonly store: Store;
  readonly time: Pick<Time, 'now' | 'alarm'>;
  readonly name: string;
  readonly quota: Quota;
}

function sharedRecord({ store, name }: SharedBudget) {
  const id = `budget/${name}`;
  const nothing: Shared = { taken: [], quietUntil: 0 };
  const sharedIn = (value: unknown) => (value ?? nothing) as Shared;
  return {
    read: async () => sharedIn((await store.read('shared-result', id))?.value),
    change: <O>(at: Instant, step: (shared: Shared) => { readonly next: Shared; readonly outcome: O }): Promise<O> =>
      store.update('shared-result', id, (record) => {
        const { next, outcome } = step(sharedIn(record?.value));
        return { record: { at, value: JSON.parse(JSON.stringify(next)) }, outcome };
      }),
  };
}

/**
 * Keeps one quota for all processes, in a record: each request is counted there before it goes, on a lease, so that those
 * of a process that dies are given back. People of one process go in order; between processes whoever asks first. While the
 * store does not answer each process keeps the quota for itself.
 */
export function createSharedBudget(parts: SharedBudget): Budget {
  const { time, quota } = parts;
  const own = createBudget(time, quota);
  const record = sharedRecord(parts);
  let expected: Instant = 0;

  /** 0: it may go. Else how long to wait, ms. */
  function take(id: string, urgency: Urgency, now: Instant): Promise<number> {
    return record.change(now, ({ taken, quietUntil }) => {
      const live = taken.filter(({ ended, dies }) => (ended === null ? dies > now : ended > now - quota.per));
      const background = live.filter((one) => one.urgency === 'background').length;
      const full = live.length >= quota.most || (urgency === 'background' && background >= quota.background);
      const next = { taken: live, quietUntil };
      if (now < quietUntil) return { next, outcome: quietUntil - now };
      if (!full) {
        const mine = { id, urgency, ended: null, dies: now + longest + quota.per };
        return { next: { ...next, taken: [...live, mine] }, outcome: 0 };
      }
      const free = Math.min(...live.map(({ ended }) => (ended === null ? now + second : ended + quota.per)));
      return { next, outcome: Math.max(1, free - now) };
    });
  }

  /** false: the signal aborted first. */
  function waited(milliseconds: number, signal: AbortSignal): Promise<boolean> {
    if (signal.aborted) return Promise.resolve(false);
    return new Promise((resolve) => {
      const leave = () => {
        callOff();
        resolve(false);
      };
      const callOff = time.alarm(milliseconds, () => {
        signal.removeEventListener('abort', leave);
        resolve(true);
      });
      signal.addEventListener('abort', leave, { once: true });
    });
  }

  function ended(id: string): Promise<void> {
    const at = time.now();
    return record.change(at, ({ taken, quietUntil }) => {
      const next = taken.map((one) => (one.id === id ? { ...one, ended: at } : one));
      return { next: { taken: next, quietUntil }, outcome: undefined };
    });
  }

  return {
    async enter(urgency, signal) {
      const place = await own.enter(urgency, signal);
      if (!place) return undefined;
      const id = randomUUID();
      for (;;) {
        const wait = await take(id, urgency, time.now()).catch(() => 0);
        if (wait === 0) return placeOf(place, () => ended(id));
        expected = time.now() + wait;
        if (await waited(wait, signal)) continue;
        place.done();
        return undefined;
      }
    },
    line(urgency) {
      const { ahead, wait } = own.line(urgency);
      return { ahead, wait: Math.max(wait, expected - time.now()) };
    },
    hold(milliseconds) {
      own.hold(milliseconds);
      holdFor(record, time.now(), milliseconds);
    },
  };
}

/** The same where requests are too many to be counted together: each process counts its own, what is held holds for all. */
export function createHeldBudget(parts: SharedBudget): Budget {
  const { time, quota } = parts;
  const own = createBudget(time, quota);
  const record = sharedRecord(parts);
  let looked = Number.NEGATIVE_INFINITY;
  return {
    ...own,
    async enter(urgency, signal) {
      const now = time.now();
      if (now - looked >= fresh) {
        looked = now;
        const { quietUntil } = await record.read().catch(() => ({ quietUntil: 0 }));
        if (quietUntil > now) own.hold(quietUntil - now);
      }
      return own.enter(urgency, signal);
    },
    hold(milliseconds) {
      own.hold(milliseconds);
      holdFor(record, time.now(), milliseconds);
    },
  };
}

/** Whoever it does not reach finds out by a refusal of their own. */
function holdFor(record: ReturnType<typeof sharedRecord>, now: Instant, milliseconds: number): void {
  const held = record.change(now, ({ taken, quietUntil }) => ({
    next: { taken, quietUntil: Math.max(quietUntil, now + milliseconds) },
    outcome: undefined,
  }));
  void held.catch(() => undefined);
}

function placeOf(place: BudgetSlot, ended: () => Promise<void>): BudgetSlot {
  let given = true;
  return {
    done() {
      if (!given) return;
      given = false;
      place.done();
      // One that is not given back counts until its lease ends.
      void ended().catch(() => undefined);
    },
  };
}
