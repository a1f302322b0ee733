import type { MethodName } from '../../bot/domain/methods/method.ts';
import type { Turn } from '../turn.ts';

/** Keeps that methods are still right, and thanks. */
export async function sayConfirmed(turn: Turn, methods: readonly MethodName[] | 'all'): Promise<void> {
  const { tell } = turn;
  const outcome = await turn.confirming.confirm(turn.asker.employee, methods);
  if (outcome.kind === 'nothing-to-confirm') return;
  const text =
    outcome.next === null ? tell('confirm.thanks') : tell('confirm.thanksUntil', { date: tell.date(outcome.next) });
  turn.note = { text, tone: 'good' };
}
