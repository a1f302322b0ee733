import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { numbersId } from '../../bot/domain/tickets/ticket.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { startBotProcess } from '../support/bot-process.ts';
import { newFolder, startEntra, teamsSettings } from '../support/doctor-set-up.ts';
import { share } from '../support/figure.ts';
import { openRecords } from '../support/records.ts';
import { seedOfRun } from '../support/seeded.ts';
import { statedEnv, statedImport } from '../support/stated-date.ts';
import { kim, ticket } from '../support/tickets.ts';

const root = join(import.meta.dirname, '../..');
const files = {
  doctor: 'bot/commands/doctor.ts',
  policy: 'bot/commands/policy.ts',
  audit: 'bot/commands/audit.ts',
  tickets: 'bot/commands/tickets.ts',
  understand: 'bot/commands/understand.ts',
  diagnose: 'bot/commands/diagnose.ts',
  manifest: 'manifest/pack.ts',
} as const;
type Command = keyof typeof files;

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Call {
  readonly command: Command;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Nobody reads what it prints. */
  readonly unread?: boolean;
}

async function run(folder: string, { command, words, env = {}, input = '', unread = false }: Call): Promise<Ended> {
  const child = spawn(process.execPath, [...statedImport, join(root, files[command]), ...words], {
    cwd: folder,
    env: { ...statedEnv, PORT: '0', ...env },
  });
  const closed = once(child, 'close');
  let [out, err] = ['', ''];
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  child.stderr.on('data', (chunk) => (err += chunk));
  if (unread) child.stdout.destroy();
  else child.stdout.on('data', (chunk) => (out += chunk));
  const [code] = (await closed) as [number | null];
  return { code, out, err };
}

/** A folder with records in `data`, and files to look at. */
async function filled(t: TestContext): Promise<string> {
  const folder = await newFolder(t);
  await mkdir(join(folder, 'data'));
  const store = await openRecords(join(folder, 'data'));
  await setPolicy(store, { ...defaultPolicy, methodsRequired: 1 }, 'test', 0);
  const phone = { address: '+46701234567', channel: 'text', provenAt: 0 } as const;
  const person = { ...newPerson(kim), methods: { 'authentication-phone': phone } };
  await store.update('person', personId(kim), () => ({ record: person, outcome: undefined }));
  await store.update('ticket', 'a', () => ({ record: ticket({}, { id: 'a' }), outcome: undefined }));
  await store.update('ticket-numbers', numbersId, () => ({ record: { last: ticket().number }, outcome: undefined }));
  await store.close();
  await writeFile(join(folder, 'good.json'), '{"methodsRequired": 1}');
  await writeFile(join(folder, 'strict.json'), '{"methodsRequired": 2}');
  await writeFile(join(folder, 'bad.json'), '{"methodsRequired": 3}');
  await writeFile(join(folder, 'facts.json'), '{"enabled": false}');
  return folder;
}

const records = { DATA_DIR: 'data' };
const nowhere = { DATA_DIR: 'nowhere' };

/** 0: nothing to do · 1: done, and there is something to look at · 2: not done, or what was looked at does not work. */
const calls: readonly (readonly [code: 0 | 1 | 2, command: Command, words: string, more?: Partial<Call>])[] = [
  [0, 'doctor', ''],
  [1, 'doctor', '', { env: { TENANT: 'x' } }],
  [2, 'doctor', '', { env: { POLICY_FILE: 'bad.json' } }],
  [0, 'policy', 'check good.json --what-if', { env: records }],
  [1, 'policy', 'check strict.json --what-if', { env: records }],
  [2, 'policy', 'check bad.json'],
  [0, 'policy', 'show', { env: records }],
  [2, 'policy', 'show', { env: nowhere }],
  [0, 'audit', 'verify', { env: records }],
  [2, 'audit', 'verify', { env: nowhere }],
  [2, 'audit', ''],
  [0, 'tickets', '', { env: records }],
  [1, 'tickets', 'show R-9999', { env: records }],
  [2, 'tickets', 'all', { env: nowhere }],
  [0, 'understand', '', { input: 'the code does not come\n' }],
  [2, 'understand', 'this'],
  [0, 'diagnose', '--facts facts.json'],
  [2, 'diagnose', '--facts bad.json'],
  [2, 'diagnose', ''],
  [2, 'manifest', ''],
];

test('every command ends by the same three codes', async (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const folder = await filled(t);
  const wrong: string[] = [];
  for (const [expected, command, words, more] of share(calls, 3, seed)) {
    const call = { command, words: words.split(' ').filter((word) => word !== ''), ...more };
    const { code, out, err } = await run(folder, call);
    if (code !== expected) wrong.push(`${command} ${words}: ${code}, not ${expected}\n${out}${err}`);
    if (expected === 2 && command !== 'doctor') assert.notEqual(err, '', `${command} ${words} says why`);
    assert.doesNotMatch(err, /\n\s+at |Warning:/, `${command} ${words} prints no stack`);
  }
  assert.deepEqual(wrong, []);
});

test('a broken chain of notes is told, and the command ends with 1', async (t) => {
  const folder = await filled(t);
  const store = await openRecords(join(folder, 'data'));
  const forged = { ...newPerson(kim), audit: [{ act: 'reminder-snoozed', at: 1, hash: 'forged' } as const] };
  await store.update('person', personId(kim), () => ({ record: forged, outcome: undefined }));
  await store.close();
  assert.equal((await run(folder, { command: 'audit', words: ['verify'], env: records })).code, 1);
});

