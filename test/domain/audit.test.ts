import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AuditAct, type AuditEntry, audited, firstBroken } from '../../bot/domain/audit.ts';

const acts: readonly AuditAct[] = [
  { act: 'code-sent', method: 'authentication-phone', channel: 'text', send: 1 },
  { act: 'code-wrong', method: 'authentication-phone', tries: 1 },
  { act: 'delivery-refused', method: 'authentication-phone', channel: 'text' },
  { act: 'identity-proven', method: 'authentication-email', channel: 'email' },
  { act: 'method-proven', method: 'authentication-phone', channel: 'text', replaced: false },
];

function chain(): readonly AuditEntry[] {
  return acts.reduce<readonly AuditEntry[]>((audit, act, at) => audited(audit, act, 1_000 * at), []);
}

test('an untouched chain is whole, also after a round trip through JSON and with its fields in another order', () => {
  assert.equal(firstBroken([]), undefined);
  assert.equal(firstBroken(chain()), undefined);
  const turned = chain().map((entry) => Object.fromEntries(Object.entries(entry).reverse()));
  assert.equal(firstBroken(JSON.parse(JSON.stringify(turned))), undefined);
});

test('one changed byte, anywhere, names the entry it stands in', () => {
  const lines = chain().map((entry) => JSON.stringify(entry));
  let looked = 0;
  for (const [position, line] of lines.entries()) {
    for (let at = 0; at < line.length; at += 1) {
      const broken = read(`${line.slice(0, at)}${swapped(line[at] ?? '')}${line.slice(at + 1)}`);
      if (broken === undefined) continue;
      looked += 1;
      const audit = lines.map((one, number) => (number === position ? broken : JSON.parse(one)));
      assert.equal(firstBroken(audit), position, `${line} at ${at}`);
    }
  }
  assert.ok(looked > 400, `${looked} changed bytes left JSON to look at`);
});

test('a missing entry names the one after it, a swapped pair the first of the two', () => {
  const [one, two, three, four, five] = chain() as [AuditEntry, AuditEntry, AuditEntry, AuditEntry, AuditEntry];
  assert.equal(firstBroken([two, three, four, five]), 0);
  assert.equal(firstBroken([one, two, four, five]), 2);
  assert.equal(firstBroken([one, three, two, four, five]), 1);
  assert.equal(firstBroken([one, two, two, three]), 2);
});

test('an entry put in with a hash of its own breaks the one that followed', () => {
  const [one, two, three] = chain() as [AuditEntry, AuditEntry, AuditEntry];
  const forged = audited([one], { act: 'code-wrong', method: 'authentication-phone', tries: 4 }, 5).at(-1);
  assert.ok(forged);
  assert.equal(firstBroken([one, forged, two, three]), 2);
});

function read(text: string): AuditEntry | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Another character of the same sort, so that most changes still are JSON. */
function swapped(character: string): string {
  if (/\d/.test(character)) return String((Number(character) + 1) % 10);
  return character === 'x' ? 'y' : 'x';
}

test('a long trail gives its older half up, says how many there were, and can still be checked', () => {
  let audit: readonly AuditEntry[] = [];
  for (let at = 0; at < 1_500; at += 1) {
    audit = audited(audit, { act: 'code-wrong', method: 'authentication-phone', tries: at }, at);
    assert.equal(firstBroken(audit), undefined, `after ${at}`);
    assert.ok(audit.length <= 400);
  }
  const [first, second] = audit;
  assert.ok(first?.act === 'older-entries');
  assert.equal(first.count + audit.length - 1, 1_500, 'none is missing from the count');
  assert.ok(second?.act === 'code-wrong' && second.tries === first.count, 'what is kept follows at once');
  const forged = [{ ...first, count: first.count - 1 }, ...audit.slice(1)];
  assert.equal(firstBroken(forged), 0);
  assert.equal(firstBroken([first, ...audit.slice(2)]), 1, 'an entry missing behind it shows');
});
