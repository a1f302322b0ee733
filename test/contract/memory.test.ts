import { setImmediate as yielded } from 'node:timers/promises';
import { handClock } from '../support/clock.ts';
import { type Entry, type MemoryStore, openMemoryStore } from '../support/memory-store.ts';
import { storeContract } from './store.ts';

// The tests of the domain stand on this store, so it is held to what the real ones promise.
storeContract(
  'memory',
  async () => {
    const disk = new Map<string, Entry>();
    const clock = handClock();
    return {
      open: async () => openMemoryStore({ disk, pause: yielded, clock }),
      pass: async (time) => clock.turn(time),
      clear: async () => disk.clear(),
    };
  },
  {
    hang(store) {
      const one = store as MemoryStore;
      one.hang();
      return one.goOn;
    },
  },
);
