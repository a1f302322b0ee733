import { createHash, createHmac } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Arrived } from '../contract/delivery.ts';
import { type FakeHttp, type Got, type Reply, startFake } from './fake-http.ts';

export const accessKey = Buffer.from(Array.from({ length: 64 }, (_, at) => (at * 7 + 3) % 256)).toString('base64');
export const acsNumber = '+46730000003';

export interface AcsRequest {
  readonly from: string;
  readonly message: string;
  readonly smsRecipients: readonly [
    { readonly to: string; readonly repeatabilityRequestId: string; readonly repeatabilityFirstSent: string },
  ];
  readonly smsSendOptions: { readonly enableDeliveryReport: boolean; readonly tag: string };
}

export interface FakeAcs extends FakeHttp {
  /** Each request it took, repeated ones too. */
  readonly taken: readonly AcsRequest[];
  arrived(): readonly Arrived[];
}

/** As much of Azure Communication Services as is used: it checks the signature and takes a repeated request once. */
export async function startAcs(t: TestContext): Promise<FakeAcs> {
  const taken: AcsRequest[] = [];

  function usual(got: Got): Reply {
    if (!signed(got)) return { status: 401, body: { error: { code: 'Denied' } } };
    if (got.method === 'GET' && got.url.pathname === '/phoneNumbers')
      return { status: 200, body: { phoneNumbers: [] } };
    if (got.url.pathname !== '/sms' || got.url.search !== '?api-version=2021-03-07') return { status: 404 };
    const request: AcsRequest = JSON.parse(got.body);
    taken.push(request);
    const [{ to, repeatabilityRequestId }] = request.smsRecipients;
    const messageId = `Outgoing_${repeatabilityRequestId}`;
    return {
      status: 202,
      body: { value: [{ to, messageId, httpStatusCode: 202, repeatabilityResult: 'accepted', successful: true }] },
    };
  }

  const fake = await startFake(t, usual);
  return {
    ...fake,
    taken,
    arrived: () =>
      taken.map(({ message, smsRecipients: [{ to, repeatabilityRequestId }] }) => ({
        to,
        text: message,
        mark: repeatabilityRequestId,
      })),
  };
}

/** The service's side of the signature, from the words of its documentation. */
function signed({ method, url, headers, body }: Got): boolean {
  const hash = createHash('sha256').update(body).digest('base64');
  const lines = [method, url.pathname + url.search, [headers['x-ms-date'], headers.host, hash].join(';')];
  const mac = createHmac('sha256', Buffer.from(accessKey, 'base64')).update(lines.join('\n')).digest('base64');
  const expected = `HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=${mac}`;
  return headers['x-ms-content-sha256'] === hash && headers.authorization === expected;
}
