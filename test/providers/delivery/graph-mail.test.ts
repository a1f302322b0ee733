import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { minute, second } from '../../../bot/domain/time.ts';
import { createLog } from '../../../bot/log.ts';
import { graphMailDelivery } from '../../../bot/providers/delivery/graph-mail/graph-mail.ts';
import { createGraphClient } from '../../../bot/providers/directory/graph/client.ts';
import { ownBudgets } from '../../../bot/providers/directory/graph/graph.ts';
import { deliveryContract, messageOn, namesNobody } from '../../contract/delivery.ts';
import { type FakeGraph, startGraph } from '../../support/fake-graph.ts';
import { alwaysToken, graphBench, never } from '../../support/graph-parts.ts';
import { kim } from '../../support/graph-tenant.ts';
import { handTime } from '../../support/hand-time.ts';

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

test('seventy notices and ten codes at once keep to thirty mails a minute, and the codes go first', async (t) => {
  const graph = await startGraph(t);
  const time = handTime();
  graph.limitsBy = time.now;
  const log = createLog('silent');
  const budgets = ownBudgets(time);
  const client = createGraphClient({
    base: graph.base,
    tokens: alwaysToken,
    time,
    log,
    newId: randomUUID,
    chance: () => 0.5,
    budgets,
  });
  const delivery = graphMailDelivery(client, kim.objectId);
  const begun = time.now();
  const waiting = Array.from({ length: 80 }, (_, at) => ({ at, due: begun, code: at >= 70 }));
  const arrived: { readonly code: boolean; readonly at: number }[] = [];
  // Like the outbox: what was put off is due again when the provider said.
  while (waiting.length > 0 && time.now() < begun + 10 * minute) {
    const due = waiting.filter((one) => one.due <= time.now());
    await Promise.all(
      due.map(async (one) => {
        const how = one.code ? { life: 300 } : ({ urgency: 'background' } as const);
        const result = await delivery.send(messageOn('email', { letter: `${one.at}`, ...how }), never());
        assert.notEqual(result.kind, 'refused');
        if (result.kind === 'accepted') {
          arrived.push({ code: one.code, at: time.now() - begun });
          waiting.splice(waiting.indexOf(one), 1);
        } else one.due = time.now() + ((result.kind === 'retry' && result.after) || second);
      }),
    );
    time.turn(second);
  }
  assert.equal(waiting.length, 0);
  assert.equal(graph.throttled(), 0, 'nothing was over the limit');
  assert.equal(graph.got.length, 80);
  assert.ok(
    arrived.filter(({ code }) => code).every(({ at }) => at < 10 * second),
    JSON.stringify(arrived.filter(({ code }) => code)),
  );
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
