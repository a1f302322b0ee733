import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newPerson } from '../../../bot/domain/account/person.ts';
import {
  gatherAudience,
  type ListedEmployee,
  policyEffect,
  whereListed,
} from '../../../bot/domain/campaigns/audience.ts';
import { campaignSettingsSchema } from '../../../bot/domain/campaigns/campaign.ts';
import { readinessLines } from '../../../bot/domain/campaigns/group-lines.ts';
import { countReadiness } from '../../../bot/domain/campaigns/readiness-count.ts';
import { defaultPolicy } from '../../../bot/domain/policy.ts';
import { hour, second } from '../../../bot/domain/time.ts';
import { installationQuota } from '../../../bot/providers/directory/graph/graph.ts';
import { graphInstaller } from '../../../bot/providers/directory/graph/installation.ts';
import { listEmployees, membersOfEach } from '../../../bot/providers/directory/graph/people-list.ts';
import type { TokenSource } from '../../../bot/providers/directory/graph/token.ts';
import { alwaysToken, graphBench, never } from '../../support/graph-parts.ts';
import { goodPerson, goodTenant, kim, type TenantPerson, tenantId } from '../../support/graph-tenant.ts';

const settings = campaignSettingsSchema.parse({ name: 'Ready', by: '2027-01-29' });
const now = Date.UTC(2026, 10, 24, 9);

function who(number: number, report: object, user: object = {}): TenantPerson {
  const id = kim.objectId.replace(/1$/, `${number}`);
  const one = goodPerson();
  const none = { mobilePhone: null, otherMails: [], businessPhones: [] };
  const not = { isSsprEnabled: true, isSsprRegistered: false, isSsprCapable: false, isAdmin: false };
  const lines = {
    ...one.report,
    ...not,
    methodsRegistered: [],
    lastUpdatedDateTime: '2026-11-24T04:00:00Z',
    ...report,
  };
  return { ...one, phones: [], user: { ...one.user, ...none, ...user, id }, report: { ...lines, id } };
}

const ready = { isSsprRegistered: true, isSsprCapable: true };
const organisation = [
  who(1, { ...ready, methodsRegistered: ['mobilePhone', 'email'] }),
  who(2, { methodsRegistered: ['email'] }),
  who(3, {}),
  who(4, {}, { mobilePhone: '070-123 45 67', department: 'Sales' }),
  who(5, { methodsRegistered: ['softwareOneTimePasscode'] }),
  who(6, { methodsRegistered: ['email'], isSsprEnabled: false }),
  who(7, { ...ready, methodsRegistered: ['email', 'softwareOneTimePasscode'] }),
  who(8, { ...ready, methodsRegistered: ['email', 'mobilePhone'], isAdmin: true }),
  who(9, {}, { userType: 'Guest' }),
];

async function listed(t: Parameters<typeof graphBench>[0]): Promise<readonly ListedEmployee[]> {
  const { reader, graph } = await graphBench(t, goodTenant(...organisation));
  const read = await listEmployees(reader, tenantId, 'link', never());
  assert.equal(read.kind, 'read');
  assert.equal(graph.got.length, 2, 'two lists, and nobody is asked about alone');
  return read.value;
}

const nobody = async () => undefined;

test('who is not ready and why is counted from the lists of Entra', async (t) => {
  const sources = {
    personOf: nobody,
    reaches: async () => false,
    members: undefined,
    refusers: new Set<string>(),
    whereabouts: whereListed,
  };
  const found = await gatherAudience(settings, { ...sources, listed: await listed(t), policy: defaultPolicy }, now);
  assert.deepEqual([found.people, found.ready], [8, 1]);
  assert.deepEqual(found.notReady, {
    'not-on': 1,
    nothing: 1,
    'too-few': 1,
    'filled-in': 1,
    // A phone beside the mailbox, until Microsoft's texts end: two people, one of them an administrator.
    'falls-back': 2,
    'only-app': 1,
  });
  assert.deepEqual([found.leftOut.guest, found.leftOut['not-on'], found.invited.length, found.reachable], [1, 1, 6, 0]);
  const shown = found.invited.find(({ reason }) => reason === 'filled-in');
  assert.match(shown?.onFile[0]?.shown ?? '', /^\+46 70.*67$/, 'masked');
  assert.equal(found.invited.find(({ reason }) => reason === 'falls-back')?.lapse?.what, 'phone');
});

