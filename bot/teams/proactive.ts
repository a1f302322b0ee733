import type { TurnContext } from 'botbuilder';
import { lapseReminderCard, reminderCard } from '../../cards/enrolment/reconfirm.ts';
import { notWrittenCard, registeredCard, unlistedCard } from '../../cards/enrolment/register-at-microsoft.ts';
import { noticeCard } from '../../cards/methods/not-me.ts';
import { createConversation } from '../../dialogs/conversation.ts';
import { type Act, readinessOf, type Turn } from '../../dialogs/turn.ts';
import type { Person } from '../domain/account/person.ts';
import type { RemindedAbout } from '../domain/enrolment/reminded.ts';
import type { Change } from '../domain/methods/change.ts';
import type { SlotName, WrittenMethod } from '../domain/reset-service/slots.ts';
import { type Instant, second } from '../domain/time.ts';
import { refusedPerson } from './turn/admission.ts';
import { type Chat, dialogStateOf, openChat, readChat } from './turn/conversation-state.ts';
import { createTurn, employeeOf } from './turn/create-turn.ts';
import { entryInTime, lookFor } from './turn/directory-lookup.ts';
import { cardMessage, noReplies, replace } from './turn/replies.ts';
import type { TurnParts } from './turn/turns.ts';

/** Screens that show where somebody stands, and where nothing is typed that a new card could take away. */
const standing: ReadonlySet<string> = new Set(['home', 'finish']);

/** The same, and what tells of a look at the directory. */
const completed: ReadonlySet<string> = new Set([...standing, 'answer', 'rehearsal', 'register-there']);

/** How long to wait for the turn under way in the same chat. */
const patience = 3 * second;

/** Turns nobody asked for. Like all others, one at a time in a chat. Throws what the channel refuses. */
export interface Proactive {
  /** Shows the present state on the card that waits in a chat; false when there is none to show it on. */
  refresh(chatId: string): Promise<boolean>;
  /** The same where what was still being looked up is shown, and nothing is typed that a new card could take away. */
  complete(chatId: string): Promise<boolean>;
  /** Tells the person in a chat of a change, beside whatever they are doing there. */
  announce(chatId: string, change: Change): Promise<boolean>;
  /** Tells the person in a chat what came of putting a method into the reset service. */
  tellWritten(chatId: string, person: Person, method: WrittenMethod): Promise<boolean>;
  /** Tells the person in a chat what showed of their registration. */
  tellRegistered(chatId: string, methods: readonly SlotName[]): Promise<boolean>;
  /** Asks the person in a chat whether their methods are still right. */
  remind(chatId: string, person: Person, due: Instant, about: RemindedAbout): Promise<boolean>;
}

export function createProactive(parts: TurnParts): Proactive {
  const { adapter, store, uses, directory, clock, log } = parts;
  const state = dialogStateOf();
  const conversation = createConversation(state.accessor);

  /** false: the chat is not known, nothing can be written there, or its person is not let in. */
  function reach(chatId: string, work: (context: TurnContext, turn: Turn, chat: Chat) => Promise<boolean>) {
    return store.lock(`chat/${chatId}`, patience, async () => {
      const record = await readChat(store, log, chatId);
      if (!record || record.closed) return false;
      let reached = false;
      await adapter.reach(record.reference as object, async (context) => {
        const { activity } = context;
        const chat = openChat(record, activity, clock());
        const employee = employeeOf(activity, chat);
        const entry = await entryInTime(directory, employee, context);
        if (!entry || refusedPerson(entry)) return;
        const act: Act = { kind: 'arrival' };
        const policy = await parts.policy();
        const replies = noReplies();
        const look = lookFor(parts, employee, context);
        const { windows, heard } = parts;
        const turn = createTurn({
          ...look,
          windows,
          heard,
          activity,
          act,
          chat,
          employee,
          entry,
          policy,
          uses,
          now: clock(),
          replies,
        });
        state.attach(context, chat);
        reached = await work(context, turn, chat);
      });
      return reached;
    });
  }

  async function redrawn(context: TurnContext, turn: Turn, chat: Chat, only?: ReadonlySet<string>): Promise<boolean> {
    if (!chat.card || chat.outdated) return false;
    const card = await conversation.drawn(context, turn, only);
    if (card) await replace(context, chat.card, card);
    return card !== undefined;
  }

  return {
    refresh: (chatId) => reach(chatId, redrawn),
    complete: (chatId) => reach(chatId, (context, turn, chat) => redrawn(context, turn, chat, completed)),
    tellWritten: (chatId, person, method) =>
      reach(chatId, async (context, turn, chat) => {
        const { state, unlisted } = person.writings[method] ?? {};
        const failed = state !== undefined && state !== 'there' && state !== 'on-its-way';
        if (failed) {
          const gone = person.methods[method] === undefined;
          await context.sendActivity(cardMessage(notWrittenCard(turn.tell, method, state, gone)));
        }
        const waits = state === 'on-its-way' && unlisted === true;
        if (waits) await context.sendActivity(cardMessage(unlistedCard(turn.tell, method)));
        return (await redrawn(context, turn, chat, standing)) || failed || waits;
      }),
    tellRegistered: (chatId, methods) =>
      reach(chatId, async (context, turn, chat) => {
        await context.sendActivity(cardMessage(registeredCard(turn.tell, methods)));
        await redrawn(context, turn, chat, standing);
        return true;
      }),
    announce: (chatId, change) =>
      reach(chatId, async (context, { tell }) => {
        await context.sendActivity(cardMessage(noticeCard(tell, change)));
        return true;
      }),
    remind: (chatId, person, due, about) =>
      reach(chatId, async (context, turn) => {
        const { tell, now } = turn;
        const card =
          about === 'lapse' ? lapseReminderCard(tell, await readinessOf(turn)) : reminderCard(tell, person, due, now);
        await context.sendActivity(cardMessage(card));
        return true;
      }),
  };
}
