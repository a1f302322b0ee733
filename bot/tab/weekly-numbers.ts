import type { Campaign } from '../domain/campaigns/campaign.ts';
import { isOpen } from '../domain/campaigns/campaign.ts';
import type { Campaigns } from '../domain/campaigns/campaigns.ts';
import { type FunnelByGroup, type FunnelColumn, inAllWaves } from '../domain/campaigns/funnel.ts';
import type { ReadinessByGroup } from '../domain/campaigns/readiness-count.ts';
import type { Clock } from '../domain/ports/system.ts';
import { countByAge } from '../domain/tickets/statistics.ts';
import type { CampaignSummary, WeeklySummary } from '../domain/weekly-summary.ts';
import type { WorkState } from './background-work.ts';
import type { TicketStatistics } from './ticket-statistics.ts';

export interface WeeklyNumbersPorts {
  readonly campaigns: Campaigns;
  readonly ticketStatistics: TicketStatistics;
  /** As the page of readiness shows it. */
  readonly readinessOf: (tenantId: string) => Promise<WorkState<{ readonly now: ReadinessByGroup }>>;
  /** As the page of a campaign shows it. */
  readonly funnelOf: (campaign: Campaign) => Promise<WorkState<{ readonly byGroup: FunnelByGroup }>>;
  readonly clock: Clock;
}

/** The numbers of a week's summary, by the same counts as the pages of the desk; undefined: they are being made. */
export function createWeeklyNumbers({ campaigns, ticketStatistics, readinessOf, funnelOf, clock }: WeeklyNumbersPorts) {
  return async (tenantId: string): Promise<WeeklySummary | undefined> => {
    const all = await Array.fromAsync(campaigns.all());
    const open = all.filter((one) => one.tenantId === tenantId && isOpen(one));
    const readiness = await readinessOf(tenantId);
    const funnels = await Promise.all(open.map(async (campaign) => ({ campaign, counted: await funnelOf(campaign) })));
    if (readiness.underWay || funnels.some(({ counted }) => counted.underWay)) return undefined;
    const now = clock();
    const ready = readiness.done?.value.now;
    return {
      at: now,
      readiness: ready
        ? { people: ready.people, ready: ready.counts.ready, lasting: ready.counts['ready-then'] }
        : null,
      campaigns: funnels.flatMap(({ campaign, counted }) =>
        counted.done ? [summaryOf(campaign, counted.done.value.byGroup)] : [],
      ),
      tickets: countByAge(await ticketStatistics.openTickets(tenantId), now),
    };
  };
}

function summaryOf({ settings }: Campaign, funnel: FunnelByGroup): CampaignSummary {
  const all = (column: FunnelColumn) => inAllWaves(funnel, column);
  return {
    name: settings.name,
    people: funnel.waves.reduce((sum, { people }) => sum + people, 0),
    reached: all('reached'),
    opened: all('opened'),
    openedNotKnown: all('opened-not-known'),
    answered: all('answered'),
    ready: all('ready'),
  };
}
