import type { Random } from '../../bot/domain/ports/system.ts';
import { seeded } from './seeded.ts';

/** Bytes that come out the same for the same seed. */
export function seededRandom(seed: number): Random {
  const { below } = seeded(seed);
  return (bytes) => Uint8Array.from({ length: bytes }, () => below(256));
}
