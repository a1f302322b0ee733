import type { KeyObject } from 'node:crypto';
import type { TurnContext } from 'botbuilder';
import type { Act, Turn, UseCases } from '../../../dialogs/turn.ts';
import type { AccountFacts, AccountObserver } from '../../domain/account/facts.ts';
import { type EmployeeKey, newPerson, type Person, personId } from '../../domain/account/person.ts';
import { accountOf } from '../../domain/account/prefilled.ts';
import { collectFacts } from '../../domain/diagnosis/collect-facts.ts';
import type { PolicyOf } from '../../domain/policies.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Directory, DirectoryEntry } from '../../domain/ports/directory.ts';
import type { Store } from '../../domain/ports/store.ts';
import type { Clock } from '../../domain/ports/system.ts';
import type { ReachesSupport } from '../../domain/tickets/ports.ts';
import { hasEnded, type Ticket } from '../../domain/tickets/ticket.ts';
import type { Tickets } from '../../domain/tickets/tickets.ts';
import { day, type Instant } from '../../domain/time.ts';
import type { Log } from '../../log.ts';
import { fallbackLanguage, type Language, languageOf } from '../../texts/languages.ts';
import { type Tell, teller } from '../../texts/tell.ts';
import type { TeamsAdapter } from '../adapter.ts';
import type { TimedRecords } from '../timed-records.ts';
import type { Chat } from './conversation-state.ts';
import { lookFor } from './directory-lookup.ts';
import { type Received, zoneOf } from './parse-activity.ts';
import type { Replies, TurnEnd } from './replies.ts';

/** Who acts: by the directory id that the channel vouches for, never by anything a card says. */
export function employeeOf({ activity, tenantId }: Received, chat: Chat): EmployeeKey {
  return { tenantId, objectId: (chat.playing ?? activity.from.aadObjectId ?? '').toLowerCase() };
}

/** The language somebody asked for in this chat, else the client's, else the directory's. */
export function tellFor(received: Received, chat?: Chat, entry?: DirectoryEntry): Tell {
  const language = languageOf(chat?.language) ?? languageOf(received.activity.locale) ?? languageOf(entry?.language);
  return teller(language ?? fallbackLanguage, zoneOf(received, chat?.record.timeZone));
}

/** Local mode: a demo person to go on as, or that there is none by that name; the day it is made to be, or none was read. */
export type PlayOutcome =
  | { readonly kind: 'as'; readonly objectId: string; readonly name: string }
  | { readonly kind: 'nobody'; readonly names: string }
  | { readonly kind: 'date'; readonly at: Instant }
  | { readonly kind: 'no-date' };

/** What turns are made of. */
export interface TurnParts {
  readonly adapter: TeamsAdapter;
  readonly store: Store;
  /** How long turns wait for them. */
  readonly records: TimedRecords;
  /** What people can do, over these records and by this policy. */
  readonly uses: (records: Store, policy: Policy) => UseCases;
  readonly directory: Directory;
  readonly observer: AccountObserver;
  /** What was still being read when a card was shown in a chat has come. */
  readonly completed?: (chatId: string) => void;
  /** Clients open windows of their own, as Teams does. */
  readonly windows: boolean;
  readonly policy: PolicyOf;
  readonly clock: Clock;
  readonly reaches: ReachesSupport;
  /** Where the page to print opens; undefined: there is none. */
  readonly printPage?: (language: Language, rule?: string) => string | undefined;
  readonly log: Log;
  /** By which repeats of an act are known; it is noted under the first. */
  readonly seenKeys: readonly KeyObject[];
  /** What happens in the support channel, in this order; undefined: it is not for them. */
  readonly support?: readonly { take(context: TurnContext): Promise<TurnEnd | undefined> }[];
  /** Local mode: reads "go on as another person"; undefined when it was no such command. */
  readonly play?: ((text: string) => PlayOutcome | undefined) | undefined;
}

/** What is known when a turn begins. */
export interface TurnStart {
  readonly context: TurnContext;
  readonly received: Received;
  /** What it means in this chat. */
  readonly act: Act;
  readonly chat: Chat;
  readonly employee: EmployeeKey;
  readonly entry: DirectoryEntry;
  readonly now: Instant;
  readonly replies: Replies;
}

