import type { Instant } from '../bot/domain/instant.ts';
import { type MethodName, methodNames } from '../bot/domain/methods.ts';
import type { Person } from '../bot/domain/person.ts';
import { type Policy, unwritable } from '../bot/domain/policy.ts';
import type { Readiness } from '../bot/domain/readiness.ts';
import type { Tell } from '../bot/texts/tell.ts';
import structure from './home.json' with { type: 'json' };
import { maskedOf } from './masked.ts';
import { progressPicture } from './readiness-words.ts';
import { type Button, type Card, cardFrom, mostButtons, type Note } from './render.ts';

const build = cardFrom(structure);

/** Where somebody stands, and the best next step. */
export function homeCard(tell: Tell, person: Person, policy: Policy, readiness: Readiness, note?: Note): Card {
  const due = readiness.due.length > 0;
  const start: Button = { title: startTitle(tell, readiness), verb: 'start', primary: !due };
  const check: Button = { title: tell('home.check'), verb: 'look-through', primary: true };
  return build(
    tell,
    {
      ...progressPicture(tell, readiness),
      title: tell('home.title'),
      sentence: due ? tell('home.due') : sentenceOf(tell, readiness),
      methods: methodNames
        .filter((method) => readiness.open.includes(method) || person.methods[method])
        .map((method) => methodRow(tell, method, person, readiness)),
      advice:
        policy.adviseSpare && readiness.level === 'ready' && readiness.open.length > 0
          ? [{ text: tell('home.next') }]
          : [],
      contact: contactLine(tell, policy, 'home'),
    },
    // The last ones can be asked for in words as well.
    [
      ...(due ? [check] : []),
      ...(readiness.open.length > 0 ? [start] : []),
      ...(readiness.proven.length > 0 ? [{ title: tell('home.manage'), verb: 'manage' }] : []),
      { title: tell('home.why'), verb: 'why-failed' },
      { title: tell('home.contactButton'), verb: 'contact' },
      { title: tell('home.privacy'), verb: 'privacy' },
      { title: tell('home.language'), verb: 'language', data: { language: tell.language === 'sv' ? 'en' : 'sv' } },
    ].slice(0, mostButtons),
    note,
  );
}

/** Who helps when the bot can't. */
export function contactLine(tell: Tell, { contact }: Policy, place: 'home' | 'help'): string {
  const name = contactName(tell, contact);
  const { address } = contact;
  return address ? tell(`${place}.contactAt`, { name, address }) : tell(`${place}.contact`, { name });
}

export function contactName(tell: Tell, { name }: Policy['contact']): string {
  return name || tell('contact.name');
}

function startTitle(tell: Tell, { level }: Readiness): string {
  if (level === 'none') return tell('home.start');
  return level === 'partly' ? tell('home.continue') : tell('home.add');
}

function sentenceOf(tell: Tell, { level, proven, required }: Readiness): string {
  if (level !== 'partly') return tell(`home.${level}`);
  return tell('home.partly', { proven: proven.length, required, missing: required - proven.length });
}

function methodRow(tell: Tell, method: MethodName, person: Person, readiness: Readiness) {
  return {
    name: tell(`method.${method}`),
    address: maskedOf(person.methods, method) ?? '',
    state: methodState(tell, method, person, readiness),
  };
}

/** How a method stands, with the bot and in the reset service. */
export function methodState(
  tell: Tell,
  method: MethodName,
  person: Person,
  { due, proven, written }: Readiness,
): string {
  const own = person.methods[method];
  if (!own) return tell('home.state.unset');
  if (due.includes(method)) return tell('home.state.due');
  const writing =
    method === 'authentication-phone' || method === 'authentication-email' ? person.writings[method] : undefined;
  if (written && !proven.includes(method)) return tell(unwritable(method) ? 'home.state.kept' : 'home.state.not-there');
  if (writing?.state === 'on-its-way') return tell('home.state.on-its-way');
  if (writing?.state === 'there') return tell('home.state.there', { date: tell.date(writing.since) });
  return tell('home.state.proven', { date: tell.date(lastSaid(person, method)) });
}

/** When somebody last showed or said that a method is right. */
export function lastSaid({ methods, confirmed }: Person, method: MethodName): Instant {
  return Math.max(methods[method]?.provenAt ?? 0, confirmed[method] ?? 0);
}
