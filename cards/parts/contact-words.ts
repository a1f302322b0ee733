import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';

type Contact = Policy['contact'];

/** The one name for whoever helps: the policy's, or "IT support" in the reader's language. */
export function contactName(tell: Tell, { name }: Contact): string {
  return name || tell('contact.name');
}

/** Who helps when the bot can't. */
export function contactLine(tell: Tell, { contact }: Pick<Policy, 'contact'>, place: 'home' | 'help'): string {
  const name = contactName(tell, contact);
  const { address } = contact;
  return address ? tell(`${place}.contactAt`, { name, address }) : tell(`${place}.contact`, { name });
}

/** Said where requests for help reach nobody: that it is so, and whom to turn to. */
export function unheardLine(tell: Tell, contact: Contact): string {
  const name = contactName(tell, contact);
  const { address } = contact;
  return address ? tell('contact.unheardAt', { name, address }) : tell('contact.unheard', { name });
}

/** Where a press reaches whoever helps: their mailbox, telephone or page; undefined: the address is none of these. */
export function contactLink({ address }: Contact): string | undefined {
  if (/^https:\/\/\S+$/u.test(address)) return address;
  if (/^[^\s@]+@[^\s@]+$/u.test(address)) return `mailto:${address}`;
  return /^\+?[\d\s()-]{5,}$/u.test(address) ? `tel:${address.replaceAll(/[^\d+]/gu, '')}` : undefined;
}

/**
 * Opens a chat in Teams with whoever signs in by that name; undefined: it is no such name. Source: Microsoft Learn, "Deep link to a
 * chat".
 */
export function chatUrl(signInName: string): string | undefined {
  if (!plainSignIn.test(signInName)) return undefined;
  return `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(signInName)}`;
}

const plainSignIn = /^[\w.+-]{1,64}@[\w.-]{1,48}$/u;
