import type { EmployeeKey } from '../account/person.ts';
import type { ClosedChat } from '../conversation.ts';
import type { ReminderSubject } from '../outbox/letter.ts';
import type { SlotName, WrittenMethod } from '../reset-service/slots.ts';
import type { Instant } from '../time.ts';

/**
 * Reaches a person outside a turn of theirs.
 * reached: they see it · unreachable: no chat with them is known or it refused for good, without saying why · blocked,
 * not-installed, left: it refused for this reason, and is not written to before they come back · retry: a fault that passes.
 */
export interface Notified {
  readonly kind: 'reached' | 'unreachable' | ClosedChat | 'retry';
  /** With `retry`, how long to wait where that is known, ms. */
  readonly after?: number;
}

export interface Notifier {
  /** Brings the card they have open up to date. */
  refresh(employee: EmployeeKey): Promise<Notified>;
  /** Tells them of a change, with the way to disown it. A change that was undone meanwhile is not told. */
  announce(employee: EmployeeKey, changeId: string): Promise<Notified>;
  /** What came of putting a method into the reset service: on the card where they stand, and by a message if it failed. */
  tellWritten(employee: EmployeeKey, method: WrittenMethod): Promise<Notified>;
  /** What showed of a registration on Microsoft's page; no method: it is enough now. */
  tellRegistered(employee: EmployeeKey, methods: readonly SlotName[]): Promise<Notified>;
  /** Asks whether their methods are still right, or tells until when they are enough. @param due when that is */
  remind(employee: EmployeeKey, due: Instant, about: ReminderSubject): Promise<Notified>;
}
