import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseEnv } from 'node:util';

/*
 * `npm run manifest`: makes dist/reset-ready.zip, the app package to upload in the Teams admin center. Ends with 0, or with 2
 * when none was made, as every command does.
 */

const target = 'dist/reset-ready.zip';
const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// A byte order mark would become a part of the first name.
const inFile = existsSync('.env') ? parseEnv(readFileSync('.env', 'utf8').replace(/^\uFEFF/, '')) : {};
const environment = { ...inFile, ...process.env };
process.exitCode = await pack().catch((reason: unknown) => {
  const missing = reason instanceof Error && 'code' in reason && reason.code === 'ERR_MODULE_NOT_FOUND';
  complain(
    missing ? 'The official schema is not installed: npm install without --omit=dev brings it.' : String(reason),
  );
  return 2;
});

async function pack(): Promise<number> {
  const { createAppPackage } = await import('./app-package.ts');
  const made = createAppPackage(environment);
  if (made.kind === 'problems') {
    complain('No app package was made. These settings or files need a look (OPERATIONS.md explains each):');
    for (const problem of made.problems) complain(`- ${problem}`);
    return 2;
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(target, made.zip);
  const { manifest, files, zip } = made;
  print(
    `${target}: ${manifest.name.short} ${manifest.version}, manifest ${manifest.manifestVersion}, ${files.join(', ')}, ${zip.length} bytes`,
  );
  return 0;
}
