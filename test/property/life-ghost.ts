import assert from 'node:assert/strict';
import { minute } from '../../bot/domain/time.ts';
import { addressesOf, type LifeWorld, type Who, week } from './life-world.ts';

interface Remembered {
  readonly at: number;
  readonly by: Who | 'support';
  /** Addresses by method before it. */
  readonly before: ReadonlyMap<string, string>;
}

/** What everybody knows who watched from the beginning, in the simplest words. It holds the promises. */
export function lifeGhost() {
  return {
    /** Addresses at which a right code was typed. */
    proven: new Set<string>(),
    methods: new Map<string, string>() as ReadonlyMap<string, string>,
    /** Since when each of them has been one without a break. */
    since: new Map<string, number>(),
    /** When there was a method for the last time. */
    had: Number.NEGATIVE_INFINITY,
    proof: Number.NEGATIVE_INFINITY,
    /** Methods that were taken out of use with something before them, and not given back. */
    owed: new Set<string>(),
    /** Methods that were set up since. */
    anew: new Set<string>(),
    /** IT let go of what waited where no method was left: the next one is set up without showing anything. */
    open: false,
    changes: new Map<string, Remembered>(),
    /** Changes that were disowned, and what was before them is there again, or something else by a proof. */
    settled: new Set<string>(),
    /** How far the clock was set back in all. */
    drift: 0,
    /** Addresses that lost their place and have not heard of it. */
    untold: new Map<string, number>(),
  };
}
export type LifeGhost = ReturnType<typeof lifeGhost>;

/** By a clock that may have been set: a proof of the last twenty minutes. */
function freshProof({ proof }: LifeGhost, now: number): boolean {
  return now - proof <= 20 * minute && proof <= now + minute;
}

/** Nothing was theirs for seven days, and nothing is owed to them. */
function clean({ methods, had, owed }: LifeGhost, now: number): boolean {
  return methods.size === 0 && owed.size === 0 && had <= now - week;
}

/** Whether somebody may change anything by what they hold. */
function mayChange(ghost: LifeGhost, world: LifeWorld, who: Who): boolean {
  const now = world.clock();
  return (
    holdsOne(ghost, world, who) || freshProof(ghost, now) || clean(ghost, now) || ghost.open || ghost.had === -Infinity
  );
}

function holdsOne({ methods }: LifeGhost, { holders }: LifeWorld, who: Who): boolean {
  return [...methods.values()].some((address) => holders.get(address) === who);
}

/** Looks at the record after an act, holds the promises, and remembers what has changed. */
export async function watched(ghost: LifeGhost, world: LifeWorld, by: Who | 'support' | 'time'): Promise<void> {
  const now = world.clock();
  const person = await world.person();
  const methods = addressesOf(person.methods);
  for (const address of [...methods.values(), ...world.stands.values()]) {
    assert.ok(ghost.proven.has(address), `nobody ever proved ${address}`);
  }
  const added = [...methods].filter(([method, address]) => ghost.methods.get(method) !== address);
  if (by === 'time') assert.deepEqual(added, [], 'silence brought something into use');
  if (by === 'thief' && !mayChange(ghost, world, 'thief')) {
    assert.deepEqual(added, [], 'who holds no method of theirs got one in');
  }
  assert.ok((person.frozenUntil ?? 0) <= now + week + ghost.drift, 'changes are stopped longer than is said');
  for (const [method, address] of ghost.methods) {
    if (methods.get(method) !== address && ![...methods.values()].includes(address)) ghost.untold.set(address, now);
  }
  for (const [address, at] of ghost.untold) {
    const heard = world.arrived.some((one) => one.to === address && one.at >= at - ghost.drift);
    const waits = person.letters.some((one) => 'to' in one && one.to === address);
    assert.ok(heard || waits || now >= at + week, `${address} lost its place and is not told`);
    if (heard || now >= at + week) ghost.untold.delete(address);
  }
  for (const { id, at } of person.changes) {
    if (ghost.changes.has(id) || by === 'time') continue;
    ghost.changes.set(id, { at, by, before: ghost.methods });
  }
  const known = new Set([...person.changes, ...(person.doubt?.changes ?? [])].map(({ id }) => id));
  for (const [id, { at }] of ghost.changes) {
    if (ghost.settled.has(id) || at <= now - week + ghost.drift) continue;
    assert.ok(known.has(id), 'a change of the last seven days can not be disowned any more');
  }
  for (const [, address] of added) ghost.since.set(address, now);
  for (const address of ghost.since.keys()) if (![...methods.values()].includes(address)) ghost.since.delete(address);
  if (methods.size > 0) ghost.open = false;
  if (methods.size > 0 || ghost.methods.size > 0) ghost.had = now;
  ghost.methods = methods;
}
