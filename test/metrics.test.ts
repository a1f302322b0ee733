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
  assert.ok(!(await other.page()).text.includes('outcome="done"'));
});
