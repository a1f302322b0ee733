import type { Person } from '../account/person.ts';
import type { AuditArchive } from '../audit/archive.ts';
import type { Witness } from '../audit/witness.ts';
import type { Campaign } from '../campaigns/campaign.ts';
import type { Recipient } from '../campaigns/recipient.ts';
import type { Conversation, JsonValue, PersonalChat } from '../conversation.ts';
import type { RateCounter } from '../enrolment/rate-limit.ts';
import type { Fault } from '../fault.ts';
import type { PolicyRecord } from '../policy.ts';
import type { SupportChannel } from '../tickets/ports.ts';
import type { Ticket, TicketNumbers } from '../tickets/ticket.ts';
import { type Instant, second } from '../time.ts';
import type { Clock } from './system.ts';

/** Every kind of record, and its shape. */
export interface Records {
  person: Person;
  conversation: Conversation;
  'personal-chat': PersonalChat;
  'address-limit': RateCounter;
  'tenant-limit': RateCounter;
  policy: PolicyRecord;
  'audit-archive': AuditArchive;
  witness: Witness;
  ticket: Ticket;
  'ticket-numbers': TicketNumbers;
  'support-channel': SupportChannel;
  campaign: Campaign;
  'campaign-recipient': Recipient;
  'shared-result': SharedResult;
}

/** What one process has made for all, and when (`shared-result.ts`). */
export interface SharedResult {
  readonly at: Instant;
  readonly value: JsonValue;
}

export type Kind = keyof Records;

/** Values a kind of record can be found by. Undefined fields are not indexed. */
export type IndexFields = Readonly<Record<string, string | number | undefined>>;

/** What a store has to know of a kind of record. */
export interface Definition<T> {
  /** Checks the shape of a stored document. Throws when it does not have it. */
  parse(value: unknown): T;
  /**
   * The fields `index` can give, and what of; `all`: one value that every record has. A store need not look into records of
   * a kind without any.
   */
  readonly fields: Readonly<Record<string, 'number' | 'text' | 'all'>>;
  /** The field of which no two records get the same value. */
  readonly unique?: string;
  index(record: T): IndexFields;
  /** true: an acknowledged write survives a power cut (fsync). false: it survives the end of the process only. */
  readonly durable: boolean;
}

export type Definitions = { readonly [K in Kind]: Definition<Records[K]> };

/**
 * A pure decision: the record as it is (undefined when there is none), to the record as it shall be, and what came of it.
 * The very record it was given, undefined included, writes nothing; undefined in place of a record removes it.
 */
export type RecordStep<T, O> = (record: T | undefined) => { record: T | undefined; outcome: O };

/** `equals`: records whose field has this value. `until`: records whose numeric field is at most this. */
export type Query = { readonly field: string; readonly limit: number; readonly after?: string } & (
  | { readonly equals: string | number }
  | { readonly until: number }
);

export interface IdPage {
  readonly ids: readonly string[];
  /** Give this as `after` for the next page; missing on the last one. */
  readonly next?: string;
}

export interface RecordPage<T> {
  readonly entries: readonly { readonly id: string; readonly record: T }[];
  /** Give this as `after` for the next page; missing on the last one. */
  readonly next?: string;
}

/** How many records one look brings: some hundred kilobytes. */
const pageSize = 200;

/** How long what was claimed is nobody else's, ms: who dies before the work begins costs as much. */
export const claimTime = 3 * second;

/** How long a process may be silent before its locks are others', ms: as long as people wait for one. */
export const silence = 3 * second;

