import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { demoPeople, demoTenant } from '../../bot/local/people.ts';
import type { MyView, OrganisationView } from '../../bot/tab/page-data.ts';
import { turnedClock } from '../support/screens.ts';
import { type SupportScene, supportScene } from '../support/tickets-team.ts';

const clock = turnedClock();
let scene: SupportScene;
before(async () => {
  scene = await supportScene({ clock, tenantId: demoTenant });
});
after(() => scene.stop());

/** One of the demo people, in a chat. */
function demo(as: string) {
  const { objectId } = demoPeople.find((one) => one.as === as)?.employee ?? assert.fail(as);
  return { objectId, chat: scene.running.client({ objectId, tenantId: demoTenant }) };
}

async function tab<View>(as: string, path: string): Promise<View | number> {
  const headers = { authorization: `Bearer demo.${as}.local` };
  const response = await fetch(`${scene.running.url}${path}?language=en&timeZone=UTC`, { headers });
  return response.ok ? ((await response.json()) as View) : response.status;
}

async function mine(as: string): Promise<MyView> {
  const view = await tab<MyView>(as, '/tab/me');
  return typeof view === 'number' ? assert.fail(`${view}`) : view;
}

test('somebody’s tab shows their own open requests and where each stands', async () => {
  const robin = demo('robin');
  await robin.chat.install();
  await robin.chat.click('contact');
  await robin.chat.click('contact-look', {
    said: 'SSPR_0010 again.',
    reach: '',
    urgency: 'normal',
    day: '',
    clock: '',
  });
  await robin.chat.click('contact-send');
  const card = await scene.shows(/SSPR_0010 again/);
  const waiting = { name: 'R-0001, sent on 23 November 2026', state: 'Waiting for somebody to take it' };
  assert.deepEqual((await mine('robin')).tickets.rows, [waiting]);
  assert.deepEqual((await mine('alva')).tickets.rows, []);

  const sam = scene.supporter(2, card);
  const act = (verb: string, data: object) =>
    sam.deliver(
      sam.envelope({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { verb, data: { ticket: ticket.id, seen: 1, ...data } } },
        replyToId: card.id,
      }),
    );
  const [ticket = assert.fail()] = await scene.tickets();
  await act('support-claim', {});
  assert.equal((await mine('robin')).tickets.rows[0]?.state, 'Somebody is working on it');
  await act('support-ask', { words: 'Which page?' });
  assert.equal((await mine('robin')).tickets.rows[0]?.state, 'We need an answer from you');
  await act('support-resolve', { words: 'Try now.' });
  assert.deepEqual((await mine('robin')).tickets.rows, []);
});

test('supporters, and nobody else, see open tickets by age and failures by cause', async () => {
  const maja = demo('maja');
  await maja.chat.install();
  await maja.chat.click('contact');
  await maja.chat.click('contact-look', { said: 'Still SSPR_0010.', reach: '', urgency: 'normal', day: '', clock: '' });
  await maja.chat.click('contact-send');
  const { objectId } = demo('sam');
  scene.connector.names.set('29:sam', objectId);
  assert.equal((await mine('sam')).organisation, null);
  assert.equal(await tab('sam', '/tab/organisation'), 403);
  scene.connector.members.add(objectId);
  assert.equal((await mine('sam')).organisation, 'The organisation');
  clock.turn(2 * 60 * 60_000);
  const view = await tab<OrganisationView>('sam', '/tab/organisation');
  assert.ok(typeof view !== 'number');
  assert.deepEqual(
    view.tickets.rows.map(({ count }) => count),
    [0, 1, 0, 0],
  );
  const found = (await scene.tickets()).flatMap(({ facts }) => facts.findings.slice(0, 1));
  assert.equal(
    view.failures.rows.reduce((sum, { count }) => sum + count, 0),
    found.length,
  );
  scene.connector.membersFail = 503;
  assert.equal(await tab('sam', '/tab/organisation'), 403, 'a directory that does not answer opens nothing');
  scene.connector.membersFail = undefined;
  scene.connector.members.delete(objectId);
  assert.equal(await tab('sam', '/tab/organisation'), 403);
});
