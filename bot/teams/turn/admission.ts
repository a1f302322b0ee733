import { type Activity, ActivityTypes, type TurnContext } from 'botbuilder';
import { contactLine } from '../../../cards/parts/contact-words.ts';
import { helpCard } from '../../../cards/parts/page.ts';
import type { Card } from '../../../cards/parts/render.ts';
import type { Act } from '../../../dialogs/turn.ts';
import type { EmployeeKey } from '../../domain/account/person.ts';
import { createCampaignAnswers } from '../../domain/campaigns/answers.ts';
import type { Conversation } from '../../domain/conversation.ts';
import type { DirectoryEntry } from '../../domain/ports/directory.ts';
import { type Instant, minute } from '../../domain/time.ts';
import type { Log } from '../../log.ts';
import type { Tell } from '../../texts/tell.ts';
import type { Chat } from './conversation-state.ts';
import { employeeOf, type PlayOutcome, type TurnParts, tellFor } from './create-turn.ts';
import { entryInTime } from './directory-lookup.ts';
import { inTeam, type Received } from './parse-activity.ts';
import { cardMessage, type Replies, spokenAnswer, type TurnEnd, textMessage } from './replies.ts';

/** An activity on its way to the dialog. */
export interface InboundTurn {
  readonly context: TurnContext;
  readonly received: Received;
}

/** The same in its chat, while nobody else is there. */
export interface LockedTurn extends InboundTurn {
  /** What it means there. */
  act: Act;
  now: Instant;
  readonly chat: Chat;
  readonly replies: Replies;
  /** It was handled before. */
  readonly again: boolean;
  /** Whose turn it is, once the directory has let them in. */
  who: { readonly employee: EmployeeKey; readonly entry: DirectoryEntry } | undefined;
  /** Writes what the turn made of the chat. */
  save(): Promise<Conversation>;
  /** Takes what is left to do once the turn was answered, before the next one in this chat. */
  later(work: () => Promise<void>): void;
}

/** Ends the turn, or lets it through: undefined. */
export type Guard<V extends InboundTurn> = (inbound: V) => Promise<TurnEnd | undefined> | TurnEnd | undefined;

/**
 * What every activity passes, in this order; the first guard that ends the turn is the last. The token gate was before them.
 * What comes through is read by the screen that waits: its own checks go on in `dialogs/wait-for-card.ts`.
 */
export function createGuards(parts: TurnParts): {
  /** Before the chat's lock is taken. */
  readonly beforeLock: readonly Guard<InboundTurn>[];
  readonly underLock: readonly Guard<LockedTurn>[];
} {
  const { directory, play, store, clock, log } = parts;
  const campaigns = createCampaignAnswers({ store, clock });

  return {
    beforeLock: [ofSupport, readReceipt, meaningless, inCompany],
    underLock: [handledBefore, ofNewerProgram, greetedBefore, playedAsAnother, broughtByCampaign, stranger],
  };

  async function ofSupport({ context }: InboundTurn): Promise<TurnEnd | undefined> {
    if (!inTeam(context.activity)) return undefined;
    for (const one of parts.support ?? []) {
      const ended = await one.take(context);
      if (ended) return ended;
    }
    return undefined;
  }

  /** Somebody has read what the bot wrote: it counts for campaigns, and is nothing to answer. */
  async function readReceipt({ received }: InboundTurn): Promise<TurnEnd | undefined> {
    const upTo = readUpTo(received.activity);
    if (upTo === undefined) return undefined;
    const objectId = received.activity.from.aadObjectId?.toLowerCase();
    if (objectId && !refusedPlace(received)) await campaigns.read({ tenantId: received.tenantId, objectId }, upTo);
    return { result: 'ignored' };
  }

  function meaningless({ received }: InboundTurn): TurnEnd | undefined {
    return received.act ? undefined : { result: 'ignored' };
  }

  function inCompany({ context, received }: InboundTurn): Promise<TurnEnd> | undefined {
    const refused = refusedPlace(received);
    return refused && refuse(context, log, tellFor(received)(refused));
  }

  /** An invoke that comes again is shown how things stand: somebody waits for its answer. */
  function handledBefore({ context, again }: LockedTurn): TurnEnd | undefined {
    return again && context.activity.type !== ActivityTypes.Invoke ? { result: 'repeated' } : undefined;
  }

  async function ofNewerProgram({ context, received, chat }: LockedTurn): Promise<TurnEnd | undefined> {
    if (!chat.newer) return undefined;
    return { ...(await refuse(context, log, tellFor(received, chat)('restart.wait'))), result: 'busy' };
  }

  /** A channel tells of one arrival in two ways, and some clients at every visit: one greeting is enough. */
  function greetedBefore({ act, chat, now }: LockedTurn): TurnEnd | undefined {
    const greeted = act.kind === 'arrival' && chat.card && now - chat.record.at < minute;
    return greeted ? { result: 'repeated' } : undefined;
  }

  function playedAsAnother(locked: LockedTurn): undefined {
    const { act, chat, received, replies } = locked;
    const played = act.kind === 'text' ? play?.(act.text) : undefined;
    if (!played) return;
    locked.act = { kind: 'arrival' };
    replies.texts.push(playedAs(chat, played, tellFor(received, chat)));
    locked.now = clock();
  }

  /** A campaign has installed the app for them, so that it can write to them at its own time: that is the greeting. */
  async function broughtByCampaign(locked: LockedTurn): Promise<TurnEnd | undefined> {
    const { act, chat, received } = locked;
    if (act.kind !== 'arrival' || chat.card) return undefined;
    const { id } = received.activity.conversation;
    const timeZone = received.timeZone ?? null;
    if (!(await campaigns.arrived(employeeOf(received, chat), id, timeZone))) return undefined;
    await locked.save();
    return { result: 'done' };
  }

  /** Whom the directory does not know, and whom it does not let in. */
  async function stranger(locked: LockedTurn): Promise<TurnEnd | undefined> {
    const { context, received, chat, replies } = locked;
    const employee = employeeOf(received, chat);
    const entry = await entryInTime(directory, employee, context);
    const refused = refusedPerson(entry);
    if (entry && !refused) {
      locked.who = { employee, entry };
      return undefined;
    }
    await locked.save();
    const tell = tellFor(received, chat, entry);
    const decided = await parts.policy(employee, entry);
    const told = [tell(refused ?? 'border.unlisted'), contactLine(tell, decided, 'home')].join(' ');
    return refuse(context, log, [...replies.texts, told].join('\n'), helpCard(tell, decided));
  }
}

