import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';

export type Contact = Policy['contact'];

/** Said where requests for help reach nobody: that it is so, and whom to turn to. */
export function unheardLine(tell: Tell, { name, address }: Contact): string {
  const who = name || tell('contact.name');
  return address ? tell('contact.unheardAt', { name: who, address }) : tell('contact.unheard', { name: who });
}
