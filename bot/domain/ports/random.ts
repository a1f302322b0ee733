/** Unpredictable bytes from the operating system's generator. Tests give a seeded one. */
export type Random = (bytes: number) => Uint8Array;
