import { day, hour, minute, second } from '../../bot/domain/time.ts';
import { seeded } from '../support/seeded.ts';

/**
 * What somebody does about a message of a campaign. at once: answers within a minute · later: within the day · second: only the
 * second one moves them · puts off: for some days, then answers · never: wants no more · ignores · at night: works then, talks
 * with the bot then and answers then · blocked: keeps the bot from writing · no app: may not have it · left: works here no more.
 */
export const habits = {
  'at once': 5,
  later: 18,
  second: 12,
  'puts off': 8,
  never: 5,
  ignores: 32,
  'at night': 10,
  blocked: 4,
  'no app': 3,
  left: 3,
} as const;
export type Habit = keyof typeof habits;

/** Three time zones, and how many in a hundred live there. */
const places = [
  { zone: 'Europe/Stockholm', country: 'SE', share: 60 },
  { zone: 'America/New_York', country: 'US', share: 25 },
  { zone: 'Asia/Kolkata', country: 'IN', share: 15 },
] as const;

const departments = ['Assembly', 'Sales', 'Finance', 'Research', 'Support', 'Stores'] as const;

export interface Colleague {
  readonly number: number;
  readonly objectId: string;
  readonly zone: string;
  readonly country: string;
  readonly department: (typeof departments)[number];
  readonly habit: Habit;
  /** How long after a message they act, ms. */
  readonly after: number;
  /** For how many days they put it off. */
  readonly days: 1 | 3 | 7;
  /** They have talked with the bot before: it knows their chat, and their client's time zone. */
  readonly known: boolean;
  /** A number is on file for them, and was never confirmed. */
  readonly onFile: boolean;
  /** They have methods that are due to be looked at, so that a reminder waits for them as well. */
  readonly reminded: boolean;
}

export const tenantId = '7e57ed00-0000-4000-8000-000000000000';

/** The people of an organisation, always the same for the same seed. */
export function organisationOf(size: number, seed: number): readonly Colleague[] {
  const { below, chance, pick } = seeded(seed);
  const weighted = <T>(all: readonly (readonly [T, number])[]): T => {
    let rest = below(all.reduce((sum, [, share]) => sum + share, 0));
    const found = all.find(([, share]) => {
      rest -= share;
      return rest < 0;
    });
    if (!found) throw new RangeError('nobody');
    return found[0];
  };
  const some = Object.entries(habits) as [Habit, number][];
  return Array.from({ length: size }, (_, number) => {
    const place = weighted(places.map((one) => [one, one.share] as const));
    const habit = weighted(some);
    const known = chance() < 0.5;
    return {
      number,
      objectId: `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
      zone: place.zone,
      country: place.country,
      department: pick(departments),
      habit,
      after: habit === 'at once' ? 5 * second + below(50) * second : 10 * minute + below(5 * hour),
      days: pick([1, 3, 7] as const),
      known,
      onFile: chance() < 0.6,
      reminded: known && chance() < 0.1,
    };
  });
}

/** What is to be done when. */
export interface Agenda {
  at(when: number, what: () => void): void;
  /** The time of the next thing; undefined: nothing is left. */
  next(): number | undefined;
  /** Does all that is due. */
  run(until: number): void;
}

export function createAgenda(): Agenda {
  const heap: { readonly when: number; readonly order: number; readonly what: () => void }[] = [];
  let order = 0;
  const before = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (!one || !other) return false;
    return one.when < other.when || (one.when === other.when && one.order < other.order);
  };
  const swap = (a: number, b: number) => {
    const [one, other] = [heap[a], heap[b]];
    if (one && other) [heap[a], heap[b]] = [other, one];
  };
  function rise(from: number): void {
    for (let at = from; at > 0 && before(at, (at - 1) >> 1); at = (at - 1) >> 1) swap(at, (at - 1) >> 1);
  }
  function sink(): void {
    for (let at = 0; ; ) {
      const least = [2 * at + 1, 2 * at + 2]
        .filter((one) => one < heap.length)
        .sort((a, b) => (before(a, b) ? -1 : 1))[0];
      if (least === undefined || !before(least, at)) return;
      swap(at, least);
      at = least;
    }
  }
  function take(): (() => void) | undefined {
    swap(0, heap.length - 1);
    const first = heap.pop();
    sink();
    return first?.what;
  }
  return {
    at(when, what) {
      order += 1;
      heap.push({ when, order, what });
      rise(heap.length - 1);
    },
    next: () => heap[0]?.when,
    run(until) {
      while ((heap[0]?.when ?? Number.POSITIVE_INFINITY) <= until) take()?.();
    },
  };
}

/** The first moment from `at` on in the night of a place, when the night shift works. */
export function nextNight(at: number, zone: string): number {
  for (let moment = Math.ceil(at / hour) * hour; ; moment += hour) {
    const [clock = 0] = wallOf(moment, zone);
    if (clock >= 22 || clock < 5 || moment > at + day) return moment;
  }
}

type Wall = readonly [hour: number, weekday: number, date: string];
const walls = new Map<string, Wall>();

/** Hour, weekday (0: Sunday) and date on the wall of a place, by the calendar of the runtime and no rule of ours. */
export function wallOf(at: number, zone: string): Wall {
  // Every zone there is lies whole quarters of an hour off.
  const quarter = Math.floor(at / (15 * minute)) * 15 * minute;
  const known = walls.get(`${quarter} ${zone}`);
  if (known) return known;
  const wall = new Date(new Date(quarter).toLocaleString('en-US', { timeZone: zone }));
  const date = [wall.getFullYear(), wall.getMonth() + 1, wall.getDate()].map((one) => String(one).padStart(2, '0'));
  const shown: Wall = [wall.getHours(), wall.getDay(), date.join('-')];
  walls.set(`${quarter} ${zone}`, shown);
  return shown;
}
