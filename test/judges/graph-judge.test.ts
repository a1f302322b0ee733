import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Judged, judgeAnswer, judgeRequest } from './graph-judge.ts';

const id = 'aaaaaaaa-0000-4000-8000-000000000001';
const mobile = '3179e48a-750b-4051-897c-87b9720928f7';

function request(method: string, path: string, body?: unknown, headers: Judged['headers'] = {}): Judged {
  return { method, path, headers, body };
}

const eventual = { consistencylevel: 'eventual' };
const byFeature = (types: string, roles: string) =>
  `/reports/authenticationMethods/usersRegisteredByFeature(includedUserTypes='${types}',includedUserRoles='${roles}')`;
const members = `/groups/${id}/transitiveMembers/microsoft.graph.user`;
const details = '/reports/authenticationMethods/userRegistrationDetails';

const phones = `/users/${id}/authentication/phoneMethods`;
const emails = `/users/${id}/authentication/emailMethods`;
const mail = (more: object) => ({
  message: {
    subject: 'Hello',
    body: { contentType: 'Text', content: 'Words' },
    toRecipients: [{ emailAddress: { address: 'kim@example.org' } }],
    ...more,
  },
});

// A judge that cannot read a schema accepts everything, so each write has one that must be refused.
const refused: readonly [why: string, request: Judged][] = [
  ['a number with several spaces', request('POST', phones, { phoneNumber: '+46 70 123 45 67', phoneType: 'mobile' })],
  ['a number without space', request('POST', phones, { phoneNumber: '+46701234567', phoneType: 'mobile' })],
  ['a type nobody knows', request('POST', phones, { phoneNumber: '+46 701234567', phoneType: 'home' })],
  [
    'a phone with more than it takes',
    request('POST', phones, { phoneNumber: '+46 701234567', phoneType: 'mobile', x: 1 }),
  ],
  ['a change without number', request('PATCH', `${phones}/${mobile}`, { phoneType: 'mobile' })],
  ['a phone id of our own', request('PATCH', `${phones}/${id}`, { phoneNumber: '+46 701234567' })],
  ['a removal with a body', request('DELETE', `${phones}/${mobile}`, { phoneNumber: '+46 701234567' })],
  ['a removal of all numbers at once', request('DELETE', phones)],
  ['a removal of all addresses at once', request('DELETE', emails)],
  ['a change to no address', request('PATCH', `${emails}/3ddfcfc8-9383-446f-83cc-3ab9be4be18f`, {})],
  ['an address that is none', request('POST', emails, { emailAddress: 'kim' })],
  [
    'a mail header that is not an x-header',
    request(
      'POST',
      `/users/${id}/sendMail`,
      mail({ internetMessageHeaders: [{ name: 'Auto-Submitted', value: 'x' }] }),
    ),
  ],
  ['a mail to nobody', request('POST', `/users/${id}/sendMail`, mail({ toRecipients: [] }))],
  ['a query option that is not offered', request('GET', `${phones}?$select=id`)],
  ['a page size beyond the most', request('GET', '/users?$top=1000')],
  ['a person by something that is no id', request('GET', '/users/kim?$select=id')],
  ['a path nobody knows', request('GET', `/users/${id}/secrets`)],
  ['a parameter inside a segment that is not one of its words', request('GET', byFeature('robots', 'all'))],
  ['a cast without the header it needs', request('GET', `${members}?$count=true`)],
  ['a cast without the option it needs', request('GET', members, undefined, eventual)],
  [
    'a cast with another word in the header',
    request('GET', `${members}?$count=true`, undefined, { consistencylevel: 'x' }),
  ],
  ['a selection of the report, which the reference does not offer', request('GET', `${details}?$select=id`)],
  ['a page size of the report', request('GET', `${details}?$top=10`)],
  ['a selection of one line of the report', request('GET', `${details}/${id}?$select=id`)],
  [
    'a filter by role that is none',
    request('GET', `/roleManagement/directory/roleAssignments?$filter=principal eq '${id}'`),
  ],
  ['a verb that is not offered', request('PUT', phones, {})],
];

for (const [why, one] of refused) {
  test(`the judge refuses ${why}`, () => {
    assert.notDeepEqual(judgeRequest(one), []);
  });
}

const accepted: readonly Judged[] = [
  request('POST', phones, { phoneNumber: '+46 701234567', phoneType: 'mobile' }),
  request('PATCH', `${phones}/${mobile}`, { phoneNumber: '+1 2065555555', phoneType: 'mobile' }),
  request('POST', emails, { emailAddress: 'kim@example.org' }),
  request('DELETE', `${phones}/${mobile}`),
  request('DELETE', `${emails}/3ddfcfc8-9383-446f-83cc-3ab9be4be18f`),
  request('POST', `/users/${id}/sendMail`, mail({})),
  request('GET', `/users/${id}?$select=id,displayName`),
  request('GET', '/directory/onPremisesSynchronization?$select=id,features'),
  request('GET', byFeature('all', 'privilegedAdmin')),
  request('GET', `${members}?$count=true&$select=id`, undefined, eventual),
  request('GET', `${details}?$filter=isSsprEnabled eq false`),
  request('GET', `${details}/${id}`),
];

test('the judge accepts what the reference pages show', () => {
  for (const one of accepted) assert.deepEqual(judgeRequest(one), [], `${one.method} ${one.path}`);
});

test('the judge takes a line of the report plain and wrapped, and targets of a method of its own kind only', () => {
  const one = request('GET', `${details}/${id}`);
  assert.deepEqual(judgeAnswer(one, 200, { id, isSsprEnabled: true }), []);
  assert.deepEqual(judgeAnswer(one, 200, { value: { id, isSsprEnabled: true } }), []);
  assert.notDeepEqual(judgeAnswer(one, 200, { value: [{ id }] }), []);
  const policy = request('GET', '/policies/authenticationMethodsPolicy');
  const target = { targetType: 'group', id: 'all_users', isRegistrationRequired: false, isUsableForSignIn: false };
  const answer = (type: string) => ({
    authenticationMethodConfigurations: [
      {
        '@odata.type': `#microsoft.graph.${type}AuthenticationMethodConfiguration`,
        id: type,
        includeTargets: [target],
      },
    ],
  });
  assert.deepEqual(judgeAnswer(policy, 200, answer('sms')), []);
  assert.notDeepEqual(judgeAnswer(policy, 200, answer('voice')), []);
});

test('the judge refuses answers with properties, statuses and forms that do not exist', () => {
  const list = request('GET', phones);
  const one = { id: mobile, phoneNumber: '+46 701234567', phoneType: 'mobile', smsSignInState: 'notConfigured' };
  assert.deepEqual(judgeAnswer(list, 200, { value: [one] }), []);
  assert.deepEqual(judgeAnswer(list, 403, { error: { code: 'accessDenied', message: 'x' } }), []);
  assert.notDeepEqual(judgeAnswer(list, 200, { value: [{ ...one, secret: 1 }] }), []);
  assert.notDeepEqual(judgeAnswer(list, 200, [one]), []);
  assert.notDeepEqual(judgeAnswer(list, 418, {}), []);
  assert.notDeepEqual(judgeAnswer(list, 403, {}), []);
  assert.notDeepEqual(judgeAnswer(request('PATCH', `${phones}/${mobile}`, {}), 204, {}), []);
});
