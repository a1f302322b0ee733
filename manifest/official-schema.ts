import { readFileSync } from 'node:fs';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Json } from './fill-in.ts';

/** The two documents of a package that Microsoft publishes a schema for. */
export type Judged = 'MicrosoftTeams' | 'MicrosoftTeams.Localization';

/** What Microsoft's own schema has against a document, a sentence each; nothing when it is right. */
export function schemaProblems(document: Json, kind: Judged, version: string): readonly string[] {
  const schema = officialSchema(kind, version);
  if (!schema) return [`There is no official schema for manifest version ${version}.`];
  // The published patterns are older than the `u` flag.
  const ajv = addFormats.default(new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false }));
  const validate = ajv.compile(schema);
  if (validate(document)) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const extra = 'additionalProperty' in params ? ` (${params.additionalProperty})` : '';
    return `${placeOf(instancePath)} ${message}${extra}.`;
  });
}

/** Source: the package @microsoft/app-manifest, which carries the schemas as they are published. */
function officialSchema(kind: Judged, version: string): object | undefined {
  if (!/^\d+\.\d+$/.test(version)) return undefined;
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/${kind}.schema.json`;
  try {
    return JSON.parse(readFileSync(new URL(import.meta.resolve(file)), 'utf8')) as object;
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && reason.code === 'ENOENT') return undefined;
    throw reason;
  }
}

/** `/bots/0/botId` as people write it: `bots[0].botId`. */
function placeOf(pointer: string): string {
  const steps = pointer.split('/').slice(1);
  return (
    steps
      .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
      .join('')
      .replace(/^\./, '') || 'the document'
  );
}
