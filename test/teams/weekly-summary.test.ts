import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trialRecipient } from '../../bot/compose/campaigns.ts';
import { newPerson, personId } from '../../bot/domain/account/person.ts';
import { campaignSettingsSchema, newCampaign } from '../../bot/domain/campaigns/campaign.ts';
import { recipientId } from '../../bot/domain/campaigns/recipient.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { hour, minute, second } from '../../bot/domain/time.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { person } from '../support/bot.ts';
import { somebody, turnedClock } from '../support/screens.ts';
import { wordsOf } from '../support/teams-client.ts';
import { asksFor, withPhone } from '../support/tickets-asked.ts';
import { supporters, supportScene } from '../support/tickets-team.ts';
import { until } from '../support/until.ts';

/** Of the Playground: in local mode it is the one that is served. */
const tenantId = '7e57ed00-0000-4000-8000-000000000000';

test('on Monday morning the support channel and the first mailbox read how it goes, by the records there are', async (t) => {
  // A Monday, 06:00 UTC.
  const clock = turnedClock();
  const scene = await supportScene({ clock, tenantId });
  t.after(() => scene.stop());
  const { records, caught } = scene.running;
  const support = {
    ...defaultPolicy.support,
    supporters: [supporters[0] ?? ''],
    tiers: [['it@example.org']],
    summary: 'both',
  } as const;
  await setPolicy(records, { ...defaultPolicy, methodsRequired: 1, support }, 'it', clock());
  const one = await withPhone(scene, clock, somebody(scene.running, { tenantId }));
  await asksFor(one, 'It fails.');
  const settings = campaignSettingsSchema.parse({ name: 'Ready in time', by: '2027-01-29' });
  const campaign = { ...newCampaign('ready', tenantId, settings, 'it', clock()), state: 'paused' } as const;
  await records.update('campaign', 'ready', () => ({ record: campaign, outcome: undefined }));
  for (let at = 0; at < 6; at += 1) {
    const employee = { tenantId, objectId: person(50 + at) };
    await records.update('person', personId(employee), () => ({ record: newPerson(employee), outcome: undefined }));
    const sent = trialRecipient(campaign, employee, clock());
    const message = { at: clock(), result: 'sent', card: '1700000000000' } as const;
    const record = { ...sent, messages: at < 4 ? [message] : [], readUpTo: at < 3 ? 1_700_000_000_000 : null };
    await records.update('campaign-recipient', recipientId('ready', employee), () => ({ record, outcome: undefined }));
  }
  const cards = () => scene.board().filter(({ content }) => /The week of/.test(wordsOf(content)));
  const mails = () => caught.messages.filter(({ subject }) => subject?.includes('the week of'));
  clock.turn(hour + 55 * minute);
  await scene.shows(/R-0001/);
  assert.deepEqual([cards().length, mails().length], [0, 0], 'not before eight');
  clock.turn(10 * minute);
  await until('the card and the mail are there', () => {
    clock.turn(second / 2);
    return cards().length > 0 && mails().length > 0;
  });
  const said = wordsOf(cards()[0]?.content).replaceAll(/\s+/g, ' ');
  assert.match(said, /Everybody 7 Ready today 1 /);
  assert.match(
    said,
    /Campaign: Ready in time Asked to get ready 6 Got a message 4 Saw it, as far as is known 3 Not known whether they saw it 1/,
  );
  assert.match(said, /Open tickets by age Under an hour 0 Under a day 1 /);
  clock.turn(5 * hour);
  await until('a look later nothing more has come', async () => (await scene.tickets()).length === 1);
  assert.deepEqual([cards().length, mails().length], [1, 1]);
});
