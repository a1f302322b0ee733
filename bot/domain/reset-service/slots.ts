import type { Instant } from '../time.ts';

/** A place for one value in the reset service. Security questions and authenticator apps can't be written to it. */
export type Slot = 'mobile' | 'email' | 'office';

/** Where each method that can be written stands in the reset service. */
export const slots = {
  'authentication-phone': 'mobile',
  'authentication-email': 'email',
  'office-phone': 'office',
} as const satisfies Record<string, Slot>;

/** A method that the bot can put into the reset service. Nothing else can be written. */
export type WrittenMethod = keyof typeof slots;
export const writtenMethods = Object.keys(slots) as readonly WrittenMethod[];

/**
 * Why a method is not in the reset service, for good. silent: the directory gave no answer for days · not-listed: its
 * report had no line of them for days. Each is a text key.
 */
export type NotWritten =
  | 'not-shown'
  | 'not-listed'
  | 'administrator'
  | 'not-accepted'
  | 'not-permitted'
  | 'unknown-person'
  | 'silent';

/** How the reset service stands to what the person has here: the same, on its way to be, or not, and why. */
export interface Writing {
  readonly state: 'on-its-way' | 'there' | NotWritten;
  /** Since when it is so. */
  readonly since: Instant;
  /** What the bot has put there or tried to, newest last: only that may it replace. E.164 or addresses. */
  readonly ours: readonly string[];
  /** It waits for the report to have a line of them, and they were told so. */
  readonly unlisted?: boolean | undefined;
}

/** What of somebody's registration is compared from look to look. null: it could not be seen. */
export interface Glimpse {
  /** As many as a reset takes, by the report. */
  readonly registered: boolean | null;
  /** When the report was made. */
  readonly reportAt: Instant | null;
  /** What is set, by the directory's slot: `mobile`, `alternate`, `office`, `email`. */
  readonly methods: readonly SlotName[] | null;
}

export const slotNames = ['mobile', 'alternate', 'office', 'email'] as const;
export type SlotName = (typeof slotNames)[number];

/** Somebody was sent to the registration page, and it is watched until the registration shows. */
export interface Watch {
  readonly begun: Instant;
  readonly before: Glimpse;
}
