import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rehearse } from '../../../bot/domain/diagnosis/rehearsal.ts';
import { hour } from '../../../bot/domain/time.ts';
import { factsFrom, failed, type Given, now, ready } from './given-facts.ts';

/** `account+ enabled? methods-not-registered`: passed, could not be seen, failed for what. */
function walked(given: Given): string {
  return rehearse(factsFrom(given), now)
    .steps.map((step) => {
      if (step.kind === 'failed') return `${step.check}-${step.situation}`;
      return `${step.check}${step.kind === 'passed' ? '+' : '?'}`;
    })
    .join(' ');
}

const walks: readonly (readonly [name: string, given: Given, steps: string])[] = [
  ['all in order', ready, 'account+ enabled+ methods+ password+ proofs+ new-password? write-back+'],
  ['nothing known', {}, 'account? enabled? methods? password? proofs? new-password? write-back?'],
  [
    'written back',
    { ...ready, password: 'on-premises', writeback: 'on' },
    'account+ enabled+ methods+ password+ proofs+ new-password? write-back?',
  ],
  [
    'kept on-premises',
    { ...ready, password: 'on-premises', writeback: 'off' },
    'account+ enabled+ methods+ password-kept-on-premises proofs+ new-password? write-back?',
  ],
  [
    'a guest',
    { guest: 'organisation', enabled: true },
    'account-invited-guest enabled+ methods? password? proofs? new-password? write-back?',
  ],
  [
    'no licence that is known, and reset is switched on by the policy',
    { ...ready, license: 'none' },
    'account+ enabled-not-licensed methods+ password+ proofs+ new-password? write-back+',
  ],
  [
    'on for all, by the policy',
    { scope: 'all', license: 'cloud' },
    'account? enabled+ methods? password? proofs? new-password? write-back?',
  ],
  [
    'not registered',
    { ...ready, registered: false, capable: false, methods: [] },
    'account+ enabled+ methods-not-registered password+ proofs+ new-password? write-back+',
  ],
  [
    'not registered, as far as it is seen',
    { registered: false },
    'account? enabled? methods-not-registered password? proofs? new-password? write-back?',
  ],
  [
    'too few',
    { ...ready, capable: false, methods: ['authentication-phone'] },
    'account+ enabled+ methods-too-few-methods password+ proofs+ new-password? write-back+',
  ],
  [
    'an administrator with questions',
    { ...ready, administrator: true, methods: ['authentication-phone', 'security-questions'] },
    'account+ enabled+ methods-stricter-for-administrators password+ proofs+ new-password? write-back+',
  ],
  [
    'a phone that has ended',
    { ...ready, ended: ['authentication-phone'] },
    'account+ enabled+ methods-phone-ended password+ proofs+ new-password? write-back+',
  ],
  [
    'lost what they had',
    { ...ready, lost: ['authentication-phone'] },
    'account+ enabled+ methods-all-lost password+ proofs+ new-password? write-back+',
  ],
  [
    'blocked',
    { ...ready, blockedUntil: now + hour },
    'account+ enabled+ methods+ password+ proofs-blocked new-password? write-back+',
  ],
  [
    'a text that did not arrive',
    { undelivered: [{ channel: 'text', at: now }] },
    'account? enabled? methods? password? proofs? new-password? write-back?',
  ],
  [
    'the last new password was too common',
    { ...ready, ...failed('password-too-common') },
    'account+ enabled+ methods+ password+ proofs+ new-password-too-common write-back+',
  ],
  [
    'several at once',
    { ...ready, enabled: false, methods: [], password: 'on-premises', writeback: 'off' },
    'account+ enabled-not-enabled methods+ password-kept-on-premises proofs+ new-password? write-back?',
  ],
  [
    'it was so once',
    { ...ready, ...failed('too-few-methods') },
    'account+ enabled+ methods+ password+ proofs+ new-password? write-back+',
  ],
];

for (const [name, given, steps] of walks) {
  test(`${name}: ${steps}`, () => assert.equal(walked(given), steps));
}

test('a check that could not be seen says what is missing, but for the new password, which only the reset shows', () => {
  const { steps } = rehearse(factsFrom({}), now);
  for (const step of steps) {
    assert.ok(step.kind === 'could-not-see');
    assert.equal(step.gaps.length === 0, step.check === 'new-password', step.check);
  }
});

test('one method that counts is offered to be proven, and never questions', () => {
  const prove = (given: Given) => rehearse(factsFrom({ ...ready, ...given }), now).prove;
  assert.equal(prove({}), 'authentication-phone');
  assert.equal(prove({ malformed: ['authentication-phone'] }), 'authentication-email');
  assert.equal(prove({ methods: ['security-questions'] }), null);
  assert.equal(prove({ methods: [] }), null);
});
