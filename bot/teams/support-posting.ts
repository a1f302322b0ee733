import type { Activity, ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import { AuthenticationConstants } from 'botframework-connector';
import { second } from '../domain/instant.ts';
import type { Showing, SupportChannel } from '../domain/ticket/board.ts';
import type { Place } from '../domain/ticket.ts';
import { statusOf, type TeamsAdapter } from './adapter.ts';
import { inTime } from './deadline.ts';

/** How long Teams is waited for; shorter than the lease on a letter. */
const patience = 12 * second;

/** Where a conversation of the support channel is, for the SDK. @param appId of the bot; empty in local mode */
export function channelReference(
  { serviceUrl, tenantId }: SupportChannel,
  conversation: string,
  appId: string,
): Partial<ConversationReference> {
  const bot = { id: appId === '' ? '28:reset-ready' : `28:${appId}`, name: '' };
  const named = { id: conversation, isGroup: true, conversationType: 'channel', name: '', tenantId };
  return { channelId: 'msteams', serviceUrl, bot, conversation: named };
}

/** Begins a thread in a channel; the message is its first. Throws what Teams refuses. */
export async function beginThread(
  adapter: TeamsAdapter,
  appId: string,
  { channel, serviceUrl, tenantId }: SupportChannel,
  message: Partial<Activity>,
): Promise<Place> {
  let conversation = '';
  const parameters = {
    isGroup: true,
    bot: { id: appId === '' ? '28:reset-ready' : `28:${appId}`, name: '' },
    tenantId,
    channelData: { channel: { id: channel }, tenant: { id: tenantId } },
    activity: message as Activity,
  } as ConversationParameters;
  const audience = AuthenticationConstants.ToChannelFromBotOAuthScope;
  await inTime(
    AbortSignal.timeout(patience),
    adapter.createConversationAsync(appId, 'msteams', serviceUrl, audience, parameters, async ({ activity }) => {
      conversation = activity.conversation.id;
    }),
  );
  // The thread's name ends with that of its first message: `19:…@thread.tacv2;messageid=1700000000000`.
  return { conversation, activity: conversation.split(';messageid=')[1] ?? '' };
}

/** A turn nobody asked for, in a known conversation, that ends in time. Throws what Teams refuses. */
export async function reachInTime(
  adapter: TeamsAdapter,
  reference: Partial<ConversationReference>,
  work: (context: TurnContext) => Promise<void>,
): Promise<void> {
  await inTime(AbortSignal.timeout(patience), adapter.reach(reference, work));
}

/**
 * What a refusal of Teams means. Source: Microsoft Learn, "Error codes for bots": 412, 429, 502, 503 and 504 pass, 403 and 404
 * do not; after a 500 nobody knows whether the message was taken.
 * @param first true: it would have been a new message; false: a change of one that is there
 */
export function refusalOf(reason: unknown, first: boolean): Showing {
  const status = statusOf(reason);
  if (status === 404) return first ? { kind: 'unreachable' } : { kind: 'gone' };
  if (status === 500 && first) return { kind: 'unsure' };
  if (status !== undefined && status >= 400 && status < 500 && status !== 412 && status !== 429) {
    return { kind: 'unreachable' };
  }
  const after = retryAfter(reason);
  return after === undefined ? { kind: 'retry' } : { kind: 'retry', after };
}

/** How long a 429 asks to wait, ms. */
function retryAfter(reason: unknown): number | undefined {
  const response = (reason as { response?: { headers?: { get?(name: string): unknown } } } | null)?.response;
  const asked = Number(response?.headers?.get?.('retry-after'));
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, 3_600) * second : undefined;
}
