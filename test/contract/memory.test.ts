import { setImmediate as yielded } from 'node:timers/promises';
import { handClock } from '../support/clock.ts';
import { type Entry, type MemoryStore, openMemoryStore } from '../support/memory-store.ts';
import { storeContract } from './store.ts';

const disk = new Map<string, Entry>();
const clock = handClock();
const open = async (ahead = 0) => openMemoryStore({ disk, pause: yielded, clock, ahead });

// The tests of the domain stand on this store, so it is held to what the real ones promise.
storeContract(
  'memory',
  async () => ({ open, pass: async (time) => clock.turn(time), clear: async () => disk.clear() }),
  {
    hang(store) {
      const one = store as MemoryStore;
      one.hang();
      return one.goOn;
    },
    openAhead: open,
  },
);
