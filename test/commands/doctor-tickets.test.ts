import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { doctor, key, newFolder, startEntra, teamsSettings } from '../support/doctor-set-up.ts';
import { startFake } from '../support/fake-http.ts';
import { openRecords } from '../support/records.ts';
import { monday, ticket } from '../support/tickets.ts';
import { webhookSecret } from '../support/webhooks.ts';

test('the doctor tries the door of a ticket system, and says what it did not take and why', async (t) => {
  const folder = await newFolder(t);
  const system = await startFake(t, () => ({ status: 204 }));
  const settings = {
    ...teamsSettings(await startEntra(t, [])),
    TICKETS_NAME: 'ServiceNow',
    TICKETS_URL: `${system.origin}/hook`,
    TICKETS_SECRET: webhookSecret,
  };
  const well = await doctor(folder, settings, '--json');
  assert.equal(well.of('tickets').verdict, 'good', well.text);
  assert.match(well.of('tickets-status').says, /ServiceNow tells nothing back/);
  const store = await openRecords(join(folder, 'data'), [{ version: 1, key: Buffer.from(key, 'base64') }]);
  const state = { due: monday, dies: null, tries: [{ at: monday, result: 'ticket system 401' }] };
  for (const id of ['one', 'two']) {
    const letters = [{ kind: 'system', id, entry: 0, ...state } as const];
    const record = { ...ticket({ id }), id, letters };
    await store.update('ticket', id, () => ({ record, outcome: undefined }));
  }
  await store.close();
  const waiting = await doctor(folder, settings, '--json');
  const { verdict, says } = waiting.of('tickets');
  assert.deepEqual(
    [verdict, says],
    [
      'problem',
      'ServiceNow does not take what it is told of 2 requests (last: ticket system 401). It is tried again for a week.',
    ],
  );
  assert.doesNotMatch(waiting.text, /MfKQ9r8/);
  const away = await doctor(folder, { ...settings, TICKETS_URL: 'http://127.0.0.1:1/hook' }, '--json');
  assert.match(away.of('tickets').says, /ServiceNow is not reached \(ECONNREFUSED\)/);
  assert.equal(system.got.length, 0, 'nothing was sent');
});
