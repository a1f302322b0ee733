import type { TokenCredential } from '@azure/identity';
import { inTime } from '../../../deadline.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { minute } from '../../../domain/time.ts';

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
