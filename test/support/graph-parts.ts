import type { TestContext } from 'node:test';
import { createLog } from '../../bot/log.ts';
import { createGraphClient, type GraphClient } from '../../bot/providers/directory/graph/client.ts';
import { graphDirectory } from '../../bot/providers/directory/graph/directory.ts';
import { createLookups } from '../../bot/providers/directory/graph/lookups.ts';
import { graphMethodWriter } from '../../bot/providers/directory/graph/method-writer.ts';
import { createCache, createReader, type Reader } from '../../bot/providers/directory/graph/reader.ts';
import {
  createRegistrationList,
  type RegistrationList,
} from '../../bot/providers/directory/graph/registration-list.ts';
import type { TokenSource } from '../../bot/providers/directory/graph/token.ts';
import { type FakeGraph, startGraph } from './fake-graph.ts';
import { type Tenant, tenantId } from './graph-tenant.ts';
import { type HandTime, handTime } from './hand-time.ts';

export interface GraphBench {
  readonly graph: FakeGraph;
  readonly client: GraphClient;
  readonly reader: Reader;
  readonly list: RegistrationList;
  readonly directory: ReturnType<typeof graphDirectory>;
  readonly writer: ReturnType<typeof graphMethodWriter>;
  readonly time: HandTime;
  readonly log: readonly string[];
}

/** Our side of Graph against a fake tenant, on a clock turned by hand. */
export async function graphBench(t: TestContext, tenant?: Tenant, tokens = alwaysToken): Promise<GraphBench> {
  const graph = await startGraph(t, tenant);
  const time = handTime();
  const log: string[] = [];
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `dddddddd-0000-4000-8000-${`${ids}`.padStart(12, '0')}`;
  };
  const client = createGraphClient({
    base: graph.base,
    tokens,
    time,
    log: createLog('debug', { write: (line) => void log.push(line) }),
    newId,
    chance: () => 0.5,
  });
  const cache = createCache(time.now);
  const reader = createReader(client, cache);
  const background = createReader(client, cache, 'background');
  const list = createRegistrationList(background, time, () => 0.5, createLog('silent'));
  const lookups = createLookups(reader, time, () => ({ ahead: 0, wait: 0 }));
  const directory = graphDirectory(tenantId, { reader, background, list, lookups }, time);
  return { graph, client, reader, list, directory, writer: graphMethodWriter(tenantId, client, reader), time, log };
}

export const alwaysToken: TokenSource = {
  get: async () => ({ kind: 'token', token: 'a-token' }),
  refuse: () => undefined,
};

/** For calls whose end the test does not wait for by the clock on the wall. */
export function never(): AbortSignal {
  return new AbortController().signal;
}
