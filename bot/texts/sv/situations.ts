import type { situationTexts as english } from '../en/situations.ts';
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

/** Vad en svensk läsare ser när en återställning inte gick: vad som hände, varför och vad hen kan göra nu. Och vad supporten ser. */
export const situationTexts: Readonly<Record<keyof typeof english, string>> = {
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
};
