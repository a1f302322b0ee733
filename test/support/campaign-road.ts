import { personId } from '../../bot/domain/account/person.ts';
import { whereListed } from '../../bot/domain/campaigns/audience.ts';
import { campaignSettingsSchema } from '../../bot/domain/campaigns/campaign.ts';
import { createCampaigns } from '../../bot/domain/campaigns/campaigns.ts';
import { recipientId } from '../../bot/domain/campaigns/recipient.ts';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { policyOfEverybody } from '../../bot/domain/policy-rules.ts';
import { minute } from '../../bot/domain/time.ts';
import { storedPolicy } from '../../bot/settings/policy-file.ts';
import { anybody, type RunningBot } from './bot.ts';
import type { HandClock } from './clock.ts';
import { fillIn, type Road, type Somebody } from './screens.ts';
import { until } from './until.ts';

/** A campaign about one person alone, whose card is in their chat when this is done; it ends with the road. */
async function withCard(
  one: Somebody,
  running: RunningBot,
  clock: HandClock,
  onTheCard: () => Promise<unknown>,
): Promise<void> {
  await one.chat.install();
  const { employee, objectId } = one;
  const id = `for ${objectId}`;
  const policy = (await storedPolicy(running.records)) ?? defaultPolicy;
  const it = createCampaigns({ store: running.records, clock, policy: async () => policyOfEverybody(policy) });
  const settings = campaignSettingsSchema.parse({ name: id, by: '2026-12-18', hours: { from: '00:00', to: '23:45' } });
  const sources = {
    listed: [{ employee, entry: running.entries.get(objectId) ?? anybody, department: null, report: undefined }],
    personOf: () => running.records.read('person', personId(employee)),
    reaches: async () => true,
    members: undefined,
    whereabouts: whereListed,
    policy,
  };
  await it.create(id, employee.tenantId, settings, 'it');
  await it.rehearse(id, sources, 'it');
  // The greeting is a talk of half an hour.
  clock.turn(31 * minute);
  await it.start(id, sources, 'it');
  const sent = async () => {
    const recipient = await running.records.read('campaign-recipient', recipientId(id, employee));
    return recipient?.messages[0]?.result === 'sent';
  };
  await until('the card of the campaign is there', sent);
  await onTheCard();
  await it.stop(id, 'it');
  await until('the campaign is settled', async () => (await it.read(id))?.settled === true);
}

/** What people do about a campaign's card. */
export const campaignRoads: Readonly<Record<string, Road>> = {
  'a campaign, one code': async (one, running, clock) => {
    fillIn(one, running);
    await withCard(one, running, clock, async () => {
      await one.chat.click('campaign-go');
      await one.chat.click('code', { code: await running.caught.code(one.number) });
    });
  },
  'a campaign, from nothing': (one, running, clock) =>
    withCard(one, running, clock, () => one.chat.click('campaign-go')),
  'a campaign, put off': (one, running, clock) =>
    withCard(one, running, clock, () => one.chat.click('campaign-later', { days: '7' })),
  'a campaign, never again': (one, running, clock) =>
    withCard(one, running, clock, () => one.chat.click('campaign-never')),
};
