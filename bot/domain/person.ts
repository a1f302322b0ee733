import type { AuditEntry } from './audit.ts';
import type { Challenge } from './challenge.ts';
import type { Change, HelpRequest } from './change.ts';
import type { Instant } from './instant.ts';
import type { Letter } from './letter.ts';
import type { MethodName, ProvenMethod } from './methods.ts';

/** An employee: an object of one tenant's directory. Both ids are lower-case GUIDs. */
export interface EmployeeKey {
  readonly tenantId: string;
  readonly objectId: string;
}

/** One code asked for. `address` is a keyed fingerprint; a proven send no longer counts against its address. */
export interface SendCount {
  readonly at: Instant;
  readonly address: string;
  readonly challenge: string;
  readonly proven: boolean;
}

/** All the bot keeps of one employee. Decisions and the letters that follow from them are one write. */
export interface Person {
  readonly version: 1;
  readonly employee: EmployeeKey;
  /** Language of the letters to this person. */
  readonly language: string;
  /** IANA name of their time zone, once known. */
  readonly timeZone: string | null;
  /** The personal chat, to reach them outside a turn. */
  readonly chat: string | null;
  readonly methods: { readonly [M in MethodName]?: ProvenMethod };
  readonly challenge: Challenge | null;
  /** Ids of this person's last challenges: their cards are old, not somebody else's. */
  readonly ended: readonly string[];
  /** Codes asked for in the last 24 hours. */
  readonly sends: readonly SendCount[];
  /** When a method of theirs was last proven, for acts that need a fresh proof. */
  readonly provedAt: Instant | null;
  /** What was changed in the last days, to be disowned; oldest first. */
  readonly changes: readonly Change[];
  /** Nothing can be changed before this, after a change was disowned. */
  readonly frozenUntil: Instant | null;
  /** What waits for a supporter. */
  readonly requests: readonly HelpRequest[];
  readonly letters: readonly Letter[];
  readonly audit: readonly AuditEntry[];
}

export function personId(employee: EmployeeKey): string {
  return `${employee.tenantId}/${employee.objectId}`.toLowerCase();
}

export function newPerson(employee: EmployeeKey): Person {
  return {
    version: 1,
    employee,
    language: 'en',
    timeZone: null,
    chat: null,
    methods: {},
    challenge: null,
    ended: [],
    sends: [],
    provedAt: null,
    changes: [],
    frozenUntil: null,
    requests: [],
    letters: [],
    audit: [],
  };
}