/**
 * Where records live. Promises, held by one contract suite on every implementation:
 * - `update` is atomic for one record: it reads, decides with the step, and writes only if nobody else wrote meanwhile;
 *   otherwise it reads and decides again. A step may therefore run several times and must be pure.
 * - When `update` resolves, the record is written as its definition promises, and later reads see it. When it rejects,
 *   the record is as before or as decided, never in between.
 * - A write that would give a second record the same value of its kind's `unique` field is a `store-conflict`.
 * - `read` and steps get a record of their own: changing it changes nothing stored.
 * - `find` answers from the last acknowledged writes; `until` pages come in ascending order of the field.
 * - `claim` gives ids in ascending order of `due`, and gives none of them again, to whichever process, until its record is
 *   written or `claimTime` is over. What comes due may be left for a moment to the process that wrote it. A claim is a hint: who does the work is decided by what the record itself says.
 * - `lock` runs work alone for its key, over all processes, and frees the key when work throws; it is not re-entrant. Those
 *   who wait in one process get their turn in order of arrival. It is a lease that is kept up by a heartbeat: whoever was
 *   silent for `silence` may have lost it, and hears of that by the signal. So nothing rests on a lock alone; what is
 *   written inside one says by itself that it has come too late.
 * - What `background` does keeps nobody waiting whose work is not background.
 * - `clock` makes of a machine's clock the one that all processes go by, so that leases, codes and limits mean the same time
 *   to each, however their machines' clocks are set.
 * - `format` is the one in which records may be written now: a lower one than this program's own as long as an older program
 *   shares them, or somebody wants to be able to go back to it.
 * - `head` is the same only for the same lasting records, and nobody without the keys can make one. It need not be kept at
 *   each write: a store that many processes share may make it by a look at all records, so that no write touches what
 *   another write touches.
 * - `check` finds a lasting record that was put back or changed behind the store's back, while others write; and one that was
 *   taken away, unless the head is made by a look.
 * - Failures are Faults: `store-unavailable`, `store-damaged`, `store-conflict`, `store-in-use`, `lock-timeout`. After
 *   one, the store goes on as soon as what it stands on does; no restart is needed.
 */
export interface Store {
  read<K extends Kind>(kind: K, id: string): Promise<Records[K] | undefined>;
  update<K extends Kind, O>(kind: K, id: string, step: RecordStep<Records[K], O>): Promise<O>;
  remove(kind: Kind, id: string): Promise<void>;
  find(kind: Kind, query: Query): Promise<IdPage>;
  /** A page of all records of a kind, whatever they can be found by. What is written meanwhile is in one page or in none. */
  scan<K extends Kind>(kind: K, limit: number, after?: string): Promise<RecordPage<Records[K]>>;
  /** Ids of at most so many records that are due, for the caller alone. @param kind one with the field `due` */
  claim(kind: Kind, until: Instant, limit: number): Promise<readonly string[]>;
  /**
   * @param patience how long to wait for the key, in milliseconds; then Fault `lock-timeout`
   * @param work gets a signal that aborts when the lock was lost
   */
  lock<T>(key: string, patience: number, work: (lost: AbortSignal) => Promise<T>): Promise<T>;
  /** Does work that nobody waits for. */
  background<T>(work: () => Promise<T>): Promise<T>;
  clock(own: Clock): Clock;
  format(): number;
  /** What all lasting records come to, as one line; undefined while that can't be told. */
  head(): Promise<string | undefined>;
  /** Looks at every lasting record, in pieces. Resolves with what is not as it was last written. */
  check(): Promise<readonly Fault[]>;
  /** Waits for the writes under way, then lets go of everything. */
  close(): Promise<void>;
}

/**
 * Every record that a query finds, one after the other and page by page. What is written meanwhile is found or not.
 */
export async function* eachRecord<K extends Kind>(store: Store, kind: K, query: Query): AsyncGenerator<Records[K]> {
  let after: string | undefined;
  do {
    const page = await store.find(kind, after === undefined ? query : { ...query, after });
    for (const id of page.ids) {
      const record = await store.read(kind, id);
      if (record) yield record;
    }
    after = page.next;
  } while (after !== undefined);
}

/** Every record of a kind, in pages of one look each and in no order. What is written meanwhile comes or not. */
export async function* everyRecord<K extends Kind>(store: Store, kind: K): AsyncGenerator<Records[K]> {
  for (let after: string | undefined, more = true; more; ) {
    const page = await store.scan(kind, pageSize, after);
    for (const { record } of page.entries) yield record;
    after = page.next;
    more = after !== undefined;
  }
}

/** Removes every record that a query finds, also those that come meanwhile. */
export async function removeEach(store: Store, kind: Kind, query: Query): Promise<void> {
  for (let page = await store.find(kind, query); page.ids.length > 0; page = await store.find(kind, query)) {
    for (const id of page.ids) await store.remove(kind, id);
  }
}
