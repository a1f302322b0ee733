import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Ticket } from '../../bot/domain/tickets/ticket.ts';
import { figure } from '../support/figure.ts';
import { roads, type Somebody, somebody, turnedClock } from '../support/screens.ts';
import { demoTenant, wordsOf } from '../support/teams-client.ts';
import { type SupportScene, supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';

const clock = turnedClock();
const otherTenant = '00000000-0000-0000-0000-0000000000bb';
let scene: SupportScene;
let victim: Somebody;
let before1: Ticket;
before(async () => {
  scene = await supportScene({ clock });
  victim = somebody(scene.running);
  await roads.home(victim, scene.running, clock);
  await victim.chat.click('contact');
  await victim.chat.click('contact-look', { said: 'Mine alone.', reach: '', urgency: 'urgent', day: '', clock: '' });
  await victim.chat.click('contact-send');
  await scene.shows(/Mine alone\./);
  const rests = async () => (await stored()).letters.length === 0 && ((await stored()).wakes ?? 0) > clock();
  await until('all is sent', rests);
  before1 = await stored();
});
after(() => scene.stop());

const stored = async () => (await scene.tickets())[0] ?? assert.fail('no ticket');
const card = () => scene.shows(/Mine alone\./);

const wordsVerbs = ['ask', 'note', 'resolve', 'return'];
const supportVerbs = [
  'claim',
  'check',
  'back',
  'more',
  'bring-back',
  'let-go',
  'second',
  'second-let-go',
  'open-bring-back',
  ...wordsVerbs,
  ...wordsVerbs.map((verb) => `open-${verb}`),
].map((verb) => `support-${verb}`);
const employeeVerbs = ['say', 'edit', 'reopen', 'withdraw', 'works', 'check-yes', 'check-no'].map(
  (verb) => `ticket-${verb}`,
);
const good = () => ({ ticket: before1.id, seen: 1, words: 'evil', check: 'c1', over: null });

/** Values that no part of a form may have. */
const wrong: readonly unknown[] = [
  undefined,
  null,
  -1,
  1.5,
  true,
  '',
  'x'.repeat(10_000),
  [],
  {},
  '__proto__',
  '0'.repeat(32),
  'F'.repeat(32),
];

const invoke = (verb: unknown, data: object, more: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { verb, data } },
  ...more,
});

test('no verb with a part that is missing, of another type or too long changes a ticket', async () => {
  const [sam, at] = [scene.supporter(1, await card()), await card()];
  let tried = 0;
  for (const verb of supportVerbs) {
    for (const key of ['ticket', 'seen'] as const) {
      for (const value of wrong) {
        const data = { ...good(), [key]: value };
        for (const act of [
          invoke(verb, data, { replyToId: at.id }),
          { type: 'message', value: { verb, ...data }, replyToId: at.id },
        ]) {
          assert.equal((await sam.deliver(sam.envelope(act))).status, 200);
          tried += 1;
        }
      }
    }
  }
  for (const verb of employeeVerbs) {
    for (const value of wrong) {
      await victim.chat.deliver(victim.chat.envelope(invoke(verb, { ...good(), ticket: value })));
      tried += 1;
    }
  }
  const now = await stored();
  assert.deepEqual(now, before1);
  figure({
    test: 'card inputs of tickets',
    measured: `${tried} wrong clicks, nothing changed`,
    target: 'nothing changes',
    met: true,
  });
});

test('supporters’ verbs do nothing in a personal chat, in a group, or for somebody who is no supporter', async () => {
  const at = await card();
  const places: readonly object[] = [
    { id: victim.chat.conversation, conversationType: 'personal', tenantId: demoTenant },
    { id: '19:group', conversationType: 'groupChat', isGroup: true, tenantId: demoTenant },
    { id: '19:strange', conversationType: 'meeting', tenantId: demoTenant },
  ];
  for (const verb of supportVerbs) {
    for (const conversation of places) {
      for (const who of [victim.chat, scene.supporter(1, at)]) {
        await who.deliver({ ...who.envelope(invoke(verb, good())), conversation });
      }
    }
    const nobody = scene.supporter(4, at);
    await nobody.deliver(nobody.envelope(invoke(verb, good(), { replyToId: at.id })));
    const nameless = { ...nobody.envelope(invoke(verb, good())), from: { id: '29:x', name: 'X' } };
    await nobody.deliver(nameless);
  }
  assert.deepEqual(await stored(), before1);
});

