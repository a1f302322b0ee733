import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { StatusReport } from '../../bot/domain/outbox/delivery-status.ts';
import { createStatusRoute, type StatusParts, type StatusResult } from '../../bot/http/delivery-status.ts';
import { createLog } from '../../bot/log.ts';
import { twilioSignature, twilioStatus } from '../../bot/providers/delivery/twilio/status.ts';
import { accountSid, authToken } from '../support/fake-twilio.ts';
import { rawHttp } from '../support/raw-http.ts';
import { serve } from '../support/serve.ts';

/** As the world sees it; behind a proxy, the bot itself hears another name. */
const statusUrl = 'https://bot.example/delivery/twilio/status';
const path = '/delivery/twilio/status';

async function open(t: TestContext, note: StatusParts['note'] = async () => 'noted', patience = 5_000) {
  const reports: StatusReport[] = [];
  const results: StatusResult[] = [];
  const log: string[] = [];
  const route = createStatusRoute({
    source: twilioStatus(statusUrl, accountSid, [authToken]),
    note: (report) => {
      reports.push(report);
      return note(report);
    },
    counted: (source, result) => {
      assert.equal(source, 'twilio');
      results.push(result);
    },
    patience,
    log: createLog('debug', { write: (line) => void log.push(line) }),
  });
  const served = await serve(t, { routes: (server) => void server.post(path, route) });
  return { ...served, reports, results, log };
}

function form(status: string, query = 'letter=aa11', more: Record<string, string> = {}) {
  const fields = new URLSearchParams({ AccountSid: accountSid, MessageStatus: status, To: '+46701234567', ...more });
  return { query, body: fields.toString(), signature: twilioSignature(authToken, `${statusUrl}?${query}`, fields) };
}

function post(origin: string, { query, body, signature }: ReturnType<typeof form>, more: Record<string, string> = {}) {
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded', 'X-Twilio-Signature': signature, ...more };
  return fetch(`${origin}${path}?${query}`, { method: 'POST', headers, body });
}

test('a genuine status is noted and answered without a word', async (t) => {
  const { origin, reports, results } = await open(t);
  const response = await post(origin, form('delivered'));
  assert.equal(response.status, 204);
  assert.equal(await response.text(), '');
  assert.deepEqual(reports, [{ kind: 'arrived', letter: 'aa11' }]);
  assert.deepEqual(results, ['noted']);
});

test('known or not, ours or not: the same answer, and a count', async (t) => {
  for (const [result, status] of [
    ['known', 204],
    ['not-ours', 204],
  ] as const) {
    const { origin, results } = await open(t, async () => result);
    assert.equal((await post(origin, form('sent'))).status, status);
    assert.deepEqual(results, [result]);
  }
  const { origin, reports, results } = await open(t);
  assert.equal((await post(origin, form('receiving'))).status, 204);
  assert.deepEqual([reports, results], [[], ['nothing']]);
});

test('what could not be written down is asked for again, and the log has no address', async (t) => {
  const { origin, results, log } = await open(t, () => Promise.reject(new Error('disk full: +46701234567')));
  assert.equal((await post(origin, form('delivered'))).status, 503);
  assert.deepEqual(results, ['failed']);
  assert.ok(log.join().includes('delivery status not noted'));
  assert.doesNotMatch(log.join(), /46701234567|aa11|secret/);
});

test('whoever it is not, whatever is wrong: one 403', async (t) => {
  const { origin, port, reports, results } = await open(t);
  const good = form('delivered');
  const answers = await Promise.all([
    post(origin, { ...good, signature: '' }),
    post(origin, { ...good, signature: good.signature.toLowerCase() }),
    post(origin, { ...good, query: 'letter=bb22' }),
    post(origin, { ...good, body: good.body.replace('delivered', 'failed') }),
    post(origin, form('delivered', `letter=${'a'.repeat(3_000)}`)),
    post(origin, good, { 'Content-Encoding': 'gzip' }),
    post(origin, { ...good, body: '' }),
    post(origin, form('delivered', 'letter=aa11', { X: 'x'.repeat(17 * 1024) })),
  ]);
  const said = await Promise.all(
    answers.map(async (response) => [response.status, await response.text(), response.headers.get('content-type')]),
  );
  assert.deepEqual(said, Array(answers.length).fill([403, '', null]));
  const twice = `POST ${path}?${good.query} HTTP/1.1\r\nHost: x\r\nX-Twilio-Signature: ${good.signature}\r\n`;
  const length = `Content-Length: ${good.body.length}\r\n`;
  const raw = `${twice}X-Twilio-Signature: ${good.signature}\r\n${length}\r\n${good.body}`;
  assert.equal((await rawHttp(port, raw)).status, 403, 'a header that came twice');
  assert.equal((await rawHttp(port, `${twice}${length}Connection: close\r\n\r\n${good.body}`)).status, 204);
  assert.equal(reports.length, 1);
  assert.deepEqual([...new Set(results.slice(0, -1))], ['refused']);
});

test('a caller who signs with our token but for another place is refused', async (t) => {
  const { origin } = await open(t);
  const fields = new URLSearchParams({ AccountSid: accountSid, MessageStatus: 'delivered' });
  const signature = twilioSignature(authToken, `https://other.example${path}?letter=aa11`, fields);
  const response = await post(origin, { query: 'letter=aa11', body: fields.toString(), signature });
  assert.equal(response.status, 403);
});

test('a body that never ends holds nobody up for long', async (t) => {
  const { port } = await open(t, async () => 'noted', 100);
  const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nMessageStatus=`;
  const answer = await rawHttp(port, head);
  assert.equal(answer.status, 403);
});
