import type { Tell } from '../../bot/texts/tell.ts';
import structure from './page.json' with { type: 'json' };
import { type Button, type Card, cardFrom, type Note } from './render.ts';
import retired from './retired.json' with { type: 'json' };

const build = cardFrom(structure);

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

const buildRetired = cardFrom(retired);

/** What an answered card becomes: one quiet line. */
export function retiredCard(tell: Tell, text: string): Card {
  return buildRetired(tell, { text }, []);
}

/** What becomes of an old card somebody clicked: it says so and can bring the present one. */
export function staleCard(tell: Tell): Card {
  return buildRetired(tell, { text: tell('stale.text') }, [{ title: tell('stale.show'), verb: 'show' }]);
}
