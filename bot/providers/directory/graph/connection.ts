import type { Time } from '../../../deadline.ts';
import type { Delivery } from '../../../domain/ports/delivery.ts';
import type { MethodWriter } from '../../../domain/ports/method-writer.ts';
import type { Log } from '../../../log.ts';
import { graphMailDelivery } from '../../delivery/graph-mail/graph-mail.ts';
import { createCache } from './cache.ts';
import { createGraphClient } from './client.ts';
import { openCredential, scopeOf } from './credential.ts';
import { graphDirectory } from './graph.ts';
import { createLookups } from './lookups.ts';
import { graphMethodWriter } from './method-writer.ts';
import { ownDomainsSource } from './own-domains.ts';
import { type Budgets, ownBudgets } from './quotas.ts';
import { createReader, type Reader } from './reader.ts';
import { createRegistrationList, type RegistrationList } from './registration-list.ts';
import type { GraphSettings } from './settings.ts';
import { createTokenSource, type TokenSource } from './token.ts';

/** What the outside world gives. `newId`: a GUID · `chance`: in [0, 1). */
export interface GraphSurroundings {
  readonly time: Time;
  readonly log: Log;
  readonly newId: () => string;
  readonly chance: () => number;
  /** Left out: by the credential in the settings. */
  readonly tokens?: TokenSource | undefined;
  /** Left out: this process keeps them for itself. */
  readonly budgets?: Budgets;
}

/** Everything the bot does through Microsoft Graph, over one client. */
export interface OpenedGraph {
  readonly tokens: TokenSource;
  readonly reader: Reader;
  /** For what the bot looks at by itself. */
  readonly background: Reader;
  readonly list: RegistrationList;
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
  const budgets = surroundings.budgets ?? ownBudgets(time);
  const client = createGraphClient({ base, tokens, time, log, newId, chance, budgets });
  const cache = createCache(time.now);
  const reader = createReader(client, cache);
  const background = createReader(client, cache, 'background');
  const list = createRegistrationList(background, time, chance, log);
  const lookups = createLookups(reader, time, () => budgets.reports.line('person'));
  const eyes = { reader, background, lookups, list };
  return {
    tokens,
    reader,
    background,
    list,
    ownDomains: ownDomainsSource(reader, time),
    directory: graphDirectory(identity.tenantId, eyes, time, mode),
    writer: mode === 'write' ? graphMethodWriter(identity.tenantId, client, reader) : undefined,
    mail: mailSender === undefined ? undefined : graphMailDelivery(client, mailSender),
  };
}
