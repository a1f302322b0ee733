import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** A room of the house, and what may be imported into it. Packages are named; `node:` modules are free unless listed. */
interface Room {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
  readonly node?: readonly string[];
}

const house: Readonly<Record<string, Room>> = {
  'bot/domain': { rooms: ['bot/domain'], packages: ['zod', 'libphonenumber-js'], node: ['node:crypto'] },
  'bot/texts': { rooms: ['bot/texts', 'bot/domain'], packages: ['intl-messageformat'] },
  'bot/understanding': { rooms: ['bot/understanding', 'bot/texts', 'bot/domain'], packages: [] },
  cards: {
    rooms: ['cards', 'bot/texts', 'bot/domain'],
    packages: ['adaptivecards-templating', 'zod', 'pngjs', 'qrcode', 'libphonenumber-js'],
  },
  dialogs: {
    rooms: ['dialogs', 'cards', 'bot/texts', 'bot/domain', 'bot/understanding'],
    packages: ['botbuilder', 'botbuilder-dialogs'],
  },
  'bot/teams': {
    rooms: ['bot/teams', 'dialogs', 'cards', 'bot/texts', 'bot/domain', 'bot/log.ts', 'bot/deadline.ts'],
    packages: ['botbuilder', 'botbuilder-dialogs', 'botframework-connector'],
  },
  'bot/outbox': {
    rooms: ['bot/outbox', 'cards', 'bot/texts', 'bot/domain', 'bot/log.ts', 'bot/metrics.ts'],
    packages: [],
  },
  'bot/http': {
    rooms: ['bot/http', 'bot/domain', 'bot/log.ts', 'bot/metrics.ts', 'bot/deadline.ts', 'bot/providers/http.ts'],
    packages: ['restify', 'zod', 'jose', 'raw-body', 'pino'],
  },
  'bot/tab': {
    rooms: [
      'bot/tab',
      'bot/texts',
      'bot/domain',
      'cards/parts/masked.ts',
      'cards/parts/readiness-words.ts',
      'cards/parts/contact-words.ts',
      'cards/parts/keep-words.ts',
    ],
    packages: [],
  },
  manifest: {
    rooms: ['manifest', 'bot/texts/languages.ts'],
    packages: ['zod', 'fflate', 'ajv-draft-04', 'ajv-formats', 'pngjs', '@resvg/resvg-js'],
  },
  'bot/providers': {
    rooms: [
      'bot/providers',
      'bot/domain',
      'bot/log.ts',
      'bot/metrics.ts',
      'bot/texts/languages.ts',
      'bot/deadline.ts',
      'bot/settings/parsers.ts',
      'bot/http/caller.ts',
    ],
    packages: ['lowdb', 'nodemailer', 'node-pg-migrate', 'pg', 'zod', '@azure/identity'],
  },
  'bot/local': {
    rooms: ['bot/local', 'bot/providers', 'bot/texts', 'bot/domain', 'bot/http/caller.ts'],
    packages: ['restify'],
  },
};

/** Files at the top of bot/: they join the rooms. */
const top = 'bot/';

interface Import {
  readonly file: string;
  readonly to: string;
}

function sources(): readonly string[] {
  return ['bot', 'cards', 'dialogs', 'manifest'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(folder, name)),
  );
}

const pattern =
  /(?:^|\n)\s*(?:import|export)\s[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)|(?:^|\n)import\s+'([^']+)'/g;

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(pattern)].map(([, from, dynamic, bare]) => {
    const name = from ?? dynamic ?? bare ?? '';
    return { file, to: name.startsWith('.') ? relative(root, join(root, dirname(file), name)) : name };
  });
}

