import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { systemEvents } from '../bot/domain/outbox/ticket-letter.ts';
import type { Ticket } from '../bot/domain/tickets/ticket.ts';
import { type SystemWord, systemMessage } from '../bot/domain/tickets/ticket-system.ts';
import { ticketSystemStatus } from '../bot/providers/ticket-system/status.ts';
import { ticketSystem } from '../bot/providers/ticket-system/ticket-system.ts';
import { incident, jiraRequests } from './judges/ticket-systems.ts';
import { startFake } from './support/fake-http.ts';
import { statedEnv, statedImport } from './support/stated-date.ts';
import { after, maja, sam, say, ticket } from './support/tickets.ts';
import { until } from './support/until.ts';
import { webhookSecret } from './support/webhooks.ts';

const manual = readFileSync(join(import.meta.dirname, '../bot/providers/ticket-system/README.md'), 'utf8');
const key = Buffer.from(webhookSecret.slice(6), 'base64');
const theirs = Buffer.alloc(32, 9);

/** A block of code of the manual, by its name. */
function block(name: string): string {
  const found = manual.split('\n```').find((one) => one.split('\n')[0]?.endsWith(` ${name}`));
  return found?.slice(found.indexOf('\n') + 1) ?? assert.fail(`no block ${name}`);
}

type Headers = Readonly<Record<string, string>>;

/** Everything that is ever told of a ticket, as it comes over the wire. */
async function told(t: TestContext, at: number, one: Ticket) {
  const fake = await startFake(t, () => ({ status: 204, body: '' }));
  const settings = { url: `${fake.origin}/`, secrets: [key], header: undefined, shares: ['caller', 'words'] as const };
  const system = ticketSystem(settings, 'tenant', () => at);
  for (const [entry] of one.story.entries()) {
    const message = systemMessage(one, entry, system.shares);
    if (message) await system.tell(`t-${entry}-system`, message, new AbortController().signal);
  }
  return fake.got.map(({ headers, body }) => ({ headers, body }));
}

/** A ticket to which all happened that is told. */
function eventful(now: number): Ticket {
  const begun = ticket({ plea: { said: 'It fails.\n"Now" \\ <b>', urgent: true } });
  const asked = after(
    begun,
    [sam, { kind: 'claim', over: null }, now],
    [sam, { kind: 'ask', words: 'Which page?' }, now],
  );
  const answered = say(asked, { kind: 'say', words: 'The blue one.' }, now);
  const noted = after(answered, [maja, { kind: 'note', words: 'Among us.' }, now]);
  const resolved = after(noted, [sam, { kind: 'resolve', words: 'Try now.' }, now]);
  return say(say(resolved, { kind: 'reopen', words: 'No.' }, now), { kind: 'withdraw' }, now);
}

/** What the bot makes of a message of theirs. */
function heard({ headers, body }: { readonly headers: Headers; readonly body: string }, now = Date.now()): SystemWord {
  const source = ticketSystemStatus([theirs], () => now);
  const reading = source.read({ query: '', headers, body: Buffer.from(body) });
  return reading.kind === 'report' ? reading.report : assert.fail(reading.kind);
}

test('the example of a message in the manual is one that goes out', async (t) => {
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(manual)?.[1] ?? '');
  const [created] = await told(t, Date.now(), ticket());
  const { type, data } = JSON.parse(created?.body ?? '');
  assert.deepEqual(
    [example.type, example.data.words, Object.keys(example.data).sort()],
    [type, data.words, Object.keys(data).sort()],
  );
  const named = Object.values(systemEvents).filter((event) => !manual.includes(`\`ticket.${event}\``));
  assert.deepEqual(named, [], 'each type stands in the manual');
});

