import { z } from 'zod';
import type { Person } from '../../bot/domain/account/person.ts';
import { microsoftPages } from '../../bot/domain/diagnosis/remedy.ts';
import { provableBy } from '../../bot/domain/enrolment/proof.ts';
import { type Account, hasEnough, type Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { type MethodName, methodNames } from '../../bot/domain/methods/method.ts';
import { allowedMethods, methodAllowed, type Policy, unwritable } from '../../bot/domain/policy.ts';
import { endingOf, startsAt } from '../../bot/domain/reset-service/end-dates.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { maskedOf } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import { lapseSentence, methodList, progressText, spareSentences } from '../parts/readiness-words.ts';
import { action, type Button, type Card, cardFrom, type Note } from '../parts/render.ts';
import structure from './choose.json' with { type: 'json' };

/** What the card sends back. */
export const choice = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('take'), method: z.enum(methodNames) }),
  z.object({ verb: z.literal('later') }),
]);

const build = cardFrom(structure);

/** Strongest first, as the reset service's own advice has it: what can't be stolen with a number, then what can. */
const byStrength: readonly MethodName[] = [
  'authenticator-app',
  'authentication-email',
  'authentication-phone',
  'office-phone',
  'security-questions',
];

/** The methods that can be set up next, a row each; and why another is not among them. */
export function chooseCard(
  tell: Tell,
  policy: Policy,
  readiness: Readiness,
  account: Account,
  now: Instant,
  note?: Note,
): Card {
  const { required, lapse } = readiness;
  const [spare = tell('choose.introSpare')] = lapse ? [lapseSentence(tell, lapse)] : spareSentences(tell, readiness);
  const { order, there } = offeredMethods(policy, readiness, account, now);
  const isThere = (method: MethodName) => there.some((one) => one === method);
  const [first] = order.filter((method) => !isThere(method));
  const rows = order.map((method) => ({
    name: tell(`method.${method}`),
    line: isThere(method)
      ? elsewhereLine(tell, method)
      : untilEnd(tell, method, describe(tell, method, policy, readiness), policy, account),
    choose: [action(isThere(method) ? pageButton(tell, method) : takeButton(tell, method, method === first))],
  }));
  return build(
    tell,
    {
      title: tell('choose.title'),
      progress: progressText(tell, readiness),
      intro: hasEnough(readiness) ? spare : tell('choose.intro', { required }),
      rows,
      missing: notOffered(tell, policy, readiness, account, now).map((text) => ({ text })),
    },
    [{ title: tell('choose.later'), verb: 'later', leaves: true }],
    note,
  );
}

/** The methods of the card in its order, and those of them that are set up elsewhere. */
export function offeredMethods(
  policy: Policy,
  { open, registered, written }: Readiness,
  account: Account,
  now: Instant,
) {
  const starting = unwritables(policy).filter((method) => startsAt(method, policy, account, now));
  const there = written ? starting.filter((one) => !registered.includes(one) && !open.includes(one)) : [];
  const offered: readonly MethodName[] = [...open, ...there];
  // Where a reset goes by what Microsoft takes, what lasts comes first.
  return { order: written ? byStrength.filter((method) => offered.includes(method)) : offered, there };
}

function takeButton(tell: Tell, method: MethodName, primary: boolean): Button {
  return { title: tell(`choose.take.${method}`), verb: 'take', data: { method }, primary };
}

/** Named after what it is for: two rows may lead to the same page. */
function pageButton(tell: Tell, method: MethodName): Button {
  const title = tell('choose.there', { method: tell(`method.${method}`) });
  return { title, verb: 'registration-page', url: microsoftPages.registration };
}

/** Why what somebody may look for is not there. */
function notOffered(
  tell: Tell,
  policy: Policy,
  { open, proven, registered, written }: Readiness,
  account: Account,
  now: Instant,
): readonly string[] {
  const there: readonly MethodName[] = written ? unwritables(policy) : [];
  const away = methodNames.filter((method) => ![...open, ...proven, ...registered].includes(method));
  const allowed = away.filter((method) => methodAllowed(policy, method, account.administrator));
  const byRole = away.filter((method) => !allowed.includes(method) && methodAllowed(policy, method, false));
  const refused = away.filter((method) => !allowed.includes(method) && !byRole.includes(method));
  const over = allowed.filter((method) => !startsAt(method, policy, account, now));
  const noDesk = allowed.includes('office-phone') && !over.includes('office-phone') && account.officePhone === null;
  return [
    ...(noDesk ? [tell('choose.no-office-phone')] : []),
    ...(over.length > 0 ? [tell('choose.over', { methods: methodList(tell, over) })] : []),
    ...(byRole.length > 0 ? [tell('choose.not-for-administrators', { methods: methodList(tell, byRole) })] : []),
    ...(refused.length > 0 && !there.some((method) => refused.includes(method))
      ? [tell('choose.not-offered', { methods: methodList(tell, refused) })]
      : []),
  ];
}

/** Methods the policy allows that only the reset service's own page can put there. */
function unwritables(policy: Policy) {
  return allowedMethods(policy, false).filter(unwritable);
}

function elsewhereLine(tell: Tell, method: MethodName): string {
  return unwritable(method) ? tell(`choose.elsewhere.${method}`) : '';
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
