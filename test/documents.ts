import { readFileSync, writeFileSync } from 'node:fs';
import { permissionsFor } from '../bot/doctor/permissions.ts';
import { newPerson } from '../bot/domain/account/person.ts';
import { numberOf, situationIds } from '../bot/domain/diagnosis/situation-ids.ts';
import { inPortalOrder, situations } from '../bot/domain/diagnosis/situations.ts';
import { readiness } from '../bot/domain/enrolment/readiness.ts';
import { defaultPolicy } from '../bot/domain/policy.ts';
import { settings } from '../bot/settings/settings.ts';
import { teller } from '../bot/texts/tell.ts';
import { obstacleLines } from '../cards/parts/readiness-words.ts';
import { translations, withLanguages } from '../manifest/app-package.ts';

/*
 * Writes what the documents repeat of the code: .env.sample whole, the marked tables of README and OPERATIONS, the number of situations,
 * and the app's words in each further language, which Microsoft's tools look for beside the manifest.
 */

const at = (name: string) => new URL(`../${name}`, import.meta.url);

interface Setting {
  readonly name: string;
  readonly description: string;
  /** As it is typed; empty: none. */
  readonly usual: string;
}

function allSettings(): readonly Setting[] {
  return Object.entries(settings.shape).map(([name, setting]) => ({
    name,
    description: setting.description ?? '',
    usual: 'defaultValue' in setting.def ? String(setting.def.defaultValue) : '',
  }));
}

/** `.env.sample`: its own head, then each setting with what it is for and its default. */
export function envSample(now: string): string {
  const [head = ''] = now.split('\n\n');
  const rows = allSettings().map(({ name, description, usual }) => `# ${description}\n# ${name}=${usual}\n`);
  return `${head}\n\n${rows.join('\n')}`;
}

/** A cell of a table, with nothing that Markdown would read. */
const cell = (text: string) => text.replace(/[|<>*_]/g, (sign) => `\\${sign}`);
const code = (text: string) => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

function settingsTable(): string {
  const rows = allSettings().map(({ name, description, usual }) => [code(name), cell(description), code(usual)]);
  return table(['setting', 'what it is for', 'default'], rows);
}

function permissionsTable(): string {
  const link = permissionsFor({ mode: 'link', mailSender: undefined });
  const write = permissionsFor({ mode: 'write', mailSender: 'somebody' });
  const names = [...new Set([...link, ...write].map(({ name }) => name))];
  const needIn = (list: typeof link, name: string) => list.find((one) => one.name === name)?.need ?? '–';
  const rows = names.map((name) => {
    const about = [...link, ...write].find((one) => one.name === name);
    const mail = name === 'Mail.Send';
    const needs = mail ? ['with a sender', 'with a sender'] : [needIn(link, name), needIn(write, name)];
    return [code(name), ...needs, cell(about?.without ?? '')];
  });
  return table(['permission', '`link`', '`write`', 'without it'], rows);
}

/**
 * What people read who have an obstacle, by what it is and by where their methods are: the same words on the first card, the
 * last one and in the tab.
 */
function obstaclesTable(): string {
  const tell = teller('en', 'UTC');
  const now = 0;
  const nobody = newPerson({ tenantId: '', objectId: '' });
  const counted = readiness(nobody, defaultPolicy, { administrator: false, officePhone: null }, now);
  const rows = inPortalOrder.flatMap((situation) => {
    const { check } = situations[situation];
    const told =
      (check === 'enabled' && situation !== 'unknown-user') || check === 'password' || situation === 'blocked';
    if (!told || situation === 'service-missing') return [];
    const until = situation === 'blocked' ? now : null;
    const obstacles = [{ check, situation, certainty: 'proven', until }] as const;
    const last = (level: 'none' | 'ready', registration: 'here' | 'elsewhere') => {
      const standing = { readiness: { ...counted, level, obstacles }, policy: defaultPolicy, registration, now };
      return obstacleLines(tell, standing).at(-1)?.replace('00:00', '…') ?? '';
    };
    const set = last('ready', 'here');
    const more = (registration: 'here' | 'elsewhere') => last('none', registration).slice(set.length).trim();
    return [[numberOf(situation), tell(`${situation}.why`), set, more('here'), more('elsewhere')].map(cell)];
  });
  return table(
    ['', 'what stops it', 'what to do', 'methods missing: `here`, `write`', 'methods missing: `link`'],
    rows,
  );
}

/** How many situations are known, where the README says so. */
const knownSituations = /\d+(?= known situations\b)/;

/** The document with what stands between the marks of that name as it is made now. */
function marked(text: string, name: string, made: string): string {
  const marks = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(\n<!-- end of ${name} -->)`);
  if (!marks.test(text)) throw new Error(`the document has no place for ${name}`);
  return text.replace(marks, (_, before: string, after: string) => `${before}\n${made}\n${after}`);
}

/** The README with its table and its number as the code has them now. */
export function readme(now: string): string {
  if (!knownSituations.test(now)) throw new Error('the README does not say how many situations are known');
  return marked(now, 'permissions', permissionsTable()).replace(knownSituations, `${situationIds.length}`);
}

/** OPERATIONS.md with its tables of settings and obstacles. */
export function operations(now: string): string {
  const tables = { settings: settingsTable(), obstacles: obstaclesTable() };
  return Object.entries(tables).reduce((text, [name, made]) => marked(text, name, made), now);
}

/** The manifest with its list of further languages. */
export function manifestWithLanguages(now: string): string {
  const { localizationInfo } = withLanguages(JSON.parse(now)) as { readonly localizationInfo: object };
  const list = JSON.stringify(Object.entries(localizationInfo).find(([name]) => name === 'additionalLanguages')?.[1]);
  const spaced = list.replace(/[:,{]/g, '$& ').replaceAll('}', ' }');
  return now.replace(/("additionalLanguages": )\[[^\]]*\]/, (_, name: string) => name + spaced);
}

if (import.meta.main) {
  for (const [name, made] of [
    ['.env.sample', envSample],
    ['README.md', readme],
    ['OPERATIONS.md', operations],
    ['manifest/manifest.json', manifestWithLanguages],
  ] as const) {
    writeFileSync(at(name), made(readFileSync(at(name), 'utf8')));
  }
  for (const [file, texts] of Object.entries(translations())) {
    writeFileSync(at(`manifest/${file}`), `${JSON.stringify(texts, null, 2)}\n`);
  }
}
