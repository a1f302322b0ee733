import assert from 'node:assert/strict';
import { test } from 'node:test';
import { heard } from '../../bot/understanding/heard.ts';
import { understand } from '../../bot/understanding/understand.ts';

/** Pages of the sign-in as people paste them, each with its code and the situation that this code stands for. */
const pages: readonly (readonly [string, string, string | null])[] = [
  [
    'AADSTS50072: Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access this',
    'AADSTS50072',
    null,
  ],
  ["AADSTS50144 The user's Active Directory password has expired", 'AADSTS50144', null],
  ['AADSTS50055: The password is expired.', 'AADSTS50055', null],
  ['AADSTS65001: The user or administrator has not consented to use the application with ID', 'AADSTS65001', null],
  [
    'Sorry, but we’re having trouble signing you in. AADSTS50020: User account from identity provider live.com does not exist in tenant and cannot access the application',
    'AADSTS50020',
    null,
  ],
  [
    'Sign in. Sorry, but we’re having trouble signing you in.\nAADSTS50105: Your administrator has configured the application to block users unless they are specifically granted access. The signed in user is blocked because they are not a direct member of a group with access.\nTimestamp: 2026-11-20T08:12:44Z\nCorrelation Id: 5a3d6a6e-7b0f-4a55-9b5f-2f0cf6f0b111',
    'AADSTS50105',
    null,
  ],
  [
    'Error Code: 53003 AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance. App name: Outlook',
    'AADSTS53003',
    null,
  ],
  ['AADSTS700016: Application with identifier was not found in the directory', 'AADSTS700016', null],
  [
    'AADSTS50053: The account is locked, you have tried to sign in too many times with an incorrect user ID or password.',
    'AADSTS50053',
    null,
  ],
  ['AADSTS50126 vid inloggning, ogiltigt användarnamn eller lösenord', 'AADSTS50126', null],
  ['AADSTS50133: Session is invalid due to expiration or recent password change.', 'AADSTS50133', null],
  ['AADSTS50135: Password change is required due to account risk.', 'AADSTS50135', null],
  ['fick AADSTS50074, stark autentisering krävs', 'AADSTS50074', null],
  ['AADSTS50057: The user account is disabled.', 'AADSTS50057', 'K35'],
  ['AADSTS50034: The user account does not exist in the tenant directory.', 'AADSTS50034', 'K21'],
  ['AADSTS50088 limit on telecom MFA calls reached', 'AADSTS50088', 'K17'],
];

for (const [text, code, situation] of pages) {
  test(`"${text.slice(0, 60)}" names ${situation ?? 'no situation'}, and its code is heard`, () => {
    const { intent, situation: named, code: found } = understand(text);
    assert.deepEqual({ intent, named, found }, { intent: 'why-failed', named: situation, found: code });
    assert.equal(heard(text).code, code);
    assert.equal(heard(text).situation, situation);
  });
}

test('a code of the reset or of a log that stands for nothing leaves the words to speak', () => {
  assert.equal(
    understand('event 31002 in the log, but my new password is refused because I used it before').situation,
    'K23',
  );
});
