import { type KeyObject, randomBytes } from 'node:crypto';
import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { createConversation } from '../../../dialogs/conversation.ts';
import type { Act, Turn, UseCases } from '../../../dialogs/turn.ts';
import type { AccountObserver } from '../../domain/account/facts.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { Fault } from '../../domain/fault.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Directory } from '../../domain/ports/directory.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { Clock } from '../../domain/ports/system.ts';
import type { Heard } from '../../domain/tickets/support-reach.ts';
import { type Instant, minute, second } from '../../domain/time.ts';
import type { Log } from '../../log.ts';
import type { Tell } from '../../texts/tell.ts';
import type { TeamsAdapter } from '../adapter.ts';
import type { SupportEnded } from '../support/supporter-turns.ts';
import { refusedPerson, refusedPlace } from './admission.ts';
import { type Chat, closeChat, dialogStateOf, openChat, readChat } from './conversation-state.ts';
import { createTurn, employeeOf, tellFor } from './create-turn.ts';
import { entryInTime, lookFor } from './directory-lookup.ts';
import { actOf, namesOf } from './parse-activity.ts';
import { invokeAnswer, noReplies, send, textMessage } from './replies.ts';
import { isWindow, nextWindow, windowAnswer } from './windows.ts';

/** How long a turn waits for the one before it in the same chat. */
const patience = 3 * second;

export interface TurnParts {
  readonly adapter: TeamsAdapter;
  readonly store: Store;
  readonly uses: UseCases;
  readonly directory: Directory;
  readonly observer: AccountObserver;
  /** What was still being read when a card was shown in a chat has come. */
  readonly completed?: (chatId: string) => void;
  /** Clients open windows of their own, as Teams does. */
  readonly windows: boolean;
  readonly policy: () => Promise<Policy>;
  readonly clock: Clock;
  readonly heard: Heard;
  readonly log: Log;
  /** By which repeats of an act are known. */
  readonly seenKey: KeyObject;
  /** What happens in the support channel, in this order; undefined: it is not for them. */
  readonly support?: readonly { take(context: TurnContext): Promise<SupportEnded | undefined> }[];
  /** Local mode: reads "go on as another person"; undefined when it was no such command. */
  readonly play?: ((text: string) => Played | undefined) | undefined;
}

/** A demo person to go on as, or that there is none by that name; the day it is made to be, or that none was read. */
export type Played =
  | { readonly kind: 'as'; readonly objectId: string; readonly name: string }
  | { readonly kind: 'nobody'; readonly names: string }
  | { readonly kind: 'date'; readonly at: Instant }
  | { readonly kind: 'no-date' };

/** How a turn ended, for the metrics. */
export type TurnResult = 'done' | 'repeated' | 'ignored' | 'refused' | 'busy' | 'fault';

export interface Turns {
  /** An activity that the gate has let in, to its end. Throws only what the channel itself refuses. */
  receive(activity: Activity): Promise<{ result: TurnResult; answer: InvokeResponse | undefined }>;
}

/** To see how things stand. */
const seeing: Act = { kind: 'verb', verb: 'show', data: {}, live: true };

