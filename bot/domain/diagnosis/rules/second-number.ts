import { all } from '../evidence.ts';
import type { Rule } from '../rule.ts';

/** A second mobile number counts for MFA alone. Source: Microsoft Learn, "Phone authentication methods". */
export const secondNumber: Rule = {
  situation: 'second-number',
  suggests: ({ is, methodsAre }) => all(is('alternatePhone', true), methodsAre('too-few')),
  supports: ({ is }) => is('alternatePhone', true),
  refutes: ({ is }) => is('alternatePhone', false),
};
