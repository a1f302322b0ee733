import { z } from 'zod';
import { loopbackHost } from '../../../http/caller.ts';
import { type GivenSettings, type ParsedSetting, type ParsedSettings, parsed } from '../../../settings/parsers.ts';

/** Where the database is, and how the bot comes in. */
export interface DatabaseSettings {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  /** Without one: the address has it, or nobody is asked for one. */
  readonly secret:
    | { readonly kind: 'password'; readonly password: string }
    /** A file that holds nothing but the password; read at each connection, so that it can be changed. */
    | { readonly kind: 'file'; readonly file: string }
    /** A token of the machine's identity in Entra, in place of a password; `id` for a user-assigned one. */
    | { readonly kind: 'identity'; readonly id: string | undefined }
    | undefined;
  /** Whether the server has to show a certificate for its host; else the connection is in the clear, on this machine. */
  readonly checked: boolean;
  /** PEM file with who may have signed that certificate; those that Node knows unless given. */
  readonly authority: string | undefined;
}

type Address = Pick<DatabaseSettings, 'host' | 'port' | 'database' | 'user' | 'checked'> & {
  readonly password: string;
};

/**
 * Reads `postgres://user:password@host:port/database`. Of what may stand behind it only `sslmode=verify-full` is known, and
 * that is how it is anyway, but on loopback: everything weaker would talk to whoever answers.
 */
function readDatabaseUrl(text: string): ParsedSetting<Address> {
  const url = URL.parse(text);
  const good = (url?.protocol === 'postgres:' || url?.protocol === 'postgresql:') && url.hostname !== '';
  if (!url || !good || url.username === '' || !/^\/[^/]+$/.test(url.pathname)) {
    return { problem: 'must be postgres://user:password@host:port/database' };
  }
  const mode = url.searchParams.get('sslmode');
  if ([...url.searchParams.keys()].some((name) => name !== 'sslmode') || (mode !== null && mode !== 'verify-full')) {
    return {
      problem: 'may have nothing behind the database but ?sslmode=verify-full, which holds for every other machine',
    };
  }
  return {
    value: {
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 5432),
      database: decodeURIComponent(url.pathname.slice(1)),
      user: decodeURIComponent(url.username),
      password: decodeURIComponent(url.password),
      checked: mode !== null || !loopbackHost(url.hostname),
    },
  };
}

export const databaseSettings = {
  DATABASE_URL: parsed(readDatabaseUrl)
    .optional()
    .describe(
      'PostgreSQL for the records, postgres://user:password@host:port/database; without it they lie in DATA_DIR.',
    ),
  DATABASE_CA: z.string().optional().describe('PEM file with who signs the certificate of the database server.'),
  DATABASE_PASSWORD_FILE: z
    .string()
    .optional()
    .describe('File with the password for the database, in place of one in its URL.'),
  DATABASE_IDENTITY: z
    .string()
    .optional()
    .describe('Managed identity that comes into the database by a token: system, or a client id.'),
};

/** Of keys that each machine made for itself none would open what another one sealed. */
export function databaseContradictions(given: GivenSettings): readonly string[] {
  const ways = (['DATABASE_PASSWORD_FILE', 'DATABASE_IDENTITY'] as const).filter((name) => given[name] !== undefined);
  if (given.DATABASE_URL === undefined) {
    const idle = [...ways, ...(given.DATABASE_CA === undefined ? [] : ['DATABASE_CA'])];
    return idle.map((name) => `DATABASE_URL is missing: ${name} needs it.`);
  }
  const inUrl = URL.parse(given.DATABASE_URL)?.password ? ['a password in DATABASE_URL'] : [];
  return [
    ...(given.KEYS === undefined ? ['KEYS is missing: DATABASE_URL needs it.'] : []),
    ...([...ways, ...inUrl].length > 1 ? [`${[...ways, ...inUrl].join(' and ')} are set: one of them is enough.`] : []),
  ];
}

/** Undefined: the records lie in a folder. */
export function databaseFrom(read: ParsedSettings<typeof databaseSettings>): DatabaseSettings | undefined {
  if (read.DATABASE_URL === undefined) return undefined;
  const { password, ...where } = read.DATABASE_URL;
  const { DATABASE_PASSWORD_FILE: file, DATABASE_IDENTITY: identity, DATABASE_CA: authority } = read;
  const secret =
    identity !== undefined
      ? ({ kind: 'identity', id: identity === 'system' ? undefined : identity } as const)
      : file !== undefined
        ? ({ kind: 'file', file } as const)
        : password === ''
          ? undefined
          : ({ kind: 'password', password } as const);
  return { ...where, secret, authority };
}
