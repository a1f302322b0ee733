import assert from 'node:assert/strict';
import { test } from 'node:test';
import { understand } from '../../bot/understanding/understand.ts';
import { figure } from '../support/figure.ts';
import { inWords, labelled, marksOf } from './labelled.ts';

test('sentences written after everything was tuned are understood as well', () => {
  const fresh = labelled('fresh');
  const marks = marksOf(understand, fresh);
  const met = marks.intent >= 0.95 && marks.situation >= 0.95 && marks.forced <= 0.02;
  const target = 'at least 95 % · at least 95 % · at most 2 %';
  figure({ test: `understanding ${fresh.length} sentences written last`, measured: inWords(marks), target, met });
  assert.ok(met, inWords(marks));
});
