import type { Delivered } from '../../domain/ports/delivery.ts';
import { second } from '../../domain/time.ts';

/*
 * What everybody who carries messages does alike.
 */

/** No provider can put us off for longer: letters are looked at again at least this often. */
const longestWait = 600 * second;

/** What is left to say when the other side did not take a message for a reason that passes. @param after ms */
export function retry(reason: string, after?: number): Delivered {
  return { kind: 'retry', reason, ...(after !== undefined && { after: Math.min(after, longestWait) }) };
}

/**
 * Whether a status is about how things stand now, not about this message: asked too slowly, too early or too often
 * (RFC 9110 §15.5.9, RFC 8470, RFC 6585), a fault of theirs, or a redirect, which is a setting of ours gone stale.
 */
export function passes(status: number): boolean {
  return status < 200 || (status >= 300 && status < 400) || [408, 425, 429].includes(status) || status >= 500;
}

/** E.164, as a message to a phone must name it. Nothing else is handed to a provider. */
export function isPhoneNumber(to: string): boolean {
  return /^\+[1-9]\d{6,14}$/.test(to);
}

/** One mailbox, in letters every relay understands (RFC 5321 §4.1.2 without quoted strings and address literals). */
export function isPlainAddress(address: string): boolean {
  return (
    address.length <= 254 &&
    /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z][A-Za-z0-9-]*$/.test(address)
  );
}

/** A text message or a subject is one line: what looks like a line of its own could pass for another message or header. */
export function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}
