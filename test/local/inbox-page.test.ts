import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createInboxPage } from '../../bot/local/inbox-page.ts';
import { openInbox } from '../../bot/providers/delivery/inbox/inbox.ts';
import { messageOn } from '../contract/delivery.ts';
import { serve } from '../support/serve.ts';
import { patience } from '../support/until.ts';

const signal = () => AbortSignal.timeout(patience);
const paths = ['/local/inbox', '/local/inbox.json', '/local/inbox/events'];

async function openPage(t: TestContext) {
  const folder = await mkdtemp(join(tmpdir(), 'inbox-page-'));
  const inbox = await openInbox(join(folder, 'inbox.json'), () => 1_000);
  const page = createInboxPage(inbox);
  const { origin, port, close } = await serve(t, { routes: page.routes });
  t.after(async () => {
    page.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { inbox, page, origin, port, close };
}

function statusFor(port: number, path: string, headers: http.OutgoingHttpHeaders): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const request = http.get({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      resolve(response.statusCode);
      response.destroy();
    });
    request.on('error', reject);
  });
}

test('the messages come as JSON, newest last', async (t) => {
  const { inbox, origin } = await openPage(t);
  await inbox.send(messageOn('text'), signal());
  await inbox.send(messageOn('email'), signal());
  const response = await fetch(`${origin}/local/inbox.json`);
  assert.equal(response.headers.get('content-type'), 'application/json; charset=utf-8');
  const at = 1_000;
  assert.deepEqual(await response.json(), [
    { at, ...messageOn('text') },
    { at, ...messageOn('email') },
  ]);
});

test('a script in a message is data, wherever it is read', async (t) => {
  const { inbox, origin } = await openPage(t);
  const text = '</script><script>alert(1)</script>';
  await inbox.send(messageOn('text', { text }), signal());
  const json = await (await fetch(`${origin}/local/inbox.json`)).text();
  assert.doesNotMatch(json, /[<>]/);
  assert.equal(JSON.parse(json)[0].text, text);
  const page = await (await fetch(`${origin}/local/inbox`)).text();
  assert.doesNotMatch(page, /alert/);
  assert.doesNotMatch(page, /innerHTML|insertAdjacentHTML|document\.write/);
});

test('a watcher is told of a new message, without its words', async (t) => {
  const { inbox, origin } = await openPage(t);
  const response = await fetch(`${origin}/local/inbox/events`, { signal: signal() });
  assert.equal(response.headers.get('content-type'), 'text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  assert.equal((await reader?.read())?.value, 'retry: 1000\n\n');
  await inbox.send(messageOn('text'), signal());
  assert.equal((await reader?.read())?.value, 'data: changed\n\n');
  await reader?.cancel();
});

test('watchers do not keep the server from closing', async (t) => {
  const { origin, page, close } = await openPage(t);
  const response = await fetch(`${origin}/local/inbox/events`);
  page.close();
  await response.text();
  await close(60_000);
});

for (const path of paths) {
  test(`${path} is for this machine only`, async (t) => {
    const { port } = await openPage(t);
    assert.equal(await statusFor(port, path, { Host: `127.0.0.1:${port}` }), 200);
    assert.equal(await statusFor(port, path, { Host: `localhost:${port}` }), 200);
    assert.equal(await statusFor(port, path, { Host: 'inbox.attacker.example' }), 403);
    assert.equal(await statusFor(port, path, { Host: `127.0.0.1.attacker.example:${port}` }), 403);
    assert.equal(await statusFor(port, path, { Host: 'localhost', Origin: 'https://attacker.example' }), 403);
    assert.equal(await statusFor(port, path, { Host: 'localhost', 'X-Forwarded-For': '203.0.113.7' }), 403);
  });
}

test('the page speaks the language that is asked for, else that of the browser, else English', async (t) => {
  const { origin } = await openPage(t);
  const languageOf = async (query: string, accepted: string) => {
    const response = await fetch(`${origin}/local/inbox${query}`, { headers: { 'Accept-Language': accepted } });
    return /<html lang="(\w+)">/.exec(await response.text())?.[1];
  };
  assert.equal(await languageOf('', 'sv-SE,sv;q=0.9,en;q=0.8'), 'sv');
  assert.equal(await languageOf('', 'fr,sv;q=0.5'), 'sv');
  assert.equal(await languageOf('', 'fr'), 'en');
  assert.equal(await languageOf('?lang=sv', 'en'), 'sv');
  assert.equal(await languageOf('?lang=en', 'sv'), 'en');
  assert.equal(await languageOf('?lang=%22%3E', 'sv'), 'sv');
});

test('the page loads nothing from elsewhere, runs only its own script, and leaves no slot open', async (t) => {
  const { origin } = await openPage(t);
  const response = await fetch(`${origin}/local/inbox`);
  const policy = response.headers.get('content-security-policy') ?? '';
  assert.match(policy, /^default-src 'none'; script-src 'sha256-[^']+'; style-src 'sha256-[^']+'; connect-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|\*/);
  const page = await response.text();
  assert.doesNotMatch(page, /https?:|\{\{|src=|style="|onclick/);
});
