import type { AccountObserver, RegistrationReport, Sight } from '../domain/account/facts.ts';
import { type EmployeeKey, type Person, personId } from '../domain/account/person.ts';
import { gotReady } from '../domain/campaigns/audience.ts';
import type { Campaign } from '../domain/campaigns/campaign.ts';
import { newRecipient, type Recipient } from '../domain/campaigns/recipient.ts';
import type { PolicyOf } from '../domain/policies.ts';
import type { CampaignMessenger } from '../domain/ports/campaign.ts';
import type { Pace } from '../domain/ports/pace.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock, Random } from '../domain/ports/system.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { createCampaignOutbox } from '../outbox/campaign-outbox.ts';
import { type Outbox, sendDeadline } from '../outbox/outbox.ts';
import type { OpenedGraph } from '../providers/directory/graph/graph.ts';
import { clouds } from '../settings/clouds.ts';
import type { Config } from '../settings/config.ts';
import type { TeamsAdapter } from '../teams/adapter.ts';
import { createCampaignMessenger } from '../teams/campaign-messenger.ts';

export interface CampaignParts {
  readonly messenger: CampaignMessenger;
  readonly store: Store;
  readonly policy: PolicyOf;
  readonly graph: OpenedGraph | undefined;
  readonly observer: AccountObserver;
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Metrics;
}

export interface MessengerParts {
  /** One whose client sends each message once. */
  readonly adapter: TeamsAdapter;
  readonly appId: string;
  readonly store: Store;
  readonly pace: Pace;
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly clock: Clock;
  readonly log: Log;
}

/** What puts a campaign's card into somebody's chat. */
export function openCampaignMessenger(config: Config, parts: MessengerParts): CampaignMessenger {
  const { serviceUrl } = config.mode === 'teams' ? config.cloud : clouds.public;
  return createCampaignMessenger({ ...parts, serviceUrl });
}

/**
 * Puts the card of a campaign into somebody's own chat, to be looked at before others get it. Nobody is a recipient by that, so
 * its buttons change nothing of the campaign.
 */
export async function sendTrial(
  { messenger, store, clock }: Pick<CampaignParts, 'messenger' | 'store' | 'clock'>,
  viewer: EmployeeKey,
  campaign: Campaign,
  language: string,
): Promise<'sent' | 'no-chat' | 'busy' | 'failed'> {
  const person = await store.read('person', personId(viewer));
  const chat = person?.chat ?? (await store.read('personal-chat', personId(viewer)))?.chat;
  if (!chat) return 'no-chat';
  const recipient = trialRecipient(campaign, viewer, clock());
  const { kind } = await messenger.ask({ campaign, recipient, person, chat, language });
  return kind === 'sent' || kind === 'busy' ? kind : 'failed';
}

/** Somebody of whom nothing is known: the card everybody understands. */
export function trialRecipient({ id }: Campaign, employee: EmployeeKey, now: number): Recipient {
  const invited = {
    reason: 'nothing',
    onFile: [],
    lapse: null,
    department: null,
    country: null,
    language: null,
  } as const;
  return newRecipient(id, { ...invited, employee }, 0, now);
}

/** The part of the bot that writes to the people of a campaign. */
export function openCampaigns(config: Config, parts: CampaignParts): Outbox {
  const { graph, registration, policy, observer, clock } = parts;
  const teamsAppId = config.mode === 'teams' ? config.tab?.teamsAppId : undefined;

  async function isReady(recipient: Recipient, person: Person | undefined): Promise<boolean> {
    const { employee, messages } = recipient;
    const read = graph?.list.of(employee.objectId);
    const listed = read?.kind === 'read' ? read.value : undefined;
    const again = messages.length > 0 && registration !== 'here';
    // The list is up to a day and a half old: nobody is bothered twice before it was looked what stands there now.
    const sight = again ? await observer.sight(employee, AbortSignal.timeout(sendDeadline)) : undefined;
    const report = withSight(listed, sight, clock());
    return gotReady(recipient, person, report, registration, await policy(employee), clock());
  }

  const installer = graph && teamsAppId !== undefined ? graph.installer(teamsAppId) : undefined;
  return createCampaignOutbox({ ...parts, installer, isReady });
}

/** The report with what was seen since. Where nothing was seen it is as it was. */
function withSight(
  listed: RegistrationReport | undefined,
  sight: Sight | undefined,
  now: number,
): RegistrationReport | undefined {
  const { phones, email } = sight?.methods ?? {};
  if (phones?.kind !== 'seen' || email?.kind !== 'seen') return listed;
  const there = [
    ...(phones.value.mobile === undefined ? [] : ['mobilePhone']),
    ...(phones.value.office === undefined ? [] : ['officePhone']),
    ...(email.value === null ? [] : ['email']),
  ];
  const others = listed?.methods.filter((name) => !['mobilePhone', 'officePhone', 'email'].includes(name)) ?? [];
  // Whether it is enough is reckoned from the methods: what the report says of that is older.
  return {
    at: now,
    enabled: listed?.enabled ?? true,
    registered: false,
    capable: false,
    administrator: listed?.administrator ?? false,
    methods: [...others, ...there],
  };
}
