import type { IncomingMessage } from 'node:http';
import { isIPv4 } from 'node:net';

/** What is known of whoever makes a request before its body is read. */
export interface Caller {
  readonly authorization: string | undefined;
  /** Far end of the socket. */
  readonly address: string | undefined;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** Came through a proxy or tunnel, so the address says nothing. */
  readonly forwarded: boolean;
}

const proxyHeaders = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

export function callerOf(request: IncomingMessage): Caller {
  const { authorization, host, origin } = request.headers;
  return {
    authorization,
    address: request.socket.remoteAddress,
    host,
    origin,
    forwarded: proxyHeaders.some((name) => name in request.headers),
  };
}

/**
 * Whether a request was made on this machine and meant for it. The Host header has to say so too, or a page whose name
 * is made to point here (DNS rebinding) could talk to us; so has the Origin of the page, when a browser sends one.
 */
export function fromThisMachine(caller: Caller): boolean {
  return (
    !caller.forwarded &&
    loopbackAddress(caller.address) &&
    caller.host !== undefined &&
    loopbackHost(hostOf(`http://${caller.host}`) ?? '') &&
    (caller.origin === undefined || loopbackHost(hostOf(caller.origin) ?? ''))
  );
}

/** Whether a name or address as it stands in a URL or a setting means this very machine. */
export function loopbackHost(host: string): boolean {
  const name = host.toLowerCase();
  return name === 'localhost' || name === '::1' || name === '[::1]' || (isIPv4(name) && name.startsWith('127.'));
}

/** Whether the far end of a socket is this very machine. */
function loopbackAddress(address: string | undefined): boolean {
  return address !== undefined && loopbackHost(address.replace(/^::ffff:/i, ''));
}

/** Host of a URL without its port, in the form a browser would give it; undefined when it is no http(s) URL. */
export function hostOf(url: string): string | undefined {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' || parsed?.protocol === 'https:' ? parsed.hostname : undefined;
}