/** Through all of them; or how the turn ended on the way. */
export async function runGuards<V extends InboundTurn>(
  guards: readonly Guard<V>[],
  inbound: V,
): Promise<TurnEnd | undefined> {
  for (const guard of guards) {
    const ended = await guard(inbound);
    if (ended) return ended;
  }
  return undefined;
}

/**
 * Up to which message of their chat somebody has read; undefined: it is no receipt. They come with the permission
 * ChatMessageReadReceipt.Read.Chat, where neither the organisation nor the person has switched them off.
 * Source: Microsoft Learn, "Build conversational capability", read receipts: the event `application/vnd.microsoft.readReceipt` with
 * `lastReadMessageId`; ids of messages are numbers that rise.
 */
function readUpTo({ type, name, value }: Partial<Activity>): number | undefined {
  if (type !== ActivityTypes.Event || name !== 'application/vnd.microsoft.readReceipt') return undefined;
  const { lastReadMessageId: id } = Object(value) as { readonly lastReadMessageId?: unknown };
  return typeof id === 'string' && /^\d{1,15}$/.test(id) ? Number(id) : undefined;
}

/** Why somebody is not let in; each is a text key. */
export type BorderRefusal =
  | 'border.unknown-person'
  | 'border.group'
  | 'border.guest'
  | 'border.disabled'
  | 'border.unlisted';

/** Passwords are talked about with a known person, alone. */
function refusedPlace({ activity, tenantId }: Received): BorderRefusal | undefined {
  const kind = activity.conversation?.conversationType;
  if (activity.conversation?.isGroup || (kind !== undefined && kind !== 'personal')) return 'border.group';
  if (!activity.from?.aadObjectId || tenantId === '') return 'border.unknown-person';
  return undefined;
}

export function refusedPerson(entry: DirectoryEntry | undefined): BorderRefusal | undefined {
  if (!entry) return 'border.unlisted';
  if (entry.account === 'guest') return 'border.guest';
  return entry.account === 'disabled' ? 'border.disabled' : undefined;
}

/** @param card the way to somebody who can help */
async function refuse(context: TurnContext, log: Log, text: string, card?: Card): Promise<TurnEnd> {
  const { activity } = context;
  if (activity.type === ActivityTypes.Invoke) return { result: 'refused', answer: spokenAnswer(activity, text) };
  if (activity.type === ActivityTypes.Message) {
    // Nothing was done that they would have to know of.
    try {
      await context.sendActivity(textMessage(text));
      if (card) await context.sendActivity(cardMessage(card));
    } catch (error) {
      log.warn('not told', { error });
    }
  }
  return { result: 'refused' };
}

function playedAs(chat: Chat, played: PlayOutcome, tell: Tell): string {
  if (played.kind === 'nobody') return tell('local.nobody', { names: played.names });
  if (played.kind === 'no-date') return tell('local.date.unread', { example: '/date 2027-02-02' });
  chat.dialog.dialogStack.length = 0;
  if (played.kind === 'date') return tell('local.date', { time: tell.moment(played.at) });
  chat.playing = played.objectId;
  // What the one before had asked for was theirs.
  chat.language = null;
  return tell('local.as', { name: played.name });
}
