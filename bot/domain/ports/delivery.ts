import type { Instant } from '../time.ts';
import type { Quota, Urgency } from './budget.ts';

/** How a code travels. */
export const channelNames = ['text', 'call', 'email'] as const;
export type Channel = (typeof channelNames)[number];

/** One message, ready to go out. Words are final: a provider adds nothing a person can see or hear. */
export interface Message {
  readonly channel: Channel;
  /** E.164 (`+46701234567`) for text and call, an address (`kim@example.org`) for e-mail. */
  readonly to: string;
  /** Calls only: what is dialled once the line is answered. A provider that can't lets the line itself ring. */
  readonly extension?: string;
  /** BCP 47 tag of the words, for the voice that reads a call (`en`, `sv`). */
  readonly language: string;
  /** E-mail only. One line. */
  readonly subject?: string;
  /** Plain text; for a call the words to speak, digits one by one. */
  readonly text: string;
  /** E-mail only: the same words as HTML, without links or pictures. */
  readonly html?: string;
  /** E-mail only: names of earlier letters of the same thread, oldest first, as they stood in `letter`. */
  readonly thread?: readonly string[];
  /** E-mail only: where answers go, a plain address. */
  readonly replyTo?: string;
  /** Seconds after which it is worth nothing any more: a provider that can will not deliver it then. */
  readonly life?: number;
  /** The same for every try of the same letter, so that a provider which can will deliver it once. */
  readonly letter: string;
  /** When the letter was first tried; left out: now. With its id it names the same message on every try, after a restart too. */
  readonly first?: Instant;
  /** Left out: somebody waits for it. */
  readonly urgency?: Urgency;
  /** It was tried before, and nobody knows for sure what came of it: what a provider already has is not sent once more. */
  readonly again?: boolean;
}

/**
 * - accepted: the provider has taken it on; `reference` is its name for the message, by which a later status is matched.
 * - retry: a fault that passes; `after` (milliseconds) when the provider said how long to wait.
 * - refused: will never work for this address; not to be tried again.
 * `reason` is for logs: no address, no code.
 */
export type Delivered =
  | { readonly kind: 'accepted'; readonly reference: string }
  | { readonly kind: 'retry'; readonly reason: string; readonly after?: number }
  | { readonly kind: 'refused'; readonly reason: string };

/**
 * A road to people's phones or mailboxes. Promises: never throws for what the other side does (that is `retry` or
 * `refused`); gives up when the signal aborts, with `retry`; sends a header or a line break of its own making only.
 */
export interface Delivery {
  readonly channels: readonly Channel[];
  /** How much it takes, in any span: what is sent through `pacedDelivery` keeps to it. Left out: it does not say. */
  readonly limits?: readonly Pick<Quota, 'most' | 'per'>[];
  /** Calls reach an extension. */
  readonly extensions?: boolean;
  send(message: Message, signal: AbortSignal): Promise<Delivered>;
}
