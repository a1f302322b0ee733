import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MyView } from '../../bot/tab/page-data.ts';
import { employee, kim, kimsRecord, tabBench } from '../support/tab-bench.ts';

const alva = { tenantId: kim.tenantId, objectId: '0a1b2c3d-0000-4000-8000-000000000002' };
const alvasRecord = {
  ...kimsRecord,
  employee: alva,
  methods: { 'authentication-email': { address: 'alva@example.com', channel: 'email', provenAt: 0 } },
} as const;
const both = {
  people: [kimsRecord, alvasRecord],
  entries: { [kim.objectId]: employee('Kim Berg'), [alva.objectId]: employee('Alva Ek') },
};
const signed = ['/tab/me', '/tab/organisation', '/tab/organisation/lapsing'];
const method = (path: string) => (path.endsWith('lapsing') ? 'POST' : 'GET');

test('whoever is asked for by name in the address, a header or the body, one sees oneself', async (t) => {
  const bench = await tabBench(t, both);
  const token = await bench.token();
  const query = `oid=${alva.objectId}&objectId=${alva.objectId}&user=${alva.objectId}&tid=x`;
  const headers = {
    'x-ms-client-principal-id': alva.objectId,
    'x-forwarded-user': alva.objectId,
    'x-user': alva.objectId,
  };
  for (const response of [
    await bench.ask(`/tab/me?${query}`, token),
    await bench.ask('/tab/me', token, { headers }),
    await bench.ask(`/tab/me/?${query}`, token),
  ]) {
    const text = await response.text();
    assert.doesNotMatch(text, /a•••@example\.com/);
    if (response.status === 200) assert.match(text, /k•••@example\.net/);
  }
  const post = await bench.ask('/tab/me', token, { method: 'POST', body: JSON.stringify({ oid: alva.objectId }) });
  assert.equal(post.status, 405);
  const hers = (await (await bench.ask('/tab/me', await bench.token({ oid: alva.objectId }))).json()) as MyView;
  assert.ok(hers.methods.rows.some(({ address }) => address === 'a•••@example.com'));
});

test('the same person of another tenant is another person', async (t) => {
  const elsewhere = '0a1b2c3d-0000-4000-8000-00000000beef';
  const bench = await tabBench(t, { people: [kimsRecord], tenants: [kim.tenantId, elsewhere] });
  const iss = `https://login.microsoftonline.com/${elsewhere}/v2.0`;
  const text = await (await bench.ask('/tab/me', await bench.token({ tid: elsewhere, iss }))).text();
  assert.doesNotMatch(text, /example\.net|\+46/);
});

test('what is personal is masked, not kept by anybody on the way, and for no other page', async (t) => {
  const bench = await tabBench(t, both);
  const response = await bench.ask('/tab/me', await bench.token(), { headers: { origin: 'https://evil.example' } });
  const text = await response.text();
  for (const whole of ['+46701234567', '1234567', '123 45 67', 'kim.home', kim.objectId])
    assert.ok(!text.includes(whole), whole);
  assert.equal(response.headers.get('cache-control'), 'no-store');
  assert.equal(response.headers.get('cross-origin-resource-policy'), 'same-origin');
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff');
  for (const [name] of response.headers) assert.ok(!name.startsWith('access-control-'), name);
  const asked = await bench.ask('/tab/me', undefined, {
    method: 'OPTIONS',
    headers: { origin: 'https://evil.example', 'access-control-request-headers': 'authorization' },
  });
  assert.ok(asked.status >= 400);
  for (const [name] of asked.headers) assert.ok(!name.startsWith('access-control-allow'), name);
});

test('looking at the tab changes nothing, not even for somebody who was never here', async (t) => {
  const bench = await tabBench(t, { entries: { [kim.objectId]: employee('Kim Berg') } });
  assert.equal((await bench.ask('/tab/me', await bench.token())).status, 200);
  assert.equal(await bench.store.read('person', `${kim.tenantId}/${kim.objectId}`), undefined);
});

