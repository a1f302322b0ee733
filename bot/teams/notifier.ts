import { type EmployeeKey, type Person, personId } from '../domain/account/person.ts';
import type { ClosedChat } from '../domain/conversation.ts';
import type { Notified, Notifier } from '../domain/ports/notifier.ts';
import { TooFast } from '../domain/ports/pace.ts';
import type { Store } from '../domain/ports/store.ts';
import { statusOf } from './adapter.ts';
import type { Proactive } from './proactive.ts';
import { markClosed } from './turn/conversation-state.ts';

/** Reaches people in their personal chat. */
export function createNotifier(store: Store, proactive: Proactive): Notifier {
  async function inChat(
    employee: EmployeeKey,
    work: (chat: string, person: Person) => Promise<boolean>,
  ): Promise<Notified> {
    const person = await store.read('person', personId(employee));
    if (!person?.chat) return { kind: 'unreachable' };
    const { chat } = person;
    // One that can't be read is started anew by whoever reaches for it.
    const closed = (await store.read('conversation', chat).catch(() => undefined))?.closed;
    if (closed) return { kind: closed };
    try {
      return { kind: (await work(chat, person)) ? 'reached' : 'unreachable' };
    } catch (reason) {
      if (reason instanceof TooFast) return { kind: 'retry', after: reason.after };
      const kind = chatRefusal(reason);
      if (kind !== 'retry' && kind !== 'unreachable') await markClosed(store, chat, kind);
      return { kind };
    }
  }

  return {
    refresh: (employee) => inChat(employee, (chat) => proactive.refresh(chat)),
    announce: (employee, changeId) =>
      inChat(employee, async (chat, person) => {
        const change = person.changes.find((one) => one.id === changeId);
        return change ? proactive.announce(chat, change) : false;
      }),
    tellWritten: (employee, method) => inChat(employee, (chat, person) => proactive.tellWritten(chat, person, method)),
    tellRegistered: (employee, methods) => inChat(employee, (chat) => proactive.tellRegistered(chat, methods)),
    remind: (employee, due, about) => inChat(employee, (chat, person) => proactive.remind(chat, person, due, about)),
  };
}

/** Refusals that will not pass. A 401 is about the bot, not the chat. */
const final = new Set([400, 403, 404, 413]);

/**
 * What Teams names in a refusal, and what it means for the chat: the person keeps the bot from writing, the app is not
 * installed for them, or the bot is not in this chat any more.
 * Sources: Microsoft Learn, "Send and receive messages with a bot" (status codes) and "Send proactive messages" (subCode
 * MessageWritesBlocked, errorCode 209, which stands as JSON within the message).
 */
const named: readonly (readonly [words: RegExp, kind: ClosedChat])[] = [
  [/\b(MessageWritesBlocked|ConversationBlockedByUser)\b|\berrorCode\\*"?\s*:\s*209\b/, 'blocked'],
  [/\bForbiddenOperationException\b/, 'not-installed'],
  [/\b(BotNotInConversationRoster|ConversationNotFound)\b/, 'left'],
];

/** What a failed message to a person comes to. */
export function chatRefusal(reason: unknown): ClosedChat | 'unreachable' | 'retry' {
  const status = statusOf(reason) ?? 0;
  if (!final.has(status)) return 'retry';
  const words = status === 403 || status === 404 ? wordsOf(reason) : '';
  return named.find(([pattern]) => pattern.test(words))?.[1] ?? 'unreachable';
}

/** Wherever the library keeps the answer's code, body and message. They are looked through and not kept. */
function wordsOf(reason: unknown): string {
  if (!(reason instanceof Error)) return '';
  const parts: readonly unknown[] = ['code', 'body', 'details'].map((name) => Reflect.get(reason, name));
  return [reason.message, ...parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part)))].join(' ');
}
