import { z } from 'zod';
import { type EmployeeKey, employeeKeySchema, personId } from '../account/person.ts';
import { closedChats } from '../conversation.ts';
import { addressMethodNames } from '../methods/method.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { day, type Instant, minute, second } from '../time.ts';
import { type NotReadyReason, notReadyReasons } from './campaign.ts';

/**
 * One message to one person. under-way: on lease to whoever sends it · sent · unsure: it may have gone, and is not sent again.
 */
const messageSchema = storedObject({
  at: z.number(),
  result: z.enum(['under-way', 'sent', 'unsure']),
  /** The card, as the channel names it. */
  card: z.string().nullable(),
});

/** How it came to an end for somebody; a chat that is closed says why. over: the campaign ended before they were ready. */
const endings = ['ready', 'not-again', 'unreachable', 'over', ...closedChats] as const;
export type RecipientEnd = (typeof endings)[number];

/** What is on file for somebody, as it may be shown. */
const onFileSchema = storedObject({ method: z.enum(addressMethodNames), shown: z.string() });
export type OnFile = Stored<typeof onFileSchema>;

/** Somebody a campaign is about. */
export const recipientSchema = storedObject({
  version: z.literal(1),
  campaign: z.string(),
  employee: employeeKeySchema,
  wave: z.number(),
  /** Why they were not ready when the campaign began. */
  reason: z.enum(notReadyReasons),
  onFile: z.array(onFileSchema),
  /** What they have will not be enough from then on, by a date that Microsoft has named. */
  lapse: storedObject({ what: z.enum(['phone', 'questions']), when: z.number() }).nullable(),
  department: z.string().nullable(),
  country: z.string().nullable(),
  language: z.string().nullable(),
  /** Their client's, once they wrote. */
  timeZone: z.string().nullable(),
  /** Their chat with the bot, where it came to be known by the campaign. */
  chat: z.string().nullable(),
  /** When the app was last installed for them, so that there is a chat. */
  installedAt: z.number().nullable(),
  messages: z.array(messageSchema),
  /** When it is looked at next; during a message the end of its lease. */
  due: z.number(),
  /** Tries in a row that came to nothing, and surely left no message. */
  tries: z.number(),
  /** They have answered a message: what they began goes on in their own record. */
  answeredAt: z.number().nullable(),
  snoozedUntil: z.number().nullable(),
  end: z.enum(endings).nullable(),
  endedAt: z.number().nullable(),
  /** Up to which message of their chat they have read, as its channel names it; null: it never told. */
  readUpTo: z.number().nullable().default(null),
});
export interface Recipient extends Stored<typeof recipientSchema> {}

export function recipientId(campaign: string, employee: EmployeeKey): string {
  return `${campaign}/${personId(employee)}`;
}

/**
 * Where somebody stands in a campaign: everybody is in one place. asked: a message is there · unsure: one may be ·
 * began: they answered.
 */
export const standings = ['waiting', 'asked', 'unsure', 'began', 'snoozed', ...endings] as const;
export type Standing = (typeof standings)[number];

export function standingOfRecipient({ end, answeredAt, snoozedUntil, messages }: Recipient): Standing {
  if (end !== null) return end;
  if (snoozedUntil !== null) return 'snoozed';
  if (answeredAt !== null) return 'began';
  if (messages.some(({ result }) => result === 'sent')) return 'asked';
  return messages.length > 0 ? 'unsure' : 'waiting';
}

export const mostMessages = 3;

/** How many of their messages came to this. */
export function messagesOf({ messages }: Recipient, result: 'sent' | 'unsure'): number {
  return messages.filter((one) => one.result === result).length;
}

/**
 * Whether they surely saw a message: they read up to it, as the channel told, or did something about it. Of everybody else it is
 * not known: receipts come only where people and their organisation let them.
 */
export function hasOpened({ messages, readUpTo, answeredAt, end }: Recipient): boolean {
  if (answeredAt !== null || end === 'not-again') return true;
  if (readUpTo === null) return false;
  return messages.some(({ result, card }) => result === 'sent' && card !== null && Number(card) <= readUpTo);
}

/** A group is counted by what it is found by, so nobody has to read everybody. */
export const recipientFields = {
  due: 'number',
  open: 'text',
  person: 'text',
  standing: 'text',
  sent: 'text',
  unsure: 'text',
} as const;

