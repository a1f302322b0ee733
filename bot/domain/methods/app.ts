import { createHmac } from 'node:crypto';
import { readDigits, sameCode, truncate } from '../enrolment/code.ts';
import type { Random } from '../ports/system.ts';
import { type Instant, second } from '../time.ts';

/** RFC 4226 §4 asks for 128 bits and recommends 160: the length of the hash. */
export const secretLength = 20;
/**
 * Digits of a code that an app shows. It stands in the link every app was set up by, and an app never learns of another: it must
 * stay as it is even when the codes that are sent get longer.
 */
export const appCodeLength = 6;
/** How long an app shows one code (RFC 6238 §5.2). */
const stepLength = 30 * second;
/** How many steps the app's clock may be off, either way. */
const stepsOff = 1;

/** A new secret in base32, the form it is kept, shown and read in. */
export function newAppSecret(random: Random): string {
  return toBase32(random(secretLength));
}

/** In groups of four, for those who type it: `ABCD EFGH …`. Apps ignore the spaces. */
export function groupedSecret(secret: string): string {
  return secret.replace(/(.{4})(?!$)/gu, '$1 ');
}

/** A colon parts the issuer from the account, and apps unescape before they look for it. */
function label(text: string): string {
  return encodeURIComponent(
    text
      .toWellFormed()
      .replace(/[:\s\p{Cc}]+/gu, ' ')
      .trim(),
  );
}

/**
 * What the QR picture says (the "Key URI Format" all apps read). Every value is written out though it is the default.
 * @param issuer whom the code is for, as the app will show it
 * @param account whose it is: the sign-in name
 */
export function appLink(secret: string, issuer: string, account: string): string {
  const values = `secret=${secret}&issuer=${label(issuer)}&algorithm=SHA1`;
  return `otpauth://totp/${label(issuer)}:${label(account)}?${values}&digits=${appCodeLength}&period=${stepLength / second}`;
}

/** Number of the step that a moment lies in. */
export function stepAt(now: Instant): number {
  return Math.floor(now / stepLength);
}

/** What the app shows during a step (RFC 6238 with SHA-1). */
export function appCode(secret: string, step: number): string {
  const count = Buffer.alloc(8);
  count.writeBigUInt64BE(BigInt(step));
  return truncate(createHmac('sha1', fromBase32(secret)).update(count).digest(), appCodeLength);
}

/** An app's code in a typed text; see `readDigits`. */
export function readAppCode(typed: string): string | undefined {
  return readDigits(typed, appCodeLength);
}

export type AppCodeReading =
  /** Keep `step` as the last accepted one in the same write that this proof leads to. */
  | { readonly kind: 'app-code-right'; readonly step: number }
  /** It was right, but this code or a later one has been used: the next one is to be waited for. */
  | { readonly kind: 'app-code-used' }
  | { readonly kind: 'app-code-wrong' };

/**
 * Looks at a code of the app. All steps are compared in constant time, whatever the first says.
 * @param code as `readAppCode` gives it
 * @param lastStep the last step accepted from this secret, or null. A clock that is set back waits until it has caught up.
 */
export function verifyAppCode(secret: string, code: string, now: Instant, lastStep: number | null): AppCodeReading {
  const steps = Array.from({ length: 2 * stepsOff + 1 }, (_, place) => stepAt(now) - stepsOff + place);
  const right = steps.filter((step) => step >= 0 && sameCode(code, appCode(secret, step)));
  // The latest, should two steps share a code: the earlier one would leave it good for another time.
  const step = right.at(-1);
  if (step === undefined) return { kind: 'app-code-wrong' };
  return lastStep !== null && step <= lastStep ? { kind: 'app-code-used' } : { kind: 'app-code-right', step };
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 4648 §6, without padding. */
export function toBase32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/gu) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

/** The bytes of what `toBase32` wrote. Bits that do not fill a byte are dropped. */
export function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}
