import {
  type GivenSettings,
  type ParsedSetting,
  type ParsedSettings,
  parsed,
  secretsIn,
  whole,
} from '../../settings/parsers.ts';

/** A root key of the ring: 32 bytes. */
export interface RootKey {
  readonly version: number;
  readonly key: Uint8Array;
}

const keyPattern = /^([1-9]\d{0,5}):([A-Za-z0-9+/]{43}=)$/;

function keyRing(text: string): ParsedSetting<readonly RootKey[]> {
  const keys: RootKey[] = [];
  for (const one of text.split(',')) {
    const [, version, base64] = keyPattern.exec(one.trim()) ?? [];
    if (!version || !base64) return { problem: 'must be a comma list of version:key, each key 32 bytes in base64' };
    keys.push({ version: Number(version), key: Buffer.from(base64, 'base64') });
  }
  if (new Set(keys.map((one) => one.version)).size < keys.length) return { problem: 'names a version twice' };
  if (new Set(keys.map((one) => one.key.join())).size < keys.length) return { problem: 'has the same key twice' };
  if (keys.some((one) => new Set(one.key).size < 8)) return { problem: 'has a key that is not random' };
  return { value: keys };
}

export const keySettings = {
  KEYS: parsed(keyRing)
    .optional()
    .describe('Root keys as version:base64 of 32 random bytes, comma list; the highest version seals, all open.'),
  KEYS_NEWEST: whole(1, 999_999)
    .optional()
    .describe('Version of KEYS that seals instead of the highest, until every process knows a new one.'),
};

export function keyContradictions({ KEYS, KEYS_NEWEST }: GivenSettings): readonly string[] {
  if (KEYS_NEWEST === undefined || secretsIn(KEYS).some((key) => key.startsWith(`${KEYS_NEWEST}:`))) return [];
  return ['KEYS_NEWEST must be the version of one of KEYS.'];
}

/** The one that seals is the first. */
export function keysFrom({ KEYS = [], KEYS_NEWEST }: ParsedSettings<typeof keySettings>): readonly RootKey[] {
  const sealing = KEYS_NEWEST ?? Math.max(...KEYS.map(({ version }) => version));
  return [...KEYS].sort((one, other) => Number(other.version === sealing) - Number(one.version === sealing));
}
