import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readDatabase } from '../../bot/settings/config.ts';
import { settings } from '../../bot/settings/settings.ts';

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

/** Of App Service alone, which gives them, or of local mode; and what a managed identity stands in place of. */
const notThere = new Set(['PORT', 'PLAYGROUND', 'PLAYGROUND_PORT', 'MicrosoftAppPassword']);
const azure = /^(WEBSITE|SCM)_/;

function namesIn(pattern: RegExp, name: RegExp): readonly string[] {
  const block = pattern.exec(bicep)?.[1] ?? assert.fail(`nothing like ${pattern} stands in azure.bicep`);
  return [...block.matchAll(name)].map(([, found = '']) => found);
}

const given = namesIn(/type Settings = \{\n([\s\S]*?)\n\}/, /^ {2}(\w+): string\?$/gm);
const inVault = namesIn(/type SecretName = (.*)/, /'(\w+)'/g);
const made = namesIn(/properties: union\(settings, references, database, \{\n([\s\S]*?)\n {4}\}\)/, /^ {6}(\w+): /gm);

test('every setting of the bot is in the deployment, once: made by it, a parameter, or a secret in the vault', () => {
  const all = [...given, ...inVault, ...made.filter((name) => !azure.test(name))];
  assert.deepEqual(
    all.toSorted(),
    Object.keys(settings.shape)
      .filter((name) => !notThere.has(name))
      .toSorted(),
  );
});

test('a database is made on wish, without a password, and only then is there a second instance', () => {
  const address = /DATABASE_URL: '(.+)'/.exec(bicep)?.[1]?.replaceAll(/\$\{name\}/g, 'contoso') ?? '';
  const read = readDatabase({ DATABASE_URL: address, DATABASE_IDENTITY: 'client' });
  assert.deepEqual(read, {
    host: 'contoso.postgres.database.azure.com',
    port: 5432,
    database: 'reset_ready',
    user: 'contoso',
    checked: true,
    secret: { kind: 'identity', id: 'client' },
    authority: undefined,
  });
  assert.match(bicep, /passwordAuth: 'Disabled'/);
  assert.match(bicep, /capacity: databaseAdministrator == null \? 1 : 2/);
});

test('what opens something is a reference to the vault, never a value in a list of settings', () => {
  const opens = /^KEYS$|TOKEN$|SECRET$|HEADER$|CONNECTION$|^SMTP_URL$/;
  assert.deepEqual(
    [...given, ...made].filter((name) => opens.test(name)),
    [],
  );
  assert.deepEqual(
    inVault.filter((name) => !opens.test(name)),
    [],
  );
  assert.match(bicep, /'@Microsoft\.KeyVault\(VaultName=\$\{vaultName\};SecretName=\$\{replace\(name, '_', '-'\)\}\)'/);
  // Without it the references are resolved by an identity the site does not have.
  assert.match(bicep, /keyVaultReferenceIdentity: identity\.id/);
  const { parameters } = JSON.parse(text('manifest/infra/azure.parameters.json'));
  assert.deepEqual(parameters.secrets.value, ['KEYS']);
});

test('the signal that ends the site reaches the bot: no npm and no shell stand between', () => {
  assert.match(bicep, /appCommandLine: 'exec node bot\/index\.ts'/);
});
