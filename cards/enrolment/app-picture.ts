import { PNG } from 'pngjs';
import { create } from 'qrcode';

/** White modules around the code, without which readers don't find it (ISO/IEC 18004). */
const quiet = 4;
/** The picture fits a card on a screen of 320 px. */
const widest = 280;

export interface AppPicture {
  /** A PNG as data URI. */
  readonly url: string;
  /** How wide it is shown: `244px`. Every module gets the same whole number of pixels, so that edges stay sharp. */
  readonly width: string;
}

/** A QR code of a link, to be scanned from a screen. */
export function appPicture(link: string): AppPicture {
  // On a screen nothing is scratched: the lowest correction gives the largest modules.
  const { size, data } = create(link, { errorCorrectionLevel: 'L' }).modules;
  const modules = size + 2 * quiet;
  const scale = Math.max(2, Math.floor(widest / modules));
  const picture = new PNG({ width: modules * scale, height: modules * scale, colorType: 0 });
  picture.data.fill(0xff);
  for (let y = 0; y < size * scale; y += 1) {
    for (let x = 0; x < size * scale; x += 1) {
      if (!data[Math.floor(y / scale) * size + Math.floor(x / scale)]) continue;
      const at = ((y + quiet * scale) * picture.width + x + quiet * scale) * 4;
      picture.data.set([0, 0, 0], at);
    }
  }
  const bytes = PNG.sync.write(picture, { colorType: 0, inputColorType: 6, deflateLevel: 9 });
  return { url: `data:image/png;base64,${bytes.toString('base64')}`, width: `${modules * scale}px` };
}