test('how ready everybody is, and why not, is told by department, country and group, small ones together', async (t) => {
  const everybody = await listed(t);
  const [first, second] = everybody.map(({ employee }) => employee.objectId);
  const members = new Map([
    ['night', new Set([first ?? ''])],
    ['board', new Set([first ?? '', second ?? ''])],
  ]);
  const placed = everybody.map((one, at) => ({ ...one, department: at < 5 ? 'Sales' : at < 6 ? 'Stores' : null }));
  const sources = {
    listed: placed,
    personOf: nobody,
    reaches: async () => false,
    members,
    policy: defaultPolicy,
    whereabouts: whereListed,
  };
  const found = await countReadiness(sources, now);
  const audience = await gatherAudience(
    settings,
    { ...sources, listed: everybody, members: undefined, refusers: new Set() },
    now,
  );
  const { ready, 'ready-then': then, unreachable, ...reasons } = found.counts;
  assert.deepEqual(reasons, audience.notReady, 'the same reckoning as a campaign makes');
  // Two of the three have a phone beside a mailbox, until Microsoft's texts end.
  assert.deepEqual([found.people, ready, then, unreachable], [8, 3, 1, 7]);
  assert.deepEqual(
    found.departments.map(({ name, groups, people }) => [name, groups, people]),
    [[null, 3, 8]],
    'one in Stores: to the two without a department, and still too few, so to Sales',
  );
  assert.deepEqual(
    found.groups.map(({ name, groups, people }) => [name, groups, people]),
    [[null, 3, 8]],
  );
  const lines = readinessLines(found);
  assert.match(lines[0] ?? '', /^by,name,people,ready,ready on 2027-02-01,not-on,nothing,/);
  assert.equal(lines[1], 'all,,8,3,1,1,1,1,1,2,1,7');
  assert.ok(lines.includes('department,(3 together),8,3,1,1,1,1,1,2,1,7'), lines.join('\n'));
});

test('departments and refusers are left out, and told', async (t) => {
  const everybody = await listed(t);
  const refusers = new Set(everybody.slice(3, 4).map(({ employee }) => employee.objectId));
  const sources = {
    listed: everybody,
    personOf: nobody,
    reaches: async () => true,
    members: undefined,
    policy: defaultPolicy,
    whereabouts: whereListed,
  };
  const sales = await gatherAudience({ ...settings, departments: ['Sales'] }, { ...sources, refusers: new Set() }, now);
  assert.deepEqual([sales.invited.length, sales.leftOut.department, sales.reachable], [1, 5, 1]);
  const asked = await gatherAudience(settings, { ...sources, refusers }, now);
  assert.deepEqual([asked.invited.length, asked.leftOut['not-again']], [5, 1]);
});

test('the what-if counts what stands in Entra, and directory administrators by their own rule', async (t) => {
  const current = { policy: defaultPolicy, at: now };
  const losing = async (policy: typeof defaultPolicy, at = now) => {
    const lost: string[] = [];
    for (const one of await everybody) {
      if ((await policyEffect(one, newPerson(one.employee), current, { policy, at })).kind === 'loses')
        lost.push(one.employee.objectId.slice(-1));
    }
    return lost;
  };
  const everybody = listed(t);
  const mailboxes = { ...defaultPolicy, email: { allowed: false } };
  assert.deepEqual(await losing(defaultPolicy), []);
  assert.deepEqual(await losing(defaultPolicy, Date.UTC(2027, 1, 2)), ['1', '8'], 'once the texts have ended');
  assert.deepEqual(await losing({ ...mailboxes, methodsRequired: 1 }), ['7'], 'an app alone is left');
});

