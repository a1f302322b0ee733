import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { defaultPolicy } from '../bot/domain/policy.ts';
import { parsePolicy } from '../bot/settings/policy-file.ts';
import { translations } from '../manifest/app-package.ts';
import { envSample, manifestWithLanguages, operations, readme } from './documents.ts';
import { given } from './manifest/given-settings.ts';

const root = join(import.meta.dirname, '..');
const textOf = (name: string) => readFileSync(join(root, name), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'reset-ready-documents-'));
after(() => rmSync(folder, { recursive: true }));

test('.env.sample lists exactly the settings, with their descriptions and defaults', () => {
  assert.equal(textOf('.env.sample'), envSample(textOf('.env.sample')), 'npm run documents writes it');
});

test('the tables and numbers of README and OPERATIONS say what the code says', () => {
  assert.equal(textOf('README.md'), readme(textOf('README.md')), 'npm run documents writes them');
  assert.equal(textOf('OPERATIONS.md'), operations(textOf('OPERATIONS.md')), 'npm run documents writes them');
});

test('the table of the policy names every field, and its defaults are the policy’s own', () => {
  const rows = `${textOf('README.md')}\n${textOf('OPERATIONS.md')}`
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  for (const [field, usual] of Object.entries(defaultPolicy)) {
    const row = rows.find((line) => line.split('|')[1]?.includes(`\`${field}\``));
    assert.ok(row, `${field} has no row`);
    const [, said] = /`"?([\w-]*)"?` \(default\)/.exec(row) ?? /\(default (\d+)/.exec(row) ?? [];
    if (said !== undefined) assert.equal(said, String(usual), field);
    else assert.ok(typeof usual === 'object' || typeof usual === 'boolean', `the default of ${field} is not said`);
  }
});

test('beside the manifest stand the app’s words in each further language', () => {
  const manifest = textOf('manifest/manifest.json');
  assert.equal(manifest, manifestWithLanguages(manifest), 'npm run documents writes them');
  for (const [file, texts] of Object.entries(translations())) {
    assert.deepEqual(JSON.parse(textOf(`manifest/${file}`)), texts, 'npm run documents writes them');
  }
});

/** What stands in shell blocks and in code spans that begin like a command. */
function commandsIn(text: string): readonly string[] {
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));
  const spans = [...text.matchAll(/`((?:npm|node|npx) [^`]+)`/g)].map(([, span = '']) => span);
  return [...new Set([...blocks, ...spans])];
}

const shell = (command: string, more: Readonly<Record<string, string>> = {}) =>
  spawnSync(command, {
    shell: true,
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: join(folder, 'data'), ...more },
  });

/** The policy to copy, with somebody's id in it. */
function examplePolicy(): string {
  const policy = /```json\n([\s\S]*?)```/.exec(textOf('OPERATIONS.md'))?.[1] ?? '';
  return policy.replace(/<[^>]+>/, '0a1b2c3d-0000-4000-8000-0123456789ab');
}

/** How each command of the documents is tried. */
const tried: Readonly<Record<string, (command: string) => void>> = {
  'npm ci': () => assert.match(textOf('.ci/run'), /^npm ci /m),
  'npm test': () => assert.match(textOf('.ci/run'), /^npm test$/m),
  'npm start': () => {
    // The browser tests start this very program for everything they walk.
    const { start } = JSON.parse(textOf('package.json')).scripts;
    // sh becomes the bot, so that a signal to npm reaches it; a shell without `exec`, as on Windows, goes on to the same.
    assert.equal(start, 'exec node bot/index.ts || node bot/index.ts');
    assert.match(textOf('test/support/bot-process.ts'), /bot\/index\.ts/);
  },
  'npm run doctor': (command) => {
    const { status, stdout } = shell(command);
    assert.equal(status, 0, stdout);
    assert.match(stdout, /The settings are valid/);
  },
  'npm run manifest': (command) => {
    const { status, stderr, stdout } = shell(command, given);
    assert.equal(status, 0, stderr + stdout);
    assert.ok(existsSync(join(root, 'dist', 'reset-ready.zip')));
  },
  'npm run policy -- check FILE --what-if': (command) => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, examplePolicy());
    const { status, stderr, stdout } = shell(command.replace('FILE', file));
    assert.equal(status, 0, stderr + stdout);
  },
  'npm run policy -- use FILE': (command) => {
    const file = join(folder, 'policy.json');
    writeFileSync(file, examplePolicy());
    const { status, stdout, stderr } = shell(command.replace('FILE', file));
    assert.equal(status, 0, stderr + stdout);
    assert.match(shell('npm run policy -- show').stdout, /"methodsRequired": 2/);
  },
  'npm run policy -- show': (command) => {
    tried['npm run policy -- use FILE']?.('npm run policy -- use FILE');
    const { status, stdout, stderr } = shell(command);
    assert.equal(status, 0, stderr);
    assert.match(stdout, /"support"/);
  },
};

/** The README's, and those of the chapter on the policy. */
const commands = [
  ...commandsIn(textOf('README.md')),
  ...commandsIn(/^## Policy\n[\s\S]*?(?=^## )/m.exec(textOf('OPERATIONS.md'))?.[0] ?? ''),
];

test('the documents have no command that nothing tries, and nothing is tried that they have not', () => {
  assert.deepEqual(commands.toSorted(), Object.keys(tried).toSorted());
});

for (const command of commands) {
  test(`"${command}" does what the documents say`, () => tried[command]?.(command));
}

test('the policy of the road to production is a valid one', () => {
  assert.equal(parsePolicy(examplePolicy()).methodsRequired, 2);
});

test('the rules that the chapter on the policy shows are valid ones', () => {
  const shown = [...textOf('OPERATIONS.md').matchAll(/```json\n([\s\S]*?)```/g)].map(([, block = '']) => block);
  const ruled = shown.filter((block) => block.includes('"rules"'));
  assert.equal(ruled.length, 1);
  for (const block of ruled) assert.equal(parsePolicy(block).rules.length, 2);
});

test('every file that a document points to is there', () => {
  for (const name of [
    'README.md',
    'OPERATIONS.md',
    'ARCHITECTURE.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'CHANGELOG.md',
  ]) {
    for (const [, target = ''] of textOf(name).matchAll(/\]\((?!https?:|#)([^)#]+)/g)) {
      assert.ok(existsSync(join(root, target)), `${name} points to ${target}`);
    }
  }
});

/** Made while the bot runs. */
const madeLater: readonly string[] = ['format.json'];

test('every file that ARCHITECTURE and CONTRIBUTING name is there', () => {
  const folders = ['bot', 'cards', 'dialogs', 'manifest', 'test'];
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
      (name) => `/${folder}/${name.replaceAll('\\', '/')}`,
    ),
  );
  const missing = (text: string) =>
    [...text.matchAll(/`([\w./-]+\.(?:ts|js|json|jsonl|txt|bin|bicep))`/g)]
      .map(([, name = '']) => name)
      .filter((name) => !existsSync(join(root, name)) && !files.some((file) => file.endsWith(`/${name}`)));
  assert.deepEqual(missing('`bot/domain/no-such-file.ts`'), ['bot/domain/no-such-file.ts'], 'so it can fail');
  for (const name of ['ARCHITECTURE.md', 'CONTRIBUTING.md']) {
    const gone = missing(textOf(name)).filter((file) => !madeLater.includes(file));
    assert.deepEqual(gone, [], name);
  }
});

test('every promise of SECURITY.md names tests that are there', () => {
  for (const [, path = ''] of textOf('SECURITY.md').matchAll(/`(test\/[\w./-]+)`/g)) {
    assert.ok(existsSync(join(root, path)), path);
  }
});
