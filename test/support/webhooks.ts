import { createHmac } from 'node:crypto';

/** As settings have it; the key is the one of the example in Standard Webhooks' own libraries. */
export const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

/** What the specification has a sender do, by none of our code. @param at ms */
export function signedHeaders(id: string, at: number, body: string, secret = webhookSecret): Record<string, string> {
  const timestamp = `${Math.floor(at / 1000)}`;
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${mac}` };
}

/** Whether one of the signatures is right, as the specification has a receiver look. */
export function rightlySigned(
  headers: Readonly<Record<string, string | undefined>>,
  body: string,
  secret = webhookSecret,
): boolean {
  const { 'webhook-id': id = '', 'webhook-timestamp': timestamp = '', 'webhook-signature': given = '' } = headers;
  const right = signedHeaders(id, Number(timestamp) * 1000, body, secret)['webhook-signature'];
  return given.split(' ').includes(right ?? '');
}
