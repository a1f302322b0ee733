import { readFileSync } from 'node:fs';

/** The pictures there are: of as many methods as a policy may require, each number of them proven. */
const counts = ['0-of-1', '1-of-1', '0-of-2', '1-of-2', '2-of-2'] as const;
const names = counts.flatMap((count) => [count, `${count}-stopped`]);

/** As data URIs. `npm run icons` draws the files from the SVG beside them, at twice the size they are shown at. */
const pictures: ReadonlyMap<string, string> = new Map(
  names.map((name) => {
    const file = readFileSync(new URL(`readiness/${name}.png`, import.meta.url));
    return [name, `data:image/png;base64,${file.toString('base64')}`];
  }),
);

/**
 * A ring with one segment a required method, the proven ones green, with a tick once all are; an exclamation mark in its
 * place where something else stops a reset. It is seen on light and dark
 * alike: contrast of at least 3:1 with white, black and both chat backgrounds.
 * @param required 1 or 2, as the policy has it. Throws on another.
 * @returns a PNG as data URI
 */
export function readinessPicture(proven: number, required: number, stopped = false): string {
  const name = `${Math.min(proven, required)}-of-${required}${stopped ? '-stopped' : ''}`;
  const picture = pictures.get(name);
  if (picture === undefined) throw new RangeError(`no picture of ${name}`);
  return picture;
}
