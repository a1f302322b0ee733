import type { EmployeeKey } from '../../domain/account/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { AskStanding, SupportChannel, SupporterStanding } from '../../domain/tickets/ports.ts';
import type { Log } from '../../log.ts';
import { type Tell, tellerFor } from '../../texts/tell.ts';
import { statusOf, type TeamsAdapter } from '../adapter.ts';
import { refusedPerson } from '../turn/admission.ts';
import { entryInTime } from '../turn/directory-lookup.ts';
import { channelReference, reachInTime } from './post-ticket.ts';

/** Where each tenant's supporters see its tickets. */
export interface SupportChannels {
  /** As it was set in the channel, else as it is configured. */
  of(tenantId: string): Promise<SupportChannel | undefined>;
  set(channel: SupportChannel): Promise<void>;
  /** The bot is not there any more: mail only, until it is set again or the bot comes back. */
  lose(channel: Pick<SupportChannel, 'tenantId' | 'channel'>): Promise<void>;
  /** The bot came into a team again. */
  found(tenantId: string, team: string): Promise<void>;
}

/** Hears whether a tenant's channel can be reached, each time it is looked up. */
export type ChannelSeen = (tenantId: string, lost: boolean) => void;

/** What stands in the configuration. */
export type ConfiguredChannel = Omit<SupportChannel, 'setAt' | 'setBy' | 'lost'>;

export function createSupportChannels(
  store: Store,
  configured: readonly ConfiguredChannel[],
  log: Log,
  seen: ChannelSeen,
): SupportChannels {
  async function of(tenantId: string): Promise<SupportChannel | undefined> {
    const known = await store.read('support-channel', tenantId);
    const given = configured.find((one) => one.tenantId === tenantId);
    const channel = known ?? (given && { ...given, setAt: 0, setBy: null, lost: false });
    if (channel) seen(tenantId, channel.lost);
    return channel;
  }

  /** false: it was so before, or it is another channel. */
  async function mark(tenantId: string, fits: (channel: SupportChannel) => boolean, lost: boolean): Promise<boolean> {
    const now = await of(tenantId);
    const changed = await store.update('support-channel', tenantId, (stored) => {
      const known = stored ?? now;
      const changes = known !== undefined && fits(known) && known.lost !== lost;
      return { record: changes ? { ...known, lost } : stored, outcome: changes };
    });
    if (changed) seen(tenantId, lost);
    return changed;
  }

  return {
    of,
    async set(channel) {
      await store.update('support-channel', channel.tenantId, () => ({ record: channel, outcome: undefined }));
      seen(channel.tenantId, channel.lost);
    },
    async lose({ tenantId, channel }) {
      const fits = (known: SupportChannel) => known.channel === channel || known.team === channel;
      if (await mark(tenantId, fits, true)) log.warn('support channel lost', { kind: 'support-channel' });
    },
    async found(tenantId, team) {
      await mark(tenantId, (known) => known.team === team, false);
    },
  };
}

export interface StandingParts {
  readonly adapter: TeamsAdapter;
  readonly appId: string;
  readonly channels: SupportChannels;
  readonly policy: () => Promise<Policy>;
  readonly directory: Directory;
}

/**
 * A supporter is listed in the policy, or in the support channel; and works here, by the directory: no guest, nobody of
 * another organisation, no closed account. Asked anew each time: no card is believed.
 */
export function createStanding({ adapter, appId, channels, policy, directory }: StandingParts): AskStanding {
  return async (employee, member = employee.objectId) => {
    const { support } = await policy();
    const listed = support.supporters.includes(employee.objectId);
    const channel = listed ? undefined : await channels.of(employee.tenantId);
    if (!listed && !channel) return 'nobody';
    const [standing, employed] = await Promise.all([
      channel ? memberOf(adapter, appId, channel, employee, member) : ('supporter' as const),
      employedHere(directory, employee),
    ]);
    return standing === 'supporter' ? employed : standing;
  };
}

async function employedHere(directory: Directory, employee: EmployeeKey): Promise<SupporterStanding> {
  try {
    const entry = await entryInTime(directory, employee);
    return refusedPerson(entry) ? 'nobody' : 'supporter';
  } catch {
    return 'unsure';
  }
}

/** The part of the SDK's client that is used here. */
interface Members {
  getConversationMember(conversation: string, member: string): Promise<Member | undefined>;
}

/** Source: Microsoft Learn, "Get Teams specific context for your bot", TeamsChannelAccount. */
interface Member {
  readonly aadObjectId?: string;
  readonly objectId?: string;
  readonly tenantId?: string;
  /** `guest` and `anonymous` beside `user`. */
  readonly userRole?: string;
}

/** Whether Teams calls them one of this organisation; shared channels have members of others. */
function isInside({ tenantId, userRole = 'user' }: Member, channel: SupportChannel): boolean {
  const here = tenantId === undefined || tenantId.toLowerCase() === channel.tenantId;
  return here && !['guest', 'anonymous'].includes(userRole.toLowerCase());
}

/**
 * By the channel's own roster, as private and shared channels have other members than their team. It takes the permission
 * ChannelMember.Read.Group of the app package, and the app in that channel.
 * Source: Microsoft Learn, "Apps for shared and private channels" and its developer guide.
 */
async function memberOf(
  adapter: TeamsAdapter,
  appId: string,
  channel: SupportChannel,
  { objectId }: EmployeeKey,
  member: string,
): Promise<SupporterStanding> {
  let standing: SupporterStanding = 'nobody';
  try {
    await reachInTime(adapter, channelReference(channel, channel.channel, appId), async (context) => {
      const client: { conversations: Members } = context.turnState.get(adapter.ConnectorClientKey);
      // By whatever name they were asked for: the directory id has to be theirs.
      const found = await client.conversations.getConversationMember(channel.channel, member);
      const named = (found?.aadObjectId ?? found?.objectId)?.toLowerCase();
      if (found && named === objectId && isInside(found, channel)) standing = 'supporter';
    });
    return standing;
  } catch (reason) {
    // Teams says so of somebody who is not in the channel; anything else is no answer.
    return statusOf(reason) === 404 ? 'nobody' : 'unsure';
  }
}

/** How supporters are spoken to. */
export function supportTell({ support }: Pick<Policy, 'support'>): Tell {
  return tellerFor(support.language, support.timeZone);
}
