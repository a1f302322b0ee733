import type { Rule } from '../rule.ts';

/** No office phone stands in the directory, so it is not offered. */
export const noOfficePhone: Rule = {
  situation: 'no-office-phone',
  supports: ({ is }) => is('officePhone', false),
  refutes: ({ is }) => is('officePhone', true),
};
