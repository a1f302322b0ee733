import type { EmployeeKey } from '../person.ts';

/**
 * Reaches a person outside a turn of theirs.
 * refreshed: the card they have open shows the present state · unreachable: no chat with them is known or it refused for
 * good · retry: a fault that passes.
 */
export type Notified = { readonly kind: 'refreshed' } | { readonly kind: 'unreachable' } | { readonly kind: 'retry' };

export interface Notifier {
  refresh(employee: EmployeeKey): Promise<Notified>;
}
