import type { tickets as english } from '../en/tickets.ts';

/** Vad en svensk läsare ser av ett hjälpärende: den anställdas sida och supportens. */
export const tickets: Readonly<Record<keyof typeof english, string>> = {};
