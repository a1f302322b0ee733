import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Fault } from '../../domain/fault.ts';
import type { Keyring } from '../../domain/ports/keyring.ts';

/**
 * Keeps a text from being read or changed by whoever has the disk. `place` is where it belongs: at any other place it does
 * not open.
 */
export interface Seal {
  close(text: string, place: string): string;
  /** Throws Fault `store-damaged` for what was not sealed for this place, `key-missing` for a key not in the ring. */
  open(sealed: string, place: string): string;
}

/** For a store without keys. */
export const noSeal: Seal = {
  close: (text) => text,
  open: (text) => text,
};

const cipher = 'aes-256-gcm';
const nonceLength = 12;
const tagLength = 16;

/**
 * AES-256-GCM under the ring's newest key, a fresh 96-bit nonce for each text. NIST SP 800-38D allows 2³² texts under one
 * key: rotate before. Written as `{"key":version,"sealed":base64 of nonce, tag and text}`.
 */
export function createSeal(keyring: Keyring): Seal {
  const nextNonce = nonces();

  return {
    close(text, place) {
      const version = keyring.newest;
      const nonce = nextNonce();
      const closing = createCipheriv(cipher, keyring.key(version, 'seal'), nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
      const sealed = Buffer.concat([nonce, closing.getAuthTag(), body]).toString('base64');
      return JSON.stringify({ key: version, sealed });
    },
    open(text, place) {
      const { version, sealed } = sealedParts(text, place);
      const key = keyring.key(version, 'seal');
      const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceLength), { authTagLength: tagLength })
        .setAAD(Buffer.from(place))
        .setAuthTag(sealed.subarray(nonceLength, nonceLength + tagLength));
      try {
        const body = opening.update(sealed.subarray(nonceLength + tagLength));
        return Buffer.concat([body, opening.final()]).toString('utf8');
      } catch {
        throw new Fault('store-damaged', `${place} was changed, or sealed for another place`);
      }
    },
  };
}

/** Random nonces, each given once. Drawn many at a time: each call to the system's source costs as much as a seal. */
function nonces(): () => Uint8Array {
  let drawn = Buffer.alloc(0);
  return () => {
    if (drawn.length === 0) drawn = randomBytes(512 * nonceLength);
    const nonce = drawn.subarray(0, nonceLength);
    drawn = drawn.subarray(nonceLength);
    return nonce;
  };
}

function sealedParts(text: string, place: string): { version: number; sealed: Buffer } {
  const { key, sealed } = parseSealed(text);
  const bytes = typeof sealed === 'string' ? Buffer.from(sealed, 'base64') : Buffer.alloc(0);
  if (typeof key !== 'number' || bytes.length < nonceLength + tagLength) {
    throw new Fault('store-damaged', `${place} is not a sealed record`);
  }
  return { version: key, sealed: bytes };
}

/** A parser's own message would quote the file. */
function parseSealed(text: string): { key?: unknown; sealed?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
