import { z } from 'zod';
import {
  type GivenSettings,
  matching,
  missing,
  originOf,
  type ParsedSettings,
  parsed,
  secretsIn,
} from '../../../settings/parsers.ts';
import { type ByCountry, callSenders, textSenders } from '../by-country.ts';

/** What the account is opened with. */
export interface TwilioSettings {
  readonly accountSid: string;
  /** Account SID and auth token, or the SID and secret of an API key. */
  readonly user: string;
  readonly password: string;
  /** Number, name or messaging service (`MG…`) that texts come from; none: no texts. */
  readonly texts?: ByCountry<string>;
  /** Number that calls come from; none: no calls. */
  readonly calls?: ByCountry<string>;
  /** Where Twilio tells what became of a message: our route, as it is reached from outside. None: it does not tell. */
  readonly statusUrl?: string;
  /** For another region, or a test. */
  readonly baseUrl?: string;
}

export const twilioSettings = {
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
  TWILIO_TEXT_FROM: textSenders
    .optional()
    .describe('Sender of texts: number, name or MG… service; by country SE:+46…,*:Name. None: no texts.'),
  TWILIO_CALL_FROM: callSenders.optional().describe('Number that calls come from, also by country. None: no calls.'),
  TWILIO_URL: parsed(originOf)
    .prefault('https://api.twilio.com')
    .describe("Address of Twilio's API; other regions have others."),
};

export function twilioContradictions(given: GivenSettings): readonly string[] {
  const problems = [
    ...missing(given, 'TWILIO_TEXT_FROM', 'TWILIO_ACCOUNT_SID'),
    ...missing(given, 'TWILIO_CALL_FROM', 'TWILIO_ACCOUNT_SID'),
    ...missing(given, 'TWILIO_API_KEY', 'TWILIO_ACCOUNT_SID', 'TWILIO_API_SECRET'),
    ...missing(given, 'TWILIO_API_SECRET', 'TWILIO_API_KEY'),
  ];
  if (given.TWILIO_ACCOUNT_SID === undefined) return problems;
  if (given.TWILIO_TEXT_FROM === undefined && given.TWILIO_CALL_FROM === undefined)
    problems.push('TWILIO_TEXT_FROM or TWILIO_CALL_FROM is missing: TWILIO_ACCOUNT_SID needs one.');
  if (given.TWILIO_API_KEY === undefined) problems.push(...missing(given, 'TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'));
  return problems;
}

/** Undefined: no account is set. `authTokens`: each that it may sign with. */
export function twilioFrom(given: ParsedSettings<typeof twilioSettings>) {
  const accountSid = given.TWILIO_ACCOUNT_SID;
  if (accountSid === undefined) return undefined;
  const authTokens = secretsIn(given.TWILIO_AUTH_TOKEN);
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
