import { createCampaigns } from '../domain/campaigns/campaigns.ts';
import type { Policies } from '../domain/policies.ts';
import { fallbackLanguage, type Language, languageOf } from '../texts/languages.ts';
import { tellerFor } from '../texts/tell.ts';
import { createBackgroundWork } from './background-work.ts';
import { type CampaignDeskPorts, campaignEntries } from './campaign-desk.ts';
import { createDesk, type DeskEntry } from './desk.ts';
import { createRolesOf, type IsSupporter } from './desk-roles.ts';
import { createFunnelDesk } from './funnel-desk.ts';
import { createMyTab, type MyTabPorts, type ReaderPreferences } from './my-tab.ts';
import { createOrganisationTab, type OrganisationTabPorts } from './organisation-tab.ts';
import { chatLinkOf, fixedWords, readPageFiles, shellPages } from './page.ts';
import { type PolicyDeskPorts, policyEntries } from './policy-desk.ts';
import { createReadinessCount, readinessEntries } from './readiness-desk.ts';
import { ticketEntries } from './ticket-desk.ts';
import { trailEntries } from './trail-desk.ts';
import { createWeeklyNumbers } from './weekly-numbers.ts';

export type TabPorts = Omit<MyTabPorts & OrganisationTabPorts, 'rolesOf' | 'policy'> &
  Omit<CampaignDeskPorts, 'campaigns' | 'work'> &
  Omit<PolicyDeskPorts, 'work'> & {
    readonly policy: Policies['policy'];
    readonly teamsAppId: string | undefined;
    readonly isSupporter: IsSupporter;
    /** Told of what was begun and came to nothing. */
    readonly workFailed: (reason: unknown) => void;
  };

/** The tab without its door: what the routes send once they know who asks. */
export function createTab(ports: TabPorts) {
  const { store, clock, policy } = ports;
  const pages = shellPages(chatLinkOf(ports.teamsAppId));
  const rolesOf = createRolesOf(ports);
  const organisation = createOrganisationTab({ ...ports, rolesOf });
  const campaigns = createCampaigns({ store, clock, policy });
  const parts = { ...ports, campaigns, work: createBackgroundWork(store, clock, ports.workFailed) };
  const funnel = createFunnelDesk(parts);
  const readinessOf = createReadinessCount(parts);
  const entries = new Map<string, DeskEntry>([
    ...campaignEntries(parts, funnel.blocks),
    ...funnel.entries,
    ...readinessEntries(readinessOf),
    ...policyEntries(parts),
    ...ticketEntries(parts),
    ...trailEntries({ ...parts, policyHistory: async () => (await ports.keptPolicy()).history }),
  ]);
  return {
    shell: (acceptLanguage: string) => pages[acceptedLanguage(acceptLanguage)],
    files: readPageFiles(),
    words: ({ language, timeZone }: ReaderPreferences) => fixedWords(tellerFor(language, timeZone)),
    mine: createMyTab({ ...ports, rolesOf }),
    organisation: organisation.view,
    lapsing: organisation.lapsing,
    desk: createDesk(entries, rolesOf),
    /** What is told once a week, by the same counts. */
    weekly: createWeeklyNumbers({ ...parts, readinessOf, funnelOf: funnel.counted }),
    /** What can be asked for there. */
    deskNames: [...entries].map(([name, { act }]) => ({ name, act })),
  };
}

/** The first language a browser names that is one of ours. */
export function acceptedLanguage(header: string): Language {
  const named = header
    .slice(0, 1_000)
    .split(',')
    .map((part) => languageOf(part.split(';')[0]?.trim()));
  return named.find((language) => language !== undefined) ?? fallbackLanguage;
}
