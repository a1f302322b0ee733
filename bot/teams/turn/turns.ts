import { randomBytes } from 'node:crypto';
import { type Activity, ActivityTypes, type InvokeResponse } from 'botbuilder';
import { headingOf } from '../../../cards/parts/page.ts';
import { createConversation, type Talk } from '../../../dialogs/conversation.ts';
import type { Act } from '../../../dialogs/turn.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { Fault } from '../../domain/fault.ts';
import { second } from '../../domain/time.ts';
import { createGuards, type InboundTurn, type LockedTurn, runGuards } from './admission.ts';
import { closeChat, openChat, readChat, saveChat } from './conversation-state.ts';
import { createTurn, type TurnParts, tellFor } from './create-turn.ts';
import { isWindow, onCard, parseActivity, repeatKeys } from './parse-activity.ts';
import {
  nextWindow,
  noReplies,
  send,
  spokenAnswer,
  type TurnEnd,
  type TurnResult,
  textMessage,
  windowAnswer,
} from './replies.ts';

/** How long a turn waits for the one before it in the same chat. */
const patience = 3 * second;

export interface Turns {
  /** An activity that the gate has let in, to its answer. Throws only what the channel itself refuses. */
  receive(activity: Activity): Promise<{ result: TurnResult; answer: InvokeResponse | undefined }>;
  /** Resolves when nothing is left to do of turns that were answered. */
  settled(): Promise<unknown>;
}

/** Somebody else is in the chat, or was there meanwhile. */
function overtaken(reason: unknown): boolean {
  return reason instanceof Fault && (reason.code === 'lock-timeout' || reason.code === 'store-conflict');
}

/** To see how things stand. */
const seeing: Act = { kind: 'verb', verb: 'show', data: {}, live: true };

