import type { Activity, ConversationParameters, ConversationReference, TurnContext } from 'botbuilder';
import { inTime } from '../../deadline.ts';
import { TooFast } from '../../domain/ports/pace.ts';
import type { Showing, SupportChannel } from '../../domain/tickets/ports.ts';
import type { MessagePlace } from '../../domain/tickets/ticket.ts';
import { second } from '../../domain/time.ts';
import { statusOf, type TeamsAdapter } from '../adapter.ts';

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

/** The part of the SDK's client that is used here. */
interface Client {
  readonly conversations: {
    createConversation(
      parameters: ConversationParameters,
    ): Promise<{ readonly id?: string; readonly activityId?: string }>;
  };
  readonly client: { readonly pipeline: { removePolicy(policy: { readonly name: string }): unknown } };
}

/** As the SDK's HTTP library names what tries again by itself. */
const retries = { name: 'defaultRetryPolicy' };

/**
 * A turn nobody asked for, in which nothing is tried twice: the SDK's client would send a message again after a 500 although
 * it was taken. The outbox tries again, and knows what must not be. Throws what Teams refuses.
 * @param adapter one of its own: its clients are changed
 */
export async function postOnce(
  adapter: TeamsAdapter,
  reference: Partial<ConversationReference>,
  work: (context: TurnContext, client: Client) => Promise<void>,
): Promise<void> {
  await reachInTime(adapter, reference, async (context) => {
    const client: Client = context.turnState.get(adapter.ConnectorClientKey);
    client.client.pipeline.removePolicy(retries);
    await work(context, client);
  });
}

/** Begins a thread in a channel; the message is its first. Throws what Teams refuses. */
export async function beginThread(
  adapter: TeamsAdapter,
  appId: string,
  channel: SupportChannel,
  message: Partial<Activity>,
): Promise<MessagePlace> {
  const reference = channelReference(channel, channel.channel, appId);
  const { tenantId } = channel;
  const parameters = {
    isGroup: true,
    bot: reference.bot,
    tenantId,
    channelData: { channel: { id: channel.channel }, tenant: { id: tenantId } },
    activity: message as Activity,
  } as ConversationParameters;
  let [conversation, activity] = ['', ''];
  await postOnce(adapter, reference, async (_context, { conversations }) => {
    const made = await conversations.createConversation(parameters);
    conversation = made.id ?? '';
    // The thread's name ends with that of its first message: `19:…@thread.tacv2;messageid=1700000000000`.
    activity = conversation.split(';messageid=')[1] ?? made.activityId ?? '';
  });
  return { conversation, activity };
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
 * do not. A 401 is about the bot's own token: our trouble, which passes when somebody has mended it. After a 500, a cut line or silence nobody knows whether the message was taken.
 * @param first true: it would have been a new message; false: a change of one that is there, which may be made twice
 */
export function refusalOf(reason: unknown, first: boolean): Showing {
  if (reason instanceof TooFast) return { kind: 'retry', after: reason.after };
  const status = statusOf(reason);
  if (status === 404) return first ? { kind: 'unreachable' } : { kind: 'gone' };
  if (first && (status === 500 || (status === undefined && wasSent(reason)))) return { kind: 'unsure' };
  if (status !== undefined && status >= 400 && status < 500 && !passing.has(status)) {
    return { kind: 'unreachable' };
  }
  const after = retryAfter(reason);
  return after === undefined ? { kind: 'retry' } : { kind: 'retry', after };
}

/** Refusals of a request, not of what is asked. */
const passing: ReadonlySet<number> = new Set([401, 412, 429]);

/** How a request ends that had gone out when the line was cut, in the words of Node and of the SDK's HTTP library. */
const cutShort: ReadonlySet<unknown> = new Set(['ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'REQUEST_SEND_ERROR']);

function wasSent(reason: unknown): boolean {
  if (!(reason instanceof Error)) return false;
  return reason.name === 'TimeoutError' || ('code' in reason && cutShort.has(reason.code));
}

/** The bot is not in that channel, or there is none: it is not asked again until somebody brings it there. */
export function isElsewhere(reason: unknown, thread: 'new' | 'known'): boolean {
  const status = statusOf(reason);
  return status === 403 || (status === 404 && thread === 'new');
}

/** How long a 429 asks to wait, ms. */
function retryAfter(reason: unknown): number | undefined {
  const response = (reason as { response?: { headers?: { get?(name: string): unknown } } } | null)?.response;
  const asked = Number(response?.headers?.get?.('retry-after'));
  return Number.isFinite(asked) && asked > 0 ? Math.min(asked, 3_600) * second : undefined;
}
