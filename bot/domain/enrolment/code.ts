import { createHmac, timingSafeEqual } from 'node:crypto';
import { type EmployeeKey, personId } from '../account/person.ts';
import type { Keyring } from '../ports/keyring.ts';
import { visibleText } from '../typed-text.ts';
import type { Challenge } from './challenge.ts';

/**
 * Digits of a code that is sent; the sentences that go with it say "6 digits". It is not the length of what an authenticator
 * app shows, though it is the same: see `appCodeLength`.
 */
const codeLength = 6;

/** HOTP truncation of RFC 4226 §5.3: a keyed hash to so many decimal digits. */
export function truncate(mac: Uint8Array, length: number): string {
  const view = new DataView(mac.buffer, mac.byteOffset, mac.byteLength);
  const offset = view.getUint8(mac.byteLength - 1) & 0x0f;
  const number = view.getUint32(offset) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, '0');
}

function keyed(keyring: Keyring, version: number, parts: readonly (string | number)[]): Buffer {
  return createHmac('sha256', keyring.key(version, 'codes')).update(JSON.stringify(parts)).digest();
}

/** The code of a challenge's newest send. Never stored, and the same at every call, so that a retry sends the same. */
export function deriveCode(keyring: Keyring, employee: EmployeeKey, challenge: Challenge): string {
  const { purpose, method, address, id, send, keyVersion } = challenge;
  const mac = keyed(keyring, keyVersion, ['code', purpose, method, personId(employee), address, id, send]);
  return truncate(mac, codeLength);
}

/** Remembers a wrong guess without keeping it readable. */
export function guessFingerprint(keyring: Keyring, challenge: Challenge, guess: string): string {
  return keyed(keyring, challenge.keyVersion, ['guess', challenge.id, challenge.send, guess]).toString(
    'base64url',
    0,
    12,
  );
}

/** In constant time. */
export function sameCode(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}

/** A sent code in a typed text; see `readDigits`. */
export function readCode(typed: string): string | undefined {
  return readDigits(typed, codeLength);
}

/**
 * So many digits in the way people type or paste them: `123 456`, `123-456`, digits of any script, "my code is 123456", or the
 * whole message that brought the code ("… It works for 5 minutes"). Digits of another line are none of them.
 */
export function readDigits(typed: string, length: number): string | undefined {
  const plain = visibleText(typed);
  const joined = plain.replace(/(?<=\d)(?:[^\S\r\n]|[.\-‐–·])+(?=\d)/gu, '');
  const those = [joined, plain].map((text) => text.match(/\d+/gu)?.filter((run) => run.length === length) ?? []);
  const [runs = []] = those.filter(({ length }) => length > 0);
  const tooMany = plain.split(/[\r\n]/u).some((line) => line.replace(/\D/gu, '').length > length + mostBeside);
  return runs.length === 1 && (runs === those[0] || !tooMany) ? runs[0] : undefined;
}

/** So few digits beside a code are a time or a count; more are another number. */
const mostBeside = 3;
