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
const versionLength = 4;

/** The same for a store that keeps bytes: version of the key in four bytes, then nonce, tag and text. */
export interface ByteSeal {
  close(text: string, place: string): Buffer;
  /** Throws the faults of `Seal`. */
  open(sealed: Buffer, place: string): string;
}

export function createByteSeal(keyring: Keyring): ByteSeal {
  const { close, open } = createSealer(keyring);
  return {
    close(text, place) {
      const { key, sealed } = close(text, place);
      const version = Buffer.alloc(versionLength);
      version.writeUInt32BE(key);
      return Buffer.concat([version, sealed]);
    },
    open(bytes, place) {
      if (bytes.length < versionLength) throw new Fault('store-damaged', `${place} is not a sealed record`);
      return open(sealingKey(bytes), bytes.subarray(versionLength), place);
    },
  };
}

/** The version of the key that closed it. */
export function sealingKey(bytes: Buffer): number {
  return bytes.readUInt32BE();
}

/** Written as `{"key":version,"sealed":base64 of nonce, tag and text}`. */
export function createSeal(keyring: Keyring): Seal {
  const { close, open } = createSealer(keyring);
  return {
    close(text, place) {
      const { key, sealed } = close(text, place);
      return JSON.stringify({ key, sealed: sealed.toString('base64') });
    },
    open(text, place) {
      const { key, sealed } = parseSealed(text);
      if (typeof key !== 'number' || typeof sealed !== 'string') {
        throw new Fault('store-damaged', `${place} is not a sealed record`);
      }
      return open(key, Buffer.from(sealed, 'base64'), place);
    },
  };
}

/**
 * AES-256-GCM under the ring's newest key, a fresh 96-bit nonce for each text. NIST SP 800-38D allows 2³² texts under one
 * key: rotate before.
 */
function createSealer(keyring: Keyring) {
  const nextNonce = nonces();

  return {
    close(text: string, place: string) {
      const key = keyring.newest;
      const nonce = nextNonce();
      const closing = createCipheriv(cipher, keyring.key(key, 'seal'), nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([closing.update(text, 'utf8'), closing.final()]);
      return { key, sealed: Buffer.concat([nonce, closing.getAuthTag(), body]) };
    },
    open(version: number, sealed: Buffer, place: string): string {
      if (sealed.length < nonceLength + tagLength) throw new Fault('store-damaged', `${place} is not a sealed record`);
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

/** A parser's own message would quote the file. */
function parseSealed(text: string): { key?: unknown; sealed?: unknown } {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
