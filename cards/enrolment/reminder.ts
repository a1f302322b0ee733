import type { Person } from '../../bot/domain/account/person.ts';
import type { Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { setUp } from '../../bot/domain/methods/method.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { methodLine } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { levelSentence } from '../parts/readiness-words.ts';
import type { Card } from '../parts/render.ts';

/** Asks whether what somebody has set up is still right; one click is enough when it is. @param due when to have answered */
export function reminderCard(tell: Tell, person: Person, due: Instant, now: Instant): Card {
  const when = due > now ? tell('reminder.soon', { date: tell.date(due) }) : tell('reminder.now');
  const lines = [when, ...setUp(person.methods).map((method) => methodLine(tell, person.methods, method))];
  return pageCard(tell, tell('reminder.title'), lines, [
    { title: tell('reminder.allRight'), verb: 'all-right', primary: true },
    { title: tell('reminder.changed'), verb: 'look-through' },
    { title: tell('reminder.later'), verb: 'snooze' },
  ]);
}

/** Tells from when on what somebody has is not enough any more, or that it is not, with the one step that cures it. */
export function lapseReminderCard(tell: Tell, readiness: Readiness): Card {
  return pageCard(
    tell,
    tell('reminder.lapse.title'),
    [levelSentence(tell, readiness)],
    [
      { title: tell('home.add'), verb: 'stay-ready', primary: true },
      { title: tell('reminder.later'), verb: 'snooze' },
    ],
  );
}
