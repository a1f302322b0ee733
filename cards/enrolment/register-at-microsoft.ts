import { z } from 'zod';
import type { AccountFacts } from '../../bot/domain/account/facts.ts';
import type { Prefilled } from '../../bot/domain/account/prefilled.ts';
import type { Facts } from '../../bot/domain/diagnosis/facts.ts';
import { microsoftPages } from '../../bot/domain/diagnosis/remedy.ts';
import { hasEnough, type Readiness } from '../../bot/domain/enrolment/readiness.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import { seenThere } from '../../bot/domain/reset-service/readiness.ts';
import type { NotWritten, SlotName, WrittenMethod } from '../../bot/domain/reset-service/slots.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import structure from '../home.json' with { type: 'json' };
import { languageButton } from '../home.ts';
import { contactLine } from '../parts/contact-words.ts';
import { maskedThere } from '../parts/masked.ts';
import { pageCard } from '../parts/page.ts';
import {
  lapseSentence,
  obstacleLines,
  onFile,
  progressPicture,
  type ReadinessStanding,
  tellItButton,
} from '../parts/readiness-words.ts';
import { type Button, type Card, cardFrom, type Note } from '../parts/render.ts';

/** What the card that sends people to the registration page sends back. */
export const registerThereForm = z.object({ verb: z.enum(['look-there', 'home']) });

const build = cardFrom(structure);

/** Where somebody stands whose methods are in the reset service alone: what the directory tells, and when it was so. */
export function homeThereCard(
  tell: Tell,
  standing: ReadinessStanding,
  facts: Facts,
  seen: AccountFacts,
  waiting: readonly Prefilled[],
  note?: Note,
): Card {
  const { readiness, policy } = standing;
  const ready = hasEnough(readiness);
  const stopped = tellItButton(tell, standing);
  const { report } = seen;
  const buttons: readonly Button[] = [
    ...(stopped ? [stopped] : []),
    {
      title: tell(ready ? 'there.change' : 'there.register'),
      verb: 'start',
      primary: !stopped && (!ready || readiness.lapse !== null),
    },
    { title: tell('home.why'), verb: 'why-failed' },
    { title: tell('home.contactButton'), verb: 'contact' },
    { title: tell('home.privacy'), verb: 'privacy' },
    languageButton(tell),
  ];
  return build(
    tell,
    {
      ...progressPicture(tell, readiness),
      title: tell('home.title'),
      sentences: (readiness.obstacles.length > 0
        ? obstacleLines(tell, standing)
        : [sentenceOf(tell, readiness, facts, report.kind === 'unseen' && report.why === 'looking')]
      ).map((text) => ({ text })),
      methods: [...readiness.proven, ...readiness.ended].map((method) => ({
        name: tell(`method.${method}`),
        address: maskedThere(method, seen),
        state: tell(readiness.ended.includes(method) ? 'home.state.ended' : 'there.registered'),
      })),
      advice: [
        ...(ready || waiting.length === 0 ? [] : [{ text: tell('there.onFile', { values: onFile(tell, waiting) }) }]),
        ...(report.kind === 'seen' ? [{ text: tell('there.report', { time: tell.moment(report.value.at) }) }] : []),
      ],
      contact: contactLine(tell, policy, 'home'),
    },
    buttons,
    note,
  );
}

function sentenceOf(tell: Tell, { level, lapse }: Readiness, facts: Facts, looking: boolean): string {
  if (lapse) return lapseSentence(tell, lapse);
  const ready = level === 'ready';
  if (looking && !ready) return tell('there.looking');
  return tell(ready ? 'there.ready' : seenThere(facts) ? 'there.notReady' : 'there.unknown');
}

/**
 * The way to Microsoft's page.
 * @param why it is not done here: they hold a directory role, so that nobody else may set their methods; or what they have
 *   there can't be shown to the bot. Undefined: nobody's is
 */
export function registerThereCard(
  tell: Tell,
  ready: boolean,
  why: 'there.administrator' | 'there.unshown' | undefined,
  waiting: readonly Prefilled[],
  note?: Note,
): Card {
  const filledIn = waiting.length === 0 ? [] : [tell('there.onFile', { values: onFile(tell, waiting) })];
  const lines = [...(why ? [tell(why)] : []), ...filledIn, tell('there.steps'), tell('there.watch')];
  return pageCard(
    tell,
    tell(ready ? 'there.change' : 'there.register'),
    lines,
    [
      {
        title: tell('button.registrationPage'),
        verb: 'registration-page',
        url: microsoftPages.registration,
        primary: true,
      },
      { title: tell('there.look'), verb: 'look-there' },
      { title: tell('button.back'), verb: 'home', leaves: true },
    ],
    note,
  );
}

const shownAs: Readonly<Record<SlotName, MethodName>> = {
  mobile: 'authentication-phone',
  alternate: 'authentication-phone',
  office: 'office-phone',
  email: 'authentication-email',
};

/** What the watch saw: methods that are new, or, when none is named, that it is enough. */
export function registeredCard(tell: Tell, methods: readonly SlotName[]): Card {
  const names = [...new Set(methods.map((slot) => tell(`method.${shownAs[slot]}`)))].join(', ');
  const text = methods.length === 0 ? tell('there.enough') : tell('there.more', { methods: names });
  // Whether a reset works is for the first card to say, which looks at all that may stop it.
  return pageCard(tell, tell('there.moreTitle'), [text], [{ title: tell('notice.notMe'), verb: 'ask-person' }]);
}

/** Tells that a method waits for the registration report, which has no line of them yet. */
export function unlistedCard(tell: Tell, method: WrittenMethod): Card {
  const lines = [tell('written.waits', { method: tell(`method.${method}`) })];
  return pageCard(tell, tell('written.waitsTitle'), lines, [
    { title: tell('button.registrationPage'), verb: 'registration-page', url: microsoftPages.registration },
  ]);
}

/** Tells that a method did not get into the reset service, or not out of it, why, and what to do. @param gone it was to go */
export function notWrittenCard(tell: Tell, method: WrittenMethod, why: NotWritten, gone: boolean): Card {
  const what = tell(gone ? 'written.stillThere' : 'written.notThere', { method: tell(`method.${method}`) });
  return pageCard(
    tell,
    tell('written.title'),
    [what, tell(`written.${why}`)],
    [
      {
        title: tell('button.registrationPage'),
        verb: 'registration-page',
        url: microsoftPages.registration,
        primary: true,
      },
      { title: tell('home.contactButton'), verb: 'ask-person' },
    ],
  );
}
