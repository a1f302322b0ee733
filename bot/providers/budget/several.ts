import { type Time, within } from '../../deadline.ts';
import type { Budget, BudgetSlot, Urgency } from '../../domain/ports/budget.ts';
import { second } from '../../domain/time.ts';

/** Longer than this nobody stands in line, ms: a letter would not be given back before its lease ends. */
const patience = 2 * second;

/**
 * A turn in each of these budgets, or none in any.
 * @returns how long to stay away, ms, where there is none soon
 */
export async function enterAll(
  budgets: readonly Budget[],
  urgency: Urgency,
  time: Pick<Time, 'alarm'>,
  signal?: AbortSignal,
): Promise<BudgetSlot | number> {
  const wait = Math.max(...budgets.map((one) => one.line(urgency).wait));
  if (wait > patience) return wait;
  const slots: BudgetSlot[] = [];
  const done = () => {
    for (const slot of slots) slot.done();
  };
  for (const budget of budgets) {
    const slot = await within(time, patience, signal, (inner) => budget.enter(urgency, inner));
    if (!slot) {
      done();
      return Math.max(second, budget.line(urgency).wait);
    }
    slots.push(slot);
  }
  return { done };
}
