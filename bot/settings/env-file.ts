import { existsSync, readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/** What stands in a file `.env` of the working folder. A byte order mark would become a part of the first name. */
export function envFile(): Readonly<Record<string, string>> {
  if (!existsSync('.env')) return {};
  return parseEnv(readFileSync('.env', 'utf8').replace(/^\uFEFF/, '')) as Record<string, string>;
}

/** Settings may stand in that file; the environment's own count more. */
export function readEnvFile(): void {
  for (const [name, value] of Object.entries(envFile())) process.env[name] ??= value;
}
