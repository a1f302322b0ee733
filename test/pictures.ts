import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { album } from './support/album.ts';

/*
 * Puts the pictures that the README shows where it looks for them. The browser tests take them.
 */

const shown = ['home', 'phone', 'code', 'finish', 'why-on-premises', 'support-claimed'];
const place = join(import.meta.dirname, '..', 'manifest', 'pictures');

const source = (name: string) => join(album, `en-desktop-${name}.png`);
const missing = shown.filter((name) => !existsSync(source(name)));
if (missing.length > 0) {
  process.stderr.write(
    `No picture of ${missing.join(', ')}. Take them first: node --test test/browser/{registering,why-failed,tickets}.test.ts\n`,
  );
  process.exit(1);
}
mkdirSync(place, { recursive: true });
for (const name of shown) copyFileSync(source(name), join(place, `${name}.png`));
