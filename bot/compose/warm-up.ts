import { setImmediate as others } from 'node:timers/promises';
import { chooseCard } from '../../cards/enrolment/choose.ts';
import { phoneCard } from '../../cards/enrolment/phone.ts';
import { homeCard } from '../../cards/home.ts';
import { cardPieces } from '../../cards/parts/render.ts';
import { newPerson } from '../domain/account/person.ts';
import { readiness } from '../domain/enrolment/readiness.ts';
import { defaultPolicy, type Policy } from '../domain/policy.ts';
import type { Clock } from '../domain/ports/system.ts';
import { recordDefinitions } from '../domain/records.ts';
import { activityFrom } from '../http/activity.ts';
import { languages } from '../texts/languages.ts';
import { prepareTexts, teller } from '../texts/tell.ts';
import { model } from '../understanding/model.ts';
import { understand } from '../understanding/understand.ts';

export interface WarmUpParts {
  readonly policy: () => Promise<Policy | undefined>;
  readonly clock: Clock;
  /** Turns that are under way now. */
  readonly underWay: () => Iterable<Promise<unknown>>;
  /** What else takes its time when it is first used. */
  readonly others: readonly (() => Promise<void>)[];
}

/** Sentences of every language that the model has an answer to. */
const said = ['The code does not arrive.', 'Koden kommer inte.', 'My password is wrong, what do I do?', 'Hej'];

/**
 * Does once, before anybody writes, what takes long when it is done for the first time: reads the language model, reads and
 * draws all texts, makes the first card of each language. One piece at a time, and requests in between: whoever
 * writes meanwhile waits for one piece at most. It goes on however many write: it waits for those who were there alone.
 */
export async function warmUp({ policy, clock, underWay, others: more }: WarmUpParts): Promise<void> {
  const known = (await policy()) ?? defaultPolicy;
  for (const piece of [...ownPieces(known, clock), ...more]) {
    await others();
    await Promise.allSettled(underWay());
    await piece();
  }
}

function ownPieces(policy: Policy, clock: Clock): readonly (() => unknown)[] {
  return [
    model,
    ...said.map((text) => () => understand(text)),
    ...languages.map((language) => () => prepareTexts(language)),
    ...languages.flatMap((language) => firstCards(policy, clock, language)),
    ...shapes,
    // Those of people who are further on than hello.
    ...cardPieces(),
  ];
}

const employee = { tenantId: '', objectId: '' };

function firstCards(policy: Policy, clock: Clock, language: (typeof languages)[number]): readonly (() => unknown)[] {
  const tell = teller(language, null);
  const nobody = newPerson(employee);
  const account = { administrator: false, officePhone: null };
  const stands = readiness(nobody, policy, account, clock());
  const standing = { readiness: stands, policy, registration: 'here', now: clock() } as const;
  return [
    () => [tell.time(clock(), clock()), tell.date(clock()), tell.moment(clock())],
    () => homeCard(tell, nobody, standing, {}),
    () => chooseCard(tell, policy, stands, account, clock()),
    () => phoneCard(tell, policy, stands, { number: '', country: 'SE', channel: 'text' }),
  ];
}

const message = {
  type: 'message',
  id: '1',
  timestamp: '2026-01-01T00:00:00Z',
  channelId: 'msteams',
  serviceUrl: 'http://localhost',
  from: { id: '1', aadObjectId: '1' },
  recipient: { id: '2' },
  conversation: { id: '3', conversationType: 'personal', tenantId: '4' },
  channelData: { tenant: { id: '4' } },
  text: 'hello',
};

/** The checks of shapes compile themselves when they first see something. */
const shapes = [() => activityFrom(message), () => recordDefinitions.person.parse(newPerson(employee))];
