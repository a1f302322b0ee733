import type { EmployeeKey } from '../account/person.ts';

/**
 * What the organisation's directory says of a person.
 * member: works here · guest: invited from another organisation · disabled: may not sign in.
 */
export interface DirectoryEntry {
  readonly displayName: string;
  /** What the person signs in with, in the form of an address. */
  readonly signInName: string;
  /** Mailboxes that belong to this account: needing its password, they can't prove anything about a reset. */
  readonly mailboxes: readonly string[];
  readonly account: 'member' | 'guest' | 'disabled';
  /** Holds a directory role: the fixed two-gate policy applies. Unreadable roles count as held. */
  readonly administrator: boolean;
  /** Holds the role of Global Administrator: some of Microsoft's dates come later for them. Left out: not known. */
  readonly globalAdministrator?: boolean;
  /** ISO 3166-1 alpha-2, to read a phone number without country code. */
  readonly country?: string;
  /** As the directory has it, in any form. Only an administrator can set it. */
  readonly officePhone?: string;
  /** What an administrator filled in for the employee to confirm, in any form. */
  readonly prefilled?: { readonly phone?: string; readonly email?: string };
  /** BCP 47. */
  readonly language?: string;
  /**
   * Where the methods are that a reset goes by; left out: here. here: with the bot · written: in the reset service, where
   * the bot puts what it can · elsewhere: in the reset service, and only its own page changes them.
   */
  readonly registration?: 'here' | 'written' | 'elsewhere';
}

/** Of somebody who works here and of whom nothing else is known, or of matter. */
export const unnamedMember = {
  displayName: '',
  signInName: '',
  mailboxes: [],
  account: 'member',
  administrator: false,
} as const satisfies DirectoryEntry;

/**
 * The organisation's directory. Promises: answers or throws Fault `directory-unavailable` before the signal's deadline;
 * undefined when it knows for sure that there is no such person.
 */
export interface Directory {
  entry(employee: EmployeeKey, signal: AbortSignal): Promise<DirectoryEntry | undefined>;
}
