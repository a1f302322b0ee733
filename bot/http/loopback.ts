import { isIPv4 } from 'node:net';

/** Whether a name or address as it stands in a URL or a setting means this very machine. */
export function loopbackHost(host: string): boolean {
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || name === '[::1]' || (isIPv4(name) && name.startsWith('127.'));
}

/** Whether the far end of a socket is this very machine. */
export function loopbackAddress(address: string | undefined): boolean {
  return address !== undefined && loopbackHost(address.replace(/^::ffff:/i, ''));
}

/** Host of a URL without its port, in the form a browser would give it; undefined when it is no http(s) URL. */
export function hostOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed.hostname : undefined;
}
