import { open, readFile, rename } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { Delivery, Message } from '../../../domain/ports/delivery.ts';
import type { Clock } from '../../../domain/ports/system.ts';
import type { Instant } from '../../../domain/time.ts';
import { makeFolder } from '../../store/make-folder.ts';

/** A message that has arrived. */
export interface InboxMessage extends Message {
  readonly at: Instant;
}

/**
 * A phone and a mailbox for trying out: nothing leaves the machine. A letter sent again shows once. What was accepted
 * is still there after a restart, whenever the process ended.
 */
export interface Inbox extends Delivery {
  /** Oldest first. */
  list(): readonly InboxMessage[];
  /** Calls the listener after each new message. @returns what ends that */
  changed(listener: () => void): () => void;
}

const kept = 200;

const stored = z.array(
  z
    .object({
      at: z.number(),
      channel: z.enum(['text', 'call', 'email']),
      to: z.string(),
      language: z.string(),
      subject: z.string().exactOptional(),
      text: z.string(),
      letter: z.string(),
    })
    .readonly(),
);

/** @param file where the last messages are kept, as JSON; made when it is not there */
export async function openInbox(file: string, clock: Clock): Promise<Inbox> {
  await makeFolder(resolve(dirname(file)));
  let messages: readonly InboxMessage[] = await read(file);
  let writing: Promise<unknown> = Promise.resolve();
  const listeners = new Set<() => void>();

  async function add(message: Message): Promise<void> {
    if (messages.some(({ letter }) => letter === message.letter)) return;
    const { channel, to, language, subject, text, letter } = message;
    const arrived = { at: clock(), channel, to, language, ...(subject !== undefined && { subject }), text, letter };
    const next = [...messages, arrived].slice(-kept);
    await write(file, next);
    messages = next;
    for (const listener of listeners) listener();
  }

  return {
    channels: ['text', 'call', 'email'],
    async send(message, signal) {
      const added = writing.then(async () => {
        if (signal.aborted) throw signal.reason;
        await add(message);
      });
      writing = added.catch(() => undefined);
      try {
        await added;
        return { kind: 'accepted', reference: message.letter };
      } catch {
        return { kind: 'retry', reason: signal.aborted ? 'given up' : 'inbox file not written' };
      }
    },
    list: () => messages,
    changed(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** These are messages of a demo: a file that can't be read is as good as none, and the next message replaces it. */
async function read(file: string): Promise<readonly InboxMessage[]> {
  try {
    return stored.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return [];
  }
}

/** All or nothing, also when the power goes: the new file is on the disk before it takes the old one's name. */
async function write(file: string, messages: readonly InboxMessage[]): Promise<void> {
  const fresh = `${file}.new`;
  const handle = await open(fresh, 'w', 0o600);
  try {
    await handle.writeFile(JSON.stringify(messages, null, 2));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(fresh, file);
}
