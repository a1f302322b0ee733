import type { situations as english } from '../en/situations.ts';

/** Vad en svensk läsare ser när en återställning inte gick: vad som hände, varför och vad hen kan göra nu. */
export const situations: Readonly<Record<keyof typeof english, string>> = {};
