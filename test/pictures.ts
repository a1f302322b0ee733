import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { album, printed } from './support/album.ts';
import { runTests } from './support/run-tests.ts';

/*
 * Takes the pictures that the README shows anew, on the stated date: runs the browser tests that take them, and puts them where it looks. The
 * words of each are kept beside it; the tests fail when a card says something else than its picture.
 */

const shown = ['home', 'phone', 'code', 'finish', 'why-on-premises', 'support-claimed', 'desk-funnel'];
const walks = ['registering', 'why-failed', 'tickets', 'desk'].map((name) => `test/browser/${name}.test.ts`);

const { status } = runTests({ walks }, [], { PICTURES: 'new' });
if (status !== 0) process.exit(1);
mkdirSync(printed, { recursive: true });
for (const name of shown) {
  copyFileSync(join(album, `en-desktop-${name}.png`), join(printed, `${name}.png`));
  writeFileSync(join(printed, `${name}.txt`), `${readFileSync(join(album, `en-${name}.txt`), 'utf8')}\n`);
}
