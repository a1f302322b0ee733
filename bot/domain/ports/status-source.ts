import type { StatusReport } from '../outbox/delivery-status.ts';

/** A request as it came in: nothing of it is to be trusted yet. */
export interface StatusCall {
  /** What follows the `?`, as it was sent; empty when nothing does. */
  readonly query: string;
  /** By name in lower case; one that came twice is missing. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export type StatusReading<R = StatusReport> =
  | { readonly kind: 'report'; readonly report: R; readonly more?: readonly R[] }
  /** Genuine: it asks whether this is the right place, and wants this answer. */
  | { readonly kind: 'asks'; readonly answer: object }
  /** Genuine, but about nothing we follow. */
  | { readonly kind: 'nothing' }
  /** Not proven to come from the provider, or not in its form. */
  | { readonly kind: 'not-genuine' };

/**
 * Reads what another system tells: a provider of its messages, or a ticket system of tickets. Never throws; believes nothing
 * before the signature is checked.
 */
export interface StatusSource<R = StatusReport> {
  /** Below `/delivery/`, and the name it is counted under: lower-case letters. */
  readonly name: string;
  read(call: StatusCall): StatusReading<R>;
}
