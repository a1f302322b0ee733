import type { Instant } from '../time.ts';
import { type Deed, told } from './history.ts';
import type { Supporter, Ticket } from './ticket.ts';

/** The ticket with one more act in its story; its letters are seen to next. */
export function withAct(ticket: Ticket, deed: Deed, by: Supporter | 'employee' | 'bot', now: Instant): Ticket {
  const author = typeof by === 'string' ? { by, name: '' } : { by: by.objectId, name: by.name };
  return { ...ticket, story: told(ticket.story, { ...deed, ...author }, now), wakes: now };
}
