import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { driftOf, observe } from '../../../bot/doctor/drift.ts';
import { combineFacts } from '../../../bot/domain/diagnosis/collect-facts.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { graphBench, never } from '../../support/graph-parts.ts';
import { type Group, goodPerson, goodTenant, kim } from '../../support/graph-tenant.ts';

const pilots: Group = { id: 'bbbbbbbb-0000-4000-8000-0000000000AA', isAssignableToRole: null };
const all = { targetType: 'group', id: 'all_users', isRegistrationRequired: false };
const group = { targetType: 'group', id: pilots.id.toLowerCase(), isRegistrationRequired: false };

/** E-mail and texts as they are targeted; everything else is on for everybody. */
function tenantWith(includeTargets: readonly object[], excludeTargets: readonly object[], groups: Group[]) {
  const tenant = goodTenant(goodPerson({ groups }));
  const configurations = tenant.methodsPolicy.authenticationMethodConfigurations as Record<string, unknown>[];
  for (const one of configurations.filter(({ id }) => id === 'Email' || id === 'Sms')) {
    const own = one.id === 'Sms' ? { isUsableForSignIn: false } : {};
    Object.assign(one, { includeTargets: includeTargets.map((target) => ({ ...target, ...own })), excludeTargets });
  }
  return tenant;
}

async function seenOf(t: TestContext, tenant: ReturnType<typeof tenantWith>, missing?: 'groups') {
  const bench = await graphBench(t, tenant);
  if (missing) {
    const body = { error: { code: 'x', message: 'x' } };
    bench.graph.fault = ({ path }) => (path.includes('microsoft.graph.group') ? { status: 403, body } : undefined);
  }
  const facts = await bench.directory.facts(kim, never());
  const { methodPolicy } = facts;
  const given = { seen: facts, at: bench.time.now(), policy: defaultPolicy, own: null, changedAt: null };
  return {
    ...bench,
    policy: methodPolicy.kind === 'seen' ? methodPolicy.value : assert.fail(),
    facts: combineFacts(given),
  };
}

const target = { targetType: 'group', id: group.id };

for (const [what, include, exclude, groups, on] of [
  ['everybody', [all], [], [], true],
  ['a group they are in', [group], [], [pilots], true],
  ['a group they are not in', [group], [], [], false],
  ['everybody but a group they are in', [all], [target], [pilots], false],
  ['everybody but a group they are not in', [all], [target], [], true],
  ['nobody', [], [], [pilots], false],
] as const) {
  test(`a method that is on for ${what} is ${on ? '' : 'not '}allowed for them`, async (t) => {
    const { policy, facts } = await seenOf(t, tenantWith(include, exclude, [...groups]));
    assert.deepEqual([policy.email, policy.text, policy.app], [on, on, true]);
    assert.equal(facts.allowed.kind === 'known' && facts.allowed.value.includes('authentication-email'), on);
  });
}

test('where their groups can not be read, a method that is on for one group is not known to be allowed', async (t) => {
  const { policy, facts } = await seenOf(t, tenantWith([group], [], [pilots]), 'groups');
  assert.deepEqual([policy.email, policy.app], ['some', true]);
  assert.equal(facts.allowed.kind, 'not-known');
});

test('IT is told of a method that the bot offers to everybody and the directory to some', async (t) => {
  const { reader } = await seenOf(t, tenantWith([all], [target], []));
  const found = driftOf(defaultPolicy, await observe(reader, never()));
  assert.deepEqual(
    found.map(({ id }) => id),
    ['drift-text-some', 'drift-email-some'],
  );
  assert.match(found[0]?.says ?? '', /on for some groups only/);
});
