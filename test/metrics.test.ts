import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMetrics } from '../bot/metrics.ts';

test('turns, refusals and letters are counted by what they came to', async () => {
  const metrics = createMetrics();
  const ended = metrics.turnStarted();
  metrics.turnCame('code-sent');
  metrics.turnCame('code-sent');
  metrics.refused('not-utf8');
  metrics.letterCame('code', 'accepted');
  ended();
  const { type, text } = await metrics.page();
  assert.match(type, /^text\/plain/);
  for (const line of [
    'bot_turns_total{outcome="code-sent"} 2',
    'bot_requests_refused_total{reason="not-utf8"} 1',
    'bot_letters_total{kind="code",result="accepted"} 1',
    'bot_turn_seconds_count 1',
  ]) {
    assert.ok(text.split('\n').includes(line), line);
  }
});

test('a label can not grow with what people send', async () => {
  const metrics = createMetrics();
  for (const odd of ['Kim Larsson', '+46701234567', '', 'x'.repeat(41), 'a"b', '9']) metrics.turnCame(odd);
  const { text } = await metrics.page();
  assert.ok(text.includes('bot_turns_total{outcome="other"} 6'));
});

test('two sets of metrics do not mix', async () => {
  const [one, other] = [createMetrics(), createMetrics()];
  one.turnCame('done');
  assert.ok((await other.page()).text.includes('bot_turns_total{outcome="done"} 0'));
});

test('requests for help are counted by cause, and how long they wait by the hour', async () => {
  const metrics = createMetrics();
  metrics.ticketActed({ act: 'raised', cause: 'help', situation: 'K5', took: null });
  metrics.ticketActed({ act: 'raised', cause: 'not-me', situation: null, took: null });
  metrics.ticketActed({ act: 'claimed', cause: 'help', situation: 'K5', took: 600_000 });
  metrics.ticketActed({ act: 'resolved', cause: 'help', situation: 'K5', took: 5_400_000 });
  const lines = (await metrics.page()).text.split('\n');
  for (const line of [
    'bot_tickets_total{cause="help",situation="K5"} 1',
    'bot_tickets_total{cause="not-me",situation="none"} 1',
    'bot_ticket_acts_total{act="raised"} 2',
    'bot_ticket_claim_seconds_bucket{le="300",cause="help"} 0',
    'bot_ticket_claim_seconds_bucket{le="900",cause="help"} 1',
    'bot_ticket_resolve_seconds_sum{cause="help"} 5400',
  ]) {
    assert.ok(lines.includes(line), line);
  }
});

test('a lost support channel shows until it is found again', async () => {
  const metrics = createMetrics();
  const lost = async () => /^bot_support_channels_lost (\d+)$/mu.exec((await metrics.page()).text)?.[1];
  assert.equal(await lost(), '0');
  metrics.channelSeen('a', true);
  metrics.channelSeen('a', true);
  metrics.channelSeen('b', false);
  assert.equal(await lost(), '1');
  metrics.channelSeen('a', false);
  assert.equal(await lost(), '0');
});

test('every series is there at 0 before anything happens, so that the first event of each is seen', async () => {
  const { text } = await createMetrics().page();
  const lines = text.split('\n');
  for (const line of [
    'bot_turns_total{outcome="fault"} 0',
    'bot_turns_total{outcome="failed"} 0',
    'bot_requests_refused_total{reason="other-tenant"} 0',
    'bot_requests_refused_total{reason="closing"} 0',
    'bot_letters_total{kind="code",result="retry"} 0',
    'bot_letters_total{kind="write",result="not-permitted"} 0',
    'bot_letters_total{kind="ticket-board",result="unreachable"} 0',
    'bot_delivery_statuses_total{source="twilio",result="refused"} 0',
    'bot_delivery_journeys_total{source="gateway",came="blocked"} 0',
    'bot_tickets_total{cause="help",situation="K5"} 0',
    'bot_ticket_acts_total{act="raised"} 0',
    'bot_ticket_claim_seconds_count{cause="help"} 0',
    'bot_support_channels_lost 0',
    'bot_identity_ok 1',
  ]) {
    assert.ok(lines.includes(line), line);
  }
});

test('the build that runs stands in a series', async () => {
  const { text } = await createMetrics({ version: '1.2.3', commit: '0123abc' }).page();
  assert.ok(text.split('\n').includes('bot_build_info{version="1.2.3",commit="0123abc"} 1'));
});
