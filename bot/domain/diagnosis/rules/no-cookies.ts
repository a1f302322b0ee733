import type { Rule } from '../rule.ts';

/** The browser refuses cookies, so the page can't begin. */
export const noCookies: Rule = {
  situation: 'no-cookies',
  proves: ({ lastTry }) => lastTry('no-cookies'),
};
