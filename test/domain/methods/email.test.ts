import assert from 'node:assert/strict';
import { test } from 'node:test';
import { maskEmail, readEmail } from '../../../bot/domain/methods/email.ts';

const mailboxes = ['kim@contoso.example', 'Kim.Berg@Outlook.example', 'kim.berg+work@gmail.com'];
const ownDomains = ['contoso.example', 'Fabrikam.Example'];

const table: readonly (readonly [typed: string, comesTo: string])[] = [
  ['kim@example.org', 'kim@example.org'],
  ['  kim@example.org \n', 'kim@example.org'],
  ['kim@EXAMPLE.Org', 'kim@example.org'],
  ['Kim.Berg@example.org', 'Kim.Berg@example.org'],
  ['kim+reset@example.org', 'kim+reset@example.org'],
  ["o'hara_{x}!#$%&*/=?^`|~-1@example.org", "o'hara_{x}!#$%&*/=?^`|~-1@example.org"],
  ['mailto:kim@example.org', 'kim@example.org'],
  ['<kim@example.org>', 'kim@example.org'],
  ['ｋｉｍ＠ｅｘａｍｐｌｅ．ｏｒｇ', 'kim@example.org'],
  ['kim@räksmörgås.example', 'kim@xn--rksmrgs-5wao1o.example'],
  ['kim@xn--rksmrgs-5wao1o.example', 'kim@xn--rksmrgs-5wao1o.example'],
  ['kim@exam\u00adple.org', 'kim@example.org'],
  ['kim@mail.example。org', 'kim@mail.example.org'],
  [`${'a'.repeat(64)}@example.org`, `${'a'.repeat(64)}@example.org`],
  ['kim@example.org.', 'kim@example.org'],
  ['kim\u202e@example.org', 'kim@example.org'],
  ['\u202akim@example.org\u202c', 'kim@example.org'],
  ['\u200bkim@example.org', 'kim@example.org'],
  ['Kim <kim@example.org>', 'kim@example.org'],
  ['Larsson, Kim (IT) <kim@example.org>;', 'kim@example.org'],
  ['(kim@example.org)', 'kim@example.org'],
  ['"kim@example.org"', 'kim@example.org'],
  ['e-mail:kim@example.org', 'kim@example.org'],
  ['kim@example.org (private), thanks', 'kim@example.org'],
  ['[kim@example.org](mailto:kim@example.org)', 'kim@example.org'],
  ['<a href="mailto:kim@example.org">Kim</a>', 'kim@example.org'],
  ['kim@example.org👍', 'kim@example.org'],
  ['kim@example.org 🙂', 'kim@example.org'],
  ['kim@example.org❤️', 'kim@example.org'],

  ['', 'email-missing'],
  [' \t\n', 'email-missing'],
  ['<>', 'email-missing'],

  ['Kim Larsson', 'email-name'],
  ['Larsson, Kim', 'email-name'],
  ['Anna-Lena O’Hara', 'email-name'],

  ['kim', 'email-unreadable'],
  ['👍@example.org', 'email-unreadable'],
  ['kim@👍.example.org', 'email-unreadable'],
  ['kim@i❤️u.ws', 'email-unreadable'],
  ['kim@☃.net', 'email-unreadable'],
  ['kim@example.org2', 'email-unreadable'],
  ['kim@example.org_', 'email-unreadable'],
  ['kim@', 'email-unreadable'],
  ['@example.org', 'email-unreadable'],
  ['kim@example', 'email-unreadable'],
  ['kim@.example.org', 'email-unreadable'],
  ['kim@-example.org', 'email-unreadable'],
  ['.kim@example.org', 'email-unreadable'],
  ['kim.@example.org', 'email-unreadable'],
  ['ki..m@example.org', 'email-unreadable'],
  ['kim@alva@example.org', 'email-unreadable'],
  ['kim@example.org, alva@example.org', 'email-unreadable'],
  ['kim@example.org;alva@example.org', 'email-unreadable'],
  ['"kim"@example.org', 'email-unreadable'],
  ['"kim berg"@example.org', 'email-unreadable'],
  ['"a\\"b"@example.org', 'email-unreadable'],
  ['kïm@example.org', 'email-unreadable'],
  ['kim@127.0.0.1', 'email-unreadable'],
  ['kim@2130706433', 'email-unreadable'],
  ['kim@[127.0.0.1]', 'email-unreadable'],
  ['kim@[IPv6:::1]', 'email-unreadable'],
  ['kim@example.org:25', 'email-unreadable'],
  ['kim@example.org/x', 'email-unreadable'],
  ['kim@exa%6dple.org', 'email-unreadable'],
  ['kim@example.org?bcc=alva@example.org', 'email-unreadable'],
  ['kim@exa\nmple.org', 'email-unreadable'],
  ['kim@example.org\r\nBcc: alva@example.org', 'email-unreadable'],
  ['kim\r\nBcc:x@example.org', 'email-unreadable'],
  ['kim\u2028x@example.org', 'email-unreadable'],
  ['kim\0@example.org', 'email-unreadable'],
  [`${'a'.repeat(65)}@example.org`, 'email-unreadable'],
  [`kim@${'a'.repeat(64)}.org`, 'email-unreadable'],
  [`kim@${`${'a'.repeat(60)}.`.repeat(5)}org`, 'email-unreadable'],
  [`${'a'.repeat(10_000)}@example.org`, 'email-unreadable'],
  [`kim@${'a.'.repeat(5_000)}org`, 'email-unreadable'],
  ['a.'.repeat(5_000), 'email-unreadable'],

  ['kim@contoso.example', 'email-own-mailbox'],
  ['KIM@Contoso.example', 'email-own-mailbox'],
  ['kim+private@contoso.example', 'email-own-mailbox'],
  ['kim.berg@outlook.example', 'email-own-mailbox'],
  ['kim.berg+1@outlook.example', 'email-own-mailbox'],
  ['kimberg@gmail.com', 'email-own-mailbox'],
  ['k.i.m.b.e.r.g+x@googlemail.com', 'email-own-mailbox'],
  ['kimberg@outlook.example', 'kimberg@outlook.example'],
  ['kim@gmail.com', 'kim@gmail.com'],

  ['alva@contoso.example', 'email-own-domain'],
  ['alva@mail.contoso.example', 'email-own-domain'],
  ['alva@a.b.CONTOSO.example', 'email-own-domain'],
  ['alva@con\u00adtoso.example', 'email-own-domain'],
  ['alva@fabrikam.example', 'email-own-domain'],
  ['alva@notcontoso.example', 'alva@notcontoso.example'],
  ['alva@contoso.example.org', 'alva@contoso.example.org'],
];

for (const [typed, comesTo] of table) {
  test(`${JSON.stringify(typed.length > 50 ? `${typed.slice(0, 50)}…` : typed)} comes to ${comesTo.slice(0, 50)}`, () => {
    const read = readEmail(typed, mailboxes, ownDomains);
    assert.equal(read.kind === 'email' ? read.address : read.kind, comesTo);
  });
}

const masks: Readonly<Record<string, string>> = {
  'alva@example.org': 'a•••@example.org',
  'al@example.org': 'a•••@example.org',
  'a@example.org': '•••@example.org',
};

for (const [address, mask] of Object.entries(masks)) {
  test(`${address} is shown as ${mask}`, () => assert.equal(maskEmail(address), mask));
}
