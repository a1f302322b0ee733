import { switchedOff } from '../../bot/domain/reset-service/readiness.ts';
import { says } from '../../bot/texts/typed-words.ts';
import { folded } from '../../bot/understanding/intent.ts';
import { finishCard, finishForm } from '../../cards/enrolment/finish.ts';
import type { Screen } from '../screen.ts';
import { readinessOf } from '../turn.ts';

/** You are ready. */
export const finishScreen: Screen<object, 'done' | 'more'> = {
  name: 'finish',
  async draw(turn) {
    const { tell, enrolment, asker, note } = turn;
    const [person, ready] = await Promise.all([enrolment.person(asker.employee), readinessOf(turn)]);
    const off = ready.written && switchedOff(await turn.facts());
    return finishCard(tell, person, ready, turn.account.registration, off, note);
  },
  read(_turn, act) {
    if (act.kind === 'text') {
      const words = folded(act.text);
      if (says('finish.done', words)) return { kind: 'answer', answer: 'done' };
      if (says('finish.more', words)) return { kind: 'answer', answer: 'more' };
      return { kind: 'not-mine' };
    }
    const read = finishForm.safeParse(act.kind === 'verb' ? { verb: act.verb } : undefined);
    return read.success ? { kind: 'answer', answer: read.data.verb } : { kind: 'not-mine' };
  },
};
