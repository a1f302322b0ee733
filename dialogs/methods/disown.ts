import { methodList } from '../../cards/parts/readiness-words.ts';
import type { Turn } from '../turn.ts';

/** Takes a change out of use, with all that came after it, and says so above the next card. */
export async function disown(turn: Turn, change: string): Promise<void> {
  const { tell, now, enrolment, asker } = turn;
  const outcome = await enrolment.disown(asker.employee, change);
  const text =
    outcome.kind === 'taken-out'
      ? tell(`outcome.taken-out.${outcome.back}`, {
          methods: methodList(tell, outcome.methods),
          time: tell.time(outcome.until, now),
        })
      : tell('outcome.change-unknown');
  turn.note = { text, tone: 'attention' };
}
