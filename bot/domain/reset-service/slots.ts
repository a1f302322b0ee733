import { z } from 'zod';
import { type Stored, storedObject } from '../stored-shape.ts';

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
const notWrittenReasons = [
  'not-shown',
  'not-listed',
  'administrator',
  'not-accepted',
  'not-permitted',
  'unknown-person',
  'silent',
] as const;
export type NotWritten = (typeof notWrittenReasons)[number];

/** How the reset service stands to what the person has here: the same, on its way to be, or not, and why. */
export const writingSchema = storedObject({
  state: z.enum(['on-its-way', 'there', ...notWrittenReasons]),
  /** Since when it is so. */
  since: z.number(),
  /** What the bot has put there or tried to, newest last: only that may it replace. E.164 or addresses. */
  ours: z.array(z.string()),
  /** It waits for the report to have a line of them, and they were told so. */
  unlisted: z.boolean().optional(),
});
export type Writing = Stored<typeof writingSchema>;

export const slotNames = ['mobile', 'alternate', 'office', 'email'] as const;
export type SlotName = (typeof slotNames)[number];

/** What of somebody's registration is compared from look to look. null: it could not be seen. */
const glimpseSchema = storedObject({
  /** As many as a reset takes, by the report. */
  registered: z.boolean().nullable(),
  /** When the report was made. */
  reportAt: z.number().nullable(),
  /** What is set, by the directory's slot: `mobile`, `alternate`, `office`, `email`. */
  methods: z.array(z.enum(slotNames)).nullable(),
});
export type Glimpse = Stored<typeof glimpseSchema>;

/** Somebody was sent to the registration page, and it is watched until the registration shows. */
export const watchSchema = storedObject({ begun: z.number(), before: glimpseSchema });
export type Watch = Stored<typeof watchSchema>;
