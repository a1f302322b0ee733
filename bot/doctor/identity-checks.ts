import { z } from 'zod';
import { type Time, within } from '../deadline.ts';
import type { Clock } from '../domain/ports/system.ts';
import { day, hour, minute, second } from '../domain/time.ts';
import { createSigningKeys } from '../http/signing-keys.ts';
import { createTokenSource, openCredential, type Token } from '../providers/directory/graph/token.ts';
import { exchange } from '../providers/http.ts';
import type { TeamsConfig } from '../settings/config.ts';
import type { CheckFinding } from './examination.ts';
import { botItself, tokenFinding } from './token-checks.ts';

/** What the bot asks a token for, to speak in Teams. Source: Microsoft Learn, "Authenticate requests with the Bot Connector API". */
const scope = 'https://api.botframework.com/.default';

/** Whether the bot is let in to Teams, found by asking for the token it sends answers with. */
export async function* botIdentity(config: TeamsConfig, time: Time, signal: AbortSignal): AsyncGenerator<CheckFinding> {
  const token = await within(time, 20 * second, signal, (inner) => botToken(config, time.now, inner));
  yield tokenFinding(token, botItself);
}

function botToken({ app, cloud }: TeamsConfig, clock: Clock, signal: AbortSignal): Promise<Token> {
  const { authority } = cloud;
  if (app.type === 'SingleTenant')
    return clientCredentials(`${authority}/${app.tenantId}`, app.id, app.password, clock, signal);
  const identity = { tenantId: app.tenantId, authority, proof: { kind: 'managed-identity', id: app.id } } as const;
  return createTokenSource(() => openCredential(identity), scope, clock).get(signal);
}

const given = z.object({ access_token: z.string() });
/** `error_codes` holds the numbers of AADSTS codes. Source: Microsoft Learn, "OAuth 2.0 client credentials flow", error response. */
const refusal = z.object({ error_codes: z.array(z.number()).min(1) });

/** The client credentials flow with a secret; only codes of the answer are kept. */
async function clientCredentials(
  authority: string,
  id: string,
  secret: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<Token> {
  const asked = { grant_type: 'client_credentials', client_id: id, client_secret: secret, scope };
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams(asked).toString();
  const url = `${authority}/oauth2/v2.0/token`;
  const answer = await exchange({ method: 'POST', url, headers, body }, signal, clock);
  if (answer.kind === 'unanswered')
    return signal.aborted
      ? { kind: 'no-token', why: 'late' }
      : { kind: 'no-token', why: 'unreachable', code: answer.code };
  const token = given.safeParse(answer.body).data?.access_token;
  if (token !== undefined) return { kind: 'token', token };
  const code = refusal.safeParse(answer.body).data?.error_codes[0];
  if (code !== undefined) return { kind: 'no-token', why: 'rejected', code: `AADSTS${code}` };
  return { kind: 'no-token', why: 'unreachable', code: `status ${answer.status}` };
}

/** Whether the keys are found that messages of Teams are signed with. */
export async function* channelKeys({ cloud }: TeamsConfig, clock: Clock): AsyncGenerator<CheckFinding> {
  const found = await createSigningKeys(cloud.openIdMetadata, clock)('a key nobody has');
  if (found.kind !== 'metadata-down') {
    yield { id: 'openid', verdict: 'good', says: 'The keys that messages of Teams are signed with can be read.' };
    return;
  }
  yield {
    id: 'openid',
    verdict: 'problem',
    says: 'The keys that messages of Teams are signed with can not be read: every message will be turned away.',
    where: `firewall, proxy (${cloud.openIdMetadata})`,
    fix: 'let this machine reach that address over HTTPS, and the one the document names.',
  };
}

/**
 * The clock against those of others: the first of these addresses that answers, however it answers.
 * @param addresses in the order they are asked
 */
export async function* clockAgainst(
  addresses: readonly string[],
  time: Time,
  signal: AbortSignal,
): AsyncGenerator<CheckFinding> {
  const clock = time.now;
  for (const address of addresses) {
    const before = clock();
    const date = await dateOf(address, time, signal);
    if (date === undefined) continue;
    // The header has whole seconds, and the answer took a while.
    yield clockFinding((before + clock()) / 2 - date - second / 2);
    return;
  }
  yield { id: 'clock', verdict: 'note', says: 'The clock could not be compared with another: nobody answered.' };
}

async function dateOf(url: string, time: Time, signal: AbortSignal): Promise<number | undefined> {
  const asked = { method: 'GET', url } as const;
  const answer = await within(time, 5 * second, signal, (inner) => exchange(asked, inner, time.now));
  const date = answer.kind === 'answered' ? Date.parse(answer.headers.get('date') ?? '') : Number.NaN;
  return Number.isNaN(date) ? undefined : date;
}

/** Tokens may be this much off, by the rule of the Bot Framework; codes of apps change every half minute. */
const tokensBear = 5 * minute;
const codesBear = 30 * second;

/** @param ahead how much our clock is ahead of another, ms */
export function clockFinding(ahead: number): CheckFinding {
  const off = Math.abs(ahead);
  if (off < codesBear) return { id: 'clock', verdict: 'good', says: 'The clock of this machine is right.' };
  const amount = spokenTime(off);
  const way = ahead > 0 ? 'ahead' : 'behind';
  const costs = off < tokensBear ? 'codes of authenticator apps may not be taken' : 'messages of Teams are turned away';
  return {
    id: 'clock',
    verdict: off < tokensBear ? 'warning' : 'problem',
    says: `The clock of this machine is ${amount} ${way}: ${costs}.`,
    where: 'the clock of this machine',
    fix: 'let it be set by the network (NTP).',
  };
}

function spokenTime(milliseconds: number): string {
  if (milliseconds < 2 * minute) return `${Math.round(milliseconds / second)} seconds`;
  if (milliseconds < 2 * hour) return `${Math.round(milliseconds / minute)} minutes`;
  return milliseconds < 2 * day ? `${Math.round(milliseconds / hour)} hours` : `${Math.round(milliseconds / day)} days`;
}
