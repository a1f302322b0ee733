/** Adding a language: its folder, and one line here. The next one is what the button on the first page changes to. */
export { en } from './en/language.ts';
export { sv } from './sv/language.ts';