/** What of ServiceNow the scripts use; incidents are looked at by the table's own columns. */
function serviceNow() {
  type Row = Record<string, string>;
  const tables: Record<string, Row[]> = {
    incident: [],
    sys_user: [{ sys_id: 'a'.repeat(32), user_name: 'kim.larsen@example.org' }],
  };
  let made = 0;
  class GlideRecord {
    row: Row = {};
    readonly table: string;
    constructor(table: string) {
      this.table = table;
    }
    get(field: string, value: string) {
      const found = tables[this.table]?.find((row) => row[field] === value);
      if (found) this.row = { ...found };
      return found !== undefined;
    }
    initialize() {
      this.row = {};
    }
    setValue(field: string, value: string) {
      this.row[field] = value;
    }
    getValue(field: string) {
      return this.row[field] ?? null;
    }
    getUniqueValue() {
      return this.row.sys_id;
    }
    insert() {
      made += 1;
      const row = { ...this.row, sys_id: String(made).padStart(32, '0') };
      tables[this.table]?.push(incident.parse(row) as Row);
    }
    update() {
      const rows = tables[this.table] ?? [];
      const at = rows.findIndex(({ sys_id }) => sys_id === this.row.sys_id);
      assert.ok(at >= 0, 'only what is there is updated');
      rows[at] = incident.parse(this.row) as Row;
    }
  }
  class GlideCertificateEncryption {
    /** Its key is base64, and so is what it gives. Source: ServiceNow, "CertificateEncryption", generateMac. */
    generateMac(secret: string, algorithm: string, data: string) {
      assert.equal(algorithm, 'HmacSHA256');
      return createHmac('sha256', Buffer.from(secret, 'base64')).update(data).digest('base64');
    }
  }
  const properties: Headers = {
    'reset_ready.secret': key.toString('base64'),
    'reset_ready.status_secret': theirs.toString('base64'),
  };
  const gs = { getProperty: (name: string) => properties[name] ?? null, generateGUID: () => 'b'.repeat(32) };
  const sent: { endpoint: string; headers: Record<string, string>; body: string }[] = [];
  class RESTMessageV2 {
    endpoint = '';
    headers: Record<string, string> = {};
    body = '';
    setEndpoint(endpoint: string) {
      this.endpoint = endpoint;
    }
    setHttpMethod(method: string) {
      assert.equal(method, 'POST');
    }
    setRequestHeader(name: string, value: string) {
      this.headers[name] = value;
    }
    setRequestBody(body: string) {
      this.body = body;
    }
    executeAsync() {
      sent.push({ endpoint: this.endpoint, headers: this.headers, body: this.body });
    }
  }
  const world = { Date, GlideRecord, GlideCertificateEncryption, gs, sn_ws: { RESTMessageV2 } };
  return { tables, world, sent };
}

test('the script for ServiceNow makes one incident of a request, follows it, and takes nothing twice or forged', async (t) => {
  const { tables, world } = serviceNow();
  const script = block('servicenow-in');
  const take = ({ headers, body }: { readonly headers: Headers; readonly body: string }) => {
    let status = 0;
    const request = { body: { dataString: body }, getHeader: (name: string) => headers[name] ?? null };
    runInNewContext(script, { ...world, request, response: { setStatus: (given: number) => (status = given) } });
    return status;
  };
  const messages = await told(t, Date.now(), eventful(Date.now()));
  assert.equal(new Set(messages.map(({ body }) => JSON.parse(body).type)).size, 6, 'all there are');
  const states: (string | undefined)[] = [];
  for (const message of messages) {
    assert.equal(take(message), 204);
    states.push(tables.incident?.[0]?.state);
    const seen = structuredClone(tables.incident);
    assert.equal(take(message), 204);
    assert.deepEqual(tables.incident, seen, 'the same again changes nothing');
    assert.equal(take({ ...message, body: message.body.replace('R-0427', 'R-0428') }), 401);
  }
  assert.deepEqual(states, [undefined, '2', '2', '6', '1', '8']);
  const [only, ...others] = tables.incident ?? [];
  assert.deepEqual(others, []);
  assert.deepEqual(
    [only?.short_description, only?.caller_id, only?.urgency],
    ['Password reset R-0427 K5', 'a'.repeat(32), '1'],
  );
  const now = Date.now();
  const late = await told(t, now - 301_000, ticket());
  assert.deepEqual(late.map(take), [401]);
});

