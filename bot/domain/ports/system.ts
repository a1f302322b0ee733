import type { Instant } from '../time.ts';

/** The present, as all processes that share the records tell it. Never goes backwards by more than the operating system's clock does; tests turn it by hand. */
export type Clock = () => Instant;

/** Unpredictable bytes from the operating system's generator. Tests give a seeded one. */
export type Random = (bytes: number) => Uint8Array;
