import type { TurnContext } from 'botbuilder';
import { noticeCard } from '../../cards/notice.ts';
import { reminderCard } from '../../cards/reminder.ts';
import { createConversation } from '../../dialogs/conversation.ts';
import type { Act, Turn } from '../../dialogs/turn.ts';
import type { Change } from '../domain/change.ts';
import { type Instant, second } from '../domain/instant.ts';
import type { Person } from '../domain/person.ts';
import { refusedPerson } from './border.ts';
import { type Chat, dialogStateOf, openChat, readChat } from './chat.ts';
import { deadlineOf } from './deadline.ts';
import { entryInTime, lookFor } from './entry.ts';
import { cardMessage, noReplies, replace } from './replies.ts';
import { createTurn, employeeOf } from './turn.ts';
import type { TurnParts } from './turns.ts';

/** How long to wait for the turn under way in the same chat. */
const patience = 3 * second;

/** Turns nobody asked for. Like all others, one at a time in a chat. Throws what the channel refuses. */
export interface Proactive {
  /** Shows the present state on the card that waits in a chat; false when there is none to show it on. */
  refresh(chatId: string): Promise<boolean>;
  /** Tells the person in a chat of a change, beside whatever they are doing there. */
  announce(chatId: string, change: Change): Promise<boolean>;
  /** Asks the person in a chat whether their methods are still right. */
  remind(chatId: string, person: Person, due: Instant): Promise<boolean>;
}

export function createProactive(parts: TurnParts): Proactive {
  const { adapter, store, uses, directory, clock, log } = parts;
  const state = dialogStateOf();
  const conversation = createConversation(state.accessor);

  /** false: the chat is not known, or its person is not let in. */
  function reach(chatId: string, work: (context: TurnContext, turn: Turn, chat: Chat) => Promise<boolean>) {
    return store.lock(`chat/${chatId}`, patience, async () => {
      const record = await readChat(store, log, chatId);
      if (!record) return false;
      let reached = false;
      await adapter.reach(record.reference as object, async (context) => {
        const { activity } = context;
        const chat = openChat(record, activity, clock());
        const employee = employeeOf(activity, chat);
        const entry = await entryInTime(directory, employee, deadlineOf(context));
        if (!entry || refusedPerson(entry)) return;
        const act: Act = { kind: 'arrival' };
        const policy = await parts.policy();
        const replies = noReplies();
        const look = lookFor(parts, employee, context);
        const turn = createTurn({ ...look, activity, act, chat, employee, entry, policy, uses, now: clock(), replies });
        state.attach(context, chat);
        reached = await work(context, turn, chat);
      });
      return reached;
    });
  }

  return {
    refresh: (chatId) =>
      reach(chatId, async (context, turn, chat) => {
        if (!chat.card || chat.outdated) return false;
        const card = await conversation.drawn(context, turn);
        if (card) await replace(context, chat.card, card);
        return card !== undefined;
      }),
    announce: (chatId, change) =>
      reach(chatId, async (context, { tell }) => {
        await context.sendActivity(cardMessage(noticeCard(tell, change)));
        return true;
      }),
    remind: (chatId, person, due) =>
      reach(chatId, async (context, { tell, now }) => {
        await context.sendActivity(cardMessage(reminderCard(tell, person, due, now)));
        return true;
      }),
  };
}
