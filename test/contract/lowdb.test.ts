import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { handClock } from '../support/clock.ts';
import { storeContract } from './store.ts';

const keyring = createKeyring(new Map([[1, new Uint8Array(32).fill(7)]]));

for (const [name, settings] of [
  ['lowdb, plain', {}],
  ['lowdb, sealed', { keyring }],
] as const) {
  storeContract(name, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'store-'));
    const elapsed = handClock();
    return {
      open: () => openLowdbStore({ folder, definitions: recordDefinitions, elapsed, ...settings }),
      pass: async (time) => elapsed.turn(time),
      clear: () => rm(folder, { recursive: true }),
    };
  });
}