test('while another process holds the records, every command on them ends with 2 and says who', async (t) => {
  const folder = await filled(t);
  const store = await openRecords(join(folder, 'data'));
  t.after(() => store.close());
  for (const [command, ...words] of [
    ['policy', 'show'],
    ['policy', 'use', 'good.json'],
    ['audit', 'verify'],
    ['tickets'],
  ] as const) {
    const { code, err } = await run(folder, { command, words, env: records });
    assert.deepEqual([code, /^\/.* is held by process \d+/.test(err)], [2, true], `${command}: ${err}`);
  }
});

test('beside a running bot the commands work on its records, and who put a policy in force is in the chain', async (t) => {
  const folder = await filled(t);
  const bot = await startBotProcess(undefined, { DATA_DIR: join(folder, 'data') });
  t.after(() => bot.clear());
  const command = (command: Command, ...words: readonly string[]) => run(folder, { command, words, env: records });
  const used = await command('policy', 'use', 'strict.json');
  assert.deepEqual([used.code, used.err], [0, '']);
  const { methodsRequired } = JSON.parse((await command('policy', 'show')).out);
  assert.equal(methodsRequired, 2);
  const { out: told } = await command('policy', 'history');
  assert.match(told, /^1970-\S+ test: methodsRequired\n\d{4}-\d\d-\d\dT\S+Z \S+@\S+: methodsRequired\n$/);
  const verified = await command('audit', 'verify');
  assert.deepEqual([verified.code, verified.err], [0, '']);
  assert.match(verified.out, /^2 changes of the policy, 0 broken chains$/m);
  assert.equal((await command('tickets')).code, 0);
  const accepted = await command('audit', 'accept');
  assert.deepEqual([accepted.code, /is held by process/.test(accepted.err)], [2, true]);
  await bot.stop();
  assert.deepEqual((await command('policy', 'history')).out, told, 'and it stays');
});

test('a command whose output nobody reads ends without a word', async (t) => {
  const folder = await filled(t);
  const unread: readonly Call[] = [
    { command: 'policy', words: ['show'], env: records },
    { command: 'audit', words: ['verify'], env: records },
    { command: 'tickets', words: [], env: records },
    { command: 'diagnose', words: ['--facts', 'facts.json'] },
  ];
  for (const call of unread) assert.equal((await run(folder, { ...call, unread: true })).err, '', call.command);
});

test('the codes stand in the manual', async () => {
  const manual = await readFile(join(root, 'OPERATIONS.md'), 'utf8');
  for (const code of ['| 0 |', '| 1 |', '| 2 |']) assert.ok(manual.includes(code), code);
});

/** Starts the bot itself, which is to end by itself. */
async function start(folder: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const settings = { PLAYGROUND: 'off', LOG_LEVEL: 'warn', DATA_DIR: 'data', PORT: '0', ...env };
  const child = spawn(process.execPath, [...statedImport, join(root, 'bot/index.ts')], {
    cwd: folder,
    env: { ...statedEnv, ...settings },
  });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (err += chunk));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, err };
}

test('whatever keeps the bot from starting names its setting, in a line', async (t) => {
  const folder = await filled(t);
  const entra = await startEntra(t, []);
  const port = new URL(entra.origin).port;
  const { PORT: _, ...teams } = teamsSettings(entra);
  const stops: readonly (readonly [env: Record<string, string>, says: RegExp])[] = [
    [
      { PORT: port },
      new RegExp(
        `^HOST and PORT \\(127\\.0\\.0\\.1:${port}\\): another program listens there already \\(EADDRINUSE\\)\\n$`,
      ),
    ],
    [
      { ...teams, DATA_DIR: 'other', HOST: '192.0.2.1' },
      /^HOST and PORT \(192\.0\.2\.1:0\): this machine has no such address \(EADDRNOTAVAIL\)\n$/,
    ],
    [{ POLICY_FILE: 'missing.json' }, /^POLICY_FILE \(missing\.json\): there is no such file or folder \(ENOENT\)\n$/],
    [
      { POLICY_FILE: 'bad.json' },
      /^POLICY_FILE \(bad\.json\) needs a look:\n- methodsRequired: must be 1 or 2; it is 3\n$/,
    ],
    [
      { DATA_DIR: 'good.json/x' },
      /^DATA_DIR \(good\.json\/x\): a part of the path is a file, not a folder \(ENOTDIR\)\n$/,
    ],
    [{ ...teams }, /^KEYS does not open these records; key 1 sealed them, and the key 1 in KEYS is another one\.\n$/],
  ];
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  for (const [env, says] of share(stops, 3, seed)) {
    const { code, out, err } = await start(folder, env);
    assert.match(err, says);
    assert.deepEqual([code, out], [1, ''], err);
  }
});

test('a policy file that differs from the policy in force is a warning at the start, with the fields', async (t) => {
  const folder = await filled(t);
  const settings = { PLAYGROUND: 'off', DATA_DIR: 'data', PORT: '0', POLICY_FILE: 'strict.json' };
  const child = spawn(process.execPath, [...statedImport, join(root, 'bot/index.ts')], {
    cwd: folder,
    env: { ...statedEnv, ...settings },
  });
  const closed = once(child, 'close');
  let out = '';
  const said = Promise.withResolvers<void>();
  child.stdout.on('data', (chunk) => {
    out += chunk;
    if (out.includes('listens on')) said.resolve();
  });
  await Promise.race([said.promise, closed]);
  child.kill('SIGKILL');
  await closed;
  const warning = out.split('\n').find((line) => line.includes('policy file differs from the policy in force')) ?? '{}';
  assert.deepEqual([JSON.parse(warning).level, JSON.parse(warning).reason], [40, 'methodsRequired'], out);
});
