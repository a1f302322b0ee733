import type { Instant } from './instant.ts';
import type { AddressMethodName, MethodName, ProvenMethod } from './methods.ts';

/** A change of somebody's methods, with what was there before, so that it can be undone. */
export interface Change {
  /** Unguessable: it is named by the button that disowns it. */
  readonly id: string;
  readonly at: Instant;
  readonly method: MethodName;
  readonly what: 'added' | 'replaced' | 'removed';
  readonly before: ProvenMethod | null;
}

/** Something only a person can settle. The part that carries it to the supporters takes it from here. */
export type HelpRequest = {
  readonly id: string;
  readonly at: Instant;
  readonly urgent: boolean;
} & (
  | { readonly kind: 'not-me'; readonly method: MethodName }
  /** A value only an administrator can set is wrong; `said` is what the person says about it, up to 500 characters. */
  | { readonly kind: 'wrong-value'; readonly method: AddressMethodName; readonly said: string }
);
