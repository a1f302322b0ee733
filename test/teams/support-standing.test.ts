import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { anybody } from '../support/bot.ts';
import { demoTenant } from '../support/teams-client.ts';
import { type SupportScene, supportChannel, supporters, supportScene, supportTeam } from '../support/tickets-team.ts';

const [, two = '', three = '', four = ''] = supporters;
let scene: SupportScene;
before(async () => {
  scene = await supportScene();
});
after(() => scene.stop());
beforeEach(() => {
  scene.connector.rosters.clear();
  scene.connector.accounts.clear();
  scene.running.entries.clear();
});

/** How a supporter is spoken to who says that the channel is to be the one it is already. */
async function told(number: 1 | 2 | 3 | 4, channelData: object = {}): Promise<'supporter' | 'nobody' | 'unsure'> {
  const client = scene.supporter(number);
  const envelope = client.envelope({ type: 'message', text: 'Use this channel' });
  await client.deliver({ ...envelope, channelData: { ...Object(envelope.channelData), ...channelData } });
  const said = scene.connector.posted.at(-1)?.activity.text ?? '';
  if (/already/.test(said)) return 'supporter';
  if (/could not look up/.test(said)) return 'unsure';
  assert.match(said, /Only members of the support team/);
  return 'nobody';
}

const rosters = (team: readonly string[], channel: readonly string[]) => {
  scene.connector.rosters.set(supportTeam, new Set(team));
  scene.connector.rosters.set(supportChannel, new Set(channel));
};
const of = (type: string) => ({ channel: { id: supportChannel, type } });

test('in a standard channel every member of the team is a supporter', async () => {
  rosters([two, three], [two, three]);
  assert.deepEqual(
    [await told(2, of('standard')), await told(3, of('standard')), await told(4, of('standard'))],
    ['supporter', 'supporter', 'nobody'],
  );
});

test('in a private channel the members of the channel are supporters, and not the rest of the team', async () => {
  rosters([two, three], [two]);
  assert.deepEqual([await told(2, of('private')), await told(3, of('private'))], ['supporter', 'nobody']);
});

test('in a shared channel whoever is in it is a supporter without being in the team', async () => {
  rosters([two], [three]);
  assert.deepEqual([await told(2, of('shared')), await told(3, of('shared'))], ['nobody', 'supporter']);
});

test('somebody of another organisation in a shared channel is none', async () => {
  rosters([], [three, four]);
  scene.connector.accounts.set(three, { tenantId: '22222222-2222-4222-8222-222222222222', userRole: 'user' });
  scene.connector.accounts.set(four, { tenantId: demoTenant, userRole: 'user' });
  assert.deepEqual([await told(3, of('shared')), await told(4, of('shared'))], ['nobody', 'supporter']);
});

for (const [what, account, member] of [
  ['a guest, as Teams says', 'member', { userRole: 'guest' }],
  ['somebody without a name there, as Teams says', 'member', { userRole: 'anonymous' }],
  ['a guest, as the directory says', 'guest', {}],
  ['a closed account', 'disabled', {}],
] as const) {
  test(`${what} is no supporter, though in the channel`, async () => {
    scene.running.entries.set(two, { ...anybody, account });
    scene.connector.accounts.set(two, member);
    assert.equal(await told(2), 'nobody');
  });
}

for (const account of ['guest', 'disabled'] as const) {
  test(`who is ${account} in the directory is no supporter, though listed in the policy`, async () => {
    scene.running.entries.set(supporters[0] ?? '', { ...anybody, account });
    assert.equal(await told(1), 'nobody');
  });
}

test('who lost their account is none at the next press of a button that was there before', async () => {
  assert.equal(await told(2), 'supporter');
  scene.running.entries.set(two, { ...anybody, account: 'disabled' });
  assert.equal(await told(2), 'nobody');
});

test('a channel that does not show who is in it lets nobody act', async () => {
  scene.connector.membersFail = 403;
  try {
    assert.equal(await told(2), 'unsure');
  } finally {
    scene.connector.membersFail = undefined;
  }
});
