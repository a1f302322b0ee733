import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { choosesChannel } from '../../bot/teams/support/choose-channel.ts';
import { catalogues } from '../../bot/texts/languages.ts';
import { heard } from '../../bot/understanding/heard.ts';
import { createAppPackage, ownParts, type Parts } from '../../manifest/app-package.ts';
import type { Json } from '../../manifest/fill-in.ts';
import { brokenIcons } from '../../manifest/icon-rules.ts';
import { teamsManifest, textsOf, translation } from '../../manifest/teams-manifest.ts';
import { fleschReadingEase, lix, sentencesOf, wordsOf } from '../support/readability.ts';
import { given } from './given-settings.ts';

const parts = ownParts();
type Loose = { [key: string]: Loose } & Loose[] & string;

/** What is said of the package after a change to a copy of its manifest or its Swedish file. */
function afterwards(change: (manifest: Loose, swedish: Loose) => void): string {
  const copy = structuredClone({ manifest: parts.manifest, swedish: parts.languages['sv.json'] }) as unknown as {
    manifest: Loose;
    swedish: Loose;
  };
  change(copy.manifest, copy.swedish);
  const changed = {
    ...parts,
    manifest: copy.manifest,
    languages: { ...parts.languages, 'sv.json': copy.swedish },
  } as unknown as Parts;
  const made = createAppPackage(given, changed);
  return made.kind === 'problems' ? made.problems.join('\n') : 'nothing';
}

const commands = (manifest: Loose, list: number): Loose =>
  (manifest as unknown as { bots: { commandLists: { commands: Loose }[] }[] }).bots[0]?.commandLists[list]
    ?.commands as Loose;

for (const [what, change, said] of [
  ['nothing', () => undefined, /^nothing$/],
  ['asks for a setting that there is not', (m) => set(m, 'accentColor', `$\{{COLOUR}}`), /asks for COLOUR/],
  ['lists a wildcard domain', (m) => set(m, 'validDomains', ['bot.example.org', '*.example.org']), /wildcard/],
  ['lists a domain with its scheme', (m) => set(m, 'validDomains', ['https://bot.example.org']), /host name only/],
  [
    'lists somebody else’s domain',
    (m) => set(m, 'validDomains', ['bot.example.org', 'graph.microsoft.com']),
    /not yours/,
  ],
  ['forgets the domain of the tab', (m) => set(m, 'validDomains', []), /must stand in validDomains/],
  [
    'has a resource of another host',
    (m) => set(m, 'webApplicationInfo', { id: given.MicrosoftAppId, resource: `api://botid-${given.MicrosoftAppId}` }),
    /webApplicationInfo\.resource/,
  ],
  [
    'has a privacy page without https',
    (m) => set(m.developer as Loose, 'privacyUrl', 'http://bot.example.org/privacy'),
    /developer\.privacyUrl/,
  ],
  ['does not say how it takes other channels', (m) => drop(m, 'supportsChannelFeatures'), /supportsChannelFeatures/],
  ['says so in another word', (m) => set(m, 'supportsChannelFeatures', 'tier2'), /supportsChannelFeatures/],
  ['asks for no leave to see who is in a channel', (m) => drop(m, 'authorization'), /ChannelMember\.Read\.Group/],
  ['has a version of two numbers', (m) => set(m, 'version', '1.4'), /three numbers/],
  [
    'has the same tab twice',
    (m) => (m.staticTabs as unknown as Json[]).push((m.staticTabs as unknown as Json[])[1] ?? null),
    /methods is there twice/,
  ],
  [
    'has a tab without a page',
    (m) => set((m.staticTabs as Loose)[1] as Loose, 'entityId', 'other', 'contentUrl'),
    /needs a name and a contentUrl/,
  ],
  [
    'has no commands for teams',
    (m) => ((m.bots as Loose)[0] as unknown as { commandLists: Json[] }).commandLists.pop(),
    /scope team has no command list/,
  ],
  ['has eleven commands', (m) => eleven(commands(m, 0)), /more than 10 commands/],
  [
    'has a command twice',
    (m) => (commands(m, 1) as unknown as Json[]).push({ title: 'Help', description: 'again' }),
    /"help" is there twice/,
  ],
  [
    'has a command that is cut',
    (m) => set(commands(m, 1)[0] as Loose, 'title', 'x'.repeat(33)),
    /33 characters, 32 are shown/,
  ],
  ['names Microsoft’s product', (m) => set(m.name as Loose, 'short', 'Reset for Teams'), /Microsoft’s names/],
  ['has an untranslated text', (_, s) => drop(s, 'staticTabs[1].name'), /sv: staticTabs\[1\]\.name has no text/],
  [
    'translates what is not there',
    (_, s) => set(s, 'staticTabs[7].name', 'Fler'),
    /sv: staticTabs\[7\]\.name is no place/,
  ],
  [
    'names a language file that is missing',
    (m) => set(m.localizationInfo as Loose, 'additionalLanguages', [{ languageTag: 'fi', file: 'fi.json' }]),
    /fi: fi\.json is not in the package/,
  ],
] as readonly [string, (manifest: Loose, swedish: Loose) => unknown, RegExp][]) {
  test(`a manifest that ${what} is told so`, () => assert.match(afterwards(change), said));
}

