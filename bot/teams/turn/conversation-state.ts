import { type Activity, type StatePropertyAccessor, TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { dialogVersion } from '../../../dialogs/conversation.ts';
import type { Conversation, JsonValue } from '../../domain/conversation.ts';
import { Fault } from '../../domain/fault.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { Instant } from '../../domain/time.ts';
import type { Log } from '../../log.ts';
import { tenantOf } from './admission.ts';

/** How many acts are remembered: a channel repeats within a minute. */
const remembered = 60;

/** One chat during a turn. */
export interface Chat {
  /** true: its dialog was of another version, or none at all, and was put aside. */
  readonly outdated: boolean;
  readonly dialog: DialogState;
  language: string | null;
  card: string | null;
  playing: string | null;
  /** Until when secrets are typed into the chat rather than into a window; null: never said so. */
  typesHereUntil: Instant | null;
  readonly record: Conversation;
}

export function openChat(record: Conversation | undefined, activity: Activity, now: Instant): Chat {
  const known = record ?? newConversation(activity, now);
  const dialog = known.version === dialogVersion ? stackOf(known.dialog) : undefined;
  return {
    record: known,
    outdated: dialog === undefined,
    dialog: dialog ?? { dialogStack: [] },
    language: known.language,
    card: known.card,
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

function newConversation(activity: Activity, now: Instant): Conversation {
  return {
    version: dialogVersion,
    dialog: null,
    reference: referenceOf(activity),
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
function referenceOf(activity: Activity): JsonValue {
  const { conversation, ...reference } = TurnContext.getConversationReference(activity);
  const named = { ...reference, conversation: { ...conversation, tenantId: tenantOf(activity) } };
  return JSON.parse(JSON.stringify(named)) as JsonValue;
}

/** The record after the turn, with what was handled in it. What the dialog does from now on is not in it. */
export function closeChat(chat: Chat, activity: Activity, names: readonly string[], now: Instant): Conversation {
  // Whoever acts can be written to.
  const { closed: _, ...record } = chat.record;
  return {
    ...record,
    version: dialogVersion,
    dialog: JSON.parse(JSON.stringify(chat.dialog)) as JsonValue,
    reference: referenceOf(activity),
    language: chat.language,
    timeZone: timeZoneOf(activity) ?? chat.record.timeZone,
    card: chat.card,
    playing: chat.playing,
    typesHereUntil: chat.typesHereUntil,
    seen: [...chat.record.seen, ...names].slice(-remembered),
    at: now,
  };
}

/** IANA name of the client's time zone, when it says so. */
export function timeZoneOf(activity: Activity): string | undefined {
  const info = activity.entities?.find((entity) => entity.type === 'clientInfo');
  const named: unknown = activity.localTimezone ?? info?.timezone;
  return typeof named === 'string' && /^[A-Za-z0-9_+/-]{1,64}$/.test(named) ? named : undefined;
}

/** The dialog stack where the dialog library looks for it. */
export function dialogStateOf(): {
  accessor: StatePropertyAccessor<DialogState>;
  attach(context: TurnContext, chat: Chat): void;
} {
  const key = Symbol('dialog state');
  return {
    attach: (context, chat) => void context.turnState.set(key, chat.dialog),
    accessor: {
      get: async (context: TurnContext) => context.turnState.get<DialogState>(key),
      set: async (context: TurnContext, state: DialogState) => void context.turnState.set(key, state),
      delete: async (context: TurnContext) => void context.turnState.delete(key),
    },
  };
}
