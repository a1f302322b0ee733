import type { AuditEntry } from '../audit/trail.ts';
import type { Challenge } from '../enrolment/challenge.ts';
import type { Reminded } from '../enrolment/reminded.ts';
import type { Change, Doubt, FormerAddress, HelpRequest } from '../methods/change.ts';
import type { AddressMethodName, MethodName, Methods } from '../methods/method.ts';
import type { QuestionDraw } from '../methods/questions/draw.ts';
import type { Letter } from '../outbox/letter.ts';
import type { Watch, Writing, WrittenMethod } from '../reset-service/slots.ts';
import type { Instant } from '../time.ts';

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

/** An app that is being set up: it counts once it has shown a code. */
export interface AppSetup {
  /** 128 random bits, hexadecimal. */
  readonly id: string;
  /** Base32. */
  readonly secret: string;
  readonly at: Instant;
  /** Wrong codes so far. */
  readonly wrong: number;
}

/**
 * What somebody said of a value their organisation had filled in. still-mine: it counts once proven · change: another
 * takes its place · not-mine: not to be used nor shown again.
 */
export interface PrefilledAnswer {
  readonly method: AddressMethodName;
  /** The value they were asked about, E.164 or canonical. */
  readonly address: string;
  readonly answer: 'still-mine' | 'change' | 'not-mine';
  readonly at: Instant;
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
  readonly methods: Methods;
  /** When they last said that a proven method is still right, where that was after it was proven. */
  readonly confirmed: { readonly [M in MethodName]?: Instant };
  /** The newest answer about each pre-filled value. */
  readonly prefilled: readonly PrefilledAnswer[];
  /** The last reminder they got. */
  readonly reminded: Reminded | null;
  /** No reminder before this, as they asked. */
  readonly snoozedUntil: Instant | null;
  readonly appSetup: AppSetup | null;
  /** The security questions that wait for an answer. */
  readonly draw: QuestionDraw | null;
  readonly challenge: Challenge | null;
  /** Ids of this person's last challenges: their cards are old, not somebody else's. */
  readonly ended: readonly string[];
  /** Codes asked for in the last 24 hours. */
  readonly sends: readonly SendCount[];
  /** When a method of theirs was last proven, for acts that need a fresh proof. */
  readonly provedAt: Instant | null;
  /** The method it was. */
  readonly provedBy: MethodName | null;
  /** What was changed in the last days, to be disowned; oldest first. */
  readonly changes: readonly Change[];
  /** Changes that were disowned, while something waits to come back or may be disowned with them. */
  readonly doubt: Doubt | null;
  /** Addresses that were methods until lately: they are told of changes, too. */
  readonly former: readonly FormerAddress[];
  /** Where the bot puts methods into the reset service: how it stands there. */
  readonly writings: { readonly [M in WrittenMethod]?: Writing };
  /** When the bot last wrote or removed each there: its reports are behind. */
  readonly written: { readonly [M in WrittenMethod]?: Instant };
  /** They were sent to the registration page. */
  readonly watch: Watch | null;
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

/** Of whoever has said no other. */
export const defaultLanguage = 'en';

export function newPerson(employee: EmployeeKey): Person {
  return {
    version: 1,
    employee,
    language: defaultLanguage,
    timeZone: null,
    chat: null,
    methods: {},
    confirmed: {},
    prefilled: [],
    reminded: null,
    snoozedUntil: null,
    appSetup: null,
    draw: null,
    challenge: null,
    ended: [],
    sends: [],
    provedAt: null,
    provedBy: null,
    changes: [],
    doubt: null,
    former: [],
    writings: {},
    written: {},
    watch: null,
    frozenUntil: null,
    requests: [],
    letters: [],
    audit: [],
  };
}
