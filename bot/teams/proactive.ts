import type { TurnContext } from 'botbuilder';
import { lapseReminderCard, reminderCard } from '../../cards/enrolment/reconfirm.ts';
import { notWrittenCard, registeredCard, unlistedCard } from '../../cards/enrolment/register-at-microsoft.ts';
import { noticeCard } from '../../cards/methods/not-me.ts';
import { createConversation } from '../../dialogs/conversation.ts';
import { type Act, readinessOf, type Turn } from '../../dialogs/turn.ts';
import type { Person } from '../domain/account/person.ts';
import { Fault } from '../domain/fault.ts';
import type { MethodChange } from '../domain/methods/change.ts';
import type { ReminderSubject } from '../domain/outbox/letter.ts';
import type { Urgency } from '../domain/ports/budget.ts';
import type { Pace } from '../domain/ports/pace.ts';
import type { SlotName, WrittenMethod } from '../domain/reset-service/slots.ts';
import { type Instant, second } from '../domain/time.ts';
import { refusedPerson } from './turn/admission.ts';
import { type Chat, openChat, readChat } from './turn/conversation-state.ts';
import { createTurn, employeeOf, type TurnParts } from './turn/create-turn.ts';
import { entryInTime } from './turn/directory-lookup.ts';
import { parseActivity } from './turn/parse-activity.ts';
import { cardMessage, noReplies, replace } from './turn/replies.ts';

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
  announce(chatId: string, change: MethodChange): Promise<boolean>;
  /** Tells the person in a chat what came of putting a method into the reset service. */
  tellWritten(chatId: string, person: Person, method: WrittenMethod): Promise<boolean>;
  /** Tells the person in a chat what showed of their registration. */
  tellRegistered(chatId: string, methods: readonly SlotName[]): Promise<boolean>;
  /** Asks the person in a chat whether their methods are still right. */
  remind(chatId: string, person: Person, due: Instant, about: ReminderSubject): Promise<boolean>;
}

export function createProactive(parts: TurnParts, pace: Pace): Proactive {
  const { adapter, store, directory, clock, log } = parts;
  const conversation = createConversation();

  type Work = (context: TurnContext, turn: Turn, chat: Chat) => Promise<boolean>;

  /** Stands in line before the chat is locked: its person must not wait for that. Throws TooFast. */
  async function reach(chatId: string, urgency: Urgency, work: Work): Promise<boolean> {
    const place = await pace.enter(chatId, urgency);
    try {
      return await reachNow(chatId, work);
    } finally {
      place.done();
    }
  }

  /** false: the chat is not known, nothing can be written there, or its person is not let in. */
  function reachNow(chatId: string, work: Work) {
    return store.lock(`chat/${chatId}`, patience, async () => {
      const record = await readChat(store, log, chatId);
      if (!record || record.closed) return false;
      let reached = false;
      await adapter.reach(record.reference as object, async (context) => {
        const received = parseActivity(context.activity);
        const chat = openChat(record, received, clock());
        const employee = employeeOf(received, chat);
        const entry = await entryInTime(directory, employee, context);
        if (!entry || refusedPerson(entry)) return;
        const act: Act = { kind: 'arrival' };
        const turn = await createTurn(parts, {
          context,
          received,
          act,
          chat,
          employee,
          entry,
          now: clock(),
          replies: noReplies(),
        });
        reached = await work(context, turn, chat);
      });
      return reached;
    });
  }

  async function redrawn(context: TurnContext, turn: Turn, chat: Chat, only?: ReadonlySet<string>): Promise<boolean> {
    if (!chat.card || chat.outdated) return false;
    const card = await conversation.drawn({ context, turn, dialog: chat.dialog }, only);
    if (card) await replace(context, chat.card, card);
    return card !== undefined;
  }

  return {
    refresh: (chatId) =>
      reach(chatId, 'person', (context, turn, chat) => {
        if (chat.newer) throw new Fault('store-newer', 'a newer program draws this card');
        return redrawn(context, turn, chat);
      }),
    complete: (chatId) => reach(chatId, 'person', (context, turn, chat) => redrawn(context, turn, chat, completed)),
    tellWritten: (chatId, person, method) =>
      reach(chatId, 'background', async (context, turn, chat) => {
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
      reach(chatId, 'background', async (context, turn, chat) => {
        await context.sendActivity(cardMessage(registeredCard(turn.tell, methods)));
        await redrawn(context, turn, chat, standing);
        return true;
      }),
    announce: (chatId, change) =>
      reach(chatId, 'background', async (context, { tell }) => {
        await context.sendActivity(cardMessage(noticeCard(tell, change)));
        return true;
      }),
    remind: (chatId, person, due, about) =>
      reach(chatId, 'background', async (context, turn) => {
        const { tell, now } = turn;
        const card =
          about === 'lapse' ? lapseReminderCard(tell, await readinessOf(turn)) : reminderCard(tell, person, due, now);
        await context.sendActivity(cardMessage(card));
        return true;
      }),
  };
}