export function indexOfRecipient(recipient: Recipient) {
  const { campaign, wave, end, due, employee } = recipient;
  return {
    due: end === null ? due : undefined,
    open: end === null ? campaign : undefined,
    person: personId(employee),
    standing: standingField(campaign, wave, standingOfRecipient(recipient)),
    sent: countField(campaign, messagesOf(recipient, 'sent')),
    unsure: countField(campaign, messagesOf(recipient, 'unsure')),
  };
}

export function standingField(campaign: string, wave: number, standing: Standing): string {
  return `${campaign}/${wave}/${standing}`;
}

export function countField(campaign: string, count: number): string {
  return `${campaign}/${count}`;
}

/** What is known of somebody when a campaign begins. */
export interface Invited
  extends Pick<Recipient, 'employee' | 'onFile' | 'lapse' | 'department' | 'country' | 'language'> {
  readonly reason: NotReadyReason;
}

export function newRecipient(campaign: string, invited: Invited, wave: number, due: Instant): Recipient {
  const { employee, reason, onFile, lapse, department, country, language } = invited;
  return {
    version: 1,
    campaign,
    employee,
    wave,
    reason,
    onFile,
    lapse,
    department,
    country,
    language,
    timeZone: null,
    chat: null,
    installedAt: null,
    messages: [],
    due,
    tries: 0,
    answeredAt: null,
    snoozedUntil: null,
    end: null,
    endedAt: null,
    readUpTo: null,
  };
}

/** Longer than a message is waited for. */
const lease = 30 * second;

/**
 * The recipient with a message under way, so that nobody else sends it; undefined: it is not theirs to send now. From here
 * on it may have gone.
 */
export function beginMessage(recipient: Recipient, number: number, now: Instant): Recipient | undefined {
  const { messages, end, due } = recipient;
  if (end !== null || due > now || messages.length !== number - 1) return undefined;
  if (messages.some(({ result }) => result === 'under-way')) return undefined;
  return { ...recipient, messages: [...messages, { at: now, result: 'under-way', card: null }], due: now + lease };
}

/** What came of the message under way. @param due when they are looked at next */
export function endMessage(
  recipient: Recipient,
  came: { readonly result: 'sent' | 'unsure'; readonly card?: string | null } | 'not-gone',
  due: Instant,
): Recipient {
  const last = recipient.messages.at(-1);
  if (last?.result !== 'under-way') return recipient;
  const before = recipient.messages.slice(0, -1);
  // Somebody may have answered, and put it off, before it was written down that the message is there.
  const next = recipient.due === last.at + lease ? due : recipient.due;
  if (came === 'not-gone') return { ...recipient, messages: before, due: next, tries: recipient.tries + 1 };
  return {
    ...recipient,
    messages: [...before, { at: last.at, result: came.result, card: came.card ?? null }],
    due: next,
    tries: 0,
    snoozedUntil: null,
  };
}

/** The recipient for whom it is over. */
export function endRecipient(recipient: Recipient, end: RecipientEnd, now: Instant): Recipient {
  if (recipient.end !== null) return recipient;
  const messages = recipient.messages.map((one) =>
    one.result === 'under-way' ? { ...one, result: 'unsure' as const } : one,
  );
  return { ...recipient, messages, end, endedAt: now };
}

/** How soon it is looked whether whoever answered is ready. */
const looksAfter = 15 * minute;

/** They have begun to do what they were asked to. */
export function answerRecipient(recipient: Recipient, now: Instant): Recipient {
  if (recipient.end !== null && recipient.end !== 'not-again') return recipient;
  return {
    ...recipient,
    answeredAt: recipient.answeredAt ?? now,
    snoozedUntil: null,
    due: now + looksAfter,
    end: null,
    endedAt: null,
  };
}

export const snoozeDays = [1, 3, 7] as const;
export type SnoozeDays = (typeof snoozeDays)[number];

/** Nothing for so many days. */
export function snoozeRecipient(recipient: Recipient, days: SnoozeDays, now: Instant): Recipient {
  if (recipient.end !== null) return recipient;
  const until = now + days * day;
  return { ...recipient, answeredAt: recipient.answeredAt ?? now, snoozedUntil: until, due: until };
}
