import type { Policy } from '../policy.ts';
import { eachRecord, removeEach, type Store } from '../ports/store.ts';
import type { Clock } from '../ports/system.ts';
import { minute, second } from '../time.ts';
import { type Audience, type AudienceSources, gatherAudience } from './audience.ts';
import {
  type Campaign,
  type CampaignAct,
  type CampaignSettings,
  campaignLife,
  endedAt,
  isOpen,
  moved,
  newCampaign,
  withCampaignAct,
} from './campaign.ts';
import { type CampaignFunnel, countFunnel } from './funnel.ts';
import { type CampaignRehearsal, planFirsts, rehearseCampaign } from './plan.ts';
import { newRecipient, recipientId, standingField } from './recipient.ts';

/** Why something was not done to a campaign. */
export type CampaignRefusal =
  | { readonly kind: 'unknown-campaign' }
  | { readonly kind: 'name-taken' }
  /** Not in the state it is in. */
  | { readonly kind: 'not-now'; readonly state: Campaign['state'] }
  /** Another one runs or is paused: there is one at a time. */
  | { readonly kind: 'another-runs'; readonly id: string };

export interface CampaignDone {
  readonly kind: 'done';
  readonly campaign: Campaign;
}

/** What IT does with campaigns. `by`: who does it, for the trail. */
export interface Campaigns {
  create(id: string, tenantId: string, settings: CampaignSettings, by: string): Promise<CampaignDone | CampaignRefusal>;
  /** Tells what it would come to; nothing goes out. */
  rehearse(
    id: string,
    sources: Omit<AudienceSources, 'refusers'>,
    by: string,
  ): Promise<(CampaignDone & { readonly audience: Audience; readonly rehearsal: CampaignRehearsal }) | CampaignRefusal>;
  /** Sets down whom it is about, then begins. Killed in between it can be done again; paused, it goes on. */
  start(
    id: string,
    sources: Omit<AudienceSources, 'refusers'>,
    by: string,
  ): Promise<(CampaignDone & { readonly people: number }) | CampaignRefusal>;
  pause(id: string, by: string): Promise<CampaignDone | CampaignRefusal>;
  stop(id: string, by: string): Promise<CampaignDone | CampaignRefusal>;
  /** Writes down that somebody took out who stands where. */
  exported(id: string, by: string): Promise<CampaignDone | CampaignRefusal>;
  all(): AsyncGenerator<Campaign>;
  read(id: string): Promise<Campaign | undefined>;
  funnel(campaign: Campaign): Promise<CampaignFunnel>;
}

/** How many recipients are set down at once: stores write those of one moment together. */
const atOnce = 64;
/** How long a start waits for another to end. */
const patience = minute;

