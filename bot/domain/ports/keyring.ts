import type { KeyObject } from 'node:crypto';

/** What a key is for. Each use gets its own key, so one that leaks opens nothing else. */
export type KeyUse = 'codes' | 'addresses' | 'answers' | 'seen' | 'seal' | 'head' | 'index' | 'page';

/**
 * A ring of root keys, `version:key`. The newest seals and signs; every one still in the ring opens and verifies, so
 * a rotation needs no downtime. Where several processes share records it takes two steps: every one of them gets to know
 * a key before any takes it for its newest.
 */
export interface Keyring {
  readonly newest: number;
  /** All versions in the ring, the newest first. */
  readonly versions: readonly number[];
  /**
   * A secret key of 32 bytes, the same for the same version and use; no log can print one. Throws Fault `key-missing` for
   * a version not in the ring.
   */
  key(version: number, use: KeyUse): KeyObject;
}
