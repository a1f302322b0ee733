import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { situationNumbers } from '../../bot/domain/diagnosis/situation-ids.ts';
import { spokenIntents } from '../../bot/understanding/labels.ts';
import { understand } from '../../bot/understanding/understand.ts';
import { amount, figure } from '../support/figure.ts';
import { seedOfRun } from '../support/seeded.ts';
import { patience } from '../support/until.ts';
import { labelled } from './labelled.ts';

const seed = seedOfRun();
const wellFormed = (text: string) => {
  const { intent, situation, score, guesses } = understand(text);
  assert.ok(spokenIntents.includes(intent));
  assert.ok(situation === null || situationNumbers.includes(situation));
  assert.ok(situation === null || intent === 'why-failed');
  assert.ok(score >= 0 && score <= 1.000001, String(score));
  assert.ok(guesses.length <= 3);
};

const fragments = fc.constantFrom(
  '__proto__',
  'constructor',
  'hasOwnProperty',
  'SSPR_',
  'sspr'.repeat(50),
  '0x8023',
  'aadsts',
  '\u202e',
  '\u0000',
  '\ud800',
  '"',
  '?',
  'مرحبا',
  'שלום',
  '👩‍👩‍👧',
  'lösenord',
  'password',
  'é'.repeat(30),
  ' '.repeat(40),
  '\n',
);

test('whatever is typed, the answer is well formed', () => {
  const runs = amount(500, 5000);
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join(' ')),
    fc.array(fragments, { maxLength: 40 }).map((parts) => parts.join('')),
    fc.constantFrom(...labelled('tune').map(({ text }) => text)),
  );
  fc.assert(fc.property(noise, wellFormed), { seed, numRuns: runs });
  const measured = `${runs} random texts, none ill answered`;
  figure({ test: 'understanding random texts', measured, target: 'none ill answered', met: true, seed });
});

test('long lines of anything take time in proportion to their length at most', () => {
  understand('hello');
  const units = [
    'a',
    ' ',
    '0',
    'sspr',
    'SSPR_0',
    'aadst',
    '8023',
    '"',
    ', ',
    '- ',
    'my password is ',
    'é',
    'o0',
    '.',
    '?\t',
    '00',
  ];
  const took = units.map((unit) => {
    const text = unit.repeat(Math.ceil(10_000 / unit.length));
    const started = performance.now();
    wellFormed(text);
    return performance.now() - started;
  });
  const slowest = Math.max(...took);
  const measured = `${slowest.toFixed(0)} ms for the slowest of ${units.length} lines of 10 kB`;
  figure({ test: 'understanding long lines', measured, target: 'under 1000 ms', met: slowest < 1000 });
  assert.ok(slowest < amount(patience, 1000), measured);
});

test('the command answers every line with one line, in order', () => {
  const lines = [
    '',
    '  ',
    'hi',
    '\u0007\u0000',
    '\u202eabc',
    '__proto__',
    'x'.repeat(10_000),
    '{"a":1}',
    'å\u2028ä',
    'last',
  ];
  const printed = execFileSync(
    process.execPath,
    [join(import.meta.dirname, '..', '..', 'bot', 'commands', 'understand.ts')],
    { input: `${lines.join('\n')}\n`, encoding: 'utf8' },
  );
  const answers = printed
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  assert.deepEqual(
    answers.map(({ text }) => text),
    lines,
  );
  for (const answer of answers) {
    assert.deepEqual(Object.keys(answer), ['text', 'language', 'intent', 'situation', 'score']);
    assert.ok(['en', 'sv', 'other'].includes(String(answer.language)));
  }
});
