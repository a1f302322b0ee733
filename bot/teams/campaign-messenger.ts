import { campaignCard } from '../../cards/campaigns/message.ts';
import { retiredCard } from '../../cards/parts/page.ts';
import { talkLasts } from '../domain/campaigns/next-step.ts';
import type { ClosedChat, Conversation } from '../domain/conversation.ts';
import { Fault } from '../domain/fault.ts';
import type { CampaignMessage, CampaignMessenger, CampaignSent } from '../domain/ports/campaign.ts';
import { type Pace, TooFast } from '../domain/ports/pace.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { second } from '../domain/time.ts';
import type { Log } from '../log.ts';
import { languageOf } from '../texts/languages.ts';
import { type Tell, tellerFor } from '../texts/tell.ts';
import { statusOf, type TeamsAdapter } from './adapter.ts';
import { refusalCode } from './identity.ts';
import { chatRefusal } from './notifier.ts';
import { markClosed, readChat } from './turn/conversation-state.ts';
import { cardMessage, replace } from './turn/replies.ts';

export interface CampaignMessengerParts {
  /** One whose client sends each message once: what may have gone is not sent again. */
  readonly adapter: TeamsAdapter;
  readonly store: Store;
  readonly pace: Pace;
  readonly registration: 'here' | 'written' | 'elsewhere';
  /** As Teams knows the bot. */
  readonly appId: string;
  /** Where Teams is written to in a chat from which nothing ever came. */
  readonly serviceUrl: string;
  readonly clock: Clock;
  readonly log: Log;
}

/** How long to wait for the turn under way in the same chat: whoever has one is not to be disturbed. */
const patience = second;

/** Writes a campaign's card into people's chats. */
export function createCampaignMessenger(parts: CampaignMessengerParts): CampaignMessenger {
  const { adapter, store, pace, clock, log } = parts;

  function reference({ recipient, chat }: CampaignMessage, known: Conversation | undefined): object {
    if (known) return known.reference as object;
    const { tenantId, objectId } = recipient.employee;
    return {
      channelId: 'msteams',
      serviceUrl: parts.serviceUrl,
      bot: { id: `28:${parts.appId}` },
      user: { aadObjectId: objectId },
      conversation: { id: chat, tenantId, conversationType: 'personal', isGroup: false },
    };
  }

  async function ask(message: CampaignMessage): Promise<CampaignSent> {
    const { chat, campaign, recipient } = message;
    const known = await readChat(store, log, chat);
    if (known?.closed) return { kind: known.closed };
    const now = clock();
    // Nothing was ever shown in a chat that the campaign has opened itself.
    if (known && known.card !== null && now - known.at < talkLasts) return { kind: 'busy' };
    const card = campaignCard(tellIn(message, known), { campaign, recipient, registration: parts.registration, now });
    let set = false;
    let sent: string | null = null;
    try {
      await adapter.reach(reference(message, known), async (context) => {
        set = true;
        sent = (await context.sendActivity(cardMessage(card)))?.id ?? null;
      });
      return { kind: 'sent', card: sent };
    } catch (reason) {
      const kind = failed(reason, set);
      if (kind !== 'later' && kind !== 'unsure' && kind !== 'unreachable') await markClosed(store, chat, kind);
      log.warn('campaign message not sent', { outcome: kind, error: reason });
      return { kind };
    }
  }

  return {
    async ask(message) {
      try {
        const place = await pace.enter(message.chat, 'background');
        try {
          return await store.lock(`chat/${message.chat}`, patience, () => ask(message));
        } finally {
          place.done();
        }
      } catch (reason) {
        // Nothing was sent: `ask` itself tells what comes of what was.
        if (reason instanceof TooFast) return { kind: 'later', after: reason.after };
        if (reason instanceof Fault && reason.code === 'lock-timeout') return { kind: 'busy' };
        log.warn('campaign message not sent', { outcome: 'later', error: reason });
        return { kind: 'later' };
      }
    },
    async shrink(message, cards) {
      const known = await readChat(store, log, message.chat).catch(() => undefined);
      const tell = tellIn(message, known);
      const line = retiredCard(tell, tell('campaign.shrunk'));
      for (const card of cards) {
        // Answered, it may have become the card that waits.
        if (card === known?.card) continue;
        const place = await pace.enter(message.chat, 'background').catch(() => undefined);
        await adapter
          .reach(reference(message, known), (context) => replace(context, card, line))
          .catch((error: unknown) => log.debug('card not shrunk', { error }));
        place?.done();
      }
    },
  };
}

/** What a failed message comes to. @param set it had been handed to the channel */
function failed(reason: unknown, set: boolean): ClosedChat | 'unreachable' | 'later' | 'unsure' {
  if (!set || refusalCode(reason) !== undefined || neverConnected(reason)) return 'later';
  const status = statusOf(reason);
  // An error of the channel's own, or none at all, may come after the message.
  if (status === undefined || status >= 500) return 'unsure';
  const refusal = chatRefusal(reason);
  return refusal === 'retry' ? 'later' : refusal;
}

/** The line was never there, so nothing went over it. */
const unconnected: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);

function neverConnected(reason: unknown): boolean {
  return reason instanceof Error && 'code' in reason && unconnected.has(reason.code);
}

/** The language somebody asked for in this chat, else their client's, else what the records or the directory have. */
function tellIn({ person, recipient, language }: CampaignMessage, known: Conversation | undefined): Tell {
  const { locale } = (known?.reference ?? {}) as { readonly locale?: string };
  const said = [language, known?.language, locale, person?.language, recipient.language].find((one) => languageOf(one));
  const timeZone = person?.timeZone ?? known?.timeZone ?? recipient.timeZone;
  return tellerFor(said, timeZone);
}
