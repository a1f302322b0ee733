/** Behind a number that ends at a switchboard: `+46850512345x105`. The number before it is E.164. */
const behind = /^(\+\d+)x(\d+)$/u;

export function withExtension(number: string, extension: string | undefined): string {
  return extension === undefined ? number : `${number}x${extension}`;
}

/** The digits behind a number; undefined where there are none, and for a mail address. */
export function extensionOf(address: string): string | undefined {
  return behind.exec(address)?.[2];
}

/** What rings when nobody dials the extension. */
export function mainLine(address: string): string {
  return behind.exec(address)?.[1] ?? address;
}

/** Where a message goes: the line, and for a call what is dialled once somebody answers there. */
export function reachedAt(address: string, channel: 'text' | 'call' | 'email') {
  const extension = channel === 'call' ? extensionOf(address) : undefined;
  return { to: mainLine(address), ...(extension !== undefined && { extension }) };
}
