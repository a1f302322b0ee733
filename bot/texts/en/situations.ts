import type { SituationTexts } from '../situation-texts.ts';
import { account } from './situations/account.ts';
import { answering } from './situations/answering.ts';
import { asides } from './situations/asides.ts';
import { ended } from './situations/ended.ts';
import { evidence } from './situations/evidence.ts';
import { keptElsewhere } from './situations/kept-elsewhere.ts';
import { methods } from './situations/methods.ts';
import { phones } from './situations/phones.ts';
import { proving } from './situations/proving.ts';
import { registering } from './situations/registering.ts';
import { signInCodes } from './situations/sign-in-codes.ts';
import { signingIn } from './situations/signing-in.ts';
import { switchedOn } from './situations/switched-on.ts';
import { account as accountForSupporters } from './supporter/account.ts';
import { asides as asidesForSupporters } from './supporter/asides.ts';
import { codes as codesForSupporters } from './supporter/codes.ts';
import { ended as endedForSupporters } from './supporter/ended.ts';
import { keptElsewhere as keptElsewhereForSupporters } from './supporter/kept-elsewhere.ts';
import { lines as linesForSupporters } from './supporter/lines.ts';
import { methods as methodsForSupporters } from './supporter/methods.ts';
import { phones as phonesForSupporters } from './supporter/phones.ts';
import { proving as provingForSupporters } from './supporter/proving.ts';
import { registering as registeringForSupporters } from './supporter/registering.ts';
import { signingIn as signingInForSupporters } from './supporter/signing-in.ts';
import { switchedOn as switchedOnForSupporters } from './supporter/switched-on.ts';

/** What an English reader sees of a failed reset: what happened, why, and what to do now; and what supporters see of it. */
export const situations = {
  ...account,
  ...switchedOn,
  ...methods,
  ...keptElsewhere,
  ...proving,
  ...registering,
  ...ended,
  ...phones,
  ...signingIn,
  ...evidence,
  ...answering,
  ...signInCodes,
  ...asides,
  ...accountForSupporters,
  ...switchedOnForSupporters,
  ...methodsForSupporters,
  ...keptElsewhereForSupporters,
  ...provingForSupporters,
  ...registeringForSupporters,
  ...endedForSupporters,
  ...phonesForSupporters,
  ...signingInForSupporters,
  ...codesForSupporters,
  ...asidesForSupporters,
  ...linesForSupporters,
} as const satisfies SituationTexts;
