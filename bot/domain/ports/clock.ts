import type { Instant } from '../time.ts';

/** The present. Never goes backwards by more than the operating system's clock does; tests turn it by hand. */
export type Clock = () => Instant;
