import type { ClosedChat } from '../domain/conversation.ts';
import { statusOf } from './adapter.ts';

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
