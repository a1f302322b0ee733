import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { settings } from '../../bot/settings.ts';

const root = join(import.meta.dirname, '..', '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const asked = (source: string) => [...source.matchAll(/\$\{\{(\w+)\}\}/g)].map(([, name = '']) => name);
const own = ['TEAMSFX_ENV'];

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}

const bicep = text('manifest/infra/azure.bicep');
const outputs = [...bicep.matchAll(/^output (\w+) /gm)].map(([, name = '']) => name);

for (const [file, environment] of [
  ['m365agents.yml', 'dev'],
  ['m365agents.local.yml', 'local'],
] as const) {
  const stages = parse(text(file)) as Readonly<Record<string, unknown>>;
  const steps = ['provision', 'deploy', 'publish'].flatMap((stage) => (stages[stage] ?? []) as Step[]);
  const sample = text(`manifest/env/.env.${environment}.sample`);

  test(`every file that ${file} names is there`, () => {
    const named = steps.flatMap((step) =>
      Object.values({ ...step.with, ...((step.with.templates as Step['with'][] | undefined) ?? [])[0] }).filter(
        (value): value is string =>
          typeof value === 'string' && value.startsWith('./manifest/') && !value.includes('/.env.'),
      ),
    );
    assert.ok(named.length >= 2);
    assert.deepEqual(
      named.filter((one) => !existsSync(join(root, one))),
      [],
    );
  });

  test(`every value that ${file} and its files ask for is given or made before`, () => {
    const known = new Set([...own, ...[...sample.matchAll(/^#? ?(\w+)=/gm)].map(([, name = '']) => name)]);
    for (const step of steps) {
      const files = Object.values(step.with).filter(
        (one) => typeof one === 'string' && one.endsWith('.json'),
      ) as string[];
      const templates = (step.with.templates ?? []) as { readonly parameters: string }[];
      const read = [...files, ...templates.map(({ parameters }) => parameters)].filter((one) => !asked(one).length);
      const wanted = asked(JSON.stringify(step)).concat(read.flatMap((one) => asked(text(one))));
      for (const name of wanted) assert.ok(known.has(name), `${step.uses} asks for ${name}`);
      for (const name of Object.values(step.writeToEnvironmentFile ?? {})) known.add(name);
      if (step.uses === 'arm/deploy') for (const name of outputs) known.add(name);
    }
  });

  test(`the sample of ${environment} holds no value that is anybody’s`, () => {
    const filled = [...sample.matchAll(/^(\w+)=(.+)$/gm)].map(([, name = '', value = '']) => `${name}=${value}`);
    assert.deepEqual(filled, [`TEAMSFX_ENV=${environment}`]);
  });
}

test('the toolkit writes outputs in capitals, so they are named that way', () => {
  for (const name of outputs) assert.equal(name, name.toUpperCase());
});

test('the registration of the tab is reached under the resource the manifest names, by Teams only', () => {
  const entra = JSON.parse(text('manifest/entra.json')) as {
    identifierUris: readonly string[];
    signInAudience: string;
    api: {
      preAuthorizedApplications: readonly { appId: string }[];
      requestedAccessTokenVersion: number;
      oauth2PermissionScopes: readonly { type: string }[];
    };
  };
  const manifest = JSON.parse(text('manifest/manifest.json')) as { webApplicationInfo: { resource: string } };
  assert.deepEqual(entra.identifierUris, [manifest.webApplicationInfo.resource]);
  assert.equal(entra.signInAudience, 'AzureADMyOrg');
  assert.equal(entra.api.requestedAccessTokenVersion, 2);
  // No other client gets the scope without an administrator. Source: Microsoft Learn, "permissionScope resource type".
  assert.deepEqual(
    entra.api.oauth2PermissionScopes.map(({ type }) => type),
    ['Admin'],
  );
  // Teams on desktop and phone, Teams on the web. Source: Microsoft Learn, "Register your tab app".
  assert.deepEqual(
    entra.api.preAuthorizedApplications.map(({ appId }) => appId),
    ['1fec8e78-bce4-4aaf-ab1b-5451cc387264', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346'],
  );
});

test('the site on Azure is given settings the bot knows, and no secret but the keys', () => {
  const block = /properties: \{\n\s+HOST: [\s\S]*?\n {4}\}/.exec(bicep)?.[0] ?? '';
  const names = [...block.matchAll(/^\s+(\w+): /gm)]
    .map(([, name = '']) => name)
    .filter((name) => name !== 'properties');
  const known = new Set([...Object.keys(settings.shape), 'PUBLIC_HOST', 'TAB_APP_ID', 'TEAMS_APP_ID']);
  const azure = /^(WEBSITE|SCM)_/;
  assert.ok(names.includes('KEYS') && names.includes('MicrosoftAppId'), names.join());
  assert.deepEqual(
    names.filter((name) => !known.has(name) && !azure.test(name)),
    [],
  );
  assert.ok(!names.includes('MicrosoftAppPassword'));
  assert.match(bicep, /@secure\(\)\n@description\([^\n]*\)\nparam keys string\n/);
});
