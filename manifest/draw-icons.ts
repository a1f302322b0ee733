import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/* `npm run icons`: draws the icons of the package, and the pictures of cards, anew after their SVG sources have changed. */

/** The folder of each drawing, from the root. Every SVG in it is drawn into a PNG of the same name. */
const drawingFolders = ['manifest', 'cards/parts/readiness'] as const;

const root = new URL('../', import.meta.url);

/** Every drawing, as a path from the root without its ending: `manifest/color`. */
export function drawings(): readonly string[] {
  return drawingFolders.flatMap((folder) =>
    readdirSync(new URL(folder, root))
      .filter((name) => name.endsWith('.svg'))
      .map((name) => `${folder}/${name.slice(0, -'.svg'.length)}`),
  );
}

/** The PNG of a drawing, at the size its source states. The same source always gives the same bytes. */
export function drawn(drawing: string): Uint8Array {
  const source = readFileSync(new URL(`${drawing}.svg`, root), 'utf8');
  return new Resvg(source, { font: { loadSystemFonts: false } }).render().asPng();
}

if (import.meta.main) {
  for (const drawing of drawings()) writeFileSync(new URL(`${drawing}.png`, root), drawn(drawing));
}
