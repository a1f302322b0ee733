import type { Tell } from '../../bot/texts/tell.ts';
import structure from './page.json' with { type: 'json' };
import { type Button, type Card, cardFrom, type Note } from './render.ts';

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
