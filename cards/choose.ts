import { z } from 'zod';
import { type MethodName, methodNames } from '../bot/domain/methods.ts';
import type { Person } from '../bot/domain/person.ts';
import type { Policy } from '../bot/domain/policy.ts';
import type { Readiness } from '../bot/domain/readiness.ts';
import { provableBy } from '../bot/domain/sending.ts';
import type { Tell } from '../bot/texts/tell.ts';
import { maskedOf } from './masked.ts';
import { pageCard } from './page.ts';
import { progressText } from './readiness-words.ts';
import type { Button, Card, Note } from './render.ts';

/** What the card sends back. */
export const choice = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('take'), method: z.enum(methodNames) }),
  z.object({ verb: z.literal('later') }),
]);

/** The methods that can be set up next. */
export function chooseCard(tell: Tell, policy: Policy, readiness: Readiness, note?: Note): Card {
  const { level, required, open } = readiness;
  const enough = level === 'ready' || level === 'resilient';
  const intro = enough ? tell('choose.introSpare') : tell('choose.intro', { required });
  const lines = [progressText(tell, readiness), intro, ...open.map((method) => describe(tell, method, policy))];
  const buttons: Button[] = open.map((method, at) => ({
    title: tell(`choose.take.${method}`),
    verb: 'take',
    data: { method },
    primary: at === 0,
  }));
  const later: Button = { title: tell('choose.later'), verb: 'later', leaves: true };
  return pageCard(tell, tell('choose.title'), lines, [...buttons, later], note);
}

function describe(tell: Tell, method: MethodName, policy: Policy): string {
  const onlyOne = method === 'authentication-phone' && policy.phone.channels.length === 1;
  return onlyOne ? tell('choose.authentication-phone.one') : tell(`choose.${method}`);
}

/** The proven methods somebody can show that it is still them. */
export function proveCard(tell: Tell, person: Person, note?: Note): Card {
  const buttons: Button[] = provableBy(person).map((method, at) => {
    const address = maskedOf(person.methods, method);
    const name = tell(`method.${method}`);
    const title = address ? tell('prove.take', { method: name, address }) : name;
    return { title, verb: 'take', data: { method }, primary: at === 0 };
  });
  const later: Button = { title: tell('button.cancel'), verb: 'later', leaves: true };
  return pageCard(tell, tell('prove.title'), [tell('prove.intro')], [...buttons, later], note);
}
