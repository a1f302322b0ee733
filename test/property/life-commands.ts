import assert from 'node:assert/strict';
import type fc from 'fast-check';
import type { Person } from '../../bot/domain/account/person.ts';
import type { Enrolment } from '../../bot/domain/enrolment/enrolment.ts';
import { callerCheckMethods, stopsChanges } from '../../bot/domain/enrolment/proof.ts';
import { outOfUse } from '../../bot/domain/methods/change.ts';
import { day, minute, second } from '../../bot/domain/time.ts';
import { type LifeGhost, watched } from './life-ghost.ts';
import {
  type Address,
  addresses,
  addressesOf,
  kim,
  kimAsks,
  type LifeWorld,
  type Played,
  stealable,
  type Who,
  week,
} from './life-world.ts';

/** The world, and the process that runs in it now. */
export interface Life extends LifeWorld {
  running: Enrolment;
  /** How often each outcome came. */
  readonly seen: Map<string, number>;
}
type Command = fc.AsyncCommand<LifeGhost, Life>;

function act(
  name: string,
  by: Who | 'support' | 'time',
  run: (ghost: LifeGhost, life: Life) => Promise<string | undefined>,
): Command {
  return {
    check: () => true,
    toString: () => name,
    async run(ghost, life) {
      const kind = await run(ghost, life);
      if (kind)
        life.seen.set(`${name.split(' ')[1]} ${kind}`, (life.seen.get(`${name.split(' ')[1]} ${kind}`) ?? 0) + 1);
      await watched(ghost, life, by);
    },
  };
}

const country = 'SE';
const channelOf = (address: string) => (address.includes('@') ? 'email' : 'text');

/** Asks for a code, and types it where they can read it. */
async function answers(
  ghost: LifeGhost,
  life: Life,
  who: Who,
  purpose: 'register' | 'prove',
  method: Played,
  address: string,
) {
  const channel = channelOf(address);
  const wanted = { purpose, method, channel, address, country: channel === 'email' ? null : country } as const;
  const sent = await life.running.begin(kimAsks, wanted);
  if (sent.kind !== 'code-sent') return sent.kind;
  if (life.holders.get(address) !== who) {
    await life.running.abandon(kim);
    return 'not-theirs';
  }
  const outcome = await life.running.answer(kim, sent.challenge.id, await life.code());
  if (outcome.kind === 'identity-proven') ghost.proof = life.clock();
  return outcome.kind;
}

export function register(who: Who, address: Address): Command {
  return act(`${who} registers ${address}`, who, async (ghost, life) => {
    const method = addresses[address];
    // The code alone shows that it is theirs; whether it may become a method is for the bot to say.
    if (life.holders.get(address) === who) ghost.proven.add(address);
    const bare = ghost.methods.size === 0;
    const kind = await answers(ghost, life, who, 'register', method, address);
    if (kind !== 'method-proven') return kind;
    if (bare) ghost.proof = life.clock();
    // Set up after a change was disowned: it was not there to be left alone.
    if (ghost.owed.size > 0) ghost.anew.add(method);
    settle(ghost, await life.person(), [method]);
    return kind;
  });
}

export function prove(who: Who, method: Played): Command {
  return act(`${who} proves ${method}`, who, async (ghost, life) => {
    const address = ghost.methods.get(method);
    return address === undefined ? undefined : answers(ghost, life, who, 'prove', method, address);
  });
}

export function remove(who: Who, method: Played): Command {
  return act(`${who} removes ${method}`, who, async (_ghost, life) => (await life.running.remove(kim, method)).kind);
}

export function erase(who: Who): Command {
  return act(`${who} erases`, who, async (_ghost, life) => (await life.running.erase(kim)).kind);
}

/** Several acts as one, each looked at. */
function inTurn(name: string, acts: readonly Command[]): Command {
  return {
    check: () => true,
    toString: () => `${name}: ${acts.map(String).join(', ')}`,
    async run(ghost, life) {
      for (const one of acts) await one.run(ghost, life);
    },
  };
}

/** The owner shows who they are and walks away; the thief sits down. */
export function leftAlone(method: Played, acts: readonly Command[]): Command {
  return inTurn('left alone', [prove('owner', method), ...acts]);
}

