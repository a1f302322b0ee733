import fs from 'node:fs/promises';
import { join } from 'node:path';
import { newPerson, type Person, personId } from '../../bot/domain/account/person.ts';
import { recordDefinitions } from '../../bot/domain/records.ts';
import { createKeyring, localKeys } from '../../bot/providers/keys/keys.ts';
import type { Disk } from '../../bot/providers/store/fs.ts';
import { openLowdbStore } from '../../bot/providers/store/lowdb.ts';
import { employee, tenantId } from './person.ts';

/** Filling is not what is measured: it syncs nothing. */
const quickDisk: Disk = {
  ...fs,
  async open(...how: Parameters<typeof fs.open>) {
    const handle = await fs.open(...how);
    handle.sync = async () => undefined;
    handle.datasync = async () => undefined;
    return handle;
  },
};

/** Puts people who are ready into a bot's records, through its own store. Numbers count down from the highest one. */
export async function fillStore(folder: string, people: number): Promise<void> {
  const keyring = createKeyring(await localKeys(folder));
  const store = await openLowdbStore({
    folder: join(folder, 'records'),
    definitions: recordDefinitions,
    keyring,
    disk: quickDisk,
  });
  let next = 0;
  const worker = async () => {
    while (next < people) {
      next += 1;
      const person = ready(9_999_999 - next);
      await store.update('person', personId(person.employee), () => ({ record: person, outcome: undefined }));
    }
  };
  await Promise.all(Array.from({ length: 16 }, worker));
  await store.close();
}

function ready(number: number): Person {
  const { objectId, conversation, e164, email } = employee(number);
  const provenAt = Date.now();
  return {
    ...newPerson({ tenantId, objectId }),
    chat: conversation,
    methods: {
      'authentication-phone': { address: e164, channel: 'text', provenAt },
      'authentication-email': { address: email, channel: 'email', provenAt },
    },
    provedAt: provenAt,
  };
}
