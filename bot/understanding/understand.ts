import { languages } from '../texts/languages.ts';
import { type FinestWish, type Interpretation, interpret } from './interpret.ts';
import type { SpokenIntent, Topic } from './labels.ts';

export type { Guess } from './interpret.ts';

/** What `npm run understand` tells of a sentence, and what dialogs act on. */
export type Understood = Pick<Interpretation, 'language' | 'intent' | 'situation' | 'code' | 'page' | 'guesses'> & {
  readonly wish: Wish;
  /** How sure the intent and the situation are together, in [0, 1]. */
  readonly score: number;
};

const told = ['meaning', 'do-it', 'how-long', 'still-broken', 'not-me', 'export', 'erase'] as const;
/** The wishes that dialogs tell apart; finer ones (`Interpretation.wish`) are their intent here. */
export type Wish = Exclude<FinestWish, Topic> | (typeof told)[number];

/** Never throws, whatever was typed. */
export function understand(text: string): Understood {
  const reading = interpret(text);
  const { language, intent, situation, code, page, guesses, shares } = reading;
  const score = situation ? Math.min(shares.intent, shares.situation) : shares.intent;
  return { language, intent, wish: wishFor(reading), situation, code, page, guesses, score };
}

export function wishFor({ wish, intent }: Pick<Interpretation, 'wish' | 'intent'>): Wish {
  // A code that no screen has asked for is no wish to register.
  if (wish === 'code') return 'other';
  return isTold(wish) ? wish : intent;
}

const commands: ReadonlySet<string> = new Set([
  ...['back', 'skip', ...languages, 'other-language', 'password'],
  ...told,
]);

function isTold(wish: FinestWish): wish is Exclude<Wish, SpokenIntent> {
  return commands.has(wish);
}
