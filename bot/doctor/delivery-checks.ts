import { connect } from 'node:net';
import { z } from 'zod';
import type { Clock } from '../domain/ports/system.ts';
import { second } from '../domain/time.ts';
import { azureHeaders } from '../providers/delivery/azure/azure.ts';
import type { PhoneProvider } from '../providers/delivery/by-country.ts';
import { smtpDelivery } from '../providers/delivery/smtp/smtp.ts';
import { smtpVerdict } from '../providers/delivery/smtp/verdict.ts';
import { exchange } from '../providers/http.ts';
import { errno } from '../providers/store/fs.ts';
import type { Config, PhonesConfig } from '../settings/config.ts';
import type { CheckFinding } from './examination.ts';

/** Whether the mail server lets the bot in: greeting, TLS and sign-in, and then good-bye. Nothing is sent. */
export async function* mailServer({ url, from }: NonNullable<Config['mail']>): AsyncGenerator<CheckFinding> {
  const delivery = smtpDelivery({ url, from });
  const { hostname, host } = new URL(url);
  try {
    await delivery.verify();
    yield { id: 'smtp', verdict: 'good', says: `The mail server ${hostname} lets the bot in.` };
  } catch (error) {
    const { reason } = smtpVerdict(error);
    const [says, fix] = smtpMeaning(error);
    yield {
      id: 'smtp',
      verdict: 'problem',
      says: `The mail server ${says} (${reason}): no codes and no notices by mail.`,
      where: `SMTP_URL (${host})`,
      fix,
    };
  } finally {
    delivery.close();
  }
}

function smtpMeaning(error: unknown): readonly [says: string, fix: string] {
  const reachable = 'let this machine reach that host and port, and check their spelling.';
  switch (errno(error)) {
    case 'EAUTH':
    case 'ENOAUTH':
      return [
        'does not take user and password',
        'check both in SMTP_URL; signs such as @ : / in them are written as %40 %3A %2F.',
      ];
    case 'EDNS':
      return ['is not known by that name', reachable];
    case 'ETLS':
      return [
        'offers no TLS that can be trusted',
        'use smtps:// or a relay with STARTTLS; NODE_EXTRA_CA_CERTS names a private authority.',
      ];
    case 'ESOCKET':
    case 'ECONNECTION':
    case 'ETIMEDOUT':
    case 'ECONNREFUSED':
    case 'ECONNRESET':
      return ['is not reached, or its certificate is not trusted', reachable];
    default:
      return ['does not do as it should', 'ask whoever runs it.'];
  }
}

