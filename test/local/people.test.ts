import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { demoPeople, demoTenant } from '../../bot/local/people.ts';

const file = readFileSync(new URL('../../.m365agentsplayground.yml', import.meta.url), 'utf8');

function all(key: string): readonly (string | undefined)[] {
  return Array.from(file.matchAll(new RegExp(`\\b${key}: "?([^"\\n]+)`, 'g')), ([, value]) => value);
}

test('the Playground shows the first six people: its current user, and the five it asks for', () => {
  const first = demoPeople.slice(0, 6);
  assert.deepEqual(
    all('aadObjectId'),
    first.map(({ employee }) => employee.objectId),
  );
  assert.deepEqual(
    all('userPrincipleName'),
    first.map(({ entry }) => entry?.signInName),
  );
  assert.deepEqual(
    all('name').filter((name) => first.some((person) => person.name === name)),
    first.map(({ name }) => name),
  );
  assert.deepEqual(all('tenantId'), [demoTenant]);
});

test('no two demo people share an object id or what follows /as', () => {
  const ids = demoPeople.flatMap(({ as, employee }) => [as, employee.objectId]);
  assert.equal(new Set(ids).size, ids.length);
});

test('there is somebody for each thing a directory can say', () => {
  const entries = demoPeople.map(({ entry }) => entry);
  for (const account of ['member', 'guest', 'disabled']) assert.ok(entries.some((one) => one?.account === account));
  assert.ok(entries.some((one) => one?.administrator));
  assert.ok(entries.some((one) => one?.language?.startsWith('sv')));
  assert.ok(entries.some((one) => one && one.country === undefined));
  assert.ok(entries.some((one) => one?.mailboxes.length === 0));
  assert.ok(entries.includes(undefined));
});
