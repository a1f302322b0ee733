import { personId } from '../domain/person.ts';
import type { Notifier } from '../domain/ports/notifier.ts';
import type { Store } from '../domain/ports/store.ts';
import { statusOf } from './adapter.ts';
import type { Turns } from './turns.ts';

/** Refusals that will not pass: the chat is blocked, gone, or the bot was removed from it. */
const final = new Set([400, 401, 403, 404, 413]);

/** Reaches people in their personal chat. */
export function createNotifier(store: Store, turns: Turns): Notifier {
  return {
    async refresh(employee) {
      const person = await store.read('person', personId(employee));
      if (!person?.chat) return { kind: 'unreachable' };
      try {
        return { kind: (await turns.refresh(person.chat)) ? 'refreshed' : 'unreachable' };
      } catch (reason) {
        return { kind: final.has(statusOf(reason) ?? 0) ? 'unreachable' : 'retry' };
      }
    },
  };
}
