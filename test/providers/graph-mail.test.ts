import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graphMailDelivery } from '../../bot/providers/delivery/graph-mail/graph-mail.ts';
import { deliveryContract, messageOn, namesNobody } from '../contract/delivery.ts';
import type { FakeGraph } from '../support/fake-graph.ts';
import { graphBench, never } from '../support/graph-parts.ts';
import { kim } from '../support/graph-tenant.ts';

interface Sent {
  readonly message: {
    readonly subject: string;
    readonly body: { readonly contentType: string; readonly content: string };
    readonly toRecipients: readonly { readonly emailAddress: { readonly address: string } }[];
    readonly internetMessageHeaders: readonly { readonly name: string; readonly value: string }[];
  };
  readonly saveToSentItems: boolean;
}

function mails({ got }: FakeGraph): readonly Sent[] {
  return got.map(({ body }) => body as Sent);
}

function headerOf({ message }: Sent, name: string): string {
  return message.internetMessageHeaders.find((one) => one.name === name)?.value ?? '';
}

async function open(t: Parameters<typeof graphBench>[0]) {
  const bench = await graphBench(t);
  return { ...bench, delivery: graphMailDelivery(bench.client, kim.objectId) };
}

deliveryContract('Graph mail', async (t) => {
  const { delivery, graph } = await open(t);
  return {
    delivery,
    arrived: async () =>
      mails(graph).map((mail) => ({
        to: mail.message.toRecipients.map(({ emailAddress }) => emailAddress.address).join(),
        subject: mail.message.subject,
        text: mail.message.body.content,
        mark: headerOf(mail, 'x-reset-ready-letter'),
      })),
    fail: async () => {
      graph.fault = () => ({ status: 503, body: { error: { code: 'x', message: 'words about kim@example.org' } } });
    },
  };
});

test('a mail is text, asks for no automatic answers and is not kept among the sent ones', async (t) => {
  const { delivery, graph } = await open(t);
  await delivery.send(messageOn('email'), never());
  const [mail] = mails(graph);
  assert.ok(mail);
  assert.equal(mail.message.body.contentType, 'Text');
  assert.equal(mail.saveToSentItems, false);
  assert.equal(headerOf(mail, 'X-Auto-Response-Suppress'), 'All');
  assert.equal(headerOf(mail, 'x-reset-ready-language'), 'sv');
});

test('a subject stays one line, and what is no plain address is refused before anything is sent', async (t) => {
  const { delivery, graph } = await open(t);
  await delivery.send(
    messageOn('email', { subject: 'Hello\r\nBcc: eve@attacker.example', language: 'sv\r\nx: y' }),
    never(),
  );
  assert.equal(mails(graph)[0]?.message.subject, 'Hello Bcc: eve@attacker.example');
  for (const to of ['', 'kim', 'Kim <kim@example.org>', 'kim@example.org, eve@attacker.example', 'kim@[127.0.0.1]']) {
    assert.deepEqual(await delivery.send(messageOn('email', { to }), never()), {
      kind: 'refused',
      reason: 'not a plain address',
    });
  }
  assert.equal(graph.got.length, 1);
});

for (const [status, code, kind] of [
  [400, 'ErrorInvalidRecipients', 'refused'],
  [400, 'ErrorInvalidRequest', 'retry'],
  [403, 'ErrorAccessDenied', 'retry'],
  [404, 'ErrorInvalidUser', 'retry'],
  [413, 'RequestTooLarge', 'retry'],
] as const) {
  test(`${status} ${code} is ${kind}`, async (t) => {
    const { delivery, graph } = await open(t);
    graph.fault = () => ({ status, body: { error: { code, message: 'about kim@example.org' } } });
    const result = await delivery.send(messageOn('email'), never());
    assert.equal(result.kind, kind, JSON.stringify(result));
    namesNobody(result, messageOn('email'));
  });
}

test('a mailbox that sends too much is left alone for as long as it asks', async (t) => {
  const { delivery, graph } = await open(t);
  graph.fault = () => ({ status: 429, headers: { 'retry-after': '60' }, body: { error: { code: 'x', message: 'x' } } });
  assert.deepEqual(await delivery.send(messageOn('email'), never()), {
    kind: 'retry',
    reason: 'graph mail throttled',
    after: 60_000,
  });
});

test('a mail whose answer was lost is left to the outbox, which knows whether to try again', async (t) => {
  const { delivery, graph } = await open(t);
  graph.fault = () => 'cut';
  assert.equal((await delivery.send(messageOn('email'), never())).kind, 'retry');
  assert.equal(graph.got.length, 1);
});

test('texts and calls are not its business', async (t) => {
  const { delivery } = await open(t);
  assert.equal((await delivery.send(messageOn('text'), never())).kind, 'refused');
});
