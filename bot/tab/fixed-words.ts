import type { Tell } from '../texts/tell.ts';
import type { FixedWords } from './page-data.ts';

export function fixedWords(tell: Tell): FixedWords {
  return {
    language: tell.language,
    wait: tell('tab.wait'),
    again: tell('tab.again'),
    chat: tell('tab.chat'),
    signInProblem: tell('tab.problem.sign-in'),
    awayProblem: tell('tab.problem.away'),
  };
}
