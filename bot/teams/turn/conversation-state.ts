import { TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { dialogVersion } from '../../../dialogs/conversation.ts';
import type { ClosedChat, Conversation, JsonValue } from '../../domain/conversation.ts';
import { Fault } from '../../domain/fault.ts';
import type { Store } from '../../domain/ports/store.ts';
import { counts, type Instant, minute } from '../../domain/time.ts';
import type { Log } from '../../log.ts';
import type { Received } from './parse-activity.ts';

/** How many acts are remembered: a channel repeats within a minute. */
const remembered = 60;

/**
 * How long after a newer program wrote a chat it may still be there to go on with it, as while one process after the other
 * is upgraded. Later, the newer one was taken back, or the chat has rested long enough to start over.
 */
const upgrading = 10 * minute;

/** One chat during a turn. */
export interface Chat {
  /** true: its dialog was of another version, or none at all, and was put aside. */
  readonly outdated: boolean;
  /** Its dialog is a newer program's, which goes on with it: to be left as it is. */
  readonly newer: boolean;
  readonly dialog: DialogState;
  language: string | null;
  card: string | null;
  /** How the card that waits is headed. */
  heading: string | undefined;
  playing: string | null;
  /** Until when secrets are typed into the chat rather than into a window; null: never said so. */
  typesHereUntil: Instant | null;
  readonly record: Conversation;
}

export function openChat(record: Conversation | undefined, received: Received, now: Instant): Chat {
  const known = record ?? newConversation(received, now);
  const dialog = known.version === dialogVersion ? stackOf(known.dialog) : undefined;
  return {
    record: known,
    outdated: dialog === undefined,
    newer: known.version > dialogVersion && counts(known.at, upgrading, now),
    dialog: dialog ?? { dialogStack: [] },
    language: known.language,
    card: known.card,
    heading: known.heading,
    playing: known.playing,
    typesHereUntil: known.typesHereUntil,
  };
}

/** Our own versioned record holds what the dialog library gave us; undefined: it holds something else. */
function stackOf(dialog: JsonValue): DialogState | undefined {
  if (dialog === null) return { dialogStack: [] };
  const whole = typeof dialog === 'object' && 'dialogStack' in dialog && Array.isArray(dialog.dialogStack);
  return whole ? (dialog as unknown as DialogState) : undefined;
}

/** A chat record holds nothing that can't be lost: a damaged one is put away, and the chat starts anew. */
export async function readChat(store: Store, log: Log, id: string): Promise<Conversation | undefined> {
  try {
    return await store.read('conversation', id);
  } catch (reason) {
    if (!(reason instanceof Fault && reason.code === 'store-damaged')) throw reason;
    log.warn('chat put away', { error: reason });
    await store.remove('conversation', id);
    return undefined;
  }
}

/**
 * Writes what a turn made of its chat. Throws Fault `store-conflict` when another turn has written since this one read: it
 * had lost the lock, and what it knows is old.
 */
export function saveChat(store: Store, id: string, after: Conversation): Promise<Conversation> {
  return store.update('conversation', id, (record) => {
    const { turn = 0 } = after;
    if ((record?.turn ?? 0) !== turn) throw new Fault('store-conflict', 'a newer turn has written the chat');
    const saved = { ...after, turn: turn + 1 };
    return { record: saved, outcome: saved };
  });
}

/** Nothing is written there any more; whatever the person does next opens it again. */
export function markClosed(store: Store, id: string, closed: ClosedChat): Promise<void> {
  return store.update('conversation', id, (record) => ({
    record: record && { ...record, closed },
    outcome: undefined,
  }));
}

function newConversation(received: Received, now: Instant): Conversation {
  return {
    version: dialogVersion,
    dialog: null,
    reference: referenceOf(received),
    language: null,
    timeZone: null,
    card: null,
    seen: [],
    playing: null,
    typesHereUntil: null,
    at: now,
  };
}

/** Where to reach this chat outside a turn. A service address may change: the newest counts. */
function referenceOf({ activity, tenantId }: Received): JsonValue {
  const { conversation, ...reference } = TurnContext.getConversationReference(activity);
  const named = { ...reference, conversation: { ...conversation, tenantId } };
  return JSON.parse(JSON.stringify(named)) as JsonValue;
}

/** The record after the turn, with what was handled in it. What the dialog does from now on is not in it. */
export function closeChat(chat: Chat, received: Received, names: readonly string[], now: Instant): Conversation {
  // Whoever acts can be written to.
  const { closed: _, ...record } = chat.record;
  return {
    ...record,
    version: dialogVersion,
    dialog: JSON.parse(JSON.stringify(chat.dialog)) as JsonValue,
    reference: referenceOf(received),
    language: chat.language,
    timeZone: received.timeZone ?? chat.record.timeZone,
    card: chat.card,
    playing: chat.playing,
    typesHereUntil: chat.typesHereUntil,
    ...(chat.heading !== undefined && { heading: chat.heading }),
    seen: [...chat.record.seen, ...names].slice(-remembered),
    at: now,
  };
}
