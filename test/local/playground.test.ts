import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { demoPeople } from '../../bot/local/people.ts';
import { startPlayground } from '../../bot/local/playground.ts';

const endpoint = 'http://127.0.0.1:9/api/messages';

async function somePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function place(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('the Playground comes up for this machine only, takes our people, and is gone after stop', async (t) => {
  const port = await somePort();
  const folder = await place(t);
  const start = await startPlayground({ port, endpoint, folder });
  assert.ok(start.kind === 'started', JSON.stringify(start));
  t.after(() => start.stop());

  const { config } = await (await fetch(`${start.url}/_internal/v1/config`)).json();
  assert.equal(config.currentUser.aadObjectId, demoPeople[0]?.employee.objectId);
  for (const { address } of Object.values(networkInterfaces()).flatMap((one) => one ?? [])) {
    if (address.startsWith('127.') || address.includes(':')) continue;
    await assert.rejects(fetch(`http://${address}:${port}/`));
  }

  await start.stop();
  await assert.rejects(fetch(start.url));
  assert.match(await readFile(join(folder, 'playground.log'), 'utf8'), /Listening/);
});

test('a port that is taken is reported, not left for another one', async (t) => {
  const holder = createServer().listen(0, '127.0.0.1');
  await once(holder, 'listening');
  t.after(() => holder.close());
  const { port } = holder.address() as AddressInfo;
  assert.deepEqual(await startPlayground({ port, endpoint, folder: await place(t) }), { kind: 'port-taken' });
});

test('a Playground that does not answer in time is ended and reported, with where its log is', async (t) => {
  const port = await somePort();
  const folder = await place(t);
  const start = await startPlayground({ port, endpoint, folder, patience: 1 });
  assert.deepEqual(start, { kind: 'failed', log: join(folder, 'playground.log') });
  await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
});