test('members of each of the groups are found, through groups in them', async (t) => {
  const groups = ['bbbbbbbb-0000-4000-8000-00000000000a', 'bbbbbbbb-0000-4000-8000-00000000000b'] as const;
  const id = (number: number) => kim.objectId.replace(/1$/, `${number}`);
  const members = { [groups[0]]: [id(1), id(2)], [groups[1]]: [id(2), id(3).toUpperCase()] };
  const { reader } = await graphBench(t, { ...goodTenant(), members });
  const read = await membersOfEach(reader, groups, never());
  assert.deepEqual(read.kind === 'read' && [...read.value].map(([group, ids]) => [group, [...ids]]), [
    [groups[0], [id(1), id(2)]],
    [groups[1], [id(2), id(3)]],
  ]);
});

const external = '0a1b2c3d-0000-4000-8000-0123456789ab';
const catalogued = '22f73bbe-f67a-4dea-bd54-54cac718cb2b';
const tokensWith = (...roles: readonly string[]): TokenSource => ({
  ...alwaysToken,
  get: async () => ({ kind: 'token', token: `x.${Buffer.from(JSON.stringify({ roles })).toString('base64url')}.x` }),
});
const right = 'TeamsAppInstallation.ReadWriteSelfForUser.All';

test('the app is installed for somebody, and their chat is found', async (t) => {
  const tenant = {
    ...goodTenant(who(1, {}), who(2, {}), { ...who(3, {}), app: 'denied' as const }),
    apps: { [external]: catalogued },
  };
  const { client, graph } = await graphBench(t, tenant);
  const installer = graphInstaller(client, tokensWith(right, 'AppCatalog.Read.All'), external);
  const keyOf = (number: number) => ({ tenantId, objectId: kim.objectId.replace(/1$/, `${number}`) });
  assert.equal(await installer.ready(never()), true);
  assert.deepEqual(await installer.chatOf(keyOf(1), never()), { kind: 'none' });
  assert.deepEqual(await installer.install(keyOf(1), never()), { kind: 'installed' });
  assert.deepEqual(await installer.install(keyOf(1), never()), { kind: 'installed' }, 'who has it has it');
  const found = await installer.chatOf(keyOf(1), never());
  assert.equal(found.kind === 'chat' && found.chat, `19:${keyOf(1).objectId}_bot@unq.gbl.spaces`);
  assert.deepEqual(await installer.install(keyOf(3), never()), { kind: 'refused' });
  assert.deepEqual(await installer.install(keyOf(7), never()), { kind: 'refused' }, 'who is not there');
  const looked = graph.got.filter(({ path }) => path.startsWith('/appCatalogs')).length;
  assert.equal(looked, 1, 'the catalogue is asked once');
});

test('without the right, or without the app in the catalogue, nothing is tried, and it is looked again', async (t) => {
  const tenant = { ...goodTenant(who(1, {})), apps: {} as Record<string, string> };
  const { client, graph, time } = await graphBench(t, tenant);
  const without = graphInstaller(client, tokensWith('User.Read.All'), external);
  assert.equal(await without.ready(never()), false);
  assert.deepEqual(graph.got, []);
  const installer = graphInstaller(client, tokensWith(right), external);
  assert.equal(await installer.ready(never()), false);
  assert.equal((await installer.install(kim, never())).kind, 'later');
  tenant.apps[external] = catalogued;
  time.turn(hour + second);
  assert.equal(await installer.ready(never()), true);
});

test('where the token does not tell, a refusal ends nobody', async (t) => {
  const tenant = { ...goodTenant({ ...who(1, {}), app: 'denied' as const }), apps: { [external]: catalogued } };
  const { client } = await graphBench(t, tenant);
  const installer = graphInstaller(client, alwaysToken, external);
  assert.equal((await installer.install(kim, never())).kind, 'later');
  assert.ok(installationQuota.most <= 30);
});
