import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { hasEnough, type Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { type MethodName, setUp } from '../../bot/domain/methods/method.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { maskedOf } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import type { Button, Card, Note } from '../parts/render.ts';

/** What the card of one method sends back. */
export const methodForm = z.object({ verb: z.enum(['change', 'remove']) });
/** What the question before removing sends back. */
export const removeForm = z.object({ verb: z.enum(['keep', 'remove-it']) });

/** What is set up, to choose one from. */
export function manageCard(tell: Tell, person: Person, note?: Note): Card {
  const set = setUp(person.methods);
  const lines = [tell('manage.intro'), ...set.map((method) => row(tell, person, method))];
  const buttons: Button[] = set.map((method) => ({
    title: tell(`method.${method}`),
    verb: 'take',
    data: { method },
  }));
  return pageCard(tell, tell('manage.title'), lines, [...buttons, back(tell, 'manage')], note);
}

/** One method: change it or remove it. */
export function methodCard(tell: Tell, person: Person, method: MethodName, note?: Note): Card {
  const lines = [row(tell, person, method), tell('method.changeHint')];
  return pageCard(
    tell,
    tell(`method.${method}`),
    lines,
    [
      { title: tell('method.change'), verb: 'change', primary: true },
      { title: tell('method.remove'), verb: 'remove' },
      back(tell, 'method'),
    ],
    note,
  );
}

/** Says first what removing does. @param after readiness without the method @param last no other is set up */
export function removeCard(tell: Tell, method: MethodName, after: Readiness, last: boolean): Card {
  const counts = { proven: after.proven.length, required: after.required };
  const lines = [
    hasEnough(after) ? tell('remove.stillReady', counts) : tell('remove.notReady', counts),
    ...(last ? [tell('remove.last')] : []),
  ];
  return pageCard(tell, tell(`remove.title.${method}`), lines, [
    { title: tell('remove.keep'), verb: 'keep', primary: true },
    { title: tell('remove.yes'), verb: 'remove-it' },
  ]);
}

function row(tell: Tell, person: Person, method: MethodName): string {
  const date = tell.date(person.methods[method]?.provenAt ?? 0);
  const address = maskedOf(person.methods, method);
  const name = tell(`method.${method}`);
  return address
    ? tell('manage.row', { method: name, address, date })
    : tell('manage.rowPlain', { method: name, date });
}

function back(tell: Tell, from: string): Button {
  return { title: tell('button.back'), verb: 'back', data: { from }, leaves: true };
}
