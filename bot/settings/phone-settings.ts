import { z } from 'zod';
import { callSender, readByCountry, readRoutes, textSender } from '../providers/delivery/by-country/settings.ts';
import { readTemplate, usualTemplate } from '../providers/delivery/gateway/settings.ts';
import { matching, type Read, read, secureAddress } from './parsers.ts';

const texts = read((text) => readByCountry(text, textSender, '+46701234567'));
const calls = read((text) => readByCountry(text, callSender, '+46701234567'));

/** An address others are put behind: no path, query or slash at its end. */
function originOf(text: string): Read<string> {
  const secure = secureAddress(text);
  if ('problem' in secure) return secure;
  return new URL(text).origin === text.replace(/\/$/, '')
    ? { value: text.replace(/\/$/, '') }
    : { problem: 'must be an https:// address without a path' };
}

const accessKeyPattern = /^[A-Za-z0-9+/]{43,}={0,2}$/;

function azureConnection(text: string): Read<{ readonly endpoint: string; readonly accessKey: string }> {
  const [, endpoint = '', accessKey = ''] = /^endpoint=([^;]+);accesskey=([^;]+);?$/i.exec(text) ?? [];
  const origin = originOf(endpoint);
  return 'value' in origin && accessKeyPattern.test(accessKey)
    ? { value: { endpoint: origin.value, accessKey } }
    : { problem: 'must be endpoint=https://…;accesskey=…, as the portal shows it' };
}

