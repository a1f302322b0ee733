import type { Tell } from '../../bot/texts/tell.ts';
import { type Card, cardFrom } from './render.ts';
import structure from './retired.json' with { type: 'json' };

const build = cardFrom(structure);

/** What an answered card becomes: one quiet line. */
export function retiredCard(tell: Tell, text: string): Card {
  return build(tell, { text }, []);
}

/** What becomes of an old card somebody clicked: it says so and can bring the present one. */
export function staleCard(tell: Tell): Card {
  return build(tell, { text: tell('stale.text') }, [{ title: tell('stale.show'), verb: 'show' }]);
}
