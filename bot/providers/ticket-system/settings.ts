import { type SystemShare, systemShares } from '../../domain/tickets/ticket-system.ts';
import {
  type GivenSettings,
  headerLine,
  matching,
  missing,
  type ParsedSetting,
  type ParsedSettings,
  parsed,
  secureAddress,
} from '../../settings/parsers.ts';
import { webhookSecrets } from '../standard-webhooks.ts';

function shares(text: string): ParsedSetting<readonly SystemShare[]> {
  const named = text.split(',').map((one) => one.trim());
  const value = systemShares.filter((one) => named.includes(one));
  return value.length === named.length ? { value } : { problem: 'must be caller, words or caller,words' };
}

export const ticketSystemSettings = {
  TICKETS_NAME: matching(/^[^\p{C}]{1,40}$/u, 'must be at most 40 letters')
    .optional()
    .describe('What your own ticket system is called, as people read it: ServiceNow.'),
  TICKETS_URL: parsed(secureAddress)
    .optional()
    .describe('https address of that system, which is told of requests for help (Standard Webhooks).'),
  TICKETS_SECRET: parsed(webhookSecrets)
    .optional()
    .describe('whsec_… secret by which the bot signs what it tells; a comma list while it is being changed.'),
  TICKETS_HEADER: parsed(headerLine)
    .optional()
    .describe('Header that system wants besides, such as Authorization: Bearer ….'),
  TICKETS_SHARE: parsed(shares)
    .optional()
    .describe('What it is told of people: caller (name and sign-in name), words (what was said). None: neither.'),
  TICKETS_STATUS_SECRET: parsed(webhookSecrets)
    .optional()
    .describe('whsec_… secret by which that system signs what it tells, at /delivery/tickets/status.'),
};

export function ticketSystemContradictions(given: GivenSettings): readonly string[] {
  return [
    ...missing(given, 'TICKETS_URL', 'TICKETS_SECRET', 'TICKETS_NAME'),
    ...missing(given, 'TICKETS_SECRET', 'TICKETS_URL'),
    ...missing(given, 'TICKETS_STATUS_SECRET', 'TICKETS_NAME'),
  ];
}

/** What the settings of the ticket system come to; undefined: there is none. @param tenantId whose tickets it hears of */
export function ticketSystemFrom(given: ParsedSettings<typeof ticketSystemSettings>, tenantId: string) {
  const { TICKETS_NAME: name, TICKETS_URL: url, TICKETS_SECRET: secrets = [] } = given;
  if (name === undefined) return undefined;
  return {
    name,
    tenantId,
    /** Where it is told; undefined: it only tells. */
    out:
      url === undefined ? undefined : { url, secrets, header: given.TICKETS_HEADER, shares: given.TICKETS_SHARE ?? [] },
    statusSecrets: given.TICKETS_STATUS_SECRET ?? [],
  };
}

export type TicketSystemSettings = NonNullable<ReturnType<typeof ticketSystemFrom>>;