export function createTurns(parts: TurnParts): Turns {
  const { adapter, store, uses, directory, clock, log } = parts;
  const state = dialogStateOf();
  const conversation = createConversation(state.accessor);

  async function receive(activity: Activity) {
    let result: TurnResult = 'ignored';
    let answer: InvokeResponse | undefined;
    await adapter.receive(activity, async (context) => {
      const ended = await guarded(context);
      result = ended.result;
      answer = ended.answer;
    });
    return { result, answer: answer ?? (activity.type === ActivityTypes.Invoke ? { status: 200 } : undefined) };
  }

  /** What does not need the chat's record: kind of act, place and person. */
  async function guarded(context: TurnContext): Promise<Ended> {
    const { activity } = context;
    const tell = tellFor(activity, undefined, undefined);
    try {
      for (const one of parts.support ?? []) {
        const ended = await one.take(context);
        if (ended) return ended;
      }
      if (!actOf(activity, null)) return { result: 'ignored' };
      const refused = refusedPlace(activity);
      if (refused) return await refuse(context, tell(refused));
      return await store.lock(`chat/${activity.conversation.id}`, patience, () => alone(context));
    } catch (reason) {
      return failed(context, tell, reason);
    }
  }

  /** The turn proper. Nobody else is in this chat now. */
  async function alone(context: TurnContext): Promise<Ended> {
    const { activity } = context;
    let now = clock();
    const record = await readChat(store, log, activity.conversation.id);
    const names = namesOf(activity, parts.seenKey);
    const again = names.some((name) => record?.seen.includes(name));
    if (again && activity.type !== ActivityTypes.Invoke) return { result: 'repeated' };
    const chat = openChat(record, activity, now);
    const replies = noReplies();
    let act = actOf(activity, chat.card) as Act;
    // A channel tells of one arrival in two ways, and some clients at every visit: one greeting is enough.
    if (act.kind === 'arrival' && chat.card && now - chat.record.at < minute) return { result: 'repeated' };
    const played = act.kind === 'text' ? parts.play?.(act.text) : undefined;
    if (played) {
      act = { kind: 'arrival' };
      replies.texts.push(playedAs(chat, played, tellFor(activity, chat, undefined)));
      now = clock();
    }
    const employee = employeeOf(activity, chat);
    const entry = await entryInTime(directory, employee, context);
    const save = async () => {
      const record = closeChat(chat, activity, again ? [] : names, now);
      await put(record);
      return record;
    };
    const put = (record: Conversation) =>
      store.update('conversation', activity.conversation.id, () => ({ record, outcome: undefined }));
    const refused = refusedPerson(entry);
    if (!entry || refused) {
      await save();
      return refuse(
        context,
        [...replies.texts, tellFor(activity, chat, entry)(refused ?? 'border.unlisted')].join('\n'),
      );
    }
    const policy = await parts.policy();
    const opens = activity.name === 'task/fetch';
    // What was meant for a dialog that is gone can't be carried out: the first page is shown instead.
    const meant: Act = chat.outdated ? { kind: 'arrival' } : opens ? seeing : act;
    const look = lookFor(parts, employee, context);
    const { windows, heard } = parts;
    const turn = createTurn({
      ...look,
      windows,
      heard,
      activity,
      act: meant,
      chat,
      employee,
      entry,
      policy,
      uses,
      now,
      replies,
    });
    state.attach(context, chat);
    const opened = opens ? await windowOf(context, turn, act) : undefined;
    if (opened) return { result: 'done', answer: opened };
    if (chat.outdated) turn.say(turn.tell('restart.text'));
    try {
      // A click that comes again changes nothing, but gets the card as it now is.
      if (!again) await conversation.continue(context, turn);
      else if (isWindow(activity)) replies.form = await conversation.form(context, turn);
      else if (act.kind !== 'verb' || act.live) replies.card = await conversation.drawn(context, turn);
      else replies.old = 'answered';
    } catch (reason) {
      // A fault passes, and the chat stays where it was. A mistake of ours would be met again at each act: start over.
      if (!(reason instanceof Fault)) {
        chat.dialog.dialogStack.length = 0;
        await save();
      }
      throw reason;
    }
    const saved = await save();
    const before = chat.card;
    try {
      const sent = await send(context, act, replies, before, turn.tell);
      chat.card = sent.live;
      const { form, old } = replies;
      const answer = isWindow(activity) ? nextWindow(turn.tell, form, old !== undefined, opens) : sent.answer;
      return { result: again ? 'repeated' : 'done', answer };
    } catch (reason) {
      // Nobody knows which card is on screen now: whichever is clicked next counts.
      chat.card = null;
      throw reason;
    } finally {
      if (chat.card !== before) await put({ ...saved, card: chat.card });
    }
  }

  /** Opening a window changes nothing. undefined: its card is the newest, but what it was about is over. */
  async function windowOf(context: TurnContext, turn: Turn, act: Act): Promise<InvokeResponse | undefined> {
    if (act.kind !== 'verb' || !act.live) return windowAnswer(turn.tell('stale.text'));
    const form = await conversation.form(context, turn, String(act.data.from));
    return form && windowAnswer(form, turn.tell('product.name'));
  }

  async function refuse(context: TurnContext, text: string): Promise<Ended> {
    const { activity } = context;
    if (activity.type === ActivityTypes.Invoke) return { result: 'refused', answer: invokeText(activity, text) };
    if (context.activity.type === ActivityTypes.Message) {
      // Nothing was done that they would have to know of.
      await context.sendActivity(textMessage(text)).catch((error: unknown) => log.warn('not told', { error }));
    }
    return { result: 'refused' };
  }

  /** Nothing was claimed and nothing is lost. People get a reference, the log gets the reason. */
  async function failed(context: TurnContext, tell: Tell, reason: unknown): Promise<Ended> {
    const busy = reason instanceof Fault && reason.code === 'lock-timeout';
    const reference = randomBytes(4).toString('hex').toUpperCase();
    if (!busy) log.error('turn failed', { error: reason, reference });
    const result = busy ? 'busy' : 'fault';
    const { activity } = context;
    // In a window the sentence takes the place of the form, and with it of what was typed.
    const where = isWindow(activity) ? '.window' : '';
    const text = busy ? tell(`fault.busy${where}`) : tell(`fault.text${where}`, { reference });
    if (activity.type === ActivityTypes.Invoke) return { result, answer: invokeText(activity, text) };
    await context.sendActivity(textMessage(text)).catch(() => undefined);
    return { result };
  }

  return { receive };
}

function playedAs(chat: Chat, played: Played, tell: Tell): string {
  if (played.kind === 'nobody') return tell('local.nobody', { names: played.names });
  if (played.kind === 'no-date') return tell('local.date.unread', { example: '/date 2027-02-02' });
  chat.dialog.dialogStack.length = 0;
  if (played.kind === 'date') return tell('local.date', { time: tell.moment(played.at) });
  chat.playing = played.objectId;
  return tell('local.as', { name: played.name });
}

interface Ended {
  readonly result: TurnResult;
  readonly answer?: InvokeResponse | undefined;
}

function invokeText(activity: Activity, text: string): InvokeResponse {
  if (isWindow(activity)) return windowAnswer(text);
  return invokeAnswer('application/vnd.microsoft.activity.message', text);
}
