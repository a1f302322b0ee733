import { createHmac } from 'node:crypto';
import type { NotArrived, StatusReport } from '../../../domain/outbox/delivery-status.ts';
import type { StatusSource } from '../../../domain/ports/status-source.ts';
import { anySame } from '../../status-call.ts';

/**
 * What Twilio tells of texts and calls. A status says nothing of when it was sent, so an old one can be played again;
 * as a journey only goes on, that changes nothing.
 * @param statusUrl our route as Twilio was given it, without query
 * @param authTokens of the account: the one it signs with, and another while it is being changed
 */
export function twilioStatus(statusUrl: string, accountSid: string, authTokens: readonly string[]): StatusSource {
  return {
    name: 'twilio',
    read({ query, headers, body }) {
      const fields = fieldsOf(body);
      const url = query === '' ? statusUrl : `${statusUrl}?${query}`;
      const right = fields
        ? authTokens.flatMap((token) => spellings(url).map((one) => twilioSignature(token, one, fields)))
        : [];
      const genuine = anySame([headers['x-twilio-signature'] ?? ''], right) && fields?.get('AccountSid') === accountSid;
      if (!genuine || !fields) return { kind: 'not-genuine' };
      const letter = new URLSearchParams(query).get('letter');
      const told = letter ? toldOf(fields) : undefined;
      return letter && told ? { kind: 'report', report: { letter, ...told } } : { kind: 'nothing' };
    },
  };
}

/**
 * HMAC-SHA1 of the address and of all fields, name and value, in order of name; the same name and value twice counts
 * once. Source: Twilio, "Secure webhooks" (twilio.com/docs/usage/webhooks/webhooks-security).
 */
export function twilioSignature(authToken: string, url: string, fields: URLSearchParams): string {
  const names = [...new Set(fields.keys())].sort();
  const signed = names.map((name) => [...new Set(fields.getAll(name))].sort().map((value) => name + value));
  return createHmac('sha1', authToken)
    .update(url + signed.flat().join(''))
    .digest('base64');
}

/** With its port and without: Twilio's own libraries take either, as it has signed both. */
function spellings(url: string): readonly string[] {
  const [, scheme = '', host = '', port, rest = ''] = /^(https?):\/\/([^/:?]+)(:\d+)?(.*)$/s.exec(url) ?? [];
  const usual = scheme === 'https' ? ':443' : ':80';
  return [url, `${scheme}://${host}${port === undefined ? usual : ''}${rest}`];
}

function fieldsOf(body: Uint8Array): URLSearchParams | undefined {
  try {
    return new URLSearchParams(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

type Told = StatusReport extends infer Report ? (Report extends unknown ? Omit<Report, 'letter'> : never) : never;

/** Source: Twilio, "Outbound message status in status callbacks" and "Call resource: status values". */
function toldOf(fields: URLSearchParams): Told | undefined {
  switch (fields.get('MessageStatus') ?? fields.get('CallStatus')) {
    case 'accepted':
    case 'queued':
    case 'sending':
    case 'sent':
    case 'initiated':
    case 'ringing':
    case 'in-progress':
      return { kind: 'on-way' };
    case 'delivered':
    case 'read':
    case 'completed':
      return { kind: 'arrived' };
    case 'busy':
    case 'no-answer':
      return { kind: 'not-arrived', why: 'not-answered' };
    case 'undelivered':
    case 'failed':
    case 'canceled':
      return { kind: 'not-arrived', why: reasons.get(fields.get('ErrorCode') ?? '') ?? 'unknown' };
    default:
      return undefined;
  }
}

/** Source: Twilio's error dictionary, twilio.com/docs/api/errors/<code>. All others: unknown. */
const reasons: ReadonlyMap<string, NotArrived> = new Map([
  ['13224', 'no-such-number'],
  ['21211', 'no-such-number'],
  ['21610', 'blocked'],
  ['21614', 'no-texts'],
  ['21635', 'no-texts'],
  ['30003', 'unreachable'],
  ['30004', 'blocked'],
  ['30005', 'no-such-number'],
  ['30006', 'no-texts'],
  ['30007', 'blocked'],
  // Its time ran out while it waited at Twilio.
  ['30036', 'too-slow'],
]);
