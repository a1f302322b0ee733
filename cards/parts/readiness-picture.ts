import { PNG } from 'pngjs';

/** Pixels; twice the size it is shown at, for sharp screens. */
const size = 128;
const centre = size / 2;
const [inner, outer] = [42, 58];
/** Seen on light and dark alike: contrast of at least 3:1 with white, black and both chat backgrounds. */
const green = [0x2e, 0x9d, 0x62] as const;
const grey = [0x8a, 0x8a, 0x8a] as const;
/** Degrees left free between two segments. */
const gap = 14;
/** The tick in the middle, as two strokes, in pixels. */
const tick = [
  [46, 65, 59, 78],
  [59, 78, 83, 51],
] as const;

const drawn = new Map<string, string>();

/**
 * A ring with one segment a required method, the proven ones green, with a tick once all are.
 * @returns a PNG as data URI
 */
export function readinessPicture(proven: number, required: number): string {
  const name = `${Math.min(proven, required)}/${required}`;
  const known = drawn.get(name);
  if (known) return known;
  const picture = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) paint(picture, x, y, proven, required);
  }
  const uri = `data:image/png;base64,${PNG.sync.write(picture, { deflateLevel: 9 }).toString('base64')}`;
  drawn.set(name, uri);
  return uri;
}

/** Smooth edges: each pixel is looked at in sixteen places. */
const places = [0.125, 0.375, 0.625, 0.875];

function paint(picture: PNG, x: number, y: number, proven: number, required: number): void {
  let hits = 0;
  let colour: readonly number[] = grey;
  for (const dx of places) {
    for (const dy of places) {
      const found = colourAt(x + dx, y + dy, proven, required);
      if (found) colour = found;
      if (found) hits += 1;
    }
  }
  picture.data.set([...colour, Math.round((255 * hits) / places.length ** 2)], (y * size + x) * 4);
}

function colourAt(x: number, y: number, proven: number, required: number): readonly number[] | undefined {
  if (proven >= required && tick.some((stroke) => distanceTo(stroke, x, y) < 5)) return green;
  const radius = Math.hypot(x - centre, y - centre);
  if (radius < inner || radius > outer) return undefined;
  const turned = ((Math.atan2(x - centre, centre - y) * 180) / Math.PI + 360) % 360;
  const share = 360 / required;
  const within = turned % share;
  if (required > 1 && (within < gap / 2 || within > share - gap / 2)) return undefined;
  return Math.floor(turned / share) < proven ? green : grey;
}

function distanceTo([x1, y1, x2, y2]: readonly [number, number, number, number], x: number, y: number): number {
  const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
  const nearest = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - nearest * (x2 - x1), y - y1 - nearest * (y2 - y1));
}
