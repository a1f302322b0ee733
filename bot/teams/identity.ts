import type { Clock } from '../domain/ports/system.ts';
import { createThrottle } from '../domain/throttle.ts';
import { minute } from '../domain/time.ts';
import type { Log } from '../log.ts';

/** Who says whether the bot is who it says it is: Entra gives it a token, Teams takes that token. */
type Judge = 'entra' | 'teams';

const looks: Readonly<Record<Judge, string>> = {
  entra:
    'the secret or managed identity of the bot: MicrosoftAppPassword, MicrosoftAppId, MicrosoftAppTenantId, MicrosoftAppType',
  teams:
    'Teams does not take the token of the bot: MicrosoftAppId and MicrosoftAppTenantId against the bot registration',
};

/** Whether the bot may speak in Teams. Without that, nothing it says arrives, apologies included. */
export interface IdentityWatch {
  ok(): boolean;
  accepted(by: Judge): void;
  /** @param code Entra's own (`AADSTS7000215`), or an HTTP status; it names nobody */
  refused(by: Judge, code: string): void;
}

/** Where nobody asks who the bot is. */
export const unwatched: IdentityWatch = { ok: () => true, accepted: () => undefined, refused: () => undefined };

/** @param seen hears whether it is in order, each time that changes */
export function createIdentityWatch(log: Log, clock: Clock, seen: (ok: boolean) => void): IdentityWatch {
  const refusing = new Set<Judge>();
  const seldom = createThrottle<Judge>(minute, clock);
  return {
    ok: () => refusing.size === 0,
    accepted(by) {
      if (!refusing.delete(by)) return;
      log.warn('bot identity accepted', { kind: by });
      seen(refusing.size === 0);
    },
    refused(by, code) {
      refusing.add(by);
      seen(false);
      const count = seldom(by);
      if (count !== undefined) log.error('bot identity refused', { kind: by, reason: code, count, look: looks[by] });
    },
  };
}

/**
 * The code of a refusal by the token service, of what the libraries throw; undefined: it was not reached, or something else.
 * Only the code is taken from their words: those quote ids.
 */
export function refusalCode(reason: unknown): string | undefined {
  if (!(reason instanceof Error)) return undefined;
  const [code] = /\bAADSTS\d{3,9}\b/.exec(reason.message) ?? [];
  if (code) return code;
  // What @azure/identity throws when the machine has no such managed identity, or it may not be used.
  const withoutIdentity = /^(CredentialUnavailable|Authentication|AggregateAuthentication)Error$/.test(reason.name);
  return withoutIdentity ? 'no-managed-identity' : undefined;
}

/** A token that is at hand costs nothing; one that was refused is asked for again. */
const pause = 5 * minute;

/** Has the bot prove who it is at the start and from time to time, before it is in anybody's way. Returns how to stop it. */
export function proveIdentity(adapter: { prove(): Promise<void> }): () => void {
  void adapter.prove();
  const timer = setInterval(() => void adapter.prove(), pause);
  timer.unref();
  return () => clearInterval(timer);
}
