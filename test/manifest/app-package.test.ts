import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { type AppPackage, createAppPackage, translations } from '../../manifest/app-package.ts';
import { drawings, drawn } from '../../manifest/draw-icons.ts';
import { type Json, placeholdersIn } from '../../manifest/fill-in.ts';
import { schemaProblems } from '../../manifest/official-schema.ts';
import { given } from './given-settings.ts';

const root = join(import.meta.dirname, '..', '..');

function made(env: Readonly<Record<string, string>> = given): AppPackage & { kind: 'package' } {
  const result = createAppPackage(env);
  assert.ok(result.kind === 'package', JSON.stringify(result));
  return result;
}

function problems(env: Readonly<Record<string, string | undefined>>): readonly string[] {
  const result = createAppPackage(env);
  return result.kind === 'problems' ? result.problems : [];
}

function manifestIn({ zip }: { readonly zip: Uint8Array }) {
  return JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] ?? new Uint8Array())) as Record<string, Json>;
}

test('the package holds what Teams asks for and nothing else', () => {
  const { zip, files } = made();
  assert.deepEqual(files, ['manifest.json', ...Object.keys(translations()), 'color.png', 'outline.png']);
  assert.deepEqual(Object.keys(unzipSync(zip)), files);
});

test('what is in the zip is right by Microsoft’s own schema, the newest and the oldest we may go back to', () => {
  const manifest = manifestIn(made());
  assert.deepEqual(schemaProblems(manifest, 'MicrosoftTeams', String(manifest.manifestVersion)), []);
  assert.deepEqual(schemaProblems({ ...manifest, manifestVersion: '1.25' }, 'MicrosoftTeams', '1.25'), []);
});

test('that schema says no where it should', () => {
  const manifest = manifestIn(made());
  const judged = (change: Record<string, Json>) => schemaProblems({ ...manifest, ...change }, 'MicrosoftTeams', '1.30');
  assert.match(judged({ botz: [] }).join(), /botz/);
  assert.match(judged({ accentColor: 'green' }).join(), /accentColor/);
  assert.match(judged({ name: { short: 'x'.repeat(31) } }).join(), /name\.short/);
  assert.match(judged({ bots: [{ botId: 'no', scopes: ['personal'] }] }).join(), /bots\[0\]\.botId/);
  assert.match(schemaProblems(manifest, 'MicrosoftTeams', '99.0').join(), /no official schema/);
  assert.match(schemaProblems({ 'name.shrt': 'x' }, 'MicrosoftTeams.Localization', '1.30').join(), /name\.shrt/);
});

test('settings are filled in, in lower case, and no placeholder is left', () => {
  const manifest = manifestIn(made({ ...given, TEAMS_APP_ID: given.TEAMS_APP_ID.toUpperCase() }));
  assert.deepEqual(placeholdersIn(manifest), []);
  assert.equal(manifest.id, given.TEAMS_APP_ID);
  assert.deepEqual(manifest.validDomains, ['bot.example.org']);
  assert.deepEqual(manifest.webApplicationInfo, {
    id: given.MicrosoftAppId,
    resource: `api://bot.example.org/botid-${given.MicrosoftAppId}`,
  });
  assert.deepEqual(manifest.developer, {
    name: 'Example AB',
    websiteUrl: 'https://bot.example.org/tab',
    privacyUrl: 'https://bot.example.org/tab#privacy',
    termsOfUseUrl: 'https://bot.example.org/tab#terms',
  });
});

test('the app asks for no permission but to know who opens it, who is in the channel it was brought to, and whether its messages were read', () => {
  const manifest = manifestIn(made());
  assert.deepEqual(manifest.permissions, ['identity']);
  assert.deepEqual(manifest.authorization, {
    permissions: {
      resourceSpecific: [
        { name: 'ChannelMember.Read.Group', type: 'Application' },
        { name: 'ChatMessageReadReceipt.Read.Chat', type: 'Application' },
      ],
    },
  });
  assert.equal(manifest.devicePermissions, undefined);
});

