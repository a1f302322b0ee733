import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

/** One Teams front end that talks to one bot over kept connections, and notes how long each turn took. */
export interface Client {
  /** Posts an activity; resolves with the body of the answer. Throws when the status is not 200. */
  post(activity: object): Promise<string>;
  /** Milliseconds of the turns since the last call. */
  taken(): readonly number[];
  close(): void;
}

export function createClient(botUrl: string): Client {
  const agent = new Agent({ keepAlive: true });
  const url = new URL('/api/messages', botUrl);
  let times: number[] = [];
  return {
    post(activity) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const body = JSON.stringify(activity);
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const from = performance.now();
      const asked = request(url, { agent, method: 'POST', headers }, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => {
          times.push(performance.now() - from);
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`the bot answered ${response.statusCode}: ${text.slice(0, 200)}`));
        });
      });
      asked.on('error', reject);
      asked.end(body);
      return promise;
    },
    taken() {
      const before = times;
      times = [];
      return before;
    },
    close: () => agent.destroy(),
  };
}
