import { readFile } from 'node:fs/promises';
import { ManagedIdentityCredential } from '@azure/identity';
import type { ClientConfig } from 'pg';

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

/** What a URL of a database comes to, or what is wrong with it. */
export type DatabaseAddress =
  | { readonly value: Pick<DatabaseSettings, 'host' | 'port' | 'database' | 'user' | 'checked'> & { password: string } }
  | { readonly problem: string };

/**
 * Reads `postgres://user:password@host:port/database`. Of what may stand behind it only `sslmode=verify-full` is known, and
 * that is how it is anyway, but on loopback: everything weaker would talk to whoever answers.
 * @param loopback whether a host is this very machine
 */
export function readDatabaseUrl(text: string, loopback: (host: string) => boolean): DatabaseAddress {
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
      checked: mode !== null || !loopback(url.hostname),
    },
  };
}

/** What Azure Database for PostgreSQL takes tokens for. */
const scope = 'https://ossrdbms-aad.database.windows.net/.default';

type TokenOf = (id: string | undefined) => () => Promise<string>;

/** The library keeps a token and asks for another before it ends. */
const managedIdentity: TokenOf = (id) => {
  const credential = new ManagedIdentityCredential(id === undefined ? {} : { clientId: id });
  return async () => (await credential.getToken(scope)).token;
};

/** How the driver connects. Rejects where the file of the authority can't be read. */
export async function connectionOf(
  { host, port, database, user, secret, checked, authority }: DatabaseSettings,
  tokenOf: TokenOf = managedIdentity,
): Promise<ClientConfig> {
  const ca = authority === undefined ? undefined : await readFile(authority, 'utf8');
  // Node looks at the certificate, its end and the name on it.
  const ssl = checked ? { rejectUnauthorized: true, servername: host, ...(ca !== undefined && { ca }) } : false;
  return { host, port, database, user, ssl, ...passwordBy(secret, tokenOf) };
}

function passwordBy(secret: DatabaseSettings['secret'], tokenOf: TokenOf): Pick<ClientConfig, 'password'> {
  switch (secret?.kind) {
    case 'password':
      return { password: secret.password };
    case 'file':
      return { password: async () => (await readFile(secret.file, 'utf8')).trim() };
    case 'identity':
      return { password: tokenOf(secret.id) };
    case undefined:
      return {};
  }
}
