import { z } from 'zod';
import type { QueueStanding } from '../ports/budget.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import type { Instant } from '../time.ts';
import type { EmployeeKey } from './person.ts';

/**
 * Why something could not be seen, which is a fact too.
 * permission-missing: the app may not read it · license-missing: the organisation lacks Entra ID P1 · credentials-refused:
 * the app is not let in at all · throttled: asked too much · late: no answer in time · unavailable: down, or in a form we
 * do not know · not-there: the directory has no such thing about this person · looking: it is being read, and not there
 * yet · not-asked: nobody looked.
 */
export type Unseen =
  | 'permission-missing'
  | 'license-missing'
  | 'credentials-refused'
  | 'throttled'
  | 'late'
  | 'unavailable'
  | 'not-there'
  | 'looking'
  | 'not-asked';

export type Seen<T> = { readonly kind: 'seen'; readonly value: T } | { readonly kind: 'unseen'; readonly why: Unseen };

/** What the registration report says. It is up to a day and a half old: `at` is when it was made, not when anything was registered. */
export interface RegistrationReport {
  readonly at: Instant;
  /** Reset is switched on for this person. */
  readonly enabled: boolean;
  /** As many methods as a reset takes. */
  readonly registered: boolean;
  /** Both, with methods that are still allowed. */
  readonly capable: boolean;
  readonly administrator: boolean;
  /** Names of an open set: `mobilePhone`, `email`, `securityQuestion`, `softwareOneTimePasscode`, … */
  readonly methods: readonly string[];
}

export type PhoneKind = 'mobile' | 'alternate' | 'office';

/** Methods of the reset service as they stand there now. Numbers as it has them, `+46 701234567`. */
export interface LiveMethods {
  readonly phones: Seen<{ readonly [K in PhoneKind]?: string }>;
  /** Null: none. */
  readonly email: Seen<string | null>;
}

/** some: on for some people, and nobody knows whether for this one. */
export type SwitchedOn = boolean | 'some';

/** Which methods the organisation's authentication-methods policy has switched on, for one person or for everybody. */
export interface MethodPolicy {
  readonly text: SwitchedOn;
  readonly call: SwitchedOn;
  readonly officePhone: SwitchedOn;
  readonly email: SwitchedOn;
  /** An authenticator app, by code or by push. */
  readonly app: SwitchedOn;
  /** false: the older policies of reset and MFA still count beside this one. */
  readonly alone: boolean;
  /** Days after which people are asked to confirm; null: not said here. */
  readonly reconfirmDays: number | null;
}

/** How far one try to reset a password came, as the audit log tells it. */
export const attemptEnds = [
  'succeeded',
  'under-way',
  'failed',
  'blocked',
  'abandoned',
  'cancelled',
  'asked-administrator',
  'password-refused',
] as const;
export type AttemptEnd = (typeof attemptEnds)[number];

/** Why one failed or was blocked, where the log says so. */
export const attemptReasons = [
  'not-enabled',
  'not-licensed',
  'too-few-methods',
  'managed-on-premises',
  'on-premises-unreachable',
  'on-premises-problem',
  'not-in-group',
  'disabled-for-organisation',
  'no-cookies',
  'too-many-texts',
  'too-many-calls',
  'too-many-answers',
  'too-many-numbers',
  'password-too-common',
  'password-against-rules',
] as const;
export type AttemptReason = (typeof attemptReasons)[number];

export const attemptSchema = storedObject({
  /** When the last entry of it was written. */
  at: z.number(),
  end: z.enum(attemptEnds),
  reason: z.enum(attemptReasons).nullable(),
});
export type Attempt = Stored<typeof attemptSchema>;

/** The account itself. */
export interface AccountSeen {
  readonly disabled: boolean;
  /** no: a member · organisation: invited, with an account elsewhere · personal: with a personal Microsoft account. */
  readonly guest: 'no' | 'organisation' | 'personal';
  /** on-premises: the account, its password included, comes from the organisation's own servers. */
  readonly source: 'cloud' | 'on-premises';
  readonly passwordChangedAt: Instant | null;
  /** The sign-in name is also the mail address. */
  readonly signInIsMail: boolean;
  /** What an administrator filled in, in any form: it counts for nothing until it is registered. */
  readonly filledIn: { readonly mobile?: string; readonly office?: string; readonly email?: string };
}

/** All that the directory tells about why somebody's reset works or not. */
export interface AccountFacts {
  readonly account: Seen<AccountSeen>;
  /** Of the domain in the sign-in name; federated: another service checks the password. */
  readonly signIn: Seen<'managed' | 'federated'>;
  /** Whether a reset may be written back to the organisation's own servers; none: it has none that sync. */
  readonly writeback: Seen<'on' | 'off' | 'none'>;
  /** premium: reset is covered, written back too · cloud: covered for cloud passwords · none: not covered. */
  readonly license: Seen<'premium' | 'cloud' | 'none'>;
  /** Holds a directory role, by the roles or by the report. */
  readonly administrator: Seen<boolean>;
  /** Whether administrators may reset their own password here at all. */
  readonly administratorsMayReset: Seen<boolean>;
  readonly report: Seen<RegistrationReport>;
  readonly methods: LiveMethods;
  readonly methodPolicy: Seen<MethodPolicy>;
  /** Of the last days, newest first. Entries come minutes to an hour late. */
  readonly attempts: Seen<readonly Attempt[]>;
  /** When methods were last registered, by the same log; null: not in the days it shows. */
  readonly registrationChanged: Seen<Instant | null>;
  /** How it stands with what is `looking`; left out: nothing is. */
  readonly looking?: QueueStanding;
}

/** What shows whether somebody has registered since. */
export type Sight = Pick<AccountFacts, 'report' | 'methods'>;

/** What of the slow and scarce is wanted. */
export interface LookupOptions {
  /** The audit log is for whoever asks why a reset failed: few questions a minute may be put to it. Left out: read. */
  readonly log?: 'leave';
  /** Called once when what was still `looking` is there, or will not come. */
  readonly completed?: () => void;
}

/**
 * What a directory sees of an account; `known` is what it can tell of many people at once, without asking anybody. Promises: answers before the signal's deadline, with what could not be seen in
 * the place of what could; never throws. A sight costs nothing that is scarce.
 */
export interface AccountObserver {
  facts(employee: EmployeeKey, signal: AbortSignal, looking?: LookupOptions): Promise<AccountFacts>;
  sight(employee: EmployeeKey, signal: AbortSignal): Promise<Sight>;
  known(employee: EmployeeKey): Promise<AccountFacts>;
}