/** The turn as dialogs see it. Policy and the person's record are read once. */
export async function createTurn(parts: TurnParts, start: TurnStart): Promise<Turn> {
  const { context, received, act, chat, entry, employee, now, replies } = start;
  const first = tellFor(received, chat, entry);
  const policy = await parts.policy(employee, entry);
  const id = personId(employee);
  const records = openedOnce(parts.store, id);
  const look = lookFor(parts, employee, context);
  let seen: Promise<AccountFacts> | undefined;
  let withLog = false;
  const observe = (log?: 'log') => {
    if (!seen || (log && !withLog)) {
      withLog = log !== undefined;
      seen = look(log ? {} : { log: 'leave' });
    }
    return seen;
  };
  const person = async () => (await records.read('person', id)) ?? newPerson(employee);
  const own: Writable<Omit<Turn, keyof UseCases>> = {
    act,
    now,
    entry,
    policy,
    windows: parts.windows,
    account: accountOf(entry),
    person,
    unheard: async () => ((await parts.reaches(employee.tenantId, policy.support)) ? undefined : policy.contact),
    printPage: parts.printPage?.(first.language, policy.rule),
    observe,
    async facts(log) {
      const [seen, known] = await Promise.all([observe(log), person()]);
      return collectFacts({ person: known, entry, policy, seen }, now);
    },
    tell: first,
    asker: {
      employee,
      language: first.language,
      timeZone: zoneOf(received, chat.record.timeZone),
      chat: received.activity.conversation.id,
    },
    note: undefined,
    typed: {},
    speak(language) {
      chat.language = language;
      turn.tell = tellFor(received, chat, entry);
      turn.printPage = parts.printPage?.(turn.tell.language, policy.rule);
      turn.asker = { ...turn.asker, language };
    },
    say: (text) => {
      replies.texts.push(text);
    },
    explain: (card, answer) => {
      replies.explained.push(card);
      turn.tells = answer;
    },
    told: undefined,
    tells: undefined,
    typesHere: (chat.typesHereUntil ?? 0) > now,
    typeHere() {
      chat.typesHereUntil = now + day;
      turn.typesHere = true;
    },
    here: undefined,
    about: undefined,
    misses: undefined,
    expects: undefined,
    show: (card, form) => {
      replies.card = card;
      replies.form = form;
    },
    beside: (card) => {
      replies.beside = card;
    },
    retire: (text) => {
      replies.retired = text;
    },
    stale: () => {
      replies.old = 'stale';
    },
  };
  // Use cases are made when they are first asked for.
  const uses = parts.uses(records, policy);
  let tickets: Tickets | undefined;
  const once: UseCases = Object.create(uses, {
    tickets: { get: () => (tickets ??= lookedForOnce(uses.tickets)) },
  });
  const turn: Writable<Turn> = Object.assign(once, own);
  return turn;
}

/** Tickets as one turn sees them: somebody's are looked for once, and again after the turn has done something about one. */
function lookedForOnce(tickets: Tickets): Tickets {
  const known = new Map<string, Promise<readonly Ticket[]>>();
  const all = (employee: EmployeeKey) => {
    const id = personId(employee);
    const found = known.get(id) ?? tickets.all(employee);
    known.set(id, found);
    return found;
  };
  const anew = <T>(act: Promise<T>) => act.finally(() => known.clear());
  return {
    ...tickets,
    all,
    open: async (employee) => (await all(employee)).filter((ticket) => !hasEnded(ticket)),
    raise: (request) => anew(tickets.raise(request)),
    support: (...words) => anew(tickets.support(...words)),
    ask: (...words) => anew(tickets.ask(...words)),
  };
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * The records as one turn sees them: its person's is opened once, and is from then on what the turn last wrote. What a write
 * makes of it is decided on what is stored at that moment, as ever.
 */
function openedOnce(store: Store, own: string): Store {
  let known: Promise<Person | undefined> | undefined;
  return {
    ...store,
    read(kind, id) {
      if (kind !== 'person' || id !== own) return store.read(kind, id);
      known ??= store.read('person', id);
      return known as ReturnType<typeof store.read<typeof kind>>;
    },
    async update(kind, id, step) {
      if (kind !== 'person' || id !== own) return store.update(kind, id, step);
      let written: unknown;
      known = undefined;
      const outcome = await store.update(kind, id, (record) => {
        const decided = step(record);
        written = decided.record;
        return decided;
      });
      known = Promise.resolve(written as Person | undefined);
      return outcome;
    },
  };
}