/** Somebody changes a method by another one that they hold. */
export function changes(who: Who, by: Played, act: Command): Command {
  return inTurn('changes', [prove(who, by), act]);
}

/** The owner reads what they were told, a while later, and puts it right. */
export function putsRight(back: number, by: Played): Command {
  return inTurn('puts right', [disown('owner', back), pass(minute), prove('owner', by), bringBack('owner')]);
}

/** @param back so many changes before the newest */
export function disown(who: Who, back: number): Command {
  return act(`${who} disowns ${back} back`, who, async (ghost, life) => {
    const { changes } = await life.person();
    const id = changes.at(-1 - back)?.id ?? changes[0]?.id;
    return id === undefined ? undefined : disownNow(ghost, life, id);
  });
}

/** Remembers what is owed from now on. */
async function disownNow(ghost: LifeGhost, life: Life, id: string): Promise<string> {
  const outcome = await life.running.disown(kim, id);
  if (outcome.kind === 'taken-out') {
    ghost.proof = Number.NEGATIVE_INFINITY;
    const before = ghost.changes.get(id)?.before ?? new Map<string, string>();
    for (const method of outcome.methods) if (before.has(method)) ghost.owed.add(method);
  }
  return outcome.kind;
}

export function bringBack(who: Who): Command {
  return act(`${who} brings-back`, who, async (ghost, life) => {
    const doubt = (await life.person()).doubt;
    const outcome = await life.running.bringBack(kim);
    if (outcome.kind === 'brought-back') settle(ghost, await life.person(), [...ghost.owed], doubt?.changes);
    return outcome.kind;
  });
}

/** A supporter checks a caller by the methods that count, and brings back. They bring back nothing for who does not pass. */
export function called(who: Who): Command {
  return act(`${who} calls`, 'support', async (ghost, life) => {
    const person = await life.person();
    const now = life.clock();
    const [method] = callerCheckMethods(person, now, now);
    const address = method && addressesOf(person.methods).get(method);
    if (!person.doubt || address === undefined) return 'no-method';
    assert.ok((ghost.since.get(address) ?? now) <= now - week + ghost.drift, 'a check by what nobody vouched for');
    if (life.holders.get(address) !== who) return 'not-theirs';
    return supportBrings(ghost, life, person);
  });
}

/** The owner at the desk, seen by two supporters. */
export function seenAtTheDesk(): Command {
  return act('owner is-seen', 'support', async (ghost, life) => {
    const person = await life.person();
    return person.doubt ? supportBrings(ghost, life, person) : undefined;
  });
}

/** The owner at the desk has lost what waits: two supporters let it go. */
export function letsGo(): Command {
  return act('owner lets-go', 'support', async (ghost, life) => {
    const { doubt } = await life.person();
    const waited = [...outOfUse(doubt).values()].flatMap((value) => ('address' in value ? [value.address] : []));
    if (!doubt || waited.length === 0) return undefined;
    await life.running.letGo(kim, doubt.id, 'sam maja');
    const after = await life.person();
    settle(ghost, after, [...ghost.owed], doubt.changes);
    for (const address of waited) ghost.untold.set(address, life.clock());
    ghost.open = addressesOf(after.methods).size === 0;
    if (ghost.open) assert.equal(stopsChanges(after, life.clock()), undefined, 'nobody can set up anew');
    return 'let-go';
  });
}

async function supportBrings(ghost: LifeGhost, life: Life, person: Person): Promise<string> {
  await life.running.giveBack(kim, person.doubt?.id ?? '', 'sam maja');
  settle(ghost, await life.person(), [...ghost.owed], person.doubt?.changes);
  return 'given-back';
}

function settle(ghost: LifeGhost, person: Person, methods: readonly string[], changes: Person['changes'] = []): void {
  for (const method of methods) ghost.owed.delete(method);
  if (ghost.owed.size === 0) ghost.anew.clear();
  for (const { id } of changes) ghost.settled.add(id);
  // What was set anew by a proof is not in doubt any more.
  const known = new Set([...person.changes, ...(person.doubt?.changes ?? [])].map(({ id }) => id));
  if (changes.length === 0) for (const id of ghost.changes.keys()) if (!known.has(id)) ghost.settled.add(id);
}

