import type { Time } from '../../deadline.ts';
import type { Budget, BudgetSlot, QueueStanding, Quota, Urgency } from '../../domain/ports/budget.ts';
import type { Instant } from '../../domain/time.ts';

interface Waiter {
  readonly give: () => void;
}

/** Keeps one quota for all callers of this process. */
export function createBudget({ now, alarm }: Pick<Time, 'now' | 'alarm'>, { most, per, background }: Quota): Budget {
  const lines: Readonly<Record<Urgency, Set<Waiter>>> = { person: new Set(), background: new Set() };
  const underWay: Record<Urgency, number> = { person: 0, background: 0 };
  /** When each answer came, oldest first; what is older than the span is forgotten. */
  let ended: { readonly at: Instant; readonly urgency: Urgency }[] = [];
  let quietUntil: Instant = 0;
  let callOff: (() => void) | undefined;

  const used = (urgency: Urgency) => underWay[urgency] + ended.filter((one) => one.urgency === urgency).length;

  /** Whose turn it is; undefined: nobody's yet. */
  function next(): Urgency | undefined {
    const [people, own] = [used('person'), used('background')];
    if (people + own >= most) return undefined;
    const ownWaits = lines.background.size > 0 && own < background;
    if (lines.person.size > 0 && !(ownWaits && own === 0 && people >= most - 1)) return 'person';
    return ownWaits ? 'background' : undefined;
  }

  function pump(): void {
    const at = now();
    ended = ended.filter((one) => one.at > at - per);
    while (at >= quietUntil) {
      const urgency = next();
      const [waiter] = urgency ? lines[urgency] : [];
      if (!urgency || !waiter) break;
      lines[urgency].delete(waiter);
      underWay[urgency] += 1;
      waiter.give();
    }
    callOff?.();
    callOff = undefined;
    if (lines.person.size + lines.background.size === 0) return;
    const [oldest] = ended;
    const wake = at < quietUntil ? quietUntil : oldest && oldest.at + per;
    // With nothing ended yet, the end of what is under way wakes us.
    if (wake !== undefined) callOff = alarm(Math.max(1, wake - at), pump);
  }

  function placeOf(urgency: Urgency): BudgetSlot {
    let given = true;
    return {
      done() {
        if (!given) return;
        given = false;
        underWay[urgency] -= 1;
        ended.push({ at: now(), urgency });
        pump();
      },
    };
  }

  return {
    async enter(urgency, signal) {
      if (signal.aborted) return undefined;
      const { promise, resolve } = Promise.withResolvers<BudgetSlot | undefined>();
      const waiter: Waiter = { give: () => resolve(placeOf(urgency)) };
      const leave = () => {
        if (lines[urgency].delete(waiter)) resolve(undefined);
      };
      lines[urgency].add(waiter);
      signal.addEventListener('abort', leave, { once: true });
      pump();
      try {
        return await promise;
      } finally {
        signal.removeEventListener('abort', leave);
      }
    },

    line(urgency): QueueStanding {
      const at = now();
      ended = ended.filter((one) => one.at > at - per);
      const ahead = lines.person.size + (urgency === 'background' ? lines.background.size : 0);
      const taken = used('person') + used('background');
      const spansOf = (before: number, room: number) => Math.max(0, Math.ceil((before + 1 - room) / room));
      const own = lines.background.size + used('background');
      const spans = Math.max(spansOf(ahead + taken, most), urgency === 'background' ? spansOf(own, background) : 0);
      return { ahead, wait: Math.max(0, quietUntil - at) + spans * per };
    },

    hold(milliseconds) {
      quietUntil = Math.max(quietUntil, now() + milliseconds);
      pump();
    },
  };
}