export function createCampaigns({
  store,
  clock,
  policy,
}: {
  readonly store: Store;
  readonly clock: Clock;
  readonly policy: () => Promise<Policy>;
}): Campaigns {
  type Move = Parameters<typeof moved>[1];

  function move(id: string, act: Move): Promise<CampaignDone | CampaignRefusal> {
    return store.update<'campaign', CampaignDone | CampaignRefusal>('campaign', id, (campaign) => {
      if (!campaign) return { record: campaign, outcome: { kind: 'unknown-campaign' } };
      const next = moved(campaign, act, clock());
      return next
        ? { record: next, outcome: { kind: 'done', campaign: next } }
        : { record: campaign, outcome: { kind: 'not-now', state: campaign.state } };
    });
  }

  async function gathered(campaign: Campaign, sources: Omit<AudienceSources, 'refusers'>): Promise<Audience> {
    return gatherAudience(campaign.settings, { ...sources, refusers: await refusersIn(store) }, clock());
  }

  async function another(id: string): Promise<string | undefined> {
    const { ids } = await store.find('campaign', { field: 'open', equals: 1, limit: 2 });
    return ids.find((one) => one !== id);
  }

  async function enrol(campaign: Campaign, audience: Audience): Promise<number> {
    const firsts = planFirsts(campaign.id, campaign.settings, audience.invited, clock());
    for (let at = 0; at < firsts.length; at += atOnce) {
      await Promise.all(
        firsts.slice(at, at + atOnce).map(({ invited, wave, due }) =>
          store.update('campaign-recipient', recipientId(campaign.id, invited.employee), (known) => ({
            record: known ?? newRecipient(campaign.id, invited, wave, due),
            outcome: undefined,
          })),
        ),
      );
    }
    return firsts.length;
  }

  return {
    create: (id, tenantId, settings, by) =>
      store.update<'campaign', CampaignDone | CampaignRefusal>('campaign', id, (known) => {
        if (known) return { record: known, outcome: { kind: 'name-taken' } };
        const campaign = newCampaign(id, tenantId, settings, by, clock());
        return { record: campaign, outcome: { kind: 'done', campaign } };
      }),

    async rehearse(id, sources, by) {
      const campaign = await store.read('campaign', id);
      if (!campaign) return { kind: 'unknown-campaign' };
      const audience = await gathered(campaign, sources);
      const { perTenant } = (await policy()).sends;
      const rehearsal = rehearseCampaign(id, campaign.settings, audience.invited, perTenant, clock());
      // What it would come to can be asked for at any time; only a campaign that has not begun is rehearsed by it.
      if (isOpen(campaign)) return { kind: 'done', campaign, audience, rehearsal };
      const done = await move(id, { act: 'rehearsed', people: audience.invited.length, by });
      return done.kind === 'done' ? { ...done, audience, rehearsal } : done;
    },

    start: (id, sources, by) =>
      store.lock('campaigns', patience, async () => {
        const campaign = await store.read('campaign', id);
        if (!campaign) return { kind: 'unknown-campaign' };
        const other = await another(id);
        if (other !== undefined) return { kind: 'another-runs', id: other };
        if (campaign.state === 'paused') {
          const done = await move(id, { act: 'resumed', by });
          return done.kind === 'done' ? { ...done, people: (await countFunnel(store, campaign)).people } : done;
        }
        if (campaign.state !== 'rehearsed') return { kind: 'not-now', state: campaign.state };
        const people = await enrol(campaign, await gathered(campaign, sources));
        const done = await move(id, { act: 'started', people, by });
        return done.kind === 'done' ? { ...done, people } : done;
      }),

    pause: (id, by) => move(id, { act: 'paused', by }),
    stop: (id, by) => move(id, { act: 'ended', by }),
    exported: (id, by) => note(id, { act: 'exported', by }),
    all: () => eachRecord(store, 'campaign', { field: 'every', equals: 1, limit: 50 }),
    read: (id) => store.read('campaign', id),
    funnel: (campaign) => countFunnel(store, campaign),
  };

  function note(id: string, act: CampaignAct): Promise<CampaignDone | CampaignRefusal> {
    return store.update<'campaign', CampaignDone | CampaignRefusal>('campaign', id, (campaign) => {
      if (!campaign) return { record: campaign, outcome: { kind: 'unknown-campaign' } };
      const next = withCampaignAct(campaign, act, clock());
      return { record: next, outcome: { kind: 'done', campaign: next } };
    });
  }
}

/** Object ids of everybody who wanted no more, of any campaign that is still on record. */
async function refusersIn(store: Store): Promise<ReadonlySet<string>> {
  const refusers = new Set<string>();
  for await (const { id, settings } of eachRecord(store, 'campaign', { field: 'every', equals: 1, limit: 50 })) {
    for (const wave of settings.waves.keys()) {
      let after: string | undefined;
      do {
        const page = await store.find('campaign-recipient', {
          field: 'standing',
          equals: standingField(id, wave, 'not-again'),
          limit: 1_000,
          ...(after !== undefined && { after }),
        });
        for (const one of page.ids) refusers.add(one.slice(one.lastIndexOf('/') + 1));
        after = page.next;
      } while (after !== undefined);
    }
  }
  return refusers;
}

/** What ended so long ago that nobody needs to know who was asked goes; its own record stays, with its trail. */
export async function forgetRecipients(store: Store, clock: Clock): Promise<void> {
  for await (const campaign of eachRecord(store, 'campaign', { field: 'every', equals: 1, limit: 50 })) {
    const ended = endedAt(campaign);
    if (ended === undefined || clock() < ended + campaignLife) continue;
    for (const wave of campaign.settings.waves.keys()) {
      for (const standing of [
        'ready',
        'over',
        'not-again',
        'unreachable',
        'blocked',
        'not-installed',
        'left',
      ] as const) {
        await removeEach(store, 'campaign-recipient', {
          field: 'standing',
          equals: standingField(campaign.id, wave, standing),
          limit: 200,
        });
      }
    }
  }
}

/** How long ended campaigns are left alone before it is looked again whether they are to be forgotten. */
export const forgetEvery = 3_600 * second;
