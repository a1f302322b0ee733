import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import type { Policy } from '../../domain/policy.ts';
import type { Clock } from '../../domain/ports/system.ts';
import type { AskStanding, SupportChannel } from '../../domain/tickets/ports.ts';
import { saysOnly } from '../../texts/typed-words.ts';
import { inTurn } from '../deadline.ts';
import { actOf, inTeam, tenantOf } from '../turn/parse-activity.ts';
import { type TurnEnd, textMessage } from '../turn/replies.ts';
import { type SupportChannels, supportTell } from './channel.ts';

export interface SupportTeamParts {
  readonly channels: SupportChannels;
  readonly standing: AskStanding;
  readonly policy: () => Promise<Policy>;
  readonly clock: Clock;
}

/** Which channel is the support channel: chosen in it, moved, lost and found. */
export interface SupportTeam {
  /** undefined: it is none of ours. */
  take(context: TurnContext): Promise<TurnEnd | undefined>;
}

/** "Use this channel", in any language. */
export function choosesChannel(text: string): boolean {
  return saysOnly('channel.use', plain(text).replace(/[.!]$/u, ''));
}

export function createSupportTeam({ channels, standing, policy, clock }: SupportTeamParts): SupportTeam {
  async function take(context: TurnContext): Promise<TurnEnd | undefined> {
    const { activity } = context;
    const team = teamOf(activity);
    if (team === undefined) return undefined;
    const tenantId = tenantOf(activity);
    const gone = goneFrom(activity);
    if (gone !== undefined) {
      await channels.lose({ tenantId, channel: gone });
      return { result: 'done' };
    }
    if (arrived(activity)) {
      await channels.found(tenantId, team);
      // Told in two ways of one arrival, it says hello once; where the channel is known there is nothing to say.
      if (activity.type !== 'installationUpdate' || (await channels.of(tenantId))) return { result: 'done' };
      return answer(context, supportTell(await policy())('support.channel.hello'));
    }
    const act = activity.type === ActivityTypes.Message ? actOf(activity) : undefined;
    if (act?.kind !== 'text') return undefined;
    return said(context, act.text, { tenantId, team });
  }

  async function said(context: TurnContext, text: string, { tenantId, team }: { tenantId: string; team: string }) {
    const { activity } = context;
    const [channel = ''] = activity.conversation.id.split(';');
    const known = await channels.of(tenantId);
    const tell = supportTell(await policy());
    const here = known?.channel === channel && !known.lost;
    if (!choosesChannel(text)) return here ? answer(context, tell('support.channel.help')) : undefined;
    const objectId = (activity.from?.aadObjectId ?? '').toLowerCase();
    const who = await inTurn(context, standing({ tenantId, objectId }, activity.from?.id)).catch(
      () => 'unsure' as const,
    );
    if (who !== 'supporter') {
      if (who === 'unsure') return answer(context, tell('support.unsure'));
      // Before there is a support channel nobody is a member of it: the first word is with the policy.
      return answer(context, tell(known ? 'support.not-a-supporter' : 'support.channel.first'));
    }
    if (here) return answer(context, tell('support.channel.already'));
    const { serviceUrl } = activity;
    const chosen: SupportChannel = {
      channel,
      team,
      serviceUrl,
      tenantId,
      setAt: clock(),
      setBy: objectId,
      lost: false,
    };
    await channels.set(chosen);
    return answer(context, tell('support.channel.set'));
  }

  return { take };
}

async function answer(context: TurnContext, text: string): Promise<TurnEnd> {
  await context.sendActivity(textMessage(text));
  return { result: 'done' };
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The team a thing happened in, as Teams names it; undefined outside of teams. */
function teamOf(activity: Activity): string | undefined {
  const id: unknown = activity.channelData?.team?.id;
  return inTeam(activity) && typeof id === 'string' && id !== '' ? id : undefined;
}

/** The team or channel in which the bot no longer is; it can be taken out of a private or shared channel alone. */
function goneFrom(activity: Activity): string | undefined {
  const { type, action, channelData, membersRemoved, recipient } = activity;
  const team = teamOf(activity);
  if (type === 'installationUpdate' && action?.startsWith('remove')) return team;
  if (type !== 'conversationUpdate') return undefined;
  const channel: unknown = channelData?.channel?.id;
  if (membersRemoved?.some(({ id }) => id === recipient?.id)) {
    return channelData?.eventType === 'channelMemberRemoved' && typeof channel === 'string' ? channel : team;
  }
  return channelData?.eventType === 'channelDeleted' && typeof channel === 'string' ? channel : undefined;
}

function arrived({ type, action, membersAdded, recipient }: Activity): boolean {
  if (type === 'installationUpdate') return action?.startsWith('add') === true;
  return type === 'conversationUpdate' && membersAdded?.some(({ id }) => id === recipient?.id) === true;
}
