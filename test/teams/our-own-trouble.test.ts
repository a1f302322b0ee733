import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { createNotifier } from '../../bot/teams/notifier.ts';
import type { Proactive } from '../../bot/teams/proactive.ts';
import { refusalOf } from '../../bot/teams/support/post-ticket.ts';
import { openMemoryStore } from '../support/memory-store.ts';

const employee = { tenantId: 't', objectId: 'o' };

function refusedWith(statusCode: number): Error {
  return Object.assign(new Error('refused'), { statusCode });
}

/** What a letter comes to when Teams answers it so. */
async function toldWith(statusCode: number) {
  const store = openMemoryStore();
  await store.update('person', personId(employee), () => ({
    record: { ...newPerson(employee), chat: 'a chat' },
    outcome: undefined,
  }));
  const proactive = { refresh: () => Promise.reject(refusedWith(statusCode)) } as unknown as Proactive;
  return (await createNotifier(store, proactive).refresh(employee)).kind;
}

// Source: Microsoft Learn, "Error codes for bots": 401 says that the bot's own token is not in order, nothing of the chat.
test('a letter to a chat is tried again when Teams does not take our token, and given up when the chat is gone', async () => {
  assert.deepEqual(
    [await toldWith(401), await toldWith(403), await toldWith(404)],
    ['retry', 'unreachable', 'unreachable'],
  );
});

test('a ticket is shown again when Teams does not take our token, and the channel is not lost by it', () => {
  for (const first of [true, false]) assert.deepEqual(refusalOf(refusedWith(401), first), { kind: 'retry' });
  assert.deepEqual(refusalOf(refusedWith(403), true), { kind: 'unreachable' });
});
