import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codes, codesOf, situationOf } from '../../../bot/domain/diagnosis/codes.ts';
import {
  relatedProblemIds,
  relatedProblemRemedies,
  signInPageOf,
  signInRemedies,
} from '../../../bot/domain/diagnosis/related-problems.ts';
import { microsoftPages } from '../../../bot/domain/diagnosis/remedy.ts';
import {
  numberOf,
  situationIds,
  situationNumbered,
  situationNumbers,
} from '../../../bot/domain/diagnosis/situation-ids.ts';
import { inPortalOrder, portalChecks, rules, situations } from '../../../bot/domain/diagnosis/situations.ts';
import { now } from './given-facts.ts';

test('every situation has a remedy, and a person to turn to', () => {
  for (const id of situationIds) {
    const { remedies } = situations[id];
    assert.ok(
      remedies.some((name) => name === 'contact' || name === 'contact-urgently'),
      id,
    );
    assert.equal(new Set(remedies).size, remedies.length, id);
  }
});

test('what people meet beside a reset leads on as well, to a person at last', () => {
  for (const id of relatedProblemIds) {
    const remedies = relatedProblemRemedies(id, now);
    assert.ok(remedies.length > 1, id);
    assert.equal(remedies.at(-1)?.kind, 'contact', id);
  }
});

test('a page of the sign-in is one by its code alone, and leads to a person at last', () => {
  assert.equal(signInPageOf('AADSTS50126'), 'AADSTS50126');
  assert.equal(signInPageOf('AADSTS65001'), 'other');
  assert.equal(signInPageOf('AADSTS50088'), 'AADSTS50088', 'that it stands for a situation as well changes nothing');
  for (const code of ['SSPR_0012', 'event 31002', null]) assert.equal(signInPageOf(code), undefined);
  for (const code of Object.keys(codes)) {
    const page = signInPageOf(code);
    if (page) assert.equal(signInRemedies(page, now).at(-1)?.kind, 'contact', page);
  }
  assert.deepEqual(signInRemedies('other', now), [{ kind: 'contact', urgency: 'normal' }]);
  assert.equal(signInRemedies('AADSTS50126', now)[0]?.kind, 'open');
});

test('a family is one level deep', () => {
  for (const id of situationIds) {
    const { family } = situations[id];
    if (family) assert.equal(situations[family].family, undefined, id);
  }
});

test('situations stand in the order of the portal’s checks', () => {
  const steps = inPortalOrder.map((id) => portalChecks.indexOf(situations[id].check));
  assert.deepEqual(
    steps,
    [...steps].sort((one, other) => one - other),
  );
});

test('no two situations have one number', () => {
  assert.equal(new Set(situationNumbers).size, situationIds.length);
  for (const id of situationIds) assert.equal(situationNumbered(numberOf(id)), id);
});

test('only what no fact can show has no rule', () => {
  assert.deepEqual(
    situationIds.filter((id) => !rules[id]),
    [
      'page-not-opening',
      'code-in-another-app',
      'signed-in-with-pass',
      'phone-sign-in-ended',
      'signed-in-again',
      'place-not-allowed',
      'stronger-sign-in-needed',
    ],
  );
});

test('the codes of the reset page lead where the page’s own table says', () => {
  const table = {
    9: 'off-for-everyone',
    10: 'service-missing',
    11: 'nothing-decided',
    12: 'not-licensed',
    13: 'not-in-group',
    14: 'information-missing',
    29: 'refused-on-premises',
    30: 'unreachable-on-premises',
  };
  for (const [number, situation] of Object.entries(table)) {
    assert.equal(situationOf(`SSPR_${number.padStart(4, '0')}`), situation);
  }
  assert.equal(situationOf('SSPR_9999'), undefined);
  assert.deepEqual(codesOf('not-licensed'), ['SSPR_0012']);
  assert.equal(Object.keys(codes).filter((one) => one.startsWith('AADSTS')).length, 21);
});

test('pages are https', () => {
  for (const address of Object.values(microsoftPages)) assert.match(address, /^https:\/\//);
});
