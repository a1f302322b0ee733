import { randomBytes } from 'node:crypto';
import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from 'botbuilder';
import { createConversation } from '../../../dialogs/conversation.ts';
import type { Act, Turn } from '../../../dialogs/turn.ts';
import type { Conversation } from '../../domain/conversation.ts';
import { Fault } from '../../domain/fault.ts';
import { second } from '../../domain/time.ts';
import { type ChatVisit, createGuards, passed, type Visit } from './admission.ts';
import { closeChat, dialogStateOf, openChat, readChat } from './conversation-state.ts';
import { createTurn, type TurnParts, tellFor } from './create-turn.ts';
import { actOf, isWindow, namesOf, onCard } from './parse-activity.ts';
import {
  type Ended,
  nextWindow,
  noReplies,
  send,
  spokenAnswer,
  type TurnResult,
  textMessage,
  windowAnswer,
} from './replies.ts';

/** How long a turn waits for the one before it in the same chat. */
const patience = 3 * second;

export interface Turns {
  /** An activity that the gate has let in, to its end. Throws only what the channel itself refuses. */
  receive(activity: Activity): Promise<{ result: TurnResult; answer: InvokeResponse | undefined }>;
}

/** To see how things stand. */
const seeing: Act = { kind: 'verb', verb: 'show', data: {}, live: true };

export function createTurns(parts: TurnParts): Turns {
  const { adapter, store, clock, log } = parts;
  const state = dialogStateOf();
  const conversation = createConversation(state.accessor);
  const guards = createGuards(parts);

  async function receive(activity: Activity) {
    let ended: Ended = { result: 'ignored' };
    await adapter.receive(activity, async (context) => {
      ended = await guarded({ context, act: actOf(activity) });
    });
    const { result, answer } = ended;
    return { result, answer: answer ?? (activity.type === ActivityTypes.Invoke ? { status: 200 } : undefined) };
  }

  async function guarded(visit: Visit): Promise<Ended> {
    const { context, act } = visit;
    try {
      const ended = await passed(guards.atTheDoor, visit);
      if (ended || !act) return ended ?? { result: 'ignored' };
      return await store.lock(`chat/${context.activity.conversation.id}`, patience, () => alone(context, act));
    } catch (reason) {
      return failed(context, reason);
    }
  }

  /** Nobody else is in this chat now. */
  async function alone(context: TurnContext, act: Act): Promise<Ended> {
    const { activity } = context;
    const now = clock();
    const record = await readChat(store, log, activity.conversation.id);
    const names = namesOf(activity, parts.seenKey);
    const again = names.some((name) => record?.seen.includes(name));
    const chat = openChat(record, activity, now);
    const visit: ChatVisit = {
      context,
      act: onCard(act, activity, chat.card),
      now,
      chat,
      replies: noReplies(),
      again,
      who: undefined,
      async save() {
        const saved = closeChat(chat, activity, again ? [] : names, visit.now);
        await put(activity, saved);
        return saved;
      },
    };
    const ended = await passed(guards.inTheChat, visit);
    return ended ?? talked(visit, visit.who);
  }

  function put({ conversation: { id } }: Activity, record: Conversation): Promise<void> {
    return store.update('conversation', id, () => ({ record, outcome: undefined }));
  }

  /** The turn proper: the dialog reads what was done, and what it has to say goes out. */
  async function talked(visit: ChatVisit, who: ChatVisit['who']): Promise<Ended> {
    const { context, act, chat, replies, again, now } = visit;
    const { activity } = context;
    if (!who) throw new TypeError('nobody was let in');
    const opens = activity.name === 'task/fetch';
    // What was meant for a dialog that is gone can't be carried out: the first page is shown instead.
    const meant: Act = chat.outdated ? { kind: 'arrival' } : opens ? seeing : act;
    const turn = await createTurn(parts, { context, act: meant, chat, ...who, now, replies });
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
        await visit.save();
      }
      throw reason;
    }
    const saved = await visit.save();
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
      if (chat.card !== before) await put(activity, { ...saved, card: chat.card });
    }
  }

  /** Opening a window changes nothing. undefined: its card is the newest, but what it was about is over. */
  async function windowOf(context: TurnContext, turn: Turn, act: Act): Promise<InvokeResponse | undefined> {
    if (act.kind !== 'verb' || !act.live) return windowAnswer(turn.tell('stale.text'));
    const form = await conversation.form(context, turn, String(act.data.from));
    return form && windowAnswer(form, turn.tell('product.name'));
  }

  /** Nothing was claimed and nothing is lost. People get a reference, the log gets the reason. */
  async function failed(context: TurnContext, reason: unknown): Promise<Ended> {
    const busy = reason instanceof Fault && reason.code === 'lock-timeout';
    const reference = randomBytes(4).toString('hex').toUpperCase();
    if (!busy) log.error('turn failed', { error: reason, reference });
    const result = busy ? 'busy' : 'fault';
    const { activity } = context;
    const tell = tellFor(activity, undefined, undefined);
    // In a window the sentence takes the place of the form, and with it of what was typed.
    const where = isWindow(activity) ? '.window' : '';
    const text = busy ? tell(`fault.busy${where}`) : tell(`fault.text${where}`, { reference });
    if (activity.type === ActivityTypes.Invoke) return { result, answer: spokenAnswer(activity, text) };
    await context.sendActivity(textMessage(text)).catch(() => undefined);
    return { result };
  }

  return { receive };
}
