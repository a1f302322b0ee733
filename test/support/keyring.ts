import type { Keyring } from '../../bot/domain/ports/keyring.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';

/** A ring with these versions; a version has the same key in every ring. */
export function ringOf(...versions: readonly number[]): Keyring {
  return sealing(Math.max(...versions), ...versions);
}

/** The same, where not the highest version seals. */
export function sealing(newest: number, ...versions: readonly number[]): Keyring {
  return createKeyring(new Map(versions.map((version) => [version, new Uint8Array(32).fill(version)])), newest);
}
