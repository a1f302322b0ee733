import { readFile } from 'node:fs/promises';
import {
  ClientCertificateCredential,
  ClientSecretCredential,
  ManagedIdentityCredential,
  type TokenCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
import { inTime } from '../../../deadline.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { minute } from '../../../domain/time.ts';

/** How the bot proves to the directory which app it is. `id` is the app's (client) id. */
export type AppProof =
  | { readonly kind: 'secret'; readonly id: string; readonly secret: string }
  /** A file that holds nothing but the secret, such as a mounted one. It is read again when the old secret is refused. */
  | { readonly kind: 'secret-file'; readonly id: string; readonly file: string }
  /** PEM file with certificate and private key. Read again likewise. */
  | { readonly kind: 'certificate'; readonly id: string; readonly file: string }
  /** Of the machine the bot runs on in Azure; `id` for a user-assigned identity. */
  | { readonly kind: 'managed-identity'; readonly id?: string }
  /** A federated token that the platform (Kubernetes) keeps fresh in a file. */
  | { readonly kind: 'workload-identity'; readonly id: string; readonly file: string };

export interface Identity {
  readonly tenantId: string;
  readonly proof: AppProof;
  /** Where tokens are given out: `https://login.microsoftonline.com`. */
  readonly authority: string;
}

/** A credential of the official library, for these settings. Rejects when a file can't be read. */
export async function openCredential({ tenantId, proof, authority }: Identity): Promise<TokenCredential> {
  // One try: a turn does not wait for more, and the outbox tries again by itself.
  const options = { authorityHost: authority, retryOptions: { maxRetries: 1, maxRetryDelayInMs: 500 } };
  switch (proof.kind) {
    case 'secret':
      return new ClientSecretCredential(tenantId, proof.id, proof.secret, options);
    case 'secret-file': {
      const secret = (await readFile(proof.file, 'utf8')).trim();
      return new ClientSecretCredential(tenantId, proof.id, secret, options);
    }
    case 'certificate': {
      const certificate = await readFile(proof.file, 'utf8');
      return new ClientCertificateCredential(tenantId, proof.id, { certificate }, options);
    }
    case 'managed-identity':
      return new ManagedIdentityCredential(proof.id === undefined ? options : { ...options, clientId: proof.id });
    case 'workload-identity':
      return new WorkloadIdentityCredential({ ...options, tenantId, clientId: proof.id, tokenFilePath: proof.file });
  }
}

/** What a token is asked for: everything the app was given on this Graph. */
export function scopeOf(base: string): string {
  return `${new URL(base).origin}/.default`;
}

/**
 * - token: good for a while yet.
 * - no-token: rejected: the directory does not take our proof · unreachable: it was not reached · late: the time was
 *   up. `code` is the directory's own (`AADSTS7000222`) or the network's; it names nobody.
 */
export type Token =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'no-token'; readonly why: 'rejected' | 'unreachable' | 'late'; readonly code?: string };

/** Where the app-only token comes from. Never throws. */
export interface TokenSource {
  get(signal: AbortSignal): Promise<Token>;
  /** The last one was not taken: the next must be a new one. */
  refuse(): void;
}

/** A token is not used this close to its end. */
const margin = 5 * minute;

/**
 * Tokens of a credential. After a refusal the credential is opened anew, so that a secret or certificate which was
 * replaced on the disk is found without a restart.
 * @param open reads the secret or certificate; may throw
 * @param scope such as `https://graph.microsoft.com/.default`
 */
export function createTokenSource(open: () => Promise<TokenCredential>, scope: string, clock: Clock): TokenSource {
  let credential: Promise<TokenCredential> | undefined;
  let held: { readonly token: string; readonly expires: number } | undefined;
  const forget = () => {
    credential = undefined;
    held = undefined;
  };

  return {
    async get(signal) {
      if (held && clock() < held.expires - margin) return { kind: 'token', token: held.token };
      try {
        credential ??= open();
        // Some credentials do not look at the signal while they wait.
        const got = await inTime(signal, (await credential).getToken(scope, { abortSignal: signal }));
        if (!got) throw new Error('no token');
        held = { token: got.token, expires: got.expiresOnTimestamp };
        return { kind: 'token', token: got.token };
      } catch (error) {
        const problem = problemOf(error, signal);
        if (problem.why !== 'late') forget();
        return problem;
      }
    },
    refuse: forget,
  };
}

/** Of the system, and of the library when it can't find out where tokens are given. */
const networkCodes =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|endpoints_resolution_error|openid_config_error|network_error)\b/;

type Problem = Extract<Token, { kind: 'no-token' }>;

/** Only codes are taken from the library's words: those quote ids and addresses. */
function problemOf(error: unknown, signal: AbortSignal): Problem {
  if (signal.aborted) return { kind: 'no-token', why: 'late' };
  const words = error instanceof Error ? `${error.name} ${error.message}` : '';
  const rejected = /\bAADSTS\d{3,9}\b/.exec(words)?.[0];
  if (rejected) return { kind: 'no-token', why: 'rejected', code: rejected };
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  const known = typeof code === 'string' && /^[A-Z][A-Z0-9_]{2,39}$/.test(code) ? code : undefined;
  const network = networkCodes.exec(words);
  if (network) return { kind: 'no-token', why: 'unreachable', code: network[0] };
  const file = known === 'ENOENT' || known === 'EACCES' || known === 'EISDIR';
  return {
    kind: 'no-token',
    why: file || known === undefined ? 'rejected' : 'unreachable',
    ...(known && { code: known }),
  };
}

/**
 * The application permissions that stand in a token for Graph, sorted; undefined when it has another form than they have
 * had so far: to its owner a token for somebody else is opaque.
 */
export function grantedIn(token: string): readonly string[] | undefined {
  try {
    const payload: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    const roles: unknown = payload !== null && typeof payload === 'object' && 'roles' in payload ? payload.roles : [];
    return Array.isArray(roles) ? roles.filter((one) => typeof one === 'string').sort() : undefined;
  } catch {
    return undefined;
  }
}
