import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { MethodName } from '../../bot/domain/methods.ts';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { type ReadinessLevel, readiness } from '../../bot/domain/readiness.ts';
import { personWith } from '../support/person.ts';

const phone = 'authentication-phone';
const email = 'authentication-email';
const one: Policy = { ...defaultPolicy, methodsRequired: 1 };

interface Case {
  readonly policy: Policy;
  readonly administrator?: boolean;
  readonly proven: readonly MethodName[];
  readonly level: ReadinessLevel;
  readonly open: readonly MethodName[];
}

const cases: Readonly<Record<string, Case>> = {
  'nothing proven': { policy: defaultPolicy, proven: [], level: 'none', open: [phone, email] },
  'one of two proven': { policy: defaultPolicy, proven: [email], level: 'partly', open: [phone] },
  'two of two proven': { policy: defaultPolicy, proven: [phone, email], level: 'ready', open: [] },
  'one of one proven': { policy: one, proven: [phone], level: 'ready', open: [email] },
  'two where one is required': { policy: one, proven: [phone, email], level: 'resilient', open: [] },
  'an administrator with one where others need one': {
    policy: one,
    administrator: true,
    proven: [phone],
    level: 'partly',
    open: [email],
  },
  'an administrator with two': { policy: one, administrator: true, proven: [phone, email], level: 'ready', open: [] },
  'a proven method that the policy no longer allows': {
    policy: { ...one, phone: { allowed: false, channels: ['text'] } },
    proven: [phone],
    level: 'none',
    open: [email],
  },
  'a phone that no channel reaches': {
    policy: { ...one, phone: { allowed: true, channels: [] } },
    proven: [phone],
    level: 'none',
    open: [email],
  },
  'a mailbox that the policy no longer allows': {
    policy: { ...defaultPolicy, email: { allowed: false } },
    proven: [phone, email],
    level: 'partly',
    open: [],
  },
};

for (const [name, { policy, administrator = false, proven, level, open }] of Object.entries(cases)) {
  test(`${name}: ${level}`, () => {
    const found = readiness(personWith(...proven), policy, administrator);
    assert.deepEqual([found.level, found.open], [level, open]);
    assert.equal(found.required, administrator ? 2 : policy.methodsRequired);
    assert.ok(found.proven.every((method) => proven.includes(method) && !open.includes(method)));
  });
}

test('methods are offered in one order, whatever order they were proven in', () => {
  const found = readiness(personWith(email, phone), defaultPolicy, false);
  assert.deepEqual(found.proven, [phone, email]);
});
