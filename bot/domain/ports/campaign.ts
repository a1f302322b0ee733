import type { EmployeeKey, Person } from '../account/person.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Recipient } from '../campaigns/recipient.ts';
import type { ClosedChat } from '../conversation.ts';

/**
 * What came of one try to ask somebody. sent · unsure: nobody knows whether it went · busy: they are talking with the bot, so it
 * was not sent · later: it surely did not go, and may another time, after so many ms where that is known · unreachable and
 * `ClosedChat`: refused for good.
 */
export type CampaignSent =
  | { readonly kind: 'sent'; readonly card: string | null }
  | { readonly kind: 'unsure' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'unreachable' | ClosedChat }
  | { readonly kind: 'later'; readonly after?: number };

export interface CampaignMessage {
  readonly campaign: Campaign;
  readonly recipient: Recipient;
  /** Undefined: the bot has no record of them. */
  readonly person: Person | undefined;
  /** As the channel names it. */
  readonly chat: string;
  /** In which language, where that is not for the reader to say: to look at it before others do. */
  readonly language?: string;
}

/** Writes to people as a campaign wants it. Promises: each call sends one message at most, and never throws. */
export interface CampaignMessenger {
  ask(message: CampaignMessage): Promise<CampaignSent>;
  /** Earlier cards become a line: a newer one takes their place. What can't be changed any more is left. */
  shrink(message: CampaignMessage, cards: readonly string[]): Promise<void>;
}

/** Not now; after so many ms where that is known. */
interface TryLater {
  readonly kind: 'later';
  readonly after?: number;
}

/** installed: now or before · refused: never for this person. */
export type Installed = { readonly kind: 'installed' } | { readonly kind: 'refused' } | TryLater;

/** none: the app is not installed for them. */
export type FoundChat = { readonly kind: 'chat'; readonly chat: string } | { readonly kind: 'none' } | TryLater;

/** Installs the app for people, so that there is a chat with them. Never throws. */
export interface AppInstaller {
  /** The bot has the right, and its app is where it can be installed from. */
  ready(signal: AbortSignal): Promise<boolean>;
  install(employee: EmployeeKey, signal: AbortSignal): Promise<Installed>;
  chatOf(employee: EmployeeKey, signal: AbortSignal): Promise<FoundChat>;
}
