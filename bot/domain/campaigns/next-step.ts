import type { Person } from '../account/person.ts';
import { mayBegin } from '../enrolment/frequency-cap.ts';
import { day, type Instant, minute } from '../time.ts';
import type { CampaignCalendar, Place } from './calendar.ts';
import { type Campaign, endOf } from './campaign.ts';
import type { Recipient, RecipientEnd } from './recipient.ts';

/** What is to be done for somebody now. */
export type RecipientStep =
  | { readonly kind: 'ask'; readonly number: number; readonly chat: string }
  /** The last try to write to them was never ended: nobody knows whether it went. */
  | { readonly kind: 'unsure'; readonly due: Instant }
  | { readonly kind: 'wait'; readonly due: Instant }
  /** No chat is known: install the app, so that there is one. */
  | { readonly kind: 'install' }
  /** It was installed, and nobody told of a chat: ask for it. */
  | { readonly kind: 'find-chat' }
  | { readonly kind: 'end'; readonly end: RecipientEnd };

export interface StepKnowledge {
  readonly campaign: Campaign;
  readonly calendar: CampaignCalendar;
  /** Undefined: the bot has no record of them. */
  readonly person: Person | undefined;
  readonly ready: boolean;
  /** As the channel names it; null: none is known. */
  readonly chat: string | null;
  /** When they last did something in their chat. */
  readonly actedAt: Instant | null;
  /** The app can be installed for people. */
  readonly installs: boolean;
}

/** Who did something so lately is in the middle of it. */
export const talkLasts = 30 * minute;

/** How long Teams may take to tell of a chat after the app was installed. */
const eventAfter = 2 * minute;

/** Looks at somebody who is due. */
export function nextStep(recipient: Recipient, known: StepKnowledge, now: Instant): RecipientStep {
  const { campaign, calendar, person, ready, chat, installs, actedAt } = known;
  const { settings } = campaign;
  const { messages, snoozedUntil, installedAt } = recipient;
  const last = messages.at(-1);
  const place = placeOfRecipient(recipient, person);
  const wait = (until: Instant): RecipientStep => ({ kind: 'wait', due: calendar.nextOpening(place, until) });
  if (last?.result === 'under-way') return { kind: 'unsure', due: now };
  if (ready) return { kind: 'end', end: 'ready' };
  if (campaign.state === 'ended' || now >= endOf(settings)) return { kind: 'end', end: 'over' };
  const rested = last ? last.at + settings.apart * day : now;
  const soonest = Math.max(rested, snoozedUntil ?? now);
  // Who has had them all is looked at from time to time: they may have got ready.
  if (messages.length >= settings.messages) return { kind: 'wait', due: Math.max(soonest, now + settings.apart * day) };
  if (soonest > now) return wait(soonest);
  if (!calendar.isOpen(place, now)) return wait(now);
  if (actedAt !== null && now - actedAt < talkLasts) return wait(actedAt + talkLasts);
  if (chat !== null) {
    const key = begunKey(recipient, messages.length + 1);
    const from = person ? mayBegin(person, key) : now;
    return from > now ? wait(from) : { kind: 'ask', number: messages.length + 1, chat };
  }
  // Somebody else may install it for them meanwhile.
  if (!installs) return wait(now + day);
  if (installedAt === null || now - installedAt >= day) return { kind: 'install' };
  return now - installedAt >= eventAfter ? { kind: 'find-chat' } : { kind: 'wait', due: installedAt + eventAfter };
}

/** By which a message is known in the person's own record. */
export function begunKey({ campaign }: Recipient, number: number): string {
  return `campaign/${campaign}/${number}`;
}

export function placeOfRecipient(recipient: Recipient, person: Person | undefined): Place {
  const { country, department } = recipient;
  return { timeZone: person?.timeZone ?? recipient.timeZone, country, department };
}
