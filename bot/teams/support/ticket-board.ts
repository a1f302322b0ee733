import type { Activity } from 'botbuilder';
import { retiredCard } from '../../../cards/parts/page.ts';
import type { Card } from '../../../cards/parts/render.ts';
import { statusCard } from '../../../cards/tickets/status.ts';
import { supportCard } from '../../../cards/tickets/support.ts';
import { personId } from '../../domain/account/person.ts';
import { spokenOn } from '../../domain/outbox/ticket-letter.ts';
import type { DecidedPolicy } from '../../domain/policy.ts';
import { policyNamed } from '../../domain/policy-rules.ts';
import type { Pace } from '../../domain/ports/pace.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { Clock } from '../../domain/ports/system.ts';
import type { PostSummary, ReachesSupport, Showing, SupportChannel, TicketBoards } from '../../domain/tickets/ports.ts';
import { calls } from '../../domain/tickets/schedule.ts';
import { type MessagePlace, type Ticket, ticketNumber } from '../../domain/tickets/ticket.ts';
import type { Log } from '../../log.ts';
import { tellerFor } from '../../texts/tell.ts';
import type { TeamsAdapter } from '../adapter.ts';
import { cardMessage, replace, textMessage } from '../turn/replies.ts';
import { type SupportChannels, supportTell } from './channel.ts';
import { beginThread, channelReference, isElsewhere, postOnce, refusalOf } from './post-ticket.ts';

export interface BoardParts {
  /** For nothing else: what it sends is tried once. */
  readonly adapter: TeamsAdapter;
  /** Of the bot; empty in local mode. */
  readonly appId: string;
  readonly store: Store;
  readonly channels: SupportChannels;
  readonly reaches: ReachesSupport;
  readonly pace: Pace;
  readonly policy: () => Promise<DecidedPolicy>;
  readonly clock: Clock;
  readonly log: Log;
}

interface Post {
  readonly where: 'board' | 'voice' | 'chat';
  /** A new message; else a change of one. */
  readonly first: boolean;
  /** undefined: a chat. A channel that does not know the bot is lost. */
  readonly channel?: SupportChannel;
  readonly thread?: 'new' | 'known';
  /** Its id. */
  readonly conversation: string;
}

/** Tickets in Teams: a card in the support channel, a card in the employee's chat. */
export function createBoards(parts: BoardParts): TicketBoards & { readonly summary: PostSummary } {
  const { adapter, appId, store, channels, pace, policy, clock, log } = parts;
  async function ended(
    { where, first, channel, thread = 'known', conversation }: Post,
    work: () => Promise<MessagePlace>,
  ) {
    let turn: { done(): void } | undefined;
    try {
      turn = await pace.enter(conversation, 'person');
      return { kind: 'shown', place: await work() } as const;
    } catch (error) {
      const showing: Showing = refusalOf(error, first);
      log.warn('ticket not shown', { kind: where, outcome: showing.kind, error });
      if (channel && isElsewhere(error, thread)) await channels.lose(channel);
      return showing;
    } finally {
      turn?.done();
    }
  }

  async function post(channel: SupportChannel, message: Partial<Activity>): Promise<Showing> {
    const how = { where: 'board', first: true, channel, thread: 'new', conversation: channel.channel } as const;
    return ended(how, () => beginThread(adapter, appId, channel, message));
  }

  async function update(channel: SupportChannel, place: MessagePlace, message: Partial<Activity>): Promise<Showing> {
    return ended({ where: 'board', first: false, channel, conversation: place.conversation }, async () => {
      await postOnce(adapter, channelReference(channel, place.conversation, appId), async (context) => {
        await context.updateActivity({ ...message, id: place.activity });
      });
      return place;
    });
  }

  async function board(ticket: Ticket): Promise<Showing> {
    const channel = await channels.of(ticket.employee.tenantId);
    if (!channel || channel.lost) return { kind: 'unreachable' };
    const tell = supportTell(await policy());
    const message = cardMessage(supportCard(tell, ticket, clock()));
    const { place } = ticket.board;
    if (!place) return post(channel, message);
    if (place.conversation.startsWith(channel.channel)) return update(channel, place, message);
    const moved = await post(channel, message);
    const line = retiredCard(tell, tell('support.moved', { number: ticketNumber(ticket.number) }));
    if (moved.kind === 'shown') await update(channel, place, cardMessage(line));
    return moved;
  }

  async function voice(ticket: Ticket, entry: number): Promise<Showing> {
    const channel = await channels.of(ticket.employee.tenantId);
    const { place } = ticket.board;
    const act = spokenOn.find((one) => one === ticket.story[entry]?.act);
    if (!channel || channel.lost || !place || !act) return { kind: 'unreachable' };
    const tell = supportTell(await policy());
    const text = tell(`support.voice.${act}`, {
      number: ticketNumber(ticket.number),
      time: tell.moment(ticket.waiting.from),
    });
    return ended({ where: 'voice', first: true, channel, conversation: place.conversation }, async () => {
      await postOnce(adapter, channelReference(channel, place.conversation, appId), async (context) => {
        await context.sendActivity(textMessage(text));
      });
      return place;
    });
  }

  async function chat(ticket: Ticket): Promise<Showing> {
    const id = (await store.read('person', personId(ticket.employee)))?.chat ?? ticket.askedIn;
    const record = id ? await store.read('conversation', id) : undefined;
    if (!id || !record || record.closed) return { kind: 'unreachable' };
    const tell = tellerFor(record.language ?? ticket.language, record.timeZone ?? ticket.timeZone);
    const { contact: help, support } = policyNamed(await policy(), ticket.facts.rule);
    const contact = (await parts.reaches(ticket.employee.tenantId, support)) ? undefined : help;
    const card = statusCard(tell, ticket, clock(), undefined, contact, help);
    const old = ticket.chat.place?.conversation === id ? ticket.chat.place : undefined;
    const fresh = !old || calls(ticket);
    return ended({ where: 'chat', first: fresh, conversation: id }, async () => {
      let activity = old?.activity ?? '';
      await postOnce(adapter, record.reference as object, async (context) => {
        if (!fresh) return replace(context, activity, card);
        const before = activity;
        activity = (await context.sendActivity(cardMessage(card)))?.id ?? '';
        if (before) await replace(context, before, retiredCard(tell, tell('retired.ticket'))).catch(() => undefined);
      });
      return { conversation: id, activity };
    });
  }

  async function summary(tenantId: string, card: object): Promise<Showing> {
    const channel = await channels.of(tenantId);
    if (!channel || channel.lost) return { kind: 'unreachable' };
    return post(channel, cardMessage(card as Card));
  }

  return { board, voice, chat, summary };
}
