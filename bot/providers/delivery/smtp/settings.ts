import type { ConnectionOptions } from 'node:tls';
import {
  type GivenSettings,
  matching,
  missing,
  type ParsedSetting,
  type ParsedSettings,
  parsed,
} from '../../../settings/parsers.ts';

/** What the relay is reached with. */
export interface SmtpSettings {
  /** `smtp://[user:password@]host[:port]` or `smtps://…`. What follows the port is not looked at. */
  readonly url: string;
  /** `no-reply@example.org` or `Name <no-reply@example.org>`. */
  readonly from: string;
  /** For a relay whose certificate comes from a private authority. Given, TLS is required on this machine too. */
  readonly tls?: ConnectionOptions;
}

function mailServer(text: string): ParsedSetting<string> {
  const url = URL.parse(text);
  const good = (url?.protocol === 'smtp:' || url?.protocol === 'smtps:') && url.hostname !== '';
  return good
    ? { value: text }
    : { problem: 'must be smtp://host:port or smtps://host:port, with user:password@ if need be' };
}

export const smtpSettings = {
  SMTP_URL: parsed(mailServer).optional().describe('Mail server: smtp://[user:password@]host[:port] or smtps://….'),
  MAIL_FROM: matching(
    /^([^<>\r\n]{1,100} <)?[^\s<>@,;]+@[^\s<>@,;]+\.[^\s<>@,;]+>?$/,
    'must be an address, or Name <address>',
  )
    .optional()
    .describe('Sender of mails: address, or Name <address>.'),
};

export function smtpContradictions(given: GivenSettings): readonly string[] {
  const both = given.SMTP_URL !== undefined && given.GRAPH_MAIL_SENDER !== undefined;
  return [
    ...missing(given, 'SMTP_URL', 'MAIL_FROM'),
    ...(both ? ['SMTP_URL and GRAPH_MAIL_SENDER are both set: mails go out one way only.'] : []),
    ...missing(given, 'MAIL_FROM', 'SMTP_URL'),
  ];
}

/** Undefined: no mail server is set. */
export function smtpFrom({ SMTP_URL: url, MAIL_FROM: from }: ParsedSettings<typeof smtpSettings>) {
  return url && from ? { url, from } : undefined;
}