test('a supporter of another organisation sees and changes nothing, whatever they know', async () => {
  const at = await card();
  const sam = scene.supporter(1, at);
  const answers: unknown[] = [];
  for (const verb of supportVerbs) {
    const act = sam.envelope(invoke(verb, good(), { replyToId: at.id }));
    const conversation = { ...(act.conversation as object), tenantId: otherTenant };
    answers.push(
      (
        await sam.deliver({
          ...act,
          conversation,
          channelData: { ...(act.channelData as object), tenant: { id: otherTenant } },
        })
      ).body,
    );
  }
  assert.deepEqual(await stored(), before1);
  assert.ok(!JSON.stringify(answers).includes('Mine alone'));
});

test('a colleague who knows the id of a ticket gets what an id that never was gets', async () => {
  const eve = somebody(scene.running);
  await roads.home(eve, scene.running, clock);
  for (const verb of employeeVerbs) {
    const said: string[] = [];
    for (const ticket of [before1.id, 'ab'.repeat(16)]) {
      const texts = eve.chat.texts().length;
      await eve.chat.deliver(eve.chat.envelope(invoke(verb, { ...good(), ticket })));
      said.push([...eve.chat.texts().slice(texts), wordsOf(eve.chat.latest().content)].join('\n'));
    }
    assert.equal(said[0], said[1], verb);
    assert.ok(!said[0]?.includes('Mine alone'));
  }
  assert.deepEqual(await stored(), before1);
});

test('the same click delivered four times, with the same id and with new ones, counts once', async () => {
  const at = await card();
  const sam = scene.supporter(1, at);
  for (const [verb, data] of [
    ['support-claim', {}],
    ['support-ask', { words: 'Which page?' }],
    ['support-note', { words: 'Looking.' }],
    ['support-resolve', { words: 'Done.' }],
  ] as const) {
    const seen = (await stored()).story.length;
    const act = sam.envelope(invoke(verb, { ticket: before1.id, seen, ...data }, { replyToId: at.id }));
    await Promise.all(
      [act, act, { ...act, id: `${verb}-2` }, { ...act, id: `${verb}-3` }].map((one) => sam.deliver(one)),
    );
    assert.equal((await stored()).story.length, seen + 1, verb);
  }
  const shown = () => victim.chat.cards().map(({ content }) => wordsOf(content));
  await until(`their card says so: ${shown().join('\n---\n')}`, () =>
    shown().some((words) => /Does it work now/.test(words)),
  );
});

test('cards from before the end of a ticket do nothing to it, whoever presses them', async () => {
  const at = await card();
  const ended = await stored();
  assert.equal(ended.state, 'resolved');
  const rests = async () => (await stored()).letters.length === 0 && ((await stored()).wakes ?? 0) > clock();
  await until('all is sent', rests);
  const before = await stored();
  for (let seen = 0; seen <= before.story.length; seen += 1) {
    const data = { ...good(), seen };
    for (const number of [1, 2, 3] as const) {
      const who = scene.supporter(number, at);
      for (const verb of ['claim', 'check', 'ask', 'resolve', 'return']) {
        await who.deliver(who.envelope(invoke(`support-${verb}`, data, { replyToId: at.id })));
        await who.deliver(
          who.envelope({ type: 'message', value: { verb: `support-${verb}`, ...data }, replyToId: at.id }),
        );
      }
    }
    for (const verb of ['say', 'withdraw', 'check-yes', 'check-no']) {
      await victim.chat.deliver(victim.chat.envelope(invoke(`ticket-${verb}`, data)));
    }
  }
  assert.deepEqual(await stored(), before);
});

test('ten thousand characters are kept as two thousand, and the card still fits', async () => {
  const at = await card();
  const sam = scene.supporter(1, at);
  const seen = (await stored()).story.length;
  const words = '"[x](https://evil.example)\n'.repeat(400);
  await sam.deliver(sam.envelope(invoke('support-note', { ticket: before1.id, seen, words }, { replyToId: at.id })));
  const told = (await stored()).story.at(-1);
  assert.equal(told && 'words' in told ? told.words.length : 0, 2_000);
  const shown = await scene.shows(/note by Supporter 1[\s\S]*evil\.example/);
  assert.ok(Buffer.byteLength(JSON.stringify(shown.content)) < 28 * 1024);
});
