import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { channelAt } from '../support/doctor-set-up.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';

const program = fileURLToPath(new URL('../../bot/commands/doctor.ts', import.meta.url));
const guid = '0a1b2c3d-0000-4000-8000-0123456789ab';
const key = Buffer.from(Array.from({ length: 32 }, (_, at) => (at * 7 + 3) % 256)).toString('base64');
const teams = {
  MicrosoftAppId: guid,
  MicrosoftAppPassword: 'shhh',
  MicrosoftAppTenantId: guid,
  TENANTS: guid,
  KEYS: `1:${key}`,
};

/** Runs the command in a folder of its own, with these settings and no others. */
async function doctor(t: TestContext, settings: Readonly<Record<string, string>>, ...words: readonly string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'doctor-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const child = spawn(process.execPath, [...statedImport, program, ...words], {
    cwd: folder,
    env: { DATA_DIR: 'data', ...settings, ...statedEnv },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += chunk;
    });
  const [code] = await once(child, 'close');
  return { code, text };
}

test('without settings there is nothing to do, and it says what is not connected', async (t) => {
  const { code, text } = await doctor(t, { PORT: '0' });
  assert.match(text, /^ok +The settings are valid\.\n/);
  assert.match(text, /note +The bot runs in local mode/);
  assert.match(text, /note +No directory is connected/);
  assert.equal(code, 0);
});

test('a token service that is not there is a problem, after keys and records were found good', async (t) => {
  const graph = { DIRECTORY: 'link', GRAPH_CLIENT_SECRET: 'shhh', GRAPH_AUTHORITY: 'https://127.0.0.1:1' };
  const { code, text } = await doctor(t, { ...teams, ...graph, ...channelAt('http://127.0.0.1:1') });
  assert.match(
    text,
    /ok +There is one key; version 1 seals\.\n[\s\S]*PROBLEM +The token service was not reached \(endpoints_resolution_error\)/,
  );
  assert.doesNotMatch(text, /shhh/);
  assert.equal(code, 2);
});

test('a policy file that is not there is a problem, and the setting is named', async (t) => {
  const { code, text } = await doctor(t, { POLICY_FILE: 'nowhere.json', PORT: '0' });
  assert.match(
    text,
    /PROBLEM +The policy file can not be read\. POLICY_FILE \(nowhere\.json\): there is no such file or folder/,
  );
  assert.equal(code, 2);
});

test('it takes no words', async (t) => {
  const { code, text } = await doctor(t, {}, '--fix');
  assert.match(text, /^Usage: npm run doctor/);
  assert.equal(code, 2);
});
