import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { hasEnough, type Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { outOfUse } from '../../bot/domain/methods/change.ts';
import { type MethodName, methodNames, setUp } from '../../bot/domain/methods/method.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { maskedOf } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { methodList } from '../parts/readiness-words.ts';
import { action, type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './manage.json' with { type: 'json' };

/** What the rows of the list send back. */
export const manageForm = z.object({ verb: z.enum(['change', 'remove']), method: z.enum(methodNames) });
/** What the card of one method sends back. */
export const methodForm = z.object({ verb: z.enum(['change', 'remove']) });
/** What the question before removing sends back. */
export const removeForm = z.object({ verb: z.enum(['keep', 'remove-it']) });

const build = cardFrom(structure);

/**
 * What is set up, a row each, to be changed or removed from there.
 * @param stopped why nothing can be changed now, and until when: then it is only a look
 */
export function manageCard(tell: Tell, person: Person, stopped: string | undefined, note?: Note): Card {
  const waiting = [...outOfUse(person.doubt).keys()];
  const halted = [
    stopped ?? '',
    tell('manage.halted'),
    ...(waiting.length > 0 ? [tell('notMe.waits', { methods: methodList(tell, waiting) })] : []),
  ];
  const help: Button = { title: tell('home.contactButton'), verb: 'ask-person', primary: true };
  return build(
    tell,
    {
      title: tell('manage.title'),
      lines: (stopped === undefined ? [tell('method.changeHint')] : halted).map((text) => ({ text })),
      rows: setUp(person.methods).map((method) => ({
        name: tell(`method.${method}`),
        line: valueLine(tell, person, method),
        sets: stopped === undefined ? [{ actions: rowButtons(tell, method).map(action) }] : [],
      })),
    },
    [...(stopped === undefined ? [] : [help]), back(tell, 'manage')],
    note,
  );
}

/** Named after their method: a screen reader reads them without the row. */
function rowButtons(tell: Tell, method: MethodName): readonly Button[] {
  return [
    { title: tell(`manage.change.${method}`), verb: 'change', data: { method } },
    { title: tell(`manage.remove.${method}`), verb: 'remove', data: { method } },
  ];
}

function valueLine(tell: Tell, person: Person, method: MethodName): string {
  const date = tell.date(person.methods[method]?.provenAt ?? 0);
  const address = maskedOf(person.methods, method);
  return address ? tell('manage.value', { address, date }) : tell('home.state.proven', { date });
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
