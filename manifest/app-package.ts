import { readFileSync } from 'node:fs';
import { type Zippable, zipSync } from 'fflate';
import { languageRecords, languages } from '../bot/texts/languages.ts';
import { filledIn, type Json, placeholdersIn } from './fill-in.ts';
import { brokenIcons } from './icon-rules.ts';
import { schemaProblems } from './official-schema.ts';
import { readPackageSettings } from './package-settings.ts';
import { type TeamsManifest, teamsManifest, textsOf, translation } from './teams-manifest.ts';
import { brokenRules, brokenTexts } from './teams-rules.ts';

export type AppPackage =
  /** `files`: the names in the zip, in order. */
  | {
      readonly kind: 'package';
      readonly zip: Uint8Array;
      readonly files: readonly string[];
      readonly manifest: TeamsManifest;
    }
  /** One plain sentence per mistake. */
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** What a package is made from. Tests put broken parts in their place. */
export interface Parts {
  readonly manifest: Json;
  /** By the file name the manifest gives. */
  readonly languages: Readonly<Record<string, Json>>;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

const here = (file: string) => new URL(file, import.meta.url);
const json = (file: string) => JSON.parse(readFileSync(here(file), 'utf8')) as Json;

/** The app's own words in each further language, by the file they are packed as. `npm run documents` writes the same beside the manifest. */
export function translations(): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const { appPackage } = languageRecords[language];
      return appPackage ? [[`${language}.json`, appPackage as Json]] : [];
    }),
  );
}

/** The manifest, naming the file of each further language. */
export function withLanguages(manifest: Json): Json {
  const additionalLanguages = Object.keys(translations()).map((file) => ({
    languageTag: file.replace('.json', ''),
    file,
  }));
  const whole = manifest as Readonly<Record<string, Json>>;
  const { localizationInfo } = manifest as { readonly localizationInfo: Readonly<Record<string, Json>> };
  return { ...whole, localizationInfo: { ...localizationInfo, additionalLanguages } };
}

/** The parts as they stand in this folder. */
export function ownParts(): Parts {
  return {
    manifest: withLanguages(json('manifest.json')),
    languages: translations(),
    color: readFileSync(here('color.png')),
    outline: readFileSync(here('outline.png')),
  };
}

/**
 * The package people install, with an administrator's settings filled in. It is judged by Microsoft's own schema and by
 * the rules of Teams before it is made. The same parts and settings always give the same bytes.
 */
export function createAppPackage(
  env: Readonly<Record<string, string | undefined>>,
  parts: Parts = ownParts(),
): AppPackage {
  const read = readPackageSettings(env);
  if (!read.ok) return { kind: 'problems', problems: read.problems };
  const document = filledIn(parts.manifest, { ...read.settings });
  const shaped = teamsManifest.safeParse(document);
  const version = shaped.data?.manifestVersion ?? '';
  const problems = [
    ...placeholdersIn(document).map((name) => `manifest.json asks for ${name}, which is no setting.`),
    ...schemaProblems(document, 'MicrosoftTeams', version),
    ...(shaped.error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}.`) ?? []),
    ...(shaped.success ? manifestProblems(shaped.data, parts) : []),
    ...brokenIcons(parts.color, parts.outline),
  ];
  if (problems.length > 0 || !shaped.success) return { kind: 'problems', problems };
  const { icons } = shaped.data;
  const files: readonly (readonly [string, Uint8Array])[] = [
    ['manifest.json', bytesOf(document)],
    ...Object.entries(parts.languages).map(([file, texts]) => [file, bytesOf(texts)] as const),
    [icons.color, parts.color],
    [icons.outline, parts.outline],
  ];
  return { kind: 'package', zip: zipped(files), files: files.map(([name]) => name), manifest: shaped.data };
}

function manifestProblems(manifest: TeamsManifest, { languages }: Parts): readonly string[] {
  const { defaultLanguageTag, additionalLanguages } = manifest.localizationInfo;
  return [
    ...brokenRules(manifest),
    ...brokenTexts(defaultLanguageTag, manifest, textsOf(manifest)),
    ...additionalLanguages.flatMap(({ languageTag, file }) => {
      const texts = translation.safeParse(languages[file]);
      if (!texts.success) return [`${languageTag}: ${file} is not in the package.`];
      return [
        ...schemaProblems(texts.data, 'MicrosoftTeams.Localization', manifest.manifestVersion).map(
          (one) => `${languageTag}: ${one}`,
        ),
        ...brokenTexts(languageTag, manifest, texts.data),
      ];
    }),
  ];
}

function bytesOf(document: Json): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(document, null, 2)}\n`);
}

/** A date in no time zone's clock change: the format keeps local time, so that every place writes the same bytes. */
const madeAt = new Date(2020, 0, 1, 12);

function zipped(files: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const entries: Zippable = Object.fromEntries(files.map(([name, bytes]) => [name, bytes]));
  return zipSync(entries, { level: 9, mtime: madeAt });
}
