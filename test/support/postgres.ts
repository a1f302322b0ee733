import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';
import type { SmallVolume } from './small-volume.ts';
import { until } from './until.ts';

/** A real PostgreSQL server, from npm: on loopback, on a free port, with data of its own. */
export interface PostgresServer {
  readonly port: number;
  /** Of the process that all its others come from. */
  readonly pid: number;
  /** Where its data lies. */
  readonly data: string;
  /** Does something as the one who may do everything. */
  asAdministrator<T>(work: (client: Client) => Promise<T>, database?: string): Promise<T>;
  /** How to come in. */
  url(database: string, role?: string): string;
  stop(): Promise<void>;
}

const keeper = fileURLToPath(new URL('./postgres-keeper.ts', import.meta.url));

/**
 * Starts one. It ends with `stop`, and with the process that asked for it, however that ends.
 * @param settings what stands in its postgresql.conf besides
 * @param copied a data folder to begin with a copy of
 * @param volume where its data lies; what it does is then done there
 */
export async function startPostgres(
  settings: Readonly<Record<string, string>> = {},
  copied = '-',
  volume?: SmallVolume,
): Promise<PostgresServer> {
  const words = Object.entries(settings).map(([name, value]) => `${name}=${value}`);
  const command = [process.execPath, keeper, copied, volume?.folder ?? '-', ...words];
  const [program = '', ...given] = volume ? volume.within(command) : command;
  const kept = spawn(program, given, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(kept, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`PostgreSQL did not start (${code})`)));
  const [line] = await Promise.race([once(kept.stdout.setEncoding('utf8'), 'data'), failed]);
  failed.catch(() => undefined);
  // It keeps nobody: a test run that is over ends, and this with it.
  for (const one of [kept, kept.stdin, kept.stdout]) (one as unknown as { unref(): void }).unref();
  const [port = '', pid = '', ...path] = `${line}`.trim().split(' ');
  const data = path.join(' ');
  const url = (database: string, role = 'postgres') =>
    `postgres://${role}:${encodeURIComponent(passwordOf(role))}@127.0.0.1:${port}/${database}`;

  async function asAdministrator<T>(work: (client: Client) => Promise<T>, database = 'postgres'): Promise<T> {
    const client = new Client(url(database));
    client.on('error', () => undefined);
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  await until('the server answers', () =>
    asAdministrator((client) => client.query('SELECT 1')).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (kept.exitCode !== null) throw new Error('PostgreSQL did not come up');
        // It listens and begins, or does not listen yet.
        if (error.code === '57P03' || error.code === 'ECONNREFUSED') return false;
        throw error;
      },
    ),
  );

  return {
    port: Number(port),
    pid: Number(pid),
    data,
    asAdministrator,
    url,
    async stop() {
      kept.ref();
      kept.stdin.end();
      await ended;
    },
  };
}

/** Each role of a test's server has one of its own, so that nobody comes in as somebody else. */
function passwordOf(role: string): string {
  return role === 'postgres' ? 'owner of the server' : `password of ${role}`;
}

/** Where a test keeps its records: a database of its own. */
export interface TestDatabase {
  readonly server: PostgresServer;
  readonly name: string;
  /** As a role; the bot's where none is named. */
  url(role?: string): string;
  drop(): Promise<void>;
}

export const owner = 'reset_ready_owner';
export const botLogin = 'bot_login';
export const readerLogin = 'reader_login';

let shared: Promise<PostgresServer> | undefined;

/** The server that all test files of a process share. It syncs nothing: no test here cuts the power. */
function sharedPostgres(): Promise<PostgresServer> {
  shared ??= startPostgres({ fsync: 'off' }).then(async (server) => {
    await makeRoles(server);
    return server;
  });
  return shared;
}

/** The roles as OPERATIONS has them, each with somebody who may come in as it. */
export async function makeRoles(server: PostgresServer): Promise<void> {
  const roles = [
    `CREATE ROLE ${owner} LOGIN PASSWORD '${passwordOf(owner)}'`,
    'CREATE ROLE reset_ready_bot NOLOGIN',
    'CREATE ROLE reset_ready_reader NOLOGIN',
    `CREATE ROLE ${botLogin} LOGIN PASSWORD '${passwordOf(botLogin)}' IN ROLE reset_ready_bot`,
    `CREATE ROLE ${readerLogin} LOGIN PASSWORD '${passwordOf(readerLogin)}' IN ROLE reset_ready_reader`,
  ];
  await server.asAdministrator((client) => client.query(roles.join(';')));
}

/** An empty database, its owner's. */
export async function newDatabase(given?: PostgresServer): Promise<TestDatabase> {
  const server = given ?? (await sharedPostgres());
  const name = `test_${randomBytes(8).toString('hex')}`;
  await server.asAdministrator((client) => client.query(`CREATE DATABASE ${name} OWNER ${owner}`));
  return {
    server,
    name,
    url: (role = botLogin) => server.url(name, role),
    async drop() {
      await server.asAdministrator((client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
    },
  };
}