test('what the business rule of ServiceNow sends is what the bot takes', () => {
  const { world, sent } = serviceNow();
  const script = block('servicenow-out');
  const changed = (fields: Headers, ...changes: readonly string[]) => {
    const values: Headers = { correlation_id: 'reset-ready R-0427', ...fields };
    const element = (name: string) => ({
      changes: () => changes.includes(name),
      getJournalEntry: () => `2026-11-23 10:00:00 - Sam (Additional comments)\n${values[name]}\n\n`,
    });
    const current = {
      getValue: (name: string) => values[name] ?? null,
      comments: element('comments'),
      state: element('state'),
    };
    sent.length = 0;
    runInNewContext(script, { ...world, current, previous: {} });
    return sent.map(({ headers, body, endpoint }) => {
      assert.equal(endpoint, 'https://<host>/delivery/tickets/status');
      return heard({ headers, body });
    });
  };
  const acts = [
    ...changed({ state: '2' }, 'state'),
    ...changed({ state: '3', comments: 'Which page?' }, 'state', 'comments'),
    ...changed({ comments: 'We are on it.' }, 'comments'),
    ...changed({ state: '6', close_notes: 'Writeback is on.' }, 'state'),
    ...changed({ state: '7' }, 'state'),
    ...changed({ urgency: '1' }, 'urgency'),
  ].map(({ number, act }) => [number, act.kind, 'words' in act ? act.words.trim() : '']);
  assert.deepEqual(acts, [
    [427, 'claim', ''],
    [427, 'return', 'Which page?'],
    [427, 'note', 'We are on it.'],
    [427, 'resolve', 'Writeback is on.'],
  ]);
});