export function createTurns(parts: TurnParts): Turns {
  const { adapter, records, store, clock, log } = parts;
  const conversation = createConversation();
  const guards = createGuards(parts);
  /** Chats in which a turn is, or has left something to do. */
  const inside = new Set<Promise<unknown>>();

  async function receive(activity: Activity) {
    let ended: TurnEnd = { result: 'ignored' };
    await adapter.receive(activity, async (context) => {
      ended = await guarded({ context, received: parseActivity(activity) });
    });
    const { result, answer } = ended;
    return { result, answer: answer ?? (activity.type === ActivityTypes.Invoke ? { status: 200 } : undefined) };
  }

  async function guarded(inbound: InboundTurn): Promise<TurnEnd> {
    try {
      return await records.during(inbound.context, () => answered(inbound));
    } catch (reason) {
      return failed(inbound, reason);
    }
  }

  /** Nobody waits for what is left to do then: the next turn in this chat begins when it is done. */
  async function answered(inbound: InboundTurn): Promise<TurnEnd> {
    const { activity, act } = inbound.received;
    const ended = await runGuards(guards.beforeLock, inbound);
    if (ended || !act) return ended ?? { result: 'ignored' };
    const answer = Promise.withResolvers<TurnEnd>();
    const left: (() => Promise<void>)[] = [];
    const freed = store
      .lock(`chat/${activity.conversation.id}`, patience, async () => {
        await alone(inbound, act, (work) => left.push(work)).then(answer.resolve, answer.reject);
        for (const work of left) await records.afterwards(work);
      })
      .catch(answer.reject)
      .finally(() => inside.delete(freed));
    inside.add(freed);
    return answer.promise;
  }

  /** Nobody else is in this chat now. @param later takes what is left to do when the turn was answered */
  async function alone(
    { context, received }: InboundTurn,
    act: Act,
    later: (work: () => Promise<void>) => void,
  ): Promise<TurnEnd> {
    const { activity } = received;
    const now = clock();
    const record = await readChat(store, log, activity.conversation.id);
    // Another process may note it under a newer key.
    const under = parts.seenKeys.map((key) => repeatKeys(activity, key));
    const [names = []] = under;
    const again = under.flat().some((name) => record?.seen.includes(name));
    const chat = openChat(record, received, now);
    const locked: LockedTurn = {
      context,
      received,
      act: onCard(act, activity, chat.card),
      now,
      chat,
      replies: noReplies(),
      again,
      who: undefined,
      save: () => saveChat(store, activity.conversation.id, closeChat(chat, received, again ? [] : names, locked.now)),
      later,
    };
    const ended = await runGuards(guards.underLock, locked);
    return ended ?? talked(locked, locked.who);
  }

  /** The turn proper: the dialog reads what was done, and what it has to say goes out. */
  async function talked(locked: LockedTurn, who: LockedTurn['who']): Promise<TurnEnd> {
    const { context, received, act, chat, replies, again, now } = locked;
    const { activity } = received;
    const window = act.kind === 'verb' && act.window;
    if (!who) throw new TypeError('nobody was let in');
    const opens = activity.name === 'task/fetch';
    // What was meant for a dialog that is gone can't be carried out: the first page is shown instead.
    const meant: Act = chat.outdated ? { kind: 'arrival' } : opens ? seeing : act;
    const turn = await createTurn(parts, { context, received, act: meant, chat, ...who, now, replies });
    const talk: Talk = { context, turn, dialog: chat.dialog };
    const asked = chat.language;
    const opened = opens ? await windowOf(talk, act) : undefined;
    if (opened) return { result: 'done', answer: opened };
    if (chat.outdated) turn.say(turn.tell('restart.text'));
    try {
      // A click that comes again changes nothing, but gets the card as it now is.
      if (!again) await conversation.continue(talk);
      else if (window) replies.form = await conversation.form(talk);
      else if (act.kind !== 'verb' || act.live) replies.card = await conversation.drawn(talk);
      else replies.old = 'answered';
    } catch (reason) {
      // A fault passes, and the chat stays where it was. A mistake of ours would be met again at each act: start over.
      if (!(reason instanceof Fault)) {
        chat.dialog.dialogStack.length = 0;
        await locked.save();
      }
      throw reason;
    }
    // Whoever has just asked for another language is not told what a card was in the one before.
    const [before, heading] = [chat.card, chat.language === asked ? chat.heading : undefined];
    if (replies.card) chat.heading = headingOf(replies.card);
    const saved = await locked.save();
    try {
      const sent = await send(context, act, replies, before, heading, turn.tell);
      chat.card = sent.live;
      const { form, old } = replies;
      const answer = window ? nextWindow(turn.tell, form, old !== undefined, opens) : sent.answer;
      return { result: again ? 'repeated' : 'done', answer };
    } catch (reason) {
      // Nobody knows which card is on screen now: whichever is clicked next counts.
      chat.card = null;
      throw reason;
    } finally {
      const { card } = chat;
      if (card !== before) locked.later(() => noteCard(activity.conversation.id, { ...saved, card }));
    }
  }

  /** What was said is said: where a newer turn has written the chat, it has put down the card of its own. */
  async function noteCard(id: string, record: Conversation): Promise<void> {
    await saveChat(store, id, record).catch((error: unknown) => {
      if (!overtaken(error)) log.warn('card not noted', { error });
    });
  }

  /** Opening a window changes nothing. undefined: its card is the newest, but what it was about is over. */
  async function windowOf(talk: Talk, act: Act): Promise<InvokeResponse | undefined> {
    if (act.kind !== 'verb' || !act.live) return windowAnswer(talk.turn.tell('stale.text'));
    const form = await conversation.form(talk, String(act.data.from));
    return form && windowAnswer(form, talk.turn.tell('product.name'));
  }

  /** Nothing was claimed and nothing is lost. People get a reference, the log gets the reason. */
  async function failed({ context, received }: InboundTurn, reason: unknown): Promise<TurnEnd> {
    const busy = overtaken(reason);
    const reference = randomBytes(4).toString('hex').toUpperCase();
    if (!busy) log.error('turn failed', { error: reason, reference });
    const result = busy ? 'busy' : 'fault';
    const { activity } = received;
    const tell = tellFor(received);
    // In a window the sentence takes the place of the form, and with it of what was typed.
    const where = isWindow(activity) ? '.window' : '';
    const text = busy ? tell(`fault.busy${where}`) : tell(`fault.text${where}`, { reference });
    if (activity.type === ActivityTypes.Invoke) return { result, answer: spokenAnswer(activity, text) };
    await context.sendActivity(textMessage(text)).catch(() => undefined);
    return { result };
  }

  return { receive, settled: () => Promise.all(inside) };
}
