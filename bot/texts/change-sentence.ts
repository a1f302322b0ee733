import type { MethodChange } from '../domain/methods/change.ts';
import type { Tell } from './tell.ts';

/** "Phone: changed on 23 November 2026 at 14:05." */
export function changeSentence(tell: Tell, change: MethodChange): string {
  return tell(`notice.${change.what}`, { method: tell(`method.${change.method}`), time: tell.moment(change.at) });
}
