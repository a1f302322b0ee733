import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import http from 'node:http';
import { type AddressInfo, createServer } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { type TestContext, test } from 'node:test';
import { demoPeople } from '../../bot/local/people.ts';
import { startPlayground } from '../../bot/local/playground.ts';
import { patience, until } from '../support/until.ts';

const nowhere = 'http://127.0.0.1:9/api/messages';

/** Something that answers where the bot would. */
async function bot(t: TestContext): Promise<string> {
  const server = http.createServer((_request, response) => response.end()).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/messages`;
}

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
  const start = await startPlayground({ port, endpoint: await bot(t), folder: relative('.', folder), patience });
  assert.ok(start.kind === 'started', JSON.stringify(start));
  t.after(() => start.stop());

  const config = await (await fetch(`${start.url}/_internal/v1/config`)).text();
  for (const { employee } of demoPeople.slice(0, 6)) assert.ok(config.includes(employee.objectId));
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
  assert.deepEqual(await startPlayground({ port, endpoint: nowhere, folder: await place(t) }), { kind: 'port-taken' });
});

test('a Playground that does not answer in time is ended and reported, with where its log is', async (t) => {
  const port = await somePort();
  const folder = await place(t);
  const start = await startPlayground({ port, endpoint: nowhere, folder, patience: 1 });
  assert.deepEqual(start, { kind: 'failed', log: join(folder, 'playground.log') });
  await assert.rejects(fetch(`http://127.0.0.1:${port}/`));
});

test('a Playground ends with the bot, even when the bot is killed', async (t) => {
  const port = await somePort();
  const settings = JSON.stringify({ port, endpoint: await bot(t), folder: await place(t), patience });
  const module = new URL('../../bot/local/playground.ts', import.meta.url).href;
  const script = `const { startPlayground } = await import('${module}');
    console.log((await startPlayground(${settings})).kind);`;
  const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  t.after(() => parent.kill('SIGKILL'));
  const [said] = await once(parent.stdout, 'data');
  assert.equal(`${said}`.trim(), 'started');
  assert.ok((await fetch(`http://127.0.0.1:${port}/`)).ok);

  parent.kill('SIGKILL');
  await once(parent, 'exit');
  const gone = async (): Promise<boolean> => {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return false;
    } catch {
      return true;
    }
  };
  await until('the Playground is gone', gone);
});
