import { createHash, createHmac } from 'node:crypto';

/**
 * The headers that prove a request to Azure Communication Services comes from a holder of its access key. Source:
 * Microsoft Learn, "Sign an HTTP request with HMAC".
 * @param key as the portal shows it, base64
 * @param at when it is sent; the service refuses a clock that is wrong by more than some minutes
 */
export function acsHeaders(
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
