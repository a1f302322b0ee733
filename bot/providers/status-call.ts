import { timingSafeEqual } from 'node:crypto';

/*
 * What the reading of a provider's status calls has in common.
 */

/**
 * Whether one of the given signatures is one of the right ones. All are compared in constant time and to the end, so
 * that the time taken tells neither how much of one is right nor which of them.
 */
export function anySame(given: readonly string[], right: readonly string[]): boolean {
  return given.flatMap((one) => right.map((other) => same(Buffer.from(one), Buffer.from(other)))).includes(true);
}

function same(one: Uint8Array, other: Uint8Array): boolean {
  return one.byteLength === other.byteLength && timingSafeEqual(one, other);
}

/** The JSON of a body in UTF-8; undefined: it is none. */
export function jsonIn(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}
