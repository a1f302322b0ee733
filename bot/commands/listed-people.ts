import { randomUUID } from 'node:crypto';
import type { DirectoryLists } from '../compose/audience.ts';
import type { WhereaboutsSource } from '../domain/ports/whereabouts.ts';
import { demoPeople } from '../local/people.ts';
import { createLog } from '../log.ts';
import { embeddedWhereabouts } from '../providers/directory/embedded/embedded.ts';
import { openGraph } from '../providers/directory/graph/graph.ts';
import type { Config } from '../settings/config.ts';
import { complain } from './command-line.ts';
import { wakefulTime } from './records.ts';

/** The lists of the directory, for a command, which says that it takes a while; undefined: none is connected. */
export function listsHere({ graph }: Config): DirectoryLists | undefined {
  if (!graph) return undefined;
  const { background } = openGraph(graph, surroundings());
  complain('The lists of the directory are read: about a minute for 30,000 people.');
  return { reader: background, tenantId: graph.identity.tenantId, mode: graph.mode };
}

/** Where people stand as the directory says it now; of the demo people in local mode, of nobody without a directory. */
export function whereaboutsHere({ graph, mode }: Config): WhereaboutsSource {
  if (graph) return openGraph(graph, surroundings()).whereabouts(async () => []);
  return embeddedWhereabouts(mode === 'local' ? demoPeople : []);
}

function surroundings() {
  return { time: wakefulTime, log: createLog('silent'), newId: randomUUID, chance: () => 0 };
}
