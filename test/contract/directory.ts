import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { Fault } from '../../bot/domain/fault.ts';
import type { Directory, DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import type { ListedPerson } from '../../bot/providers/directory/embedded/embedded.ts';
import { patience } from '../support/until.ts';

const tenantId = '11111111-1111-4111-8111-111111111111';

const listed: readonly ListedPerson[] = [
  {
    employee: { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-000000000001' },
    entry: {
      displayName: 'Kim Ström',
      signInName: 'kim@example.org',
      mailboxes: ['kim@example.org', 'kim.strom@example.org'],
      account: 'member',
      administrator: true,
      country: 'SE',
      language: 'sv-SE',
    },
  },
  {
    employee: { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-000000000002' },
    entry: {
      displayName: 'Guest',
      signInName: 'guest_partner.example#EXT#@example.org',
      mailboxes: [],
      account: 'guest',
      administrator: false,
    },
  },
  {
    employee: { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-000000000003' },
    entry: {
      displayName: 'Gone',
      signInName: 'gone@example.org',
      mailboxes: ['gone@example.org'],
      account: 'disabled',
      administrator: false,
      country: 'GB',
    },
  },
];

/** What the port promises, of any directory. `open` makes one that holds exactly these people. */
export function directoryContract(
  name: string,
  open: (t: TestContext, people: readonly ListedPerson[]) => Promise<Directory>,
  more: Pick<DirectoryEntry, 'registration'> = {},
): void {
  const signal = () => AbortSignal.timeout(patience);

  for (const { employee, entry } of listed) {
    test(`${name} says what it knows of ${entry?.displayName}, and no more`, async (t) => {
      const directory = await open(t, listed);
      assert.deepEqual(await directory.entry(employee, signal()), { ...entry, ...more });
    });
  }

  test(`${name} finds a person whatever the case of the ids`, async (t) => {
    const directory = await open(t, listed);
    const objectId = 'AAAAAAAA-0000-4000-8000-000000000001';
    const found = await directory.entry({ tenantId: tenantId.toUpperCase(), objectId }, signal());
    assert.equal(found?.displayName, 'Kim Ström');
  });

  test(`${name} knows for sure when there is no such person`, async (t) => {
    const directory = await open(t, listed);
    const objectId = 'aaaaaaaa-0000-4000-8000-00000000ffff';
    assert.equal(await directory.entry({ tenantId, objectId }, signal()), undefined);
  });

  test(`${name} does not answer for another organisation`, async (t) => {
    const directory = await open(t, listed);
    const other = '22222222-2222-4222-8222-222222222222';
    const asked = directory.entry({ tenantId: other, objectId: 'aaaaaaaa-0000-4000-8000-000000000001' }, signal());
    assert.equal(await asked, undefined);
  });

  test(`${name} throws directory-unavailable when the time is up`, async (t) => {
    const directory = await open(t, listed);
    const employee = { tenantId, objectId: 'aaaaaaaa-0000-4000-8000-000000000001' };
    await assert.rejects(
      directory.entry(employee, AbortSignal.abort()),
      (error) => error instanceof Fault && error.code === 'directory-unavailable',
    );
  });
}
