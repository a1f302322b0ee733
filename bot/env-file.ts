import { existsSync } from 'node:fs';

/** Settings may stand in a file `.env` of the working folder; the environment's own count more. */
export function readEnvFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env');
}