test('who is not a supporter is told nothing of the organisation, token or not', async (t) => {
  const noted: unknown[] = [];
  const bench = await tabBench(t, { ...both, auditNamesSeen: async (...one) => void noted.push(one) });
  const token = await bench.token();
  for (const path of signed.slice(1)) {
    const response = await bench.ask(path, token, { method: method(path) });
    assert.equal(response.status, 403, path);
    assert.equal(await response.text(), '');
    assert.equal((await bench.ask(path, undefined, { method: method(path) })).status, 401, path);
  }
  assert.deepEqual(noted, []);
});

test('the page may be shown by Teams and Microsoft 365, and runs nothing but its own', async (t) => {
  const bench = await tabBench(t);
  const response = await bench.ask('/tab', undefined);
  const policy = response.headers.get('content-security-policy') ?? '';
  const rules = Object.fromEntries(
    policy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
  );
  assert.equal(rules['default-src'], "'none'");
  assert.equal(rules['script-src'], "'self'");
  assert.equal(rules['connect-src'], "'self'");
  assert.match(
    rules['frame-ancestors'] ?? '',
    /^https:\/\/teams\.microsoft\.com https:\/\/\*\.teams\.microsoft\.com https:\/\/\*\.cloud\.microsoft/,
  );
  assert.doesNotMatch(policy, /unsafe|\*[ ;]|http:|data:/);
  assert.equal(response.headers.get('x-frame-options'), null);
  assert.doesNotMatch(await response.text(), /\{\{|<script>|style=|https?:\/\/(?!teams\.microsoft\.com)/);
});

test('the page speaks the first language the browser names that it knows', async (t) => {
  const bench = await tabBench(t);
  for (const [header, language] of [
    ['sv-SE,sv;q=0.9,en;q=0.8', 'sv'],
    ['de-DE, en-GB;q=0.7', 'en'],
    ['fr', 'en'],
    [`${'x'.repeat(9_000)}`, 'en'],
  ] as const) {
    const html = await (await bench.ask('/tab', undefined, { headers: { 'accept-language': header } })).text();
    assert.match(html, new RegExp(`<html lang="${language}"`), header.slice(0, 40));
  }
});

test('a file of the page is sent once, small, and again only when it has changed', async (t) => {
  const bench = await tabBench(t);
  const first = await bench.ask('/tab/teams-js.js', undefined, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(first.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.equal(first.headers.get('content-encoding'), 'gzip');
  assert.ok(Number(first.headers.get('content-length')) < 80_000);
  assert.match(await first.text(), /microsoftTeams/);
  const tag = first.headers.get('etag') ?? '';
  const second = await bench.ask('/tab/teams-js.js', undefined, { headers: { 'if-none-match': tag } });
  assert.equal(second.status, 304);
  const plain = await bench.ask('/tab/page.css', undefined, { headers: { 'accept-encoding': 'identity' } });
  assert.equal(plain.headers.get('content-encoding'), null);
  assert.match(await plain.text(), /color-scheme/);
});

test('no file but those of the page can be had', async (t) => {
  const bench = await tabBench(t);
  for (const path of [
    '/tab/',
    '/tab/page.html',
    '/tab/tsconfig.json',
    '/tab/../package.json',
    '/tab/%2e%2e/tab.ts',
    '/tab/my-view.ts',
  ]) {
    assert.equal((await bench.ask(path, undefined)).status, 404, path);
  }
});

test('what goes wrong inside is answered with a reference only', async (t) => {
  const bench = await tabBench(t, { openTickets: async () => Promise.reject(new Error('secret 123456')) });
  const response = await bench.ask('/tab/me', await bench.token());
  assert.equal(response.status, 500);
  assert.match(await response.text(), /^\{"reference":"[0-9a-f]{10}"\}$/);
});
