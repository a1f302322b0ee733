import type { texts } from './en/texts.ts';

export type SourceTexts = typeof texts;
export type TextKey = keyof SourceTexts;
/** Another language has the same sentences; that they take the same values is proven by a test. */
export type Texts = { readonly [Key in TextKey]: string };

/**
 * The type-level reader of ICU messages: the names of the values a sentence takes.
 * `{count, plural, one {# method} other {# methods}}` takes `count`.
 */
type Head<S extends string> = S extends `${infer Name}}${string}`
  ? Name extends `${infer First},${string}`
    ? First
    : Name
  : never;
type Word<S extends string> = S extends '' | `${string} ${string}` | `${string}#${string}` ? never : S;
export type Slots<S extends string> = S extends `${string}{${infer Rest}` ? Word<Head<Rest>> | Slots<Rest> : never;

/** What may stand in a slot. Dates are formatted before they get here, in the reader's time zone. */
export type SlotValues<S extends string> = { readonly [Name in Slots<S>]: string | number };
