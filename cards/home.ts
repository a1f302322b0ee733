import type { AccountFacts } from '../bot/domain/account/facts.ts';
import type { Person } from '../bot/domain/account/person.ts';
import type { Prefilled } from '../bot/domain/account/prefilled.ts';
import { frozenUntil } from '../bot/domain/enrolment/proof.ts';
import { hasEnough, isReady, type Readiness } from '../bot/domain/enrolment/readiness.ts';
import { outOfUse } from '../bot/domain/methods/change.ts';
import type { MethodName } from '../bot/domain/methods/method.ts';
import { methodsLeftAlone } from '../bot/domain/methods/revert-change.ts';
import { type Policy, unwritable } from '../bot/domain/policy.ts';
import { onlyThere } from '../bot/domain/reset-service/readiness.ts';
import { languageRecords, nextLanguage } from '../bot/texts/languages.ts';
import type { Tell } from '../bot/texts/tell.ts';
import structure from './home.json' with { type: 'json' };
import { contactLine } from './parts/contact-words.ts';
import { masked, maskedOf, maskedThere } from './parts/masked.ts';
import {
  haltSentence,
  levelSentence,
  listed,
  methodState,
  obstacleLines,
  onFile,
  onItsWay,
  progressPicture,
  type ReadinessStanding,
  spareSentences,
  tellItButton,
} from './parts/readiness-words.ts';
import { type Button, type Card, cardFrom, mostButtons, type Note } from './parts/render.ts';

const build = cardFrom(structure);

/** What the reset service says of somebody for whom the bot writes there. */
export interface InService {
  /** What the directory sees; needed where something is registered that the bot was never shown. */
  readonly seen?: AccountFacts | null;
  /** What was filled in for them and waits for their answer: it does not count before. */
  readonly waiting?: readonly Prefilled[];
}

/** Where somebody stands, and the best next step. */
export function homeCard(
  tell: Tell,
  person: Person,
  standing: ReadinessStanding,
  { seen = null, waiting = [] }: InService,
  note?: Note,
): Card {
  const { readiness, policy, now } = standing;
  const halted = frozenUntil(person, now) !== null;
  const due = readiness.due.length > 0;
  const stopped = tellItButton(tell, standing);
  // Who is ready in the reset service may have registered the same there, which is not looked at then.
  const counted = readiness.written && hasEnough(readiness);
  const offered = counted ? [] : waiting.filter(({ method }) => readiness.open.includes(method));
  const start: Button = { title: startTitle(tell, policy, readiness), verb: 'start', primary: !due && !stopped };
  const waits = outOfUse(person.doubt).size > 0 && methodsLeftAlone(person).length > 0;
  const check: Button = { title: tell('home.check'), verb: 'look-through', primary: !stopped };
  return build(
    tell,
    {
      ...progressPicture(tell, readiness),
      title: tell('home.title'),
      sentences: sentencesFor(tell, person, standing).map((text) => ({ text })),
      methods: listed(person, readiness).map((method) => methodRow(tell, method, person, readiness, seen, offered)),
      advice: adviceFor(tell, policy, readiness, offered),
      contact: contactLine(tell, policy, 'home'),
    },
    // The last ones can be asked for in words as well.
    [
      ...(stopped ? [stopped] : []),
      ...(waits ? [{ title: tell('home.back'), verb: 'bring-back' as const }] : []),
      ...(due ? [check] : []),
      ...(!halted && (readiness.open.length > 0 || onlyThere(readiness, policy)) ? [start] : []),
      ...(halted || readiness.proven.length > readiness.registered.length
        ? [{ title: tell('home.manage'), verb: 'manage' as const }]
        : []),
      { title: tell('home.why'), verb: 'why-failed' } as const,
      { title: tell('home.contactButton'), verb: 'contact' } as const,
      { title: tell('home.privacy'), verb: 'privacy' } as const,
      languageButton(tell),
    ].slice(0, mostButtons),
    note,
  );
}

/** Some of it could be shown to the bot as well. */
function canBeConfirmed({ registered }: Readiness): boolean {
  return registered.some((method) => !unwritable(method));
}

function adviceFor(tell: Tell, policy: Policy, readiness: Readiness, offered: readonly Prefilled[]) {
  const { lapse } = readiness;
  if (!hasEnough(readiness) && offered.length > 0)
    return [{ text: tell('home.onFile', { values: onFile(tell, offered) }) }];
  if (canBeConfirmed(readiness)) return [{ text: tell('home.registered') }];
  const quiet = !policy.adviseSpare || lapse || !isReady(readiness);
  return quiet ? [] : spareSentences(tell, readiness).map((text) => ({ text }));
}

function startTitle(tell: Tell, policy: Policy, readiness: Readiness): string {
  const { level } = readiness;
  if (onlyThere(readiness, policy)) {
    return tell(isReady(readiness) && !readiness.lapse ? 'there.change' : 'there.register');
  }
  if (canBeConfirmed(readiness)) return tell('home.confirm');
  if (level === 'none') return tell('home.start');
  return level === 'partly' ? tell('home.continue') : tell('home.add');
}

function sentencesFor(tell: Tell, person: Person, standing: ReadinessStanding): readonly string[] {
  const { readiness } = standing;
  const stopped = obstacleLines(tell, standing);
  const frozen = frozenUntil(person, standing.now);
  const halt = frozen === null ? [] : [haltSentence(tell, person, tell.time(frozen, standing.now))];
  if (stopped.length > 0) return [...halt, ...stopped];
  if (isReady(readiness) && onItsWay(person)) return [...halt, tell('finish.onItsWay')];
  // Nothing can be begun now.
  if (frozen !== null && readiness.level === 'none') return halt;
  return [...halt, readiness.due.length > 0 ? tell('home.due') : levelSentence(tell, readiness)];
}

function methodRow(
  tell: Tell,
  method: MethodName,
  person: Person,
  readiness: Readiness,
  seen: AccountFacts | null,
  offered: readonly Prefilled[],
) {
  const value = offered.find((one) => one.method === method);
  if (value && !person.methods[method] && !readiness.registered.includes(method)) {
    const address = masked(value.method, value.address);
    return { name: tell(`method.${method}`), address, state: tell('home.state.on-file') };
  }
  const there = readiness.registered.includes(method) && seen ? maskedThere(method, seen) : undefined;
  return {
    name: tell(`method.${method}`),
    address: there ?? maskedOf(person.methods, method) ?? '',
    state: methodState(tell, method, person, readiness),
  };
}

/** Changes to the next language, in that language's words; it names it, so that a second click does not change on. */
export function languageButton(tell: Tell): Button {
  const language = nextLanguage(tell.language);
  return { title: languageRecords[language].switchTo, verb: 'language', data: { language } };
}
