/**
 * Run by kill.test.ts as a process of its own: `node kill-writer.ts PLACE`, a folder or postgres://…. Tells first what it
 * finds of every record, then writes them all as fast as it can, and says so each time a write was acknowledged, until it is killed.
 * Lines: `found KIND ID COUNTER` · `half KIND ID` · `unreadable KIND ID CODE` · `ready` · `ack KIND ID COUNTER`.
 */
import { writeSync } from 'node:fs';
import { newPerson, type Person } from '../../bot/domain/account/person.ts';
import { appendAudit, firstBroken } from '../../bot/domain/audit/trail.ts';
import type { Conversation } from '../../bot/domain/conversation.ts';
import type { RateCounter } from '../../bot/domain/enrolment/rate-limit.ts';
import { Fault } from '../../bot/domain/fault.ts';
import type { Kind, Records } from '../../bot/domain/ports/store.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { createKeyring } from '../../bot/providers/keys/keys.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { openPostgresStore } from '../../bot/providers/store/postgres/postgres.ts';

/** A record that counts its writes in several places; `count` gives -1 when they differ. */
interface Counting<T> {
  next(record: T | undefined, id: string): T;
  count(record: T): number;
}

const person: Counting<Person> = {
  next(record = newPerson({ tenantId: 'tenant', objectId: 'kim' }), id) {
    const n = record.audit.length + 1;
    const address = `${n}@example.org`;
    const method = 'authentication-email';
    return {
      ...record,
      employee: { tenantId: 'tenant', objectId: id },
      methods: { [method]: { address, channel: 'email', provenAt: n } },
      letters: [{ kind: 'code', id: address, challenge: address, send: n, due: n, dies: null, tries: [] }],
      audit: appendAudit(record.audit, { act: 'method-proven', method, channel: 'email', replaced: n > 1 }, n),
    };
  },
  count({ audit, letters: [letter], methods }) {
    const method = methods['authentication-email'];
    const n = audit.length;
    const whole = letter?.due === n && letter.id === method?.address && method.provenAt === n;
    return whole && firstBroken(audit) === undefined ? n : -1;
  },
};

const tally: Counting<RateCounter> = {
  next: (record) => ({ slots: [...(record?.slots ?? []), { at: 1, count: 1, by: 'x'.repeat(40) }] }),
  count: ({ slots }) => slots.length,
};

const conversation: Counting<Conversation> = {
  next(record) {
    const n = (record?.at ?? 0) + 1;
    const dialog = { stack: 'x'.repeat(2_000), n };
    const none = { reference: null, language: null, timeZone: null, card: null, playing: null, typesHereUntil: null };
    return { ...none, version: 1, dialog, seen: [String(n)], at: n };
  },
  count: ({ dialog, seen, at }) => ((dialog as { n: number }).n === at && seen[0] === String(at) ? at : -1),
};

function say(...words: readonly (string | number)[]): void {
  writeSync(1, `${words.join(' ')}\n`);
}

const keyring = createKeyring(new Map([[1, new Uint8Array(32).fill(7)]]));
const definitions = recordDefinitions;
const [, , place = ''] = process.argv;
const store = place.startsWith('postgres:')
  ? await openPostgresStore({ connection: { connectionString: place }, definitions, keyring })
  : await openLowdbStore({
      folder: place,
      definitions,
      keyring,
      onDamaged: (fault) => say('unreadable', 'person', 'scan', fault.code),
    });
const indexed = new Set((await store.find('person', { field: 'due', until: Number.MAX_SAFE_INTEGER, limit: 99 })).ids);

async function look<K extends Kind>(kind: K, id: string, { count }: Counting<Records[K]>): Promise<void> {
  try {
    const record = await store.read(kind, id);
    const n = record ? count(record) : 0;
    const findable = kind !== 'person' || !record || indexed.has(id);
    if (n < 0 || !findable) say('half', kind, id);
    else say('found', kind, id, n);
  } catch (error) {
    say('unreadable', kind, id, error instanceof Fault ? error.code : 'other');
  }
}

async function write<K extends Kind>(kind: K, id: string, { next, count }: Counting<Records[K]>): Promise<never> {
  for (;;) {
    const n = await store.update(kind, id, (before) => {
      const record = next(before, id);
      return { record, outcome: count(record) };
    });
    say('ack', kind, id, n);
  }
}

async function everywhere(
  act: <K extends Kind>(kind: K, id: string, counting: Counting<Records[K]>) => Promise<void>,
): Promise<void> {
  const ids = ['a', 'b', 'c', 'd'];
  await Promise.all(
    ids.flatMap((id) => [
      act('person', id, person),
      act('address-limit', id, tally),
      act('conversation', id, conversation),
    ]),
  );
}

await everywhere(look);
// What was killed in the middle still adds up.
for (const fault of await store.check()) say('unreadable', 'person', 'check', fault.code);
say('ready');
// Two writers at each record, so that they also wait for each other.
await Promise.all([everywhere(write), everywhere(write)]);
