import type { Delivery } from '../../../domain/ports/delivery.ts';
import type { MethodWriter } from '../../../domain/ports/method-writer.ts';
import type { Log } from '../../../log.ts';
import { graphMailDelivery } from '../../delivery/graph-mail.ts';
import { graphDirectory } from '../graph.ts';
import { createCache } from './cache.ts';
import { createGraphClient } from './client.ts';
import { openCredential, scopeOf } from './credential.ts';
import { graphMethodWriter } from './method-writer.ts';
import { ownDomainsSource } from './own-domains.ts';
import { createReader, type Reader } from './read.ts';
import type { GraphSettings } from './settings.ts';
import type { Time } from './time.ts';
import { createTokenSource, type TokenSource } from './token.ts';

/** What the outside world gives. `newId`: a GUID · `chance`: in [0, 1). */
export interface GraphSurroundings {
  readonly time: Time;
  readonly log: Log;
  readonly newId: () => string;
  readonly chance: () => number;
  /** Left out: by the credential in the settings. */
  readonly tokens?: TokenSource | undefined;
}

/** Everything the bot does through Microsoft Graph, over one client. */
export interface OpenedGraph {
  readonly tokens: TokenSource;
  readonly reader: Reader;
  readonly directory: ReturnType<typeof graphDirectory>;
  readonly ownDomains: ReturnType<typeof ownDomainsSource>;
  /** In write mode. */
  readonly writer: MethodWriter | undefined;
  /** When a mailbox to send from is set. */
  readonly mail: Delivery | undefined;
}

/** Nothing is asked before the first call. */
export function openGraph(settings: GraphSettings, surroundings: GraphSurroundings): OpenedGraph {
  const { mode, base, identity, mailSender } = settings;
  const { time, log, newId, chance } = surroundings;
  const tokens = surroundings.tokens ?? createTokenSource(() => openCredential(identity), scopeOf(base), time.now);
  const client = createGraphClient({ base, tokens, time, log, newId, chance });
  const reader = createReader(client, createCache(time.now));
  return {
    tokens,
    reader,
    ownDomains: ownDomainsSource(reader, time),
    directory: graphDirectory(identity.tenantId, reader, time, mode),
    writer: mode === 'write' ? graphMethodWriter(identity.tenantId, client, reader) : undefined,
    mail: mailSender === undefined ? undefined : graphMailDelivery(client, mailSender),
  };
}