function header(text: string): Read<{ readonly name: string; readonly value: string }> {
  const [, name, value] = /^([\w!#$%&'*+.^`|~-]{1,64}): ?([\x21-\x7e][\x20-\x7e]{0,4000})$/.exec(text) ?? [];
  return name && value ? { value: { name, value } } : { problem: 'must be Name: value, on one line' };
}

function webhookSecrets(text: string): Read<readonly Uint8Array[]> {
  const secrets = text.split(',').map((one) => /^whsec_([A-Za-z0-9+/]{32,}={0,2})$/.exec(one.trim())?.[1]);
  return secrets.every((one) => one !== undefined)
    ? { value: secrets.map((one) => Buffer.from(one, 'base64')) }
    : { problem: 'must be whsec_ and at least 24 bytes in base64, or a comma list of such' };
}

function gatewayChannels(text: string): Read<readonly ('text' | 'call')[]> {
  const channels = text.split(',').map((one) => one.trim());
  const value = (['text', 'call'] as const).filter((one) => channels.includes(one));
  return value.length === channels.length ? { value } : { problem: 'must be text, call or text,call' };
}

/** How texts and calls go out, and how providers tell what became of them. */
export const phoneSettings = {
  TWILIO_ACCOUNT_SID: matching(/^AC[0-9a-f]{32}$/, 'must be AC and 32 hexadecimal digits')
    .optional()
    .describe('Twilio account that texts and calls go through.'),
  TWILIO_AUTH_TOKEN: matching(/^[0-9a-zA-Z]{32}(, ?[0-9a-zA-Z]{32})?$/, 'must be a token, or two while it is changed')
    .optional()
    .describe('Auth token of that account: signs what Twilio tells, and opens it if no API key is set.'),
  TWILIO_API_KEY: matching(/^SK[0-9a-f]{32}$/, 'must be SK and 32 hexadecimal digits')
    .optional()
    .describe('API key that opens the account instead of its auth token.'),
  TWILIO_API_SECRET: z.string().optional().describe('Secret of that API key.'),
  TWILIO_TEXT_FROM: texts
    .optional()
    .describe('Sender of texts: number, name or MG… service; by country SE:+46…,*:Name. None: no texts.'),
  TWILIO_CALL_FROM: calls.optional().describe('Number that calls come from, also by country. None: no calls.'),
  TWILIO_URL: read(originOf)
    .prefault('https://api.twilio.com')
    .describe("Address of Twilio's API; other regions have others."),
  AZURE_SMS_CONNECTION: read(azureConnection)
    .optional()
    .describe('Connection string of an Azure Communication Services resource that texts go through.'),
  AZURE_SMS_FROM: texts.optional().describe('Sender of those texts: number or name, also by country.'),
  AZURE_SMS_STATUS_SECRET: matching(
    /^[\w-]{32,200}(, ?[\w-]{32,200})?$/,
    'must be 32 letters, digits, - or _ or more, or two while it is changed',
  )
    .optional()
    .describe('Secret in the address Event Grid tells delivery reports to: /delivery/azure/status?secret=….'),
  GATEWAY_URL: read(secureAddress).optional().describe('Any other gateway: https address that takes JSON.'),
  GATEWAY_HEADER: read(header)
    .optional()
    .describe('Header with the secret that gateway knows us by, such as Authorization: Bearer ….'),
  GATEWAY_CHANNELS: read(gatewayChannels)
    .prefault('text')
    .describe('What that gateway carries: text, call or text,call.'),
  GATEWAY_BODY: read(readTemplate)
    .prefault(usualTemplate)
    .describe('JSON it takes, with {to} {from} {text} {channel} {language} {letter} filled in.'),
  GATEWAY_FROM: texts.optional().describe('Sender that fills {from}: number or name, also by country.'),
  GATEWAY_STATUS_SECRET: read(webhookSecrets)
    .optional()
    .describe('whsec_… secret by which that gateway signs what it tells (Standard Webhooks).'),
  PHONE_ROUTES: read(readRoutes)
    .optional()
    .describe('Who carries what where, first that fits: SE/text:gateway,*:twilio. Else gateway, azure, twilio.'),
};

type Name = keyof typeof phoneSettings;

/** Settings that need one another. */
export function phoneContradictions(given: Readonly<Partial<Record<string, string>>>): readonly string[] {
  const problems: string[] = [];
  const needs = (name: Name, ...others: readonly Name[]) => {
    if (given[name] === undefined) return;
    for (const other of others) {
      if (given[other] === undefined) problems.push(`${other} is missing: ${name} needs it.`);
    }
  };
  needs('TWILIO_TEXT_FROM', 'TWILIO_ACCOUNT_SID');
  needs('TWILIO_CALL_FROM', 'TWILIO_ACCOUNT_SID');
  needs('TWILIO_API_KEY', 'TWILIO_ACCOUNT_SID', 'TWILIO_API_SECRET');
  needs('TWILIO_API_SECRET', 'TWILIO_API_KEY');
  needs('AZURE_SMS_CONNECTION', 'AZURE_SMS_FROM');
  needs('AZURE_SMS_FROM', 'AZURE_SMS_CONNECTION');
  needs('AZURE_SMS_STATUS_SECRET', 'AZURE_SMS_CONNECTION');
  needs('GATEWAY_URL', 'GATEWAY_HEADER');
  needs('GATEWAY_HEADER', 'GATEWAY_URL');
  needs('GATEWAY_STATUS_SECRET', 'GATEWAY_URL');
  if (given.GATEWAY_BODY?.includes('{from}')) needs('GATEWAY_BODY', 'GATEWAY_FROM');
  if (given.TWILIO_ACCOUNT_SID !== undefined) {
    if (given.TWILIO_TEXT_FROM === undefined && given.TWILIO_CALL_FROM === undefined) {
      problems.push('TWILIO_TEXT_FROM or TWILIO_CALL_FROM is missing: TWILIO_ACCOUNT_SID needs one.');
    }
    if (given.TWILIO_API_KEY === undefined) needs('TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN');
  }
  return problems;
}

const schema = z.object(phoneSettings);

export interface PhonesConfig {
  /** Where the bot is reached from outside; without it, providers are not asked to tell what arrived. */
  readonly publicUrl: string | undefined;
  readonly routes: z.infer<typeof schema>['PHONE_ROUTES'];
  readonly twilio: ReturnType<typeof twilioOf>;
  readonly azure: ReturnType<typeof azureOf>;
  readonly gateway: ReturnType<typeof gatewayOf>;
}

/** Undefined for each provider that is not set. @param publicUrl without a slash at its end */
export function phonesFrom(given: z.infer<typeof schema>, publicUrl: string | undefined): PhonesConfig {
  return {
    publicUrl,
    routes: given.PHONE_ROUTES,
    twilio: twilioOf(given),
    azure: azureOf(given),
    gateway: gatewayOf(given),
  };
}

function twilioOf(given: z.infer<typeof schema>) {
  const accountSid = given.TWILIO_ACCOUNT_SID;
  if (accountSid === undefined) return undefined;
  const authTokens = given.TWILIO_AUTH_TOKEN?.split(',').map((one) => one.trim()) ?? [];
  return {
    accountSid,
    authTokens,
    user: given.TWILIO_API_KEY ?? accountSid,
    password: given.TWILIO_API_SECRET ?? authTokens[0] ?? '',
    baseUrl: given.TWILIO_URL,
    ...(given.TWILIO_TEXT_FROM && { texts: given.TWILIO_TEXT_FROM }),
    ...(given.TWILIO_CALL_FROM && { calls: given.TWILIO_CALL_FROM }),
  };
}

function azureOf(given: z.infer<typeof schema>) {
  const texts = given.AZURE_SMS_FROM;
  const statusSecrets = given.AZURE_SMS_STATUS_SECRET?.split(',').map((one) => one.trim()) ?? [];
  return given.AZURE_SMS_CONNECTION && texts ? { ...given.AZURE_SMS_CONNECTION, texts, statusSecrets } : undefined;
}

function gatewayOf(given: z.infer<typeof schema>) {
  const { GATEWAY_URL: url, GATEWAY_HEADER: header, GATEWAY_FROM: senders } = given;
  if (!url || !header) return undefined;
  return {
    url,
    header,
    channels: given.GATEWAY_CHANNELS,
    template: given.GATEWAY_BODY,
    statusSecrets: given.GATEWAY_STATUS_SECRET ?? [],
    ...(senders && { senders }),
  };
}
