import type { RunningBot } from './bot.ts';
import { type Somebody, settled } from './screens.ts';
import type { TeamsClient } from './teams-client.ts';

/** Somebody whose every act is written down, with all that the bot answers, posts and sends until it rests. */
export interface Recorded {
  readonly one: Somebody;
  /** What was written down: a line for each act, and below it what came of it. */
  text(): string;
}

/**
 * @param name of this transcript
 * @param seen cards that stand in transcripts written before, with where: they are named there and not repeated
 */
export function recorded(one: Somebody, running: RunningBot, name: string, seen: Map<string, string>): Recorded {
  const lines: string[] = [];
  const { chat } = one;
  let posts = running.connector.posted.length;
  let messages = running.caught.messages.length;
  let acts = 0;

  async function write(act: string, work: ReturnType<TeamsClient['deliver']>) {
    const answer = await work;
    await settled(one, running);
    acts += 1;
    lines.push(`> ${act}`);
    const { type = '', value } = (answer.body ?? {}) as { readonly type?: string; readonly value?: unknown };
    if (type.endsWith('card.adaptive')) lines.push(`in place: ${shown(value)}`);
    else if (type !== '') lines.push(`answer: ${plain(value)}`);
    const mine = running.connector.posted.slice(posts).filter((post) => post.conversation === chat.conversation);
    const posted = mine.map(({ kind, activity: { text, attachments = [] } }) =>
      [`${kind}:`, ...(text ? [text] : []), ...attachments.map(({ content }) => shown(content))].join(' '),
    );
    const sent = running.caught.messages
      .slice(messages)
      .filter(({ to }) => to === one.number || to === one.address || to.endsWith(one.number.slice(-5)))
      .map(({ channel, subject, text }) => `by ${channel}: ${subject ? `${plain(subject)} | ` : ''}${plain(text)}`);
    // The outbox works beside the turn: in which order the two post is chance.
    lines.push(...posted.sort(), ...sent.sort());
    posts = running.connector.posted.length;
    messages = running.caught.messages.length;
    return answer;
  }

  /** A card, a line for each part of it. */
  function shown(card: unknown): string {
    const { body = [], actions = [], ...rest } = card as { readonly body?: unknown[]; readonly actions?: unknown[] };
    const parts = [rest, ...body, ...actions.map(withoutTwin)].map((part) => `  ${plain(JSON.stringify(part))}`);
    const text = parts.join('\n');
    const before = seen.get(text);
    if (before !== undefined) return `the card of ${before}`;
    seen.set(text, `"${name}", act ${acts}`);
    return `a card\n${text}`;
  }

  return {
    one: {
      ...one,
      chat: {
        ...chat,
        install: () => write('installs', chat.install()),
        type: (text) => write(`types: ${text}`, chat.type(text)),
        click: (verb, typed, card, more) => write(`clicks: ${verb}`, chat.click(verb, typed, card, more)),
      },
    },
    text: () => `${lines.join('\n')}\n`,
  };
}

/** A button says everything twice, for old clients: once is enough, as long as it is the same. */
function withoutTwin(action: unknown): unknown {
  const { fallback, type, verb, ...own } = action as Readonly<Record<string, unknown>>;
  const twin = JSON.stringify({ type: 'Action.Submit', ...own });
  return JSON.stringify(fallback) === twin ? { type, verb, ...own, fallback: 'the same' } : action;
}

/** Without what chance decides: ids, codes, keys, and the bytes of pictures. */
function plain(words: unknown): string {
  return String(words)
    .replaceAll(/data:image\/png;base64,[\w+/=]+/g, 'picture')
    .replaceAll(/\b[0-9a-f]{32}\b/g, 'id')
    .replaceAll(/\b(?:[A-Z2-7]{4} ?){7}[A-Z2-7]{4}\b/g, 'key')
    .replaceAll(/\b(?:\d, ){5}\d\b|\b\d{6}\b/g, 'code')
    .replaceAll('\n', ' / ');
}
