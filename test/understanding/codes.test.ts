import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeIn } from '../../bot/understanding/codes.ts';

const table: readonly (readonly [string, string, string | null])[] = [
  ['SSPR_0014', 'SSPR_0014', 'K9'],
  ['sspr14', 'SSPR_0014', 'K9'],
  ['>>SSPR-0O14<<', 'SSPR_0014', 'K9'],
  ['ssrp_oo30, i think', 'SSPR_0030', 'K11'],
  ['fick felkod sspr 0009 nyss', 'SSPR_0009', 'K4'],
  ['sspr error code 29', 'SSPR_0029', 'K10'],
  ['Sspr_0013UserNotMember', 'SSPR_0013', 'K8'],
  ['the reset portal says code 0010', 'SSPR_0010', 'K5'],
  ['User not licensed', 'SSPR_0012', 'K7'],
  ['OnPremisesSuccessCloudFailure', 'OnPremisesSuccessCloudFailure', 'K12'],
  ['PasswordDoesnotComplyFuzzyPolicy', 'FuzzyPolicyViolation', 'K24'],
  ['AADSTS50126: Error validating credentials', 'AADSTS50126', null],
  ['aadsts 5OO57', 'AADSTS50057', 'K35'],
  ['felkod 50034 vid inloggning', 'AADSTS50034', 'K21'],
  ['AADSTS700016', 'AADSTS700016', null],
  ['Event ID: 33004 in the log', 'event 33004', 'K10'],
  ['händelse 31034 på synkservern', 'event 31034', 'K11'],
  ['hr=80230626, message=denied', 'hr 80230626', 'K10'],
  ['0x80230619', 'hr 80230619', 'K23'],
  ['0X8O230619 event 6329', 'hr 80230619', 'K23'],
];

for (const [text, code, situation] of table) {
  test(`"${text}" holds ${code}`, () => {
    assert.deepEqual(codeIn(text), { code, situation });
  });
}

test('numbers that only look like codes are left alone', () => {
  for (const text of [
    'room 33004',
    'the meeting is at 0030',
    'call 0014 600 123',
    'printer error 0x00000709',
    'SSPR_0099',
    'invoice 50126',
    'I pressed reset 14 times',
    '',
  ]) {
    assert.equal(codeIn(text), undefined, text);
  }
});
