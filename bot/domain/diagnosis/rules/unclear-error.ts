import { day } from '../../time.ts';
import type { Rule } from '../rule.ts';

/** The page says no more than that something went wrong. */
export const unclearError: Rule = {
  situation: 'unclear-error',
  supports: ({ tryEnded }) => tryEnded('failed', day),
};
