import { type EmployeeKey, type Person, personId } from '../domain/account/person.ts';
import type { ClosedChat } from '../domain/conversation.ts';
import type { Notified, Notifier } from '../domain/ports/notifier.ts';
import type { Store } from '../domain/ports/store.ts';
import { chatRefusal } from './chat-refusal.ts';
import type { Proactive } from './proactive.ts';

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
      const kind = chatRefusal(reason);
      if (kind !== 'retry' && kind !== 'unreachable') await close(chat, kind);
      return { kind };
    }
  }

  /** Whatever the person does next opens it again. */
  function close(chat: string, closed: ClosedChat): Promise<void> {
    return store.update('conversation', chat, (record) => ({
      record: record && { ...record, closed },
      outcome: undefined,
    }));
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
