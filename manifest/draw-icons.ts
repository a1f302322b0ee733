import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

/* `node manifest/draw-icons.ts`: draws the icons of the package anew after their SVG sources have changed. */

/** The icons, each drawn from the SVG of the same name. */
export const iconNames = ['color', 'outline'] as const;
export type IconName = (typeof iconNames)[number];

/** The PNG of an icon, at the size its source states. The same source always gives the same bytes. */
export function drawnIcon(name: IconName): Uint8Array {
  const source = readFileSync(new URL(`${name}.svg`, import.meta.url), 'utf8');
  return new Resvg(source, { font: { loadSystemFonts: false } }).render().asPng();
}

if (import.meta.main) {
  for (const name of iconNames) writeFileSync(new URL(`${name}.png`, import.meta.url), drawnIcon(name));
}
