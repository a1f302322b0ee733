import { setImmediate as yielded } from 'node:timers/promises';
import { openMemoryStore } from '../support/memory-store.ts';
import { storeContract } from './store.ts';

// The tests of the domain stand on this store, so it is held to what the real ones promise.
storeContract('memory', async () => {
  const disk = new Map();
  return { open: async () => openMemoryStore({ disk, pause: yielded }), clear: async () => disk.clear() };
});
