import http from 'node:http';
import https from 'node:https';
import { statedEnv, statedImport } from './stated-date.ts';

/** Hosts of the world, each with the address on loopback that stands in for it. */
export type StandIns = Readonly<Record<string, string>>;

/**
 * Leads this process's requests for those hosts to their stand-ins, so that no setting has to be bent and nothing leaves
 * the machine: `https.request`, which the libraries of Microsoft use, and `fetch`. Returns how to undo it.
 */
export function leadHosts(standIns: StandIns): () => void {
  const { request } = https;
  const { fetch } = globalThis;
  const led = (url: URL): URL | undefined => {
    const origin = standIns[url.hostname];
    return origin === undefined ? undefined : new URL(`${url.pathname}${url.search}`, origin);
  };

  https.request = ((...given: unknown[]) => {
    const [first, ...rest] = given;
    const url = typeof first === 'string' || first instanceof URL ? new URL(first) : undefined;
    const options = (url ? rest[0] : first) as https.RequestOptions;
    const callback = given.find((one) => typeof one === 'function') as (response: http.IncomingMessage) => void;
    const target = led(url ?? addressOf(options));
    if (!target) return request(...(given as Parameters<typeof request>));
    const { hostname, port, pathname, search } = target;
    // What is about TLS goes, and so does the pool of such connections.
    const { agent: _agent, host: _host, servername: _name, ...kept } = typeof options === 'object' ? options : {};
    const plain = { ...kept, protocol: 'http:', hostname, port, path: `${pathname}${search}` };
    return callback ? http.request(plain, callback) : http.request(plain);
  }) as typeof request;
  globalThis.fetch = (input, init) => {
    const url = input instanceof Request ? input.url : input;
    return fetch(led(new URL(url)) ?? input, init);
  };
  return () => {
    https.request = request;
    globalThis.fetch = fetch;
  };
}

/** What leads a process of its own and those it starts, which live on the stated date as well. */
export function ledThere(standIns: StandIns): Readonly<Record<string, string>> {
  const preload = new URL('stand-in-preload.mjs', import.meta.url).href;
  const options = [...statedImport, `--import=${preload}`].join(' ').replace('--import file', '--import=file');
  return { ...statedEnv, NODE_OPTIONS: options, STAND_INS: JSON.stringify(standIns) };
}

function addressOf({ hostname, host, path = '/' }: https.RequestOptions): URL {
  return new URL(path ?? '/', `https://${hostname ?? host}`);
}