/** Credentials of everything that carries texts and calls, by calls that change nothing and cost nothing. */
export async function* checkPhones(
  { twilio, azure, gateway }: PhonesConfig,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<CheckFinding> {
  const checks: Readonly<Record<PhoneProvider, (() => Promise<CheckFinding>) | undefined>> = {
    twilio: twilio && (() => checkTwilio(twilio, clock, signal)),
    azure: azure && (() => checkAzure(azure, clock, signal)),
    gateway: gateway && (() => checkGateway(gateway, signal)),
  };
  for (const check of Object.values(checks)) if (check) yield await check();
}

const account = z.object({ status: z.string() });

/**
 * The account is looked at. A standard API key may use all but the account itself, so it is tried on the list of
 * messages. Source: Twilio, "Account resource" and "API keys", types of keys.
 */
async function checkTwilio(
  settings: NonNullable<PhonesConfig['twilio']>,
  clock: Clock,
  signal: AbortSignal,
): Promise<CheckFinding> {
  const { accountSid, user, password, baseUrl } = settings;
  const byKey = user !== accountSid;
  const root = `${baseUrl}/2010-04-01/Accounts/${accountSid}`;
  const url = byKey ? `${root}/Messages.json?PageSize=1` : `${root}.json`;
  const headers = { Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` };
  const answer = await exchange({ method: 'GET', url, headers }, signal, clock);
  const where = byKey ? 'TWILIO_API_KEY, TWILIO_API_SECRET' : 'TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN';
  const problem = (says: string, fix: string): CheckFinding => ({ id: 'twilio', verdict: 'problem', says, where, fix });
  if (answer.kind === 'unanswered') return unreached('twilio', 'Twilio', answer.code, `TWILIO_URL (${baseUrl})`);
  const { status, body } = answer;
  const state = account.safeParse(body).data?.status;
  if (status === 200 && !byKey && state !== undefined && state !== 'active')
    return problem(
      `The Twilio account is ${state === 'suspended' || state === 'closed' ? state : 'not active'}: nothing is sent.`,
      'see the account on twilio.com.',
    );
  if (status === 200) return { id: 'twilio', verdict: 'good', says: 'Twilio lets the bot in.' };
  if (status === 401)
    return problem(
      'Twilio does not let the bot in: account and secret do not fit (401).',
      `copy ${where} anew from the account on twilio.com.`,
    );
  if (status === 403 && byKey) {
    const says =
      'Twilio knows the API key, which may not list messages (403): whether it may send, only a real code can tell.';
    return { id: 'twilio', verdict: 'note', says, where };
  }
  if (status === 404)
    return problem('Twilio does not know the account (404).', 'check TWILIO_ACCOUNT_SID and TWILIO_URL.');
  return problem(`Twilio answers with ${status}.`, 'try again; see status.twilio.com if it stays.');
}

/**
 * The resource's own numbers are listed. Source: Azure/azure-rest-api-specs, communication/data-plane/PhoneNumbers,
 * stable 2021-03-07, PhoneNumbers_ListPhoneNumbers.
 */
async function checkAzure(
  settings: NonNullable<PhonesConfig['azure']>,
  clock: Clock,
  signal: AbortSignal,
): Promise<CheckFinding> {
  const { endpoint, accessKey } = settings;
  const url = new URL('/phoneNumbers?api-version=2021-03-07&top=1', endpoint);
  const headers = azureHeaders(accessKey, url, '', new Date(clock()), 'GET');
  const answer = await exchange({ method: 'GET', url: url.href, headers }, signal, clock);
  const where = 'AZURE_SMS_CONNECTION';
  if (answer.kind === 'unanswered') return unreached('azure', 'Azure Communication Services', answer.code, where);
  const { status } = answer;
  if (status === 200) return { id: 'azure', verdict: 'good', says: 'Azure Communication Services lets the bot in.' };
  const says =
    status === 401 || status === 403
      ? `Azure Communication Services does not let the bot in: the access key is not the right one, or the clock is wrong (${status}).`
      : `Azure Communication Services answers with ${status}.`;
  return {
    id: 'azure',
    verdict: 'problem',
    says,
    where,
    fix: 'copy the connection string anew from the portal (Keys).',
  };
}

/** There is no call to a gateway of any kind that would be sure to do nothing, so only its door is tried. */
async function checkGateway({ url }: NonNullable<PhonesConfig['gateway']>, signal: AbortSignal): Promise<CheckFinding> {
  const { hostname } = new URL(url);
  const code = await knockedAt(url, signal);
  if (code !== undefined) return unreached('gateway', 'The gateway for texts', code, `GATEWAY_URL (${hostname})`);
  const says = 'The gateway for texts is reached. Whether it takes our secret, only a real code can tell.';
  return { id: 'gateway', verdict: 'note', says, where: 'GATEWAY_URL, GATEWAY_HEADER' };
}

/** The door of the organisation's own ticket system, and what it did not take. Nothing is sent. */
export async function* checkTicketSystem(
  { name, out, statusSecrets }: NonNullable<Config['ticketSystem']>,
  untold: { readonly tickets: number; readonly last: string } | undefined,
  signal: AbortSignal,
): AsyncGenerator<CheckFinding> {
  const id = 'tickets';
  if (out) {
    const { hostname } = new URL(out.url);
    const code = await knockedAt(out.url, signal);
    if (code !== undefined) yield unreached(id, name, code, `TICKETS_URL (${hostname})`);
    else if (untold) {
      yield {
        id,
        verdict: 'problem',
        says: `${name} does not take what it is told of ${untold.tickets === 1 ? 'one request' : `${untold.tickets} requests`} (last: ${untold.last}). It is tried again for a week.`,
        where: 'TICKETS_URL, TICKETS_SECRET, TICKETS_HEADER',
        fix: `look into the log of ${name}: the address, the header, or what the secret is there.`,
      };
    } else yield { id, verdict: 'good', says: `${name} is reached, and nothing waits for it.` };
  }
  if (statusSecrets.length === 0) {
    yield {
      id: 'tickets-status',
      verdict: 'note',
      says: `${name} tells nothing back.`,
      where: 'TICKETS_STATUS_SECRET',
    };
  }
}

/** What keeps a connection from being made; undefined: nothing. */
function knockedAt(url: string, signal: AbortSignal): Promise<string | undefined> {
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  return knocked(host, Number(port || (protocol === 'https:' ? 443 : 80)), signal);
}

function knocked(host: string, port: number, signal: AbortSignal): Promise<string | undefined> {
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  const socket = connect({ host, port, signal, timeout: 5 * second });
  socket.once('connect', () => resolve(undefined));
  socket.once('timeout', () => resolve('no answer'));
  socket.once('error', (error) => resolve(errno(error) ?? 'no connection'));
  return promise.finally(() => socket.destroy());
}

function unreached(id: string, who: string, code: string, where: string): CheckFinding {
  const fix = 'let this machine reach it over HTTPS, and check the spelling of the address.';
  return { id, verdict: 'problem', says: `${who} is not reached (${code}): nothing is sent that way.`, where, fix };
}