function set(target: Loose, key: string, value: unknown, ...without: string[]): void {
  Object.assign(target, { [key]: value });
  for (const one of without) drop(target, one);
}

function drop(target: Loose, key: string): void {
  Reflect.deleteProperty(target, key);
}

function eleven(list: Loose): void {
  const many = list as unknown as Json[];
  while (many.length < 11) many.push({ title: `more ${many.length}`, description: 'more' });
}

function picture(size: number, paint: (x: number, y: number) => readonly [number, number]): Uint8Array {
  const png = new PNG({ width: size, height: size });
  for (let place = 0; place < size * size; place += 1) {
    const [colour, alpha] = paint(place % size, Math.floor(place / size));
    png.data.set([colour, colour, colour, alpha], place * 4);
  }
  return PNG.sync.write(png);
}

test('an icon of the wrong size, colour or place is told so', () => {
  const { color, outline } = parts;
  assert.deepEqual(brokenIcons(color, outline), []);
  assert.match(brokenIcons(outline, color).join(), /192 × 192.*32 × 32/);
  assert.match(
    brokenIcons(
      picture(192, (x) => [x === 35 ? 255 : 0, 255]),
      outline,
    ).join(),
    /within 120/,
  );
  assert.match(
    brokenIcons(
      picture(192, (x) => [0, x === 0 ? 0 : 255]),
      outline,
    ).join(),
    /filled to its edges/,
  );
  assert.match(
    brokenIcons(
      color,
      picture(32, (x) => [254, x < 9 ? 255 : 0]),
    ).join(),
    /must be white/,
  );
  assert.match(
    brokenIcons(
      color,
      picture(32, () => [255, 255]),
    ).join(),
    /on transparent/,
  );
  assert.match(brokenIcons(new Uint8Array(9), outline).join(), /must be a PNG/);
});

const manifest = teamsManifest.parse(parts.manifest);
const swedish = translation.parse(parts.languages['sv.json']);
const english = textsOf(manifest);

/** In a team there is one thing more that it understands. */
const wishOf = (text: string) => (choosesChannel(text) ? 'use this channel' : heard(text).wish);

test('every command in the list is one the bot understands, the same in both languages', () => {
  const titles = Object.keys(english).filter((place) => place.endsWith('.title'));
  assert.ok(titles.length > 5);
  for (const place of titles) {
    const [said, sagt] = [english[place] ?? '', swedish[place] ?? ''];
    const wish = wishOf(said);
    assert.notEqual(wish, 'other', said);
    // The one that changes the language names the other one.
    assert.equal(wishOf(sagt), wish === 'sv' ? 'en' : wish, `${said} · ${sagt}`);
  }
});

test('the app has the name the bot calls itself by', () => {
  assert.equal(english['name.short'], catalogues.en['product.name']);
  assert.equal(swedish['name.short'], catalogues.sv['product.name']);
});

test('what people read before they install it reads easily', (t) => {
  const prose = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).flatMap(([place, text]) => (place.startsWith('description') ? sentencesOf(text) : []));
  const [ease, index] = [fleschReadingEase(prose(english)), lix(prose(swedish))];
  t.diagnostic(`Flesch reading ease ${ease.toFixed(1)}, LIX ${index.toFixed(1)}`);
  assert.ok(ease >= 60 && index <= 40);
  for (const one of [...prose(english), ...prose(swedish)]) assert.ok(wordsOf(one).length <= 25, one);
});
