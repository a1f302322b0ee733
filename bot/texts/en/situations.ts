import type { SituationTexts } from '../situation-texts.ts';
import { accountTexts } from './situations/account.ts';
import { answeringTexts } from './situations/answering.ts';
import { codesTexts } from './situations/codes.ts';
import { evidenceTexts } from './situations/evidence.ts';
import { keptElsewhereTexts } from './situations/kept-elsewhere.ts';
import { methodsTexts } from './situations/methods.ts';
import { provingTexts } from './situations/proving.ts';
import { registeringTexts } from './situations/registering.ts';
import { relatedProblemsTexts } from './situations/related-problems.ts';
import { switchedOnTexts } from './situations/switched-on.ts';

const texts = {
  ...accountTexts,
  ...switchedOnTexts,
  ...methodsTexts,
  ...keptElsewhereTexts,
  ...provingTexts,
  ...registeringTexts,
  ...relatedProblemsTexts,
  ...evidenceTexts,
  ...answeringTexts,
  ...codesTexts,
} as const;

/**
 * What an English reader sees of a failed reset: what happened, why, and what to do now; and what supporters see of it.
 * A text that is missing fails to compile here and nowhere else: who tells it takes the type's word that it is there.
 */
export const situationTexts: SituationTexts & typeof texts = texts;
