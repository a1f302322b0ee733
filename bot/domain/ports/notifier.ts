import type { Instant } from '../instant.ts';
import type { EmployeeKey } from '../person.ts';

/**
 * Reaches a person outside a turn of theirs.
 * reached: they see it · unreachable: no chat with them is known or it refused for
 * good · retry: a fault that passes.
 */
export type Notified = { readonly kind: 'reached' } | { readonly kind: 'unreachable' } | { readonly kind: 'retry' };

export interface Notifier {
  /** Brings the card they have open up to date. */
  refresh(employee: EmployeeKey): Promise<Notified>;
  /** Tells them of a change, with the way to disown it. A change that was undone meanwhile is not told. */
  announce(employee: EmployeeKey, changeId: string): Promise<Notified>;
  /** Asks whether their methods are still right. @param due when they should have said so */
  remind(employee: EmployeeKey, due: Instant): Promise<Notified>;
}
