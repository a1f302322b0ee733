import type { JsonValue } from '../../bot/domain/conversation.ts';
import type { Policy } from '../../bot/domain/policy.ts';
import type { Tell } from '../../bot/texts/tell.ts';
import { contactLink, contactName } from './contact-words.ts';
import structure from './page.json' with { type: 'json' };
import { type Button, type Card, cardFrom, type Note } from './render.ts';
import retired from './retired.json' with { type: 'json' };

const build = cardFrom(structure);
const buildRetired = cardFrom(retired);

/** The plainest card: a heading, lines, buttons. */
export function pageCard(
  tell: Tell,
  title: string,
  lines: readonly string[],
  buttons: readonly Button[],
  note?: Note,
): Card {
  return build(tell, { title, lines: lines.map((text) => ({ text })) }, buttons, note);
}

/** How a card is headed; undefined: it has no heading. */
export function headingOf(part: JsonValue | undefined): string | undefined {
  if (Array.isArray(part)) return part.map(headingOf).find((heading) => heading !== undefined);
  if (typeof part !== 'object' || part === null || Array.isArray(part)) return undefined;
  const { style, text, body, items, columns } = part as { readonly [key: string]: JsonValue };
  if (style === 'heading' && typeof text === 'string') return text;
  return [body, columns, items].map(headingOf).find((heading) => heading !== undefined);
}

/** What a card becomes that was left: what it was, and where it goes on. */
export function leftCard(tell: Tell, heading: string | undefined): Card {
  if (heading === undefined) return retiredCard(tell, tell('retired.left'));
  return retiredCard(tell, tell('retired.leftOf', { what: heading.replace(/[.?!:]+$/u, '') }));
}

/** One press to whoever helps, for those who get no further here; undefined: nobody has said where that is. */
export function helpCard(tell: Tell, { contact }: Pick<Policy, 'contact'>): Card | undefined {
  const url = contactLink(contact);
  const title = tell('guess.contact', { name: contactName(tell, contact) });
  return url === undefined ? undefined : buildRetired(tell, { text: contact.address }, [{ title, verb: 'open', url }]);
}

/** What an answered card becomes: one quiet line. */
export function retiredCard(tell: Tell, text: string): Card {
  return buildRetired(tell, { text }, []);
}

/** What becomes of an old card somebody clicked: it says so and can bring the present one. */
export function staleCard(tell: Tell): Card {
  return buildRetired(tell, { text: tell('stale.text') }, [{ title: tell('stale.show'), verb: 'show' }]);
}
