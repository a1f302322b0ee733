import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Delivered, Delivery, Message } from '../../../domain/ports/delivery.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import { minute } from '../../../domain/time.ts';
import { exchange } from '../../http.ts';
import { senderFor } from '../by-country.ts';
import { isPhoneNumber, oneLine, passes, retry } from '../message.ts';
import type { AzureSettings } from './settings.ts';

const apiVersion = '2021-03-07';

/** How long a request can be repeated under its id: the service keeps ids for five minutes. */
const repeatable = 4 * minute;

const reply = z.object({
  value: z
    .array(z.object({ httpStatusCode: z.number(), successful: z.boolean(), messageId: z.string().min(1).optional() }))
    .length(1),
});

/**
 * Texts through Azure Communication Services. Each try of a letter bears the same repeatability id, so that the service
 * delivers it once (OASIS Repeatable Requests). No calls: Call Automation speaks only after its event "connected" came
 * to a public address of ours, and needs an Azure AI resource for the voice.
 * Source of the request: Microsoft Learn, REST API reference, "Sms - Send".
 */
export function azureDelivery(settings: AzureSettings, clock: Clock): Delivery {
  const url = new URL(`${settings.endpoint.replace(/\/+$/, '')}/sms?api-version=${apiVersion}`);

  /**
   * By the letter alone, so that a restart changes nothing. After the time in which a request can be repeated it is a new one
   * every so often. A request with another first time is another request, so the id covers both.
   */
  function repeatability({ letter, first: begun = clock() }: Message) {
    const spans = Math.max(0, Math.floor((clock() - begun) / repeatable));
    const first = begun + spans * repeatable;
    return {
      repeatabilityRequestId: uuidOf(`${letter} ${first}`),
      repeatabilityFirstSent: new Date(first).toUTCString(),
    };
  }

  async function post(message: Message, from: string, signal: AbortSignal): Promise<Delivered> {
    const { to, text, letter } = message;
    const body = JSON.stringify({
      from,
      smsRecipients: [{ to, ...repeatability(message) }],
      message: oneLine(text),
      smsSendOptions: { enableDeliveryReport: true, tag: letter },
    });
    const headers = {
      'Content-Type': 'application/json',
      ...azureHeaders(settings.accessKey, url, body, new Date(clock())),
    };
    const answer = await exchange({ method: 'POST', url: url.href, headers, body }, signal, clock);
    if (answer.kind === 'unanswered') return retry(`azure ${answer.code}`);
    if (answer.status !== 202) return verdict(answer.status, 'azure', answer.after);
    const [one] = reply.safeParse(answer.body).data?.value ?? [];
    if (!one) return retry('azure without verdict');
    if (one.successful && one.messageId !== undefined) return { kind: 'accepted', reference: one.messageId };
    return verdict(one.httpStatusCode, 'azure recipient', answer.after);
  }

  return {
    channels: ['text'],
    async send(message, signal) {
      if (message.channel !== 'text') return { kind: 'refused', reason: `azure carries no ${message.channel} here` };
      if (!isPhoneNumber(message.to)) return { kind: 'refused', reason: 'not a phone number' };
      const from = senderFor(settings.texts, message.to);
      if (from === undefined) return { kind: 'refused', reason: 'no text sender for this country' };
      return post(message, from, signal);
    },
  };
}

/**
 * 400 is the number or the words (also: the person wrote STOP), and the same again would get the same. 401, 403, 404 are
 * key, permission and endpoint, so ours; 409 and 412 are the same request still under way, or repeated too late.
 * Source: Microsoft Learn, "Common error codes" and "Repeatable requests" of the Communication Services REST API.
 */
function verdict(status: number, who: string, after?: number): Delivered {
  const reason = `${who} ${status}`;
  if (passes(status)) return retry(reason, after);
  return status === 400 || status === 422 ? { kind: 'refused', reason } : retry(reason);
}

/** A UUID made from a text (RFC 9562 §5.8, version 8). */
function uuidOf(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/**
 * The headers that prove a request to Azure Communication Services comes from a holder of its access key. Source:
 * Microsoft Learn, "Sign an HTTP request with HMAC".
 * @param key as the portal shows it, base64
 * @param at when it is sent; the service refuses a clock that is wrong by more than some minutes
 */
export function azureHeaders(
  key: string,
  url: URL,
  body: string,
  at: Date,
  method: 'GET' | 'POST' = 'POST',
): Readonly<Record<string, string>> {
  const date = at.toUTCString();
  const hash = createHash('sha256').update(body).digest('base64');
  const toSign = `${method}\n${url.pathname}${url.search}\n${date};${url.host};${hash}`;
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(toSign).digest('base64');
  return {
    'x-ms-date': date,
    'x-ms-content-sha256': hash,
    Authorization: `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${signature}`,
  };
}