test('a bot that is a managed identity needs a registration for the tab beside it', () => {
  const identity = { ...given, MicrosoftAppType: 'UserAssignedMSI' };
  assert.deepEqual(
    problems(identity).map((one) => one.split(' ')[0]),
    ['TAB_APP_ID'],
  );
  const tab = '0a1b2c3d-0000-4000-8000-0000000000cc';
  const manifest = manifestIn(made({ ...identity, TAB_APP_ID: tab }));
  assert.deepEqual(manifest.webApplicationInfo, { id: tab, resource: `api://bot.example.org/botid-${tab}` });
});

test('everything that is missing is named at once, with what it is', () => {
  assert.deepEqual(problems({}), [
    'TEAMS_APP_ID is missing: an id of the app’s own; make a new GUID once and keep it for all later versions.',
    'MicrosoftAppId is missing: the app id of the bot registration.',
    'PUBLIC_HOST is missing: the host name under which Teams reaches the bot.',
    'ORGANISATION is missing: the name of your organisation, as Teams shows it.',
  ]);
});

for (const [name, value, said] of [
  ['TEAMS_APP_ID', 'reset-ready', 'must be a GUID'],
  ['TEAMS_APP_ID', '00000000-0000-0000-0000-000000000000', 'must not be all zeros'],
  ['TEAMS_APP_ID', given.MicrosoftAppId, 'must be two different ids'],
  ['MicrosoftAppId', '123', 'must be a GUID'],
  ['TAB_APP_ID', '123', 'must be a GUID'],
  ['TAB_APP_ID', given.TEAMS_APP_ID, 'must be two different ids'],
  ['PUBLIC_HOST', 'https://bot.example.org', 'must be a host name'],
  ['PUBLIC_HOST', 'bot.example.org:3978', 'must be a host name'],
  ['PUBLIC_HOST', 'localhost', 'must be a host name'],
  ['PUBLIC_HOST', '10.0.0.1', 'must be a host name'],
  ['PUBLIC_HOST', 'teams.microsoft.com', 'is not yours'],
  ['ORGANISATION', 'x'.repeat(33), 'must be 1 to 32 characters'],
  ['ORGANISATION', 'Say "no"', 'without quotes'],
] as const) {
  test(`${name} as ${value.slice(0, 40)} is a mistake, and is named`, () => {
    assert.match(problems({ ...given, [name]: value }).join('\n'), new RegExp(`${name}.*${said}|${value}.*${said}`));
  });
}

test('two runs write the same bytes, in any time zone', (t) => {
  const hashes = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
    const folder = place(t);
    const run = spawnSync(process.execPath, [...process.execArgv, join(root, 'manifest', 'pack.ts')], {
      cwd: folder,
      env: { ...quiet(), ...given, TZ },
      encoding: 'utf8',
    });
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, /^dist\/reset-ready\.zip: Reset ready \d/);
    return createHash('sha256')
      .update(readFileSync(join(folder, 'dist', 'reset-ready.zip')))
      .digest('hex');
  });
  assert.equal(new Set(hashes).size, 1);
  assert.equal(hashes[0], createHash('sha256').update(made().zip).digest('hex'));
});

test('without settings the command writes nothing, says what is missing and fails', (t) => {
  const folder = place(t);
  const run = spawnSync(process.execPath, [...process.execArgv, join(root, 'manifest', 'pack.ts')], {
    cwd: folder,
    env: quiet(),
    encoding: 'utf8',
  });
  assert.equal(run.status, 2);
  assert.equal(run.stdout, '');
  assert.match(run.stderr, /- TEAMS_APP_ID is missing/);
  assert.doesNotMatch(run.stderr, /at .*\.ts|Error:/);
  assert.throws(() => readFileSync(join(folder, 'dist', 'reset-ready.zip')));
});

test('icons and pictures of cards are what their sources say', () => {
  for (const name of ['manifest/color', 'manifest/outline', 'cards/parts/readiness/1-of-2']) {
    assert.ok(drawings().includes(name), name);
  }
  for (const name of drawings()) {
    assert.deepEqual(Buffer.from(drawn(name)), readFileSync(join(root, `${name}.png`)), `${name}: npm run icons`);
  }
});

test('the manifest has the version of the product', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  assert.equal(manifestIn(made()).version, version);
});

function place(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'package-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The environment without any settings of ours. */
function quiet(): Record<string, string> {
  const { PATH = '', NODE_OPTIONS = '' } = process.env;
  return { PATH, NODE_OPTIONS };
}
