import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// What was compiled at an earlier start is kept beside the packages: about a fifth of a start. Where nothing can be
// written there, a start only takes longer. It works on what is imported from here on.
enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/compiled'));
const { readEnvFile } = await import('./settings/env-file.ts');
const { runBot } = await import('./program.ts');

readEnvFile();
await runBot(process.env);
