import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bot, compose, type Replaced } from '../../bot/compose/bot.ts';
import type { Alarm } from '../../bot/deadline.ts';
import type { Delivered, Delivery, Message } from '../../bot/domain/ports/delivery.ts';
import type { DirectoryEntry } from '../../bot/domain/ports/directory.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { createLog, type Log } from '../../bot/log.ts';
import { readConfig } from '../../bot/settings/config.ts';
import { type Connector, startConnector } from './connector.ts';
import { anyPace } from './pace.ts';
import { openRecords } from './records.ts';
import { type ClientOptions, type TeamsClient, teamsClient } from './teams-client.ts';
import { patience, until } from './until.ts';

/** An employee as the test directory knows everybody who is not listed. */
export const anybody: DirectoryEntry = {
  displayName: 'Alva Lindqvist',
  signInName: 'alva@example.org',
  mailboxes: ['alva@example.org'],
  account: 'member',
  administrator: false,
  country: 'SE',
};

/** A phone and a mailbox in memory. */
export interface Caught extends Delivery {
  readonly messages: Message[];
  /** Decides what becomes of the next messages. */
  fate: (message: Message) => Delivered | Promise<Delivered>;
  /** The code of the last message to an address; waits for it. */
  code(to: string): Promise<string>;
}

export function catchMessages(): Caught {
  const messages: Message[] = [];
  const caught: Caught = {
    channels: ['text', 'call', 'email'],
    messages,
    fate: () => ({ kind: 'accepted', reference: 'caught' }),
    async send(message) {
      const fate = await caught.fate(message);
      if (fate.kind === 'accepted') messages.push(message);
      return fate;
    },
    async code(to) {
      const code = () => {
        const last = messages.findLast((one) => one.to === to);
        return last?.text.replace(/(?<=\d), (?=\d)/g, '').match(/\d{6}/)?.[0];
      };
      await until(`a code comes to ${to}`, () => code() !== undefined);
      return code() ?? '';
    },
  };
  return caught;
}

export interface RunningBot {
  readonly bot: Bot;
  readonly url: string;
  readonly connector: Connector;
  readonly caught: Caught;
  readonly folder: string;
  /** What the directory says of people, by object id; of all others it says the same. */
  readonly entries: Map<string, DirectoryEntry>;
  /** The bot's own records, to look into. */
  readonly records: Store;
  client(options?: Partial<ClientOptions>): TeamsClient;
  /** Stops it and starts another on the same records. */
  restart(): Promise<RunningBot>;
  stop(): Promise<void>;
}

export interface BotOptions extends Omit<Replaced, 'store' | 'deliveries'> {
  readonly folder?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly connector?: Connector;
  readonly caught?: Caught;
  readonly entries?: Map<string, DirectoryEntry>;
  readonly log?: Log;
  /** Instead of those in the folder. */
  readonly records?: Store;
  /** Stands between the bot and its records. */
  readonly around?: (records: Store) => Store;
}

/** The whole bot in local mode in this process, behind real HTTP, with a connector, an inbox and a directory of our own. */
export async function startBot(options: BotOptions = {}): Promise<RunningBot> {
  const entries = options.entries ?? new Map<string, DirectoryEntry>();
  const directory = options.directory ?? { entry: async ({ objectId }) => entries.get(objectId) ?? anybody };
  return startBotWith({ ...options, entries, directory });
}

/** The same on the directory that the settings say. */
export async function startBotWith(options: BotOptions): Promise<RunningBot> {
  const folder = options.folder ?? (await mkdtemp(join(tmpdir(), 'reset-ready-')));
  const connector = options.connector ?? (await startConnector());
  const caught = options.caught ?? catchMessages();
  const read = readConfig({ DATA_DIR: folder, PLAYGROUND: 'off', LOG_LEVEL: 'silent', ...options.env });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const records = options.records ?? (await openRecords(folder, read.config.keys));
  const store = unhurried(options.around?.(records) ?? records);
  const replaced = { alarm: lateAlarm, pace: anyPace, ...options, store, deliveries: [caught] };
  const bot = await compose(read.config, options.log ?? createLog('silent'), replaced);
  const { port } = await bot.server.listen('127.0.0.1', 0);
  const url = `http://127.0.0.1:${port}`;
  return {
    bot,
    url,
    connector,
    caught,
    folder,
    entries: options.entries ?? new Map(),
    records,
    client: (more = {}) => teamsClient({ botUrl: url, connector, objectId: person(1), ...more }),
    async restart() {
      await bot.stop();
      return startBotWith({ ...options, folder, connector, caught });
    },
    async stop() {
      await bot.stop();
      await connector.close();
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The deadlines of turns, as ends against hanging: on a busy machine a turn may take its time. */
const lateAlarm: Alarm = (_, ring) => {
  const timer = setTimeout(ring, patience).unref();
  return () => clearTimeout(timer);
};

/** The same for the turn that waits for the one before it. */
const unhurried = (store: Store): Store => ({ ...store, lock: (key, _, work) => store.lock(key, patience, work) });

/** The object id of employee number so-and-so. */
export function person(number: number): string {
  return `e0000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
