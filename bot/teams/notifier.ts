import { type EmployeeKey, type Person, personId } from '../domain/person.ts';
import type { Notifier } from '../domain/ports/notifier.ts';
import type { Store } from '../domain/ports/store.ts';
import { statusOf } from './adapter.ts';
import type { Proactive } from './proactive.ts';

/** Refusals that will not pass: the chat is blocked, gone, or the bot was removed from it. A 401 is about the bot, not the chat. */
const final = new Set([400, 403, 404, 413]);

/** Reaches people in their personal chat. */
export function createNotifier(store: Store, proactive: Proactive): Notifier {
  async function inChat(employee: EmployeeKey, work: (chat: string, person: Person) => Promise<boolean>) {
    const person = await store.read('person', personId(employee));
    if (!person?.chat) return { kind: 'unreachable' } as const;
    try {
      return { kind: (await work(person.chat, person)) ? 'reached' : 'unreachable' } as const;
    } catch (reason) {
      return { kind: final.has(statusOf(reason) ?? 0) ? 'unreachable' : 'retry' } as const;
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
