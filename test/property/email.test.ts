import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mailboxForm, maskEmail, readEmail } from '../../bot/domain/methods/email.ts';
import { seedOfRun } from '../support/seeded.ts';

const typing = fc.oneof(
  fc.emailAddress(),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(...'aåZ1.@+-_"\\<>: \t\r\n[]%＠。\u00ad\u200b'), maxLength: 40 }),
  fc.tuple(fc.string({ unit: 'binary', maxLength: 20 }), fc.domain()).map(([local, domain]) => `${local}@${domain}`),
);

test('whatever is typed is read or refused, never thrown at; what was read is plain, and read the same again', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  let addresses = 0;
  fc.assert(
    fc.property(typing, (typed) => {
      const read = readEmail(typed, [], []);
      if (read.kind !== 'email') return;
      addresses += 1;
      assert.match(read.address, /^[\x21-\x7e]{1,64}@[a-z0-9.-]{4,253}$/);
      assert.equal(read.address.split('@').length, 2);
      assert.deepEqual(readEmail(read.address, [], []), read);
      assert.ok(!maskEmail(read.address).includes(read.address));
    }),
    { seed, numRuns: 20_000 },
  );
  t.diagnostic(`${addresses} of 20,000 were addresses`);
  assert.ok(addresses > 1_000);
});

test('no spelling of one’s own mailbox, and no address in an own domain, gets through', (t) => {
  const seed = seedOfRun();
  t.diagnostic(`SEED=${seed}`);
  const tag = fc.string({ unit: fc.constantFrom(...'abc123-_'), maxLength: 8 });
  const sub = fc.array(fc.constantFrom('mail', 'x', 'a-b'), { maxLength: 3 });
  fc.assert(
    fc.property(tag, sub, fc.boolean(), (word, labels, upper) => {
      const cased = (text: string) => (upper ? text.toUpperCase() : text);
      const own = cased(`kim+${word}@example.org`);
      assert.deepEqual(readEmail(own, ['kim@example.org'], []), { kind: 'email-own-mailbox' });
      const colleague = cased([`alva${word}@${labels[0] ?? 'mail'}`, ...labels.slice(1), 'example.org'].join('.'));
      assert.deepEqual(readEmail(colleague, ['kim@example.org'], ['example.org']), { kind: 'email-own-domain' });
    }),
    { seed, numRuns: 1_000 },
  );
});

test('all spellings of a mailbox are counted as one, and different ones apart', () => {
  assert.equal(
    new Set(['kim@example.org', 'KIM@Example.org', 'kim+a@example.org', 'kim+a+b@example.org'].map(mailboxForm)).size,
    1,
  );
  assert.equal(new Set(['k.im@gmail.com', 'kim+1@GMAIL.com', 'kim@googlemail.com'].map(mailboxForm)).size, 1);
  assert.equal(
    new Set(['kim@example.org', 'ki.m@example.org', 'kim@example.com', 'kim1@example.org'].map(mailboxForm)).size,
    4,
  );
});
