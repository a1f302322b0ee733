import type { Rule } from '../rule.ts';

/** The browser refuses cookies, so the page can't begin. */
export const noCookies: Rule = {
  situation: 'K27',
  proves: ({ lastTry }) => lastTry('no-cookies'),
};
