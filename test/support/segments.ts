/** The GSM 7-bit default alphabet (3GPP TS 23.038 §6.2.1), without ESC. */
const basic = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
/** Its extension table (§6.2.1.1): each takes two places. */
const extended = new Set('\f^{}\\[~]|€');

export interface Segments {
  /** One sign outside the GSM alphabet makes the whole text UCS-2. */
  readonly encoding: 'gsm-7' | 'ucs-2';
  /** How many text messages are paid for. */
  readonly count: number;
  /** Signs that made it UCS-2, each once. */
  readonly outside: readonly string[];
}

/** Places in one message alone, and in each of several, which lose some to a header (3GPP TS 23.040 §9.2.3.24.1). */
const room = { 'gsm-7': { alone: 160, joined: 153 }, 'ucs-2': { alone: 70, joined: 67 } } as const;

/** How a text goes out over the phone network. */
export function segmentsOf(text: string): Segments {
  const signs = [...text];
  const outside = [...new Set(signs.filter((sign) => !basic.has(sign) && !extended.has(sign)))];
  const encoding = outside.length > 0 ? 'ucs-2' : 'gsm-7';
  const places = signs.map((sign) => (encoding === 'ucs-2' ? sign.length : extended.has(sign) ? 2 : 1));
  return { encoding, count: packed(places, room[encoding]), outside };
}

/** A sign of two places is never cut in half: when only one is left it begins the next message. */
function packed(places: readonly number[], { alone, joined }: { alone: number; joined: number }): number {
  if (places.reduce((sum, one) => sum + one, 0) <= alone) return 1;
  let count = 1;
  let used = 0;
  for (const one of places) {
    if (used + one > joined) {
      count += 1;
      used = 0;
    }
    used += one;
  }
  return count;
}
