import { type SituationNumber, situationNumbers } from '../domain/diagnosis/situation-ids.ts';

/** What people want of the bot, as `npm run understand` prints it. */
export const spokenIntents = [
  'register',
  'confirm',
  'manage',
  'status',
  'why-failed',
  'contact',
  'privacy',
  'rehearse',
  'reset-now',
  'language',
  'help',
  'cancel',
  'greeting',
  'thanks',
  'other',
] as const;
export type SpokenIntent = (typeof spokenIntents)[number];

/** Questions that only mean something after an answer, and what they want when there was none. */
const followUps = {
  meaning: 'help',
  'do-it': 'reset-now',
  'how-long': 'help',
  'still-broken': 'why-failed',
  'not-me': 'contact',
} as const satisfies Record<string, SpokenIntent>;
export type FollowUp = keyof typeof followUps;

/** Pages and screens that are no situation of their own, and the one they come nearest to. */
const pages = {
  'verification-limit': 'K17',
  'temporarily-locked': null,
  'windows-sign-in': null,
} as const satisfies Record<string, SituationNumber | null>;
export type PageSign = keyof typeof pages;

/** What one heading of the examples stands for. */
export interface Meaning {
  readonly intent: SpokenIntent;
  readonly wish: SpokenIntent | FollowUp;
  readonly situation: SituationNumber | null;
  readonly page: PageSign | null;
}

/** Throws on a heading that stands for nothing: an example would be lost. */
export function meaningOf(label: string): Meaning {
  const failed = { intent: 'why-failed', wish: 'why-failed' } as const;
  const situation = situationNumbers.find((id) => id === label);
  if (situation) return { ...failed, situation, page: null };
  if (isKey(pages, label)) return { ...failed, situation: pages[label], page: label };
  if (isKey(followUps, label)) return { intent: followUps[label], wish: label, situation: null, page: null };
  const intent = spokenIntents.find((one) => one === label);
  if (!intent) throw new RangeError(`no meaning: ${label}`);
  return { intent, wish: intent, situation: null, page: null };
}

function isKey<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key);
}
