import type { AccountObserver } from '../../bot/domain/account/facts.ts';
import type { Notified, Notifier } from '../../bot/domain/ports/notifier.ts';
import { nothingSeen } from '../../bot/providers/directory/graph/account-facts.ts';

/** Everybody is reached, but for what is said otherwise. */
export function notifierWith(more: Partial<Notifier> = {}): Notifier {
  const reached = async (): Promise<Notified> => ({ kind: 'reached' });
  return {
    refresh: reached,
    announce: reached,
    remind: reached,
    tellWritten: reached,
    tellRegistered: reached,
    ...more,
  };
}

/** A directory that tells nothing of accounts. */
export const blindObserver: AccountObserver = {
  facts: async () => nothingSeen('unavailable'),
  sight: async () => nothingSeen('unavailable'),
  known: async () => nothingSeen('unavailable'),
};
