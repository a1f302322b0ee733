import type { Person } from '../../bot/domain/account/person.ts';
import type { Prefilled } from '../../bot/domain/account/prefilled.ts';
import { meanwhile, mendedBy } from '../../bot/domain/diagnosis/obstacles.ts';
import { hasEnough, type Readiness } from '../../bot/domain/enrolment/readiness.ts';
import { isAddressMethod, type MethodName, methodNames, setUp } from '../../bot/domain/methods/method.ts';
import { type Policy, unwritable } from '../../bot/domain/policy.ts';
import type { Lapse } from '../../bot/domain/reset-service/end-dates.ts';
import type { Instant } from '../../bot/domain/time.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { contactName } from './contact-words.ts';
import { masked } from './masked.ts';
import { readinessPicture } from './readiness-picture.ts';

/** "1 of 2 methods ready", as text. */
export function progressText(tell: Tell, { proven, required, level, spare, obstacles }: Readiness): string {
  if (level === 'resilient' && obstacles.length === 0) return tell('readiness.pictureResilient', { spare });
  return countText(tell, proven.length, required);
}

/** "1 of 2 methods ready"; where there are more than needed, both numbers by themselves. */
export function countText(tell: Tell, proven: number, required: number): string {
  return tell(proven > required ? 'readiness.more' : 'readiness.progress', { proven, required });
}

/** The same as picture. Its words stand beside it, so whoever does not see it hears them once. */
export function progressPicture(tell: Tell, readiness: Readiness) {
  return {
    picture: readinessPicture(readiness.proven.length, readiness.required, readiness.obstacles.length > 0),
    pictureAlt: '',
    progress: progressText(tell, readiness),
  };
}

/** The methods that are shown: set up here or there, or open. */
export function listed({ methods }: Person, { open, registered, ended }: Readiness): readonly MethodName[] {
  const shown = new Set([...setUp(methods), ...open, ...registered, ...ended]);
  return methodNames.filter((method) => shown.has(method));
}

/** "Phone and Email". */
export function methodList(tell: Tell, methods: readonly MethodName[]): string {
  const names = methods.map((method) => tell(`method.${method}`));
  return new Intl.ListFormat(tell.language, { type: 'conjunction' }).format(names);
}

/** Which method would help, and what it would help against; empty: one more would change nothing. */
export function spareSentences(tell: Tell, { advice }: Readiness): readonly string[] {
  if (!advice) return [];
  const { thing, lost, add } = advice;
  const together = lost.length > 1 ? [tell('spare.together', { methods: methodList(tell, lost) })] : [];
  return [[...together, tell(`spare.${thing}`, { method: tell(`lapse.with.${add}`) })].join(' ')];
}

/** How near to ready somebody is, as a sentence; and until when, where that is known. */
export function levelSentence(tell: Tell, { level, proven, required, lapse }: Readiness): string {
  if (lapse) return lapseSentence(tell, lapse);
  if (level !== 'partly') return tell(`home.${level}`);
  return tell('home.partly', { proven: proven.length, required, missing: required - proven.length });
}

/**
 * From when on somebody is not ready any more, and the one step that cures it.
 * @param soon their methods are on their way, so they are not ready yet
 */
export function lapseSentence(tell: Tell, { what, date, missing, cure }: Lapse, soon = false): string {
  const says = tell(soon ? `lapse.soon.${what}` : `lapse.${what}`, { date: tell.calendar(date) });
  if (cure === null) return `${says} ${tell('lapse.ask')}`;
  const method = tell(`lapse.with.${cure}`);
  return `${says} ${missing === 1 ? tell('lapse.cure', { method }) : tell('lapse.cures', { missing, method })}`;
}

/** Until when nothing can be changed, and what that leaves. @param time as it is to be read there */
export function haltSentence(tell: Tell, { methods }: Person, time: string): string {
  return tell(setUp(methods).length > 0 ? 'outcome.frozen' : 'home.frozen', { time });
}

/** Where somebody stands whom something stops, and who tells it: what a sentence about it needs. */
export interface ReadinessStanding {
  readonly readiness: Readiness;
  readonly policy: Policy;
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly now: Instant;
}

/**
 * What stops a reset, everything at once, and what to do about it; none where nothing is known to. The same words stand on
 * the first card, at the end of registering and in the tab.
 */
export function obstacleLines(
  tell: Tell,
  { readiness, policy, registration, now }: ReadinessStanding,
): readonly string[] {
  const { obstacles } = readiness;
  const [worst] = obstacles;
  if (!worst) return [];
  const enough = hasEnough(readiness);
  const where = meanwhile(obstacles, registration);
  const sure = obstacles.some(({ certainty }) => certainty === 'proven') ? 'proven' : 'likely';
  const cure = {
    'ask-it': () => tell('obstacle.ask-it', { name: contactName(tell, policy.contact) }),
    wait: () => tell('remedy.try-again-at', { time: tell.time(worst.until ?? now, now) }),
    own: () => tell(`${worst.situation}.now`),
  }[mendedBy(worst)]();
  return [
    tell(`obstacle.${enough ? 'set-up' : 'missing'}.${sure}`),
    ...obstacles.map(({ situation }) => `• ${tell(`${situation}.why`)}`),
    // Where nobody will switch it on, nothing comes after that.
    enough || (where === 'nowhere' && mendedBy(worst) === 'own')
      ? cure
      : `${cure} ${tell(`obstacle.meanwhile.${where}`)}`,
  ];
}

/** The request that would mend it is one press away; undefined: nobody in IT can. */
export function tellItButton(tell: Tell, { readiness, policy }: Pick<ReadinessStanding, 'readiness' | 'policy'>) {
  if (!readiness.obstacles.some((one) => mendedBy(one) === 'ask-it')) return undefined;
  return {
    title: tell('obstacle.tell', { name: contactName(tell, policy.contact) }),
    verb: 'tell-it',
    primary: true,
  } as const;
}

/** What the organisation has on file, as it may be shown: "Phone +46 70 ••• •• 67". */
export function onFile(tell: Tell, values: readonly Prefilled[]): string {
  const words = values.map(({ method, address }) => `${tell(`method.${method}`)} ${masked(method, address)}`);
  return new Intl.ListFormat(tell.language, { type: 'conjunction' }).format(words);
}

/** How a method stands, with the bot and in the reset service. */
export function methodState(
  tell: Tell,
  method: MethodName,
  person: Person,
  { due, proven, written, registered, ended }: Readiness,
): string {
  if (ended.includes(method)) return tell('home.state.ended');
  if (registered.includes(method)) return tell('there.registered');
  const own = person.methods[method];
  if (!own) return tell('home.state.unset');
  if (due.includes(method)) return tell('home.state.due');
  const writing = isAddressMethod(method) ? person.writings[method] : undefined;
  if (written && !proven.includes(method)) return tell(unwritable(method) ? 'home.state.kept' : 'home.state.not-there');
  if (writing?.state === 'on-its-way') return tell('home.state.on-its-way');
  if (writing?.state === 'there') return tell('home.state.there', { date: tell.date(writing.since) });
  return tell('home.state.proven', { date: tell.date(lastSaid(person, method)) });
}

/** When somebody last showed or said that a method is right. */
export function lastSaid({ methods, confirmed }: Person, method: MethodName): Instant {
  return Math.max(methods[method]?.provenAt ?? 0, confirmed[method] ?? 0);
}

/** Something waits to be put into the reset service. */
export function onItsWay({ writings }: Person): boolean {
  return Object.values(writings).some(({ state }) => state === 'on-its-way');
}
