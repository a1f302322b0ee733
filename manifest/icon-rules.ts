import { PNG } from 'pngjs';

/** Pixels. The sign on the colour icon has to stay inside the square in the middle: Teams cuts the rest round. */
const sizes = { color: 192, safe: 120, outline: 32 };

/**
 * What is wrong with the two icons. Source: Microsoft Learn, "Teams app icon": colour 192 × 192, full square, sign within
 * 120 × 120; outline 32 × 32, white on transparent.
 */
export function brokenIcons(color: Uint8Array, outline: Uint8Array): readonly string[] {
  return [...brokenColor(color), ...brokenOutline(outline)];
}

function brokenColor(bytes: Uint8Array): readonly string[] {
  const picture = read(bytes);
  if (picture?.width !== sizes.color || picture.height !== sizes.color) return [wrongSize('colour', sizes.color)];
  const edge = (sizes.color - sizes.safe) / 2;
  const outside = (at: number) => at < edge || at >= sizes.color - edge;
  const background = colourAt(picture, 0, 0);
  const pixels = places(sizes.color);
  return [
    ...(pixels.some(([x, y]) => alphaAt(picture, x, y) < 255) ? ['The colour icon must be filled to its edges.'] : []),
    ...(pixels.some(([x, y]) => (outside(x) || outside(y)) && colourAt(picture, x, y) !== background)
      ? [`The sign of the colour icon must stay within ${sizes.safe} × ${sizes.safe} pixels.`]
      : []),
  ];
}

function brokenOutline(bytes: Uint8Array): readonly string[] {
  const picture = read(bytes);
  if (picture?.width !== sizes.outline || picture.height !== sizes.outline)
    return [wrongSize('outline', sizes.outline)];
  const pixels = places(sizes.outline);
  const seen = pixels.filter(([x, y]) => alphaAt(picture, x, y) > 0);
  return [
    ...(seen.some(([x, y]) => colourAt(picture, x, y) !== 0xffffff) ? ['The outline icon must be white.'] : []),
    ...(seen.length === 0 || seen.length === pixels.length ? ['The outline icon must be white on transparent.'] : []),
  ];
}

function wrongSize(name: string, size: number): string {
  return `The ${name} icon must be a PNG of ${size} × ${size} pixels.`;
}

function read(bytes: Uint8Array): PNG | undefined {
  try {
    return PNG.sync.read(Buffer.from(bytes));
  } catch {
    return undefined;
  }
}

function places(size: number): readonly (readonly [number, number])[] {
  return Array.from({ length: size * size }, (_, place) => [place % size, Math.floor(place / size)] as const);
}

function colourAt({ data, width }: PNG, x: number, y: number): number {
  return data.readUIntBE((y * width + x) * 4, 3);
}

function alphaAt({ data, width }: PNG, x: number, y: number): number {
  return data.readUInt8((y * width + x) * 4 + 3);
}
