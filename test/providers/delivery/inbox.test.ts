import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { openInbox } from '../../../bot/providers/delivery/inbox/inbox.ts';
import { deliveryContract, messageOn } from '../../contract/delivery.ts';
import { patience } from '../../support/until.ts';

const signal = () => AbortSignal.timeout(patience);

async function place(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'local', 'inbox.json');
}

deliveryContract('the inbox', async (t) => {
  const file = await place(t);
  const inbox = await openInbox(file, () => 1);
  return {
    delivery: inbox,
    arrived: async () => inbox.list().map((message) => ({ ...message, mark: message.letter })),
    // A folder stands where the new file is to be written.
    fail: async () => void (await mkdir(`${file}.new`)),
  };
});

test('what arrived is still there after a restart, and its letter still shows once', async (t) => {
  const file = await place(t);
  const before = await openInbox(file, () => 7);
  await before.send(messageOn('email'), signal());
  const after = await openInbox(file, () => 8);
  await after.send(messageOn('email'), signal());
  assert.deepEqual(after.list(), [{ at: 7, ...messageOn('email') }]);
});

test('the last 200 are kept, newest last', async (t) => {
  const inbox = await openInbox(await place(t), () => 1);
  await Promise.all(
    Array.from({ length: 203 }, (_, at) => inbox.send(messageOn('text', { letter: `${at}` }), signal())),
  );
  assert.deepEqual([inbox.list().length, inbox.list()[0]?.letter, inbox.list().at(-1)?.letter], [200, '3', '202']);
});

test('who watches hears of each new message once, until they stop', async (t) => {
  const inbox = await openInbox(await place(t), () => 1);
  let heard = 0;
  const stop = inbox.changed(() => heard++);
  await inbox.send(messageOn('text'), signal());
  await inbox.send(messageOn('text'), signal());
  assert.equal(heard, 1);
  stop();
  await inbox.send(messageOn('call'), signal());
  assert.equal(heard, 1);
});

test('a process that ended while writing leaves the old messages whole', async (t) => {
  const file = await place(t);
  const before = await openInbox(file, () => 1);
  await before.send(messageOn('text'), signal());
  await writeFile(`${file}.new`, '[{"at": 1, "chan');
  const after = await openInbox(file, () => 2);
  assert.equal(after.list().length, 1);
  await after.send(messageOn('call'), signal());
  assert.equal(JSON.parse(await readFile(file, 'utf8')).length, 2);
  assert.deepEqual(await readdir(join(file, '..')), ['inbox.json']);
});

test('a file that holds something else is as good as none', async (t) => {
  const file = await place(t);
  await openInbox(file, () => 1);
  for (const content of ['', '{}', '[{"channel":"pigeon"}]']) {
    await writeFile(file, content);
    const inbox = await openInbox(file, () => 1);
    assert.deepEqual(inbox.list(), []);
  }
});

test('a message that could not be written is not shown, and arrives when it can', async (t) => {
  const file = await place(t);
  const inbox = await openInbox(file, () => 1);
  await mkdir(`${file}.new`);
  assert.equal((await inbox.send(messageOn('text'), signal())).kind, 'retry');
  assert.deepEqual(inbox.list(), []);
  await rm(`${file}.new`, { recursive: true });
  assert.equal((await inbox.send(messageOn('text'), signal())).kind, 'accepted');
});
