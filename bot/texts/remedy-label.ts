import type { Remedy } from '../domain/diagnosis/remedy.ts';
import type { Instant } from '../domain/time.ts';
import type { Tell } from './tell.ts';

/** What the button of a remedy says. */
export function remedyLabel(tell: Tell, remedy: Remedy, now: Instant): string {
  switch (remedy.kind) {
    case 'open':
      return tell(`remedy.open.${remedy.page}`);
    case 'contact':
      return tell(`remedy.contact.${remedy.urgency}`);
    case 'try-again-at':
      return tell('remedy.try-again-at', { time: tell.time(remedy.at, now) });
    default:
      return tell(`remedy.${remedy.kind}`);
  }
}
