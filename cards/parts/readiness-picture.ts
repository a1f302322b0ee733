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
/** Seen on light and dark alike, as above. */
const amber = [0xb3, 0x6b, 0x00] as const;

/** What stands in the middle, as strokes, in pixels. */
interface Sign {
  readonly colour: readonly number[];
  readonly strokes: readonly (readonly [number, number, number, number])[];
}
const tick: Sign = {
  colour: green,
  strokes: [
    [46, 65, 59, 78],
    [59, 78, 83, 51],
  ],
};
/** An exclamation mark: the dot is a stroke of no length. */
const bar: Sign = {
  colour: amber,
  strokes: [
    [64, 44, 64, 68],
    [64, 82, 64, 82],
  ],
};
const none: Sign = { colour: grey, strokes: [] };

const drawn = new Map<string, string>();

/**
 * A ring with one segment a required method, the proven ones green, with a tick once all are; a bar in its place where
 * something else stops a reset.
 * @returns a PNG as data URI
 */
export function readinessPicture(proven: number, required: number, stopped = false): string {
  const sign = stopped ? bar : proven >= required ? tick : none;
  const name = `${Math.min(proven, required)}/${required} ${stopped}`;
  const known = drawn.get(name);
  if (known) return known;
  const picture = new PNG({ width: size, height: size });
  for (let y = 0; y < size; y += 1) {
    for (let x = 0; x < size; x += 1) {
      if (isEmpty(x, y, sign !== none)) picture.data.set([...grey, 0], (y * size + x) * 4);
      else paint(picture, x, y, proven, required, sign);
    }
  }
  const uri = `data:image/png;base64,${PNG.sync.write(picture, { deflateLevel: 9 }).toString('base64')}`;
  drawn.set(name, uri);
  return uri;
}

/** For sure nothing is there; the middle of a pixel is less than one from all its places. */
function isEmpty(x: number, y: number, signed: boolean): boolean {
  const radius = Math.hypot(x + 0.5 - centre, y + 0.5 - centre);
  return radius > outer + 1 || (radius < inner - 1 && !signed);
}

/** Smooth edges: each pixel is looked at in sixteen places. */
const places = [0.125, 0.375, 0.625, 0.875];

function paint(picture: PNG, x: number, y: number, proven: number, required: number, sign: Sign): void {
  let hits = 0;
  let colour: readonly number[] = grey;
  for (const dx of places) {
    for (const dy of places) {
      const found = colourAt(x + dx, y + dy, proven, required, sign);
      if (found) colour = found;
      if (found) hits += 1;
    }
  }
  picture.data.set([...colour, Math.round((255 * hits) / places.length ** 2)], (y * size + x) * 4);
}

function colourAt(x: number, y: number, proven: number, required: number, sign: Sign): readonly number[] | undefined {
  if (sign.strokes.some((stroke) => distanceTo(stroke, x, y) < 5)) return sign.colour;
  const radius = Math.hypot(x - centre, y - centre);
  if (radius < inner || radius > outer) return undefined;
  const turned = ((Math.atan2(x - centre, centre - y) * 180) / Math.PI + 360) % 360;
  const share = 360 / required;
  const within = turned % share;
  if (required > 1 && (within < gap / 2 || within > share - gap / 2)) return undefined;
  return Math.floor(turned / share) < proven ? green : grey;
}

/** Of a place from a stroke. */
function distanceTo([x1, y1, x2, y2]: readonly [number, number, number, number], x: number, y: number): number {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = length === 0 ? 0 : ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length;
  const nearest = Math.max(0, Math.min(1, along));
  return Math.hypot(x - x1 - nearest * (x2 - x1), y - y1 - nearest * (y2 - y1));
}
