import type { authenticator as english } from '../en/authenticator.ts';

/** Vad en svensk läsare ser om autentiseringsappen. */
export const authenticator: Readonly<Record<keyof typeof english, string>> = {};