export const steal: Command = act('thief steals the phone', 'time', async (_ghost, life) => {
  life.holders.set(stealable, 'thief');
  return undefined;
});

export function pass(time: number): Command {
  return act(`time ${time / second} s pass`, 'time', async (ghost, life) => {
    ghost.drift += Math.max(0, -time);
    life.clock.turn(time);
    return undefined;
  });
}

export function post(fates: readonly ('lost' | 'later' | 'died')[]): Command {
  return act(`time letters go, ${fates.join(' ')}`, 'time', async (_ghost, life) => {
    life.fates.push(...fates);
    await life.settle();
    life.fates.length = 0;
    return undefined;
  });
}

export const crash: Command = act('time crash', 'time', async (_ghost, life) => {
  life.running = life.restart();
  return undefined;
});

/**
 * The end of every story: nobody but the owner acts any more. Where a method of theirs was left alone by what somebody else has
 * changed, they get back to the state before; and in any case they can set something up again, with IT at the latest.
 */
export async function ownerRecovers(ghost: LifeGhost, life: Life): Promise<void> {
  const person = await life.person();
  const now = life.clock();
  const doubted = person.doubt?.changes ?? [];
  const first = [...doubted, ...person.changes].find(
    ({ id, at }) =>
      ghost.changes.get(id)?.by === 'thief' && at > now - week + 2 * day + 2 * ghost.drift && !ghost.settled.has(id),
  );
  if (first) await undoes(ghost, life, first.id);
  life.clock.turn(week + day + ghost.drift);
  const later = await life.person();
  if (later.doubt) await supportBrings(ghost, life, later);
  for (const method of ['authentication-phone', 'authentication-email'] as const) {
    const address = addressesOf((await life.person()).methods).get(method);
    if (address && life.holders.get(address) === 'owner') await answers(ghost, life, 'owner', 'prove', method, address);
  }
  const { methods } = await life.person();
  const stuck =
    addressesOf(methods).size > 0 &&
    ![...addressesOf(methods).values()].some((one) => life.holders.get(one) === 'owner');
  // Every method of theirs is somebody else's: what is stolen whole, the bot can not tell from its owner.
  if (stuck) return;
  const kind = await answers(ghost, life, 'owner', 'register', 'authentication-email', 'kim@other.example');
  assert.equal(kind, 'method-proven', 'the owner is kept out longer than is said');
}

async function undoes(ghost: LifeGhost, life: Life, id: string): Promise<void> {
  const person = await life.person();
  const all = [...(person.doubt?.changes ?? []), ...person.changes];
  const doubted = person.doubt?.changes.some((one) => one.id === id);
  const from = doubted ? (person.doubt?.changes[0]?.id ?? id) : id;
  const before = ghost.changes.get(from)?.before ?? new Map<string, string>();
  const place = person.changes.findIndex((one) => one.id === from);
  const touched = new Set(
    [...(person.doubt?.changes ?? []), ...(place < 0 ? [] : person.changes.slice(place))].map(({ method }) => method),
  );
  const present = addressesOf(person.methods);
  const witness = [...before].find(
    ([method, address]) =>
      !touched.has(method as Played) && present.get(method) === address && life.holders.get(address) === 'owner',
  );
  assert.ok(all.length > 0);
  if (!witness || ghost.anew.has(witness[0])) return;
  if (!doubted) await disownNow(ghost, life, id);
  life.clock.turn(day + minute + ghost.drift);
  const shown = await answers(ghost, life, 'owner', 'prove', witness[0] as Played, witness[1]);
  assert.equal(shown, 'identity-proven');
  const outcome = await life.running.bringBack(kim);
  const waited = [...before.keys()].some((method) => touched.has(method as Played));
  if (waited) assert.equal(outcome.kind, 'brought-back', 'the owner does not get back');
  const after = addressesOf((await life.person()).methods);
  for (const [method, address] of before) assert.equal(after.get(method), address, 'not the state before');
  settle(ghost, await life.person(), [...ghost.owed], all);
}