function roomOf(file: string): string | undefined {
  return Object.keys(house).find((room) => file === room || file.startsWith(`${room}/`) || file === `${room}.ts`);
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function breach({ file, to }: Import): string | undefined {
  const room = roomOf(file);
  if (!room) return file.startsWith(top) ? undefined : `${file} stands in no room`;
  const allowed = house[room];
  if (!allowed) return `${room} is unknown`;
  if (to.endsWith('.ts') || to.endsWith('.json')) {
    const inside = allowed.rooms.some((one) => to === one || to.startsWith(`${one}/`) || to === `${one}.ts`);
    return inside ? undefined : `${file} imports ${to}`;
  }
  if (to.startsWith('node:') || builtinModules.includes(to)) {
    return !allowed.node || allowed.node.includes(to) ? undefined : `${file} imports ${to}`;
  }
  return allowed.packages.includes(packageOf(to)) ? undefined : `${file} imports ${to}`;
}

test('imports point one way only, and the bot SDK stays in its rooms', () => {
  const breaches = sources().flatMap((file) => importsOf(file).flatMap((one) => breach(one) ?? []));
  assert.deepEqual(breaches, []);
});

test('the reader of imports sees them, so the rule above can fail', () => {
  const seen = importsOf('bot/compose/use-cases.ts').map(({ to }) => to);
  assert.ok(seen.includes('bot/domain/enrolment/enrolment.ts'));
  assert.equal(
    breach({ file: 'bot/domain/enrolment/code.ts', to: 'bot/teams/turn/turns.ts' }),
    'bot/domain/enrolment/code.ts imports bot/teams/turn/turns.ts',
  );
  assert.equal(
    breach({ file: 'bot/domain/enrolment/code.ts', to: 'node:fs' }),
    'bot/domain/enrolment/code.ts imports node:fs',
  );
  assert.equal(breach({ file: 'bot/texts/tell.ts', to: 'botbuilder' }), 'bot/texts/tell.ts imports botbuilder');
});

test('no room is allowed an import that it does not have', () => {
  const imports = sources().flatMap(importsOf);
  const idle = Object.entries(house).flatMap(([room, { rooms, packages, node = [] }]) => {
    const taken = imports.filter(({ file }) => roomOf(file) === room).map(({ to }) => to);
    return [...rooms, ...packages, ...node]
      .filter((one) => !taken.some((to) => to === one || to.startsWith(`${one}/`)))
      .map((one) => `${room} does not import ${one}`);
  });
  assert.deepEqual(idle, []);
});

test('no two files import each other in a circle', () => {
  const graph = new Map(sources().map((file) => [file, importsOf(file).map(({ to }) => to)]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (file: string, road: readonly string[]) => {
    if (road.includes(file)) circles.push([...road.slice(road.indexOf(file)), file].join(' → '));
    if (done.has(file) || road.includes(file)) return;
    for (const next of graph.get(file) ?? []) visit(next, [...road, file]);
    done.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  assert.deepEqual(circles, []);
});

test('clock, chance, environment and console are asked for at the edge only', () => {
  const edge =
    /^(bot\/(index|deadline)\.ts|bot\/settings\/env-file\.ts|bot\/commands\/(records|policy|campaign|doctor|diagnose|understand|tickets|store)\.ts|bot\/compose\/(bot|tab)\.ts|manifest\/pack\.ts|bot\/log\.ts|bot\/providers\/)/;
  const asks = /\bDate\.now\b|\bMath\.random\b|\bprocess\.env\b|\bconsole\./;
  const breaches = sources().filter((file) => !edge.test(file) && asks.test(readFileSync(join(root, file), 'utf8')));
  assert.deepEqual(breaches, []);
});

// Its index reads recognizers of dates and numbers that nobody here asks: 150 ms of processor at every start.
test('of the dialog library only what is used is loaded', () => {
  const whole = /import (?!type\b)[^;]*? from 'botbuilder-dialogs';/;
  assert.ok(whole.test("import { Dialog } from 'botbuilder-dialogs';"), 'so the rule can fail');
  assert.deepEqual(
    sources().filter((file) => whole.test(readFileSync(join(root, file), 'utf8'))),
    [],
  );
});

test('no file is named for being a leftover', () => {
  const names = /(^|\/)(utils?|helpers?|common|misc|types|shared|index)\.ts$/;
  assert.deepEqual(
    sources().filter((file) => names.test(file) && file !== 'bot/index.ts'),
    [],
  );
});

test('a name is exported by one file, but for the languages’ twins', () => {
  const files = new Map<string, Set<string>>();
  for (const file of sources().filter((one) => !/^bot\/texts\/[a-z]{2}\//.test(one))) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, name = ''] of text.matchAll(
      /^export (?:async )?(?:function\*?|const|interface|type|class|let) ([\w$]+)/gm,
    )) {
      files.set(name, (files.get(name) ?? new Set()).add(file));
    }
  }
  const twice = [...files].filter(([, places]) => places.size > 1).map(([name]) => name);
  assert.deepEqual(twice, []);
});

/** Small files with a reason: an entry, a port, one line a language, what a second caller shares. The list only shrinks. */
const small = [
  'bot/commands/learn.ts',
  'bot/domain/build.ts',
  'bot/domain/ports/system.ts',
  'bot/index.ts',
  'bot/settings/env-file.ts',
  'bot/texts/all-languages.ts',
];

test('a file is worth opening: fifteen lines, or a reason', () => {
  const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n').length - 1;
  assert.deepEqual(
    sources()
      .filter((file) => lines(file) < 15)
      .sort(),
    small,
  );
});

test('the top of bot/ holds at most eight files', () => {
  const loose = sources().filter((file) => /^bot\/[^/]+$/.test(file));
  assert.ok(loose.length <= 8, loose.join(', '));
});
