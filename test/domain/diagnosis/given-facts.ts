import type { AttemptEnd, AttemptReason } from '../../../bot/domain/account/facts.ts';
import type { CodeId } from '../../../bot/domain/diagnosis/codes.ts';
import { type FactName, type Facts, type FactValues, known, onlyKnown } from '../../../bot/domain/diagnosis/facts.ts';
import type { Finding } from '../../../bot/domain/diagnosis/finding.ts';
import { hour, type Instant } from '../../../bot/domain/time.ts';

export const now: Instant = Date.UTC(2026, 10, 23, 9);

/** Facts by their values, read now. */
export type Given = { readonly [Name in FactName]?: FactValues[Name] };

export function factsFrom(given: Given): Facts {
  const entries = Object.entries(given).map(([name, value]) => [name, known(value, 'file', now)] as const);
  return onlyKnown(Object.fromEntries(entries) as Partial<Facts>);
}

/** Somebody whose reset works, as far as facts can tell. */
export const ready: Given = {
  disabled: false,
  guest: 'no',
  administrator: false,
  enabled: true,
  license: 'premium',
  registered: true,
  capable: true,
  methods: ['authentication-phone', 'authentication-email'],
  allowed: ['authentication-phone', 'authentication-email', 'authenticator-app'],
  required: 2,
  password: 'cloud',
  signIn: 'managed',
  tries: [],
  blockedUntil: null,
};

/** One try that failed, hours ago. */
export function failed(reason: AttemptReason | null, hoursAgo = 1, end: AttemptEnd = 'failed'): Given {
  return { tries: [{ at: now - hoursAgo * hour, end, reason }] };
}

export const code = (...codes: readonly CodeId[]): Given => ({ codes });

const marks = { proven: '!', likely: '~', 'told-only': '?', none: '' } as const;

/** `kept-on-premises! not-registered?-`: proven, likely, told-only; a dash where something speaks against it. */
export function shorthand(findings: readonly Finding[]): string {
  return findings
    .map(({ situation, certainty, against }) => `${situation}${marks[certainty]}${against.length > 0 ? '-' : ''}`)
    .join(' ');
}
