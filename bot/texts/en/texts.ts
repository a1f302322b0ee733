import { basics } from './basics.ts';
import { campaignTexts } from './campaigns.ts';
import { desk } from './desk.ts';
import { diagnosis } from './diagnosis.ts';
import { enrolment } from './enrolment.ts';
import { faq } from './faq.ts';
import { hints } from './hints.ts';
import { methodTexts } from './methods.ts';
import { reconfirmation } from './reconfirmation.ts';
import { registration } from './registration.ts';
import { situationTexts } from './situations.ts';
import { tab } from './tab.ts';
import { tickets } from './tickets.ts';

/** Every word an English reader can see. Plain language: short sentences, active voice, no product jargon. */
export const texts = {
  ...basics,
  ...enrolment,
  ...methodTexts,
  ...diagnosis,
  ...faq,
  ...hints,
  ...situationTexts,
  ...registration,
  ...reconfirmation,
  ...campaignTexts,
  ...tickets,
  ...tab,
  ...desk,
} as const;
