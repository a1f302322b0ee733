import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { JsonSchema } from './record-schemas.ts';

/** The last program that wrote the format before this one, as far as it takes records or refuses them. */
export interface FormerReader {
  readonly schemas: ReadonlyMap<string, JsonSchema>;
  /** Why it would call the record damaged; empty: it reads it. Kinds that it does not know it never opens. */
  refusals(kind: string, record: unknown): readonly string[];
}

export function formerReader(): FormerReader {
  const file = new URL('../fixtures/records/format-2.jsonl', import.meta.url);
  const lines: readonly { kind: string; schema: JsonSchema }[] = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const ajv = new Ajv2020({ strict: false });
  const judges = new Map(lines.map(({ kind, schema }) => [kind, ajv.compile(schema)]));
  return {
    schemas: new Map(lines.map(({ kind, schema }) => [kind, schema])),
    refusals(kind, record) {
      const judge = judges.get(kind);
      if (!judge || judge(JSON.parse(JSON.stringify(record)))) return [];
      return (judge.errors ?? []).map(({ instancePath, message }) => `${kind}${instancePath} ${message}`);
    },
  };
}