/** The program of the manual, between a stand-in of Jira and one of the bot. */
async function relay(t: TestContext) {
  const issues: { readonly key: string; readonly labels: readonly string[] }[] = [];
  const asked: string[] = [];
  const jira = await startFake(t, ({ url, headers, body }) => {
    assert.equal(headers.authorization, `Basic ${Buffer.from('it@example.org:token').toString('base64')}`);
    const path = url.pathname.replace('/rest/api/3/', '');
    const shape = jiraRequests.find(([pattern]) => pattern.test(path))?.[1] ?? assert.fail(path);
    const { fields, jql } = shape.parse(JSON.parse(body)) as { fields: { labels: string[] }; jql: string };
    asked.push(path);
    if (path === 'search/jql') {
      const found = issues.filter(({ labels }) => labels.some((label) => jql.includes(`"${label}"`)));
      return { status: 200, body: { issues: found.map(({ key: name }) => ({ id: '1', key: name })) } };
    }
    if (path !== 'issue') return { status: 201, body: { id: '10000' } };
    const made = { key: `HELP-${issues.length + 1}`, labels: fields.labels };
    issues.push(made);
    return { status: 201, body: { id: '10000', key: made.key, self: 'https://example.org/' } };
  });
  const bot = await startFake(t, () => ({ status: 204, body: '' }));
  const folder = mkdtempSync(join(tmpdir(), 'relay-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'relay.mjs'), block('jira'));
  const free = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => free.once('listening', resolve));
  const { port } = free.address() as AddressInfo;
  await new Promise((resolve) => free.close(resolve));
  const env = {
    JIRA_URL: jira.origin,
    JIRA_USER: 'it@example.org',
    JIRA_TOKEN: 'token',
    JIRA_PROJECT: 'HELP',
    BOT_URL: bot.origin,
    TICKETS_SECRET: webhookSecret,
    TICKETS_STATUS_SECRET: `whsec_${theirs.toString('base64')}`,
    RULE_TOKEN: 'a-token-of-a-rule',
    PORT: `${port}`,
  };
  const child = spawn(process.execPath, [...statedImport, join(folder, 'relay.mjs')], {
    env: { ...statedEnv, ...env },
    stdio: 'inherit',
  });
  t.after(() => child.kill());
  const url = `http://127.0.0.1:${port}`;
  const post = async (path: string, body: string, headers: Headers) =>
    (await fetch(`${url}${path}`, { method: 'POST', headers: { ...headers, connection: 'close' }, body })).status;
  await until('the relay listens', () =>
    fetch(url).then(
      () => true,
      () => false,
    ),
  );
  return { post, issues, asked, bot, url };
}

test('the program for Jira makes one issue of a request and comments what follows, in shapes Jira takes', async (t) => {
  const { post, issues, asked } = await relay(t);
  const now = Date.now();
  const messages = await told(t, now, eventful(now));
  const wire = ({ headers }: { readonly headers: Headers }) =>
    Object.fromEntries(Object.entries(headers).filter(([name]) => name.startsWith('webhook-')));
  for (const message of messages) assert.equal(await post('/from-bot', message.body, wire(message)), 204);
  const [first] = messages;
  assert.ok(first);
  assert.equal(await post('/from-bot', first.body, wire(first)), 204, 'the same again');
  assert.deepEqual(issues, [{ key: 'HELP-1', labels: ['reset-ready-R-0427'] }]);
  assert.equal(asked.filter((path) => path === 'issue/HELP-1/comment').length, messages.length - 1);
  assert.equal(await post('/from-bot', first.body.replace('0427', '0428'), wire(first)), 401);
  assert.equal(await post('/from-bot', first.body, {}), 401);
  assert.equal(issues.length, 1);
});

test('what a rule of Jira’s automation sends comes to the bot as something it takes', async (t) => {
  const { post, bot } = await relay(t);
  const rule = block('jira-rule');
  const filled = (values: Readonly<Record<string, string | readonly string[]>>) =>
    rule.replace(/\{\{([\w.]+)\.(jsonEncode|asJsonStringArray)\}\}/g, (_, name: string, form: string) => {
      const text = JSON.stringify(values[name] ?? (form === 'jsonEncode' ? '' : []));
      return form === 'jsonEncode' ? text.slice(1, -1) : text;
    });
  const issue = { 'issue.key': 'HELP-1', 'issue.labels': ['vip', 'reset-ready-R-0427'] };
  const category = 'issue.status.statusCategory.key';
  const token = { 'X-Rule-Token': 'a-token-of-a-rule' };
  for (const values of [
    { ...issue, [category]: 'indeterminate' },
    { ...issue, [category]: 'indeterminate', 'comment.body': 'We are\n"on" it.' },
    { ...issue, [category]: 'done' },
    { 'issue.key': 'HELP-2', [category]: 'done' },
    { ...issue, [category]: 'indeterminate', 'comment.body': 'ticket.answered\nThe blue one.' },
  ]) {
    assert.equal(await post('/from-jira', filled(values), token), 204);
  }
  assert.equal(await post('/from-jira', filled(issue), { 'X-Rule-Token': 'wrong' }), 401);
  const acts = bot.got.map((got) => heard(got, Date.now())).map(({ number, act }) => [number, act]);
  assert.deepEqual(acts, [
    [427, { kind: 'claim', over: null }],
    [427, { kind: 'note', words: 'We are\n"on" it.', forEmployee: true }],
    [427, { kind: 'resolve', words: 'Resolved in HELP-1.' }],
  ]);
});

test('the program for Jira outlives whoever breaks off, sends too much or writes a token that is none', async (t) => {
  const { post, bot, url } = await relay(t);
  const { hostname, port } = new URL(url);
  for (const [length, sent] of [
    [100, '{'],
    [100_000, 'x'.repeat(70_000)],
  ] as const) {
    const socket = connect(Number(port), hostname);
    socket.on('error', () => undefined);
    socket.write(`POST /from-bot HTTP/1.1\r\nHost: relay\r\nContent-Length: ${length}\r\n\r\n${sent}`, () =>
      socket.destroy(),
    );
    await once(socket, 'close');
  }
  assert.equal(
    await post('/from-jira', '{}', { 'X-Rule-Token': 'å-token-of-a-rul' }),
    401,
    'as many letters, more bytes',
  );
  const filled = JSON.stringify({ key: 'HELP-1', labels: ['reset-ready-R-0427'], category: 'done', comment: '' });
  assert.equal(await post('/from-jira', filled, { 'X-Rule-Token': 'a-token-of-a-rule' }), 204);
  assert.equal(bot.got.length, 1);
});
