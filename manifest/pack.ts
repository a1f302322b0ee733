import { existsSync, mkdirSync, writeFileSync } from 'node:fs';

/* `npm run manifest`: makes dist/reset-ready.zip, the app package to upload in the Teams admin center. */

const target = 'dist/reset-ready.zip';
const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await pack().catch((reason: unknown) => {
  const missing = reason instanceof Error && 'code' in reason && reason.code === 'ERR_MODULE_NOT_FOUND';
  complain(
    missing ? 'The official schema is not installed: npm install without --omit=dev brings it.' : String(reason),
  );
  return 2;
});

async function pack(): Promise<number> {
  const { createAppPackage } = await import('./app-package.ts');
  const made = createAppPackage(process.env);
  if (made.kind === 'problems') {
    complain('No app package was made. These settings or files need a look (OPERATIONS.md explains each):');
    for (const problem of made.problems) complain(`- ${problem}`);
    return 1;
  }
  mkdirSync('dist', { recursive: true });
  writeFileSync(target, made.zip);
  const { manifest, files, zip } = made;
  print(
    `${target}: ${manifest.name.short} ${manifest.version}, manifest ${manifest.manifestVersion}, ${files.join(', ')}, ${zip.length} bytes`,
  );
  return 0;
}
