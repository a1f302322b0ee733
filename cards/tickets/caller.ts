import type { Person } from '../../bot/domain/account/person.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { methodLine } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import type { Button, Card, Note } from '../parts/render.ts';

/** By which of these the employee can show a supporter who calls that it is them. @param supporter their name */
export function callerCard(
  tell: Tell,
  person: Person,
  methods: readonly MethodName[],
  supporter: string,
  note?: Note,
): Card {
  const buttons: Button[] = methods.slice(0, 5).map((method, at) => ({
    title: methodLine(tell, person.methods, method),
    verb: 'take',
    data: { method },
    primary: at === 0,
  }));
  const lines = [tell('check.question', { name: supporter }), tell('check.how')];
  const later: Button = { title: tell('button.cancel'), verb: 'later', leaves: true };
  return pageCard(tell, tell('check.choose'), lines, [...buttons, later], note);
}
