import type { answers as english } from '../en/answers.ts';

/** Vad en svensk läsare ser om säkerhetsfrågor, förutom själva frågorna. */
export const answers: Readonly<Record<keyof typeof english, string>> = {};
