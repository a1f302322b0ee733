import { any } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** Nobody is asked who counts as registered already, by values filled in for them. */
export const neverAsked: Rule = {
  situation: 'R3',
  supports: ({ is, some }) => any(some('prefilled'), is('registered', true)),
};
