import { type GuessAnswer, guessesCard, guessForm } from '../cards/diagnosis/ask-why.ts';
import type { GuessPlace } from './destination.ts';
import type { Screen } from './screen.ts';

/** Asks what was meant, over the screen that could not read it; whatever else is said or pressed is for that screen. */
export const guessesScreen: Screen<GuessPlace, GuessAnswer | { readonly meant: 'none' }> = {
  name: 'guesses',
  draw: async ({ tell, policy }, { guesses }) => guessesCard(tell, policy, guesses),
  read(_turn, act) {
    const read = guessForm.safeParse(act.kind === 'verb' ? { ...act.data, verb: act.verb } : undefined);
    return { kind: 'answer', answer: read.success ? read.data : { meant: 'none' } };
  },
};
