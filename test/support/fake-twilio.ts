import { createHash } from 'node:crypto';
import type { TestContext } from 'node:test';
import type { Arrived } from '../contract/delivery.ts';
import { type FakeHttp, type Got, type Reply, startFake } from './fake-http.ts';

export const accountSid = `AC${'0a'.repeat(16)}`;
export const authToken = 'secret-auth-token-of-a-test';
export const numbers = { text: '+46730000001', call: '+46730000002' } as const;

export interface FakeTwilio extends FakeHttp {
  /** The fields of each message and call it took, in order. */
  readonly taken: readonly URLSearchParams[];
  arrived(): readonly Arrived[];
}

/** As much of Twilio's API as is used: it takes and lists messages and calls, and checks the key. */
export async function startTwilio(
  t: TestContext,
  now: () => number = Date.now,
  token = authToken,
): Promise<FakeTwilio> {
  const taken: { readonly sid: string; readonly fields: URLSearchParams; readonly at: number }[] = [];
  const account = `/2010-04-01/Accounts/${accountSid}`;
  const key = `Basic ${Buffer.from(`${accountSid}:${token}`).toString('base64')}`;

  function usual({ method, url, headers, body }: Got): Reply {
    if (headers.authorization !== key) return { status: 401, body: { code: 20003, message: 'Authenticate' } };
    if (method === 'GET' && url.pathname === `${account}/Messages.json`) {
      const messages = taken
        .filter(({ sid, fields }) => sid.startsWith('SM') && fields.get('To') === url.searchParams.get('To'))
        .map(({ sid, fields, at }) => ({
          sid,
          to: fields.get('To'),
          body: fields.get('Body'),
          date_created: new Date(at).toUTCString().replace('GMT', '+0000'),
        }));
      return { status: 200, body: { messages } };
    }
    if (method === 'GET' && url.pathname === `${account}/Calls.json`) {
      const [to, from] = [url.searchParams.get('To'), url.searchParams.get('From')];
      // As long as a call waits it has no start. Neither its words nor the address of its status are listed, newest first.
      const calls = taken
        .filter(({ sid, fields }) => sid.startsWith('CA') && fields.get('To') === to)
        .filter(({ fields }) => from === null || fields.get('From') === from)
        .map(({ sid, fields, at }) => ({
          sid,
          to: fields.get('To'),
          from: fields.get('From'),
          status: 'queued',
          start_time: null,
          date_created: new Date(at).toUTCString().replace('GMT', '+0000'),
        }))
        .reverse();
      return { status: 200, body: { calls } };
    }
    if (method === 'GET' && url.pathname === `${account}.json`)
      return { status: 200, body: { sid: accountSid, status: 'active' } };
    const kind = { [`${account}/Messages.json`]: 'SM', [`${account}/Calls.json`]: 'CA' }[url.pathname];
    const fields = new URLSearchParams(body);
    if (method !== 'POST' || !kind) return { status: 404, body: { code: 20404 } };
    if (!fields.get('To')) return { status: 400, body: { code: 21604, message: 'A To number is required' } };
    const sid = kind + createHash('md5').update(`${taken.length}`).digest('hex');
    taken.push({ sid, fields, at: now() });
    return { status: 201, body: { sid, status: 'queued', error_code: null } };
  }

  const fake = await startFake(t, usual);
  return {
    ...fake,
    get taken() {
      return taken.map(({ fields }) => fields);
    },
    arrived: () =>
      taken.map(({ sid, fields }) => ({
        to: fields.get('To') ?? '',
        text: fields.get('Body') ?? heard(fields.get('Twiml') ?? ''),
        mark: sid,
      })),
  };
}

/** The words of TwiML, without its silences. Text between tags of one document, which holds no CDATA and no comments. */
export function heard(twiml: string): string {
  return twiml
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}
