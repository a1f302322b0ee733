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

/**
 * What somebody wishes or tells, finer than an intent: a heading of the examples each, with the intent it belongs to and the
 * situation it stands for, if any. What the bot says to each is for the dialogs.
 */
const topics = {
  // Questions that only mean something after an answer.
  meaning: ['help'],
  'do-it': ['reset-now'],
  'how-long': ['help'],
  'still-broken': ['why-failed'],
  'not-me': ['contact'],
  // What is kept about them.
  export: ['privacy'],
  erase: ['privacy'],
  // Answers to a screen.
  code: ['register'],
  correction: ['register'],
  'go-on': ['register'],
  'other-way': ['register'],
  // What is needed on the day, to be sent or printed.
  keep: ['help'],
  // They are away for a while, or looking for something.
  moment: ['greeting'],
  'not-arrived': ['why-failed', 'K18'],
  // A method is out of reach, or another has come.
  'phone-lost': ['why-failed', 'K33'],
  'phone-stolen': ['why-failed', 'K33'],
  'phone-broken': ['why-failed', 'K33'],
  'phone-abroad': ['why-failed'],
  'company-phone-returned': ['manage'],
  'email-lost': ['why-failed', 'K33'],
  'new-phone': ['manage'],
  'new-number': ['manage'],
  'new-address': ['manage'],
  // The authenticator app.
  'app-new-phone': ['manage'],
  'app-empty': ['why-failed'],
  'app-no-push': ['why-failed'],
  'app-code-refused': ['why-failed'],
  'app-number': ['why-failed'],
  'app-qr': ['why-failed'],
  'app-remove': ['manage'],
  'what-is-an-app': ['help'],
  'app-which': ['help'],
  // Questions of trust and of what is asked for.
  'which-method': ['help'],
  'own-phone': ['help'],
  'no-mobile': ['help'],
  'borrowed-phone': ['help'],
  'texts-ending': ['help'],
  'is-this-real': ['help'],
  'who-are-you': ['help'],
  'who-sends': ['help'],
  'how-often': ['help'],
  'reset-rules': ['help'],
  reminders: ['help'],
  // Trouble beside the reset.
  'verification-limit': ['why-failed', 'K17'],
  'temporarily-locked': ['why-failed'],
  'windows-sign-in': ['why-failed'],
  'sign-in': ['reset-now'],
  'sign-in-page': ['why-failed'],
  'password-expired': ['reset-now'],
  'temporary-password': ['why-failed'],
  'password-in-order': ['why-failed'],
  'other-devices': ['why-failed'],
  captcha: ['why-failed'],
  switchboard: ['why-failed'],
  'mfa-too-often': ['other'],
  // Requests.
  'ticket-status': ['contact'],
  'ticket-withdraw': ['contact'],
  'ticket-add': ['contact'],
  'somebody-else': ['contact'],
  // Not ours.
  'other-system': ['other'],
  injection: ['other'],
  anger: ['other'],
  'small-talk': ['other'],
} as const satisfies Record<string, readonly [SpokenIntent] | readonly ['why-failed', SituationNumber]>;
export type Topic = keyof typeof topics;

/** Pages and screens that are no situation of their own. */
export const pageSigns = ['verification-limit', 'temporarily-locked', 'windows-sign-in'] as const;
export type PageSign = (typeof pageSigns)[number];

/** What examples stand under. */
export type Heading = SpokenIntent | Topic | SituationNumber;

/** What one heading of the examples stands for. */
export interface Meaning {
  readonly intent: SpokenIntent;
  /** `null`: no finer than the intent, or the situation. */
  readonly topic: Topic | null;
  readonly situation: SituationNumber | null;
}

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...situationNumbers.map((situation) => [situation, { intent: 'why-failed', topic: null, situation }] as const),
  ...spokenIntents.map((intent) => [intent, { intent, topic: null, situation: null }] as const),
  ...(Object.entries(topics) as [Topic, readonly [SpokenIntent, SituationNumber?]][]).map(
    ([topic, [intent, situation = null]]) => [topic, { intent, topic, situation }] as const,
  ),
]);

/** Throws on a heading that stands for nothing: an example would be lost. */
export function meaningOf(label: string): Meaning {
  const meaning = meanings.get(label);
  if (!meaning) throw new RangeError(`no meaning: ${label}`);
  return meaning;
}
