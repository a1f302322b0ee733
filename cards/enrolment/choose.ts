import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { provableBy } from '../../bot/domain/enrolment/proof.ts';
import { type Account, hasEnough, isReady, type Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { type MethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { methodAllowed, type Policy, unwritable } from '../../bot/domain/policy.ts';
import { endingOf, startsAt } from '../../bot/domain/reset-service/end-dates.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { maskedOf } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { lapseSentence, progressText } from '../parts/readiness-words.ts';
import { type Button, type Card, mostButtons, type Note } from '../parts/render.ts';
import { registrationPage } from './register-at-microsoft.ts';

/** What the card sends back. */
export const choice = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('take'), method: z.enum(methodNames) }),
  z.object({ verb: z.literal('later') }),
]);

/** The methods that can be set up next. */
export function chooseCard(
  tell: Tell,
  policy: Policy,
  readiness: Readiness,
  account: Account,
  now: Instant,
  note?: Note,
): Card {
  const { required, registered, lapse } = readiness;
  const ends = (method: MethodName) => endingOf(method, policy, account) !== undefined;
  // What stays comes before what ends.
  const open = readiness.open.toSorted((one, other) => Number(ends(one)) - Number(ends(other)));
  const spare = lapse ? lapseSentence(tell, lapse) : tell(isReady(readiness) ? 'choose.introSpare' : 'finish.spare');
  const intro = hasEnough(readiness) ? spare : tell('choose.intro', { required });
  const starting = unwritables(policy).filter((method) => startsAt(method, policy, account, now));
  const there = readiness.written ? starting.filter((method) => !registered.includes(method)) : [];
  const lines = [
    progressText(tell, readiness),
    intro,
    ...open.map((method) => untilEnd(tell, method, describe(tell, method, policy, readiness), policy, account)),
    ...there.filter((method) => !open.includes(method)).map((method) => tell(`choose.elsewhere.${method}`)),
  ];
  const page: Button = { title: tell('button.registrationPage'), verb: 'registration-page', url: registrationPage };
  const buttons: Button[] = open.map((method, at) => ({
    title: tell(`choose.take.${method}`),
    verb: 'take',
    data: { method },
    primary: at === 0,
  }));
  const later: Button = { title: tell('choose.later'), verb: 'later', leaves: true };
  const fits = there.length > 0 && buttons.length + 2 <= mostButtons;
  return pageCard(tell, tell('choose.title'), lines, [...buttons, ...(fits ? [page] : []), later], note);
}

/** Methods the policy allows that only the reset service's own page can put there. */
function unwritables(policy: Policy) {
  return methodNames.filter((method) => methodAllowed(policy, method, false)).filter(unwritable);
}

function describe(tell: Tell, method: MethodName, policy: Policy, { written }: Readiness): string {
  if (written && unwritable(method)) return tell(`choose.kept.${method}`);
  const onlyOne = method === 'authentication-phone' && policy.phone.channels.length === 1;
  return onlyOne ? tell('choose.authentication-phone.one') : tell(`choose.${method}`);
}

/** Nobody chooses a phone unawares that stops counting. */
function untilEnd(tell: Tell, method: MethodName, what: string, policy: Policy, account: Account): string {
  const ending = endingOf(method, policy, account);
  return ending?.what === 'phone' ? tell('choose.until', { what, date: tell.calendar(ending.date) }) : what;
}

/** Methods somebody can show that it is still them. @param back those that were left alone, to bring the others back */
export function proveCard(tell: Tell, person: Person, back?: readonly MethodName[], note?: Note): Card {
  const buttons: Button[] = (back ?? provableBy(person)).map((method, at) => {
    const address = maskedOf(person.methods, method);
    const name = tell(`method.${method}`);
    const title = address ? tell('prove.take', { method: name, address }) : name;
    return { title, verb: 'take', data: { method }, primary: at === 0 };
  });
  const later: Button = { title: tell('button.cancel'), verb: 'later', leaves: true };
  return pageCard(
    tell,
    tell('prove.title'),
    [tell(back ? 'prove.introBack' : 'prove.intro')],
    [...buttons, later],
    note,
  );
}
