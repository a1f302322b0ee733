import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AuditAct, type AuditEntry, appendAudit, firstBroken } from '../../../bot/domain/audit/trail.ts';
import { day } from '../../../bot/domain/time.ts';

const acts: readonly AuditAct[] = [
  { act: 'code-sent', method: 'authentication-phone', channel: 'text', send: 1 },
  { act: 'code-wrong', method: 'authentication-phone', tries: 1 },
  { act: 'delivery-refused', method: 'authentication-phone', channel: 'text' },
  { act: 'identity-proven', method: 'authentication-email', channel: 'email' },
  { act: 'method-proven', method: 'authentication-phone', channel: 'text', replaced: false },
];

function chain(): readonly AuditEntry[] {
  return acts.reduce<readonly AuditEntry[]>((audit, act, at) => appendAudit(audit, act, 1_000 * at), []);
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
  const forged = appendAudit([one], { act: 'code-wrong', method: 'authentication-phone', tries: 4 }, 5).at(-1);
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

test('harmless acts in a row are one entry with a count, and what concerns methods is never given up for them', () => {
  let audit: readonly AuditEntry[] = chain();
  for (let at = 0; at < 420; at += 1) audit = appendAudit(audit, { act: 'reminder-snoozed' }, 10_000 + at);
  assert.deepEqual(audit.slice(0, -1), chain(), 'all that was there is there');
  const last = audit.at(-1);
  assert.ok(last?.act === 'reminder-snoozed');
  assert.deepEqual([last.times, last.since, last.at], [420, 10_000, 10_419]);
  assert.equal(firstBroken(JSON.parse(JSON.stringify(audit))), undefined);
  const next = appendAudit(audit, { act: 'reminder-snoozed' }, 10_419 + day);
  assert.equal(next.length, audit.length + 1, 'another day has an entry of its own');
  assert.equal(firstBroken(next.with(-2, { ...last, times: 3 })), audit.length - 1, 'the count is sealed too');
});

test('acts in turn do not make a trail long either: 25 of a kind are written out a day, the rest is counted', () => {
  let audit: readonly AuditEntry[] = [];
  const proven = { act: 'identity-proven', method: 'authenticator-app', channel: 'app' } as const;
  for (let at = 0; at < 400; at += 1) {
    audit = appendAudit(audit, { act: 'reminder-snoozed' }, at);
    audit = appendAudit(audit, proven, at);
  }
  assert.equal(audit.length, 51);
  const last = audit.at(-1);
  assert.deepEqual(last?.act === 'further-acts' && last.count, 750);
  const changed = appendAudit(audit, { act: 'method-removed', method: 'authenticator-app' }, 400);
  assert.equal(changed.at(-1)?.act, 'method-removed', 'a change has its entry all the same');
  assert.equal(firstBroken(changed), undefined);
  assert.equal(appendAudit(changed, proven, 400 + day).at(-1)?.act, 'identity-proven');
});
