import { contactLine } from '../../cards/parts/contact-words.ts';
import type { AccountObserver } from '../domain/account/facts.ts';
import { type EmployeeKey, newPerson, type Person, personId } from '../domain/account/person.ts';
import { accountOf, openPrefilled, type Prefilled, prefilledOf } from '../domain/account/prefilled.ts';
import { collectFacts } from '../domain/diagnosis/collect-facts.ts';
import { type Account, accountBy, readiness } from '../domain/enrolment/readiness.ts';
import { Fault } from '../domain/fault.ts';
import type { PolicyOf } from '../domain/policies.ts';
import type { Policy } from '../domain/policy.ts';
import type { Directory, DirectoryEntry } from '../domain/ports/directory.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { readinessAnywhere } from '../domain/reset-service/readiness.ts';
import { type Instant, second } from '../domain/time.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { type Tell, teller } from '../texts/tell.ts';
import type { RolesOf } from './desk-roles.ts';
import { myView, type OpenTickets } from './my-view.ts';
import type { ClosedView, MyView } from './page-data.ts';

/** How somebody wants to read; both come from their client. */
export interface ReaderPreferences {
  /** BCP 47; one the bot does not speak counts for nothing. */
  readonly language: string | null;
  /** IANA name. */
  readonly timeZone: string | null;
}

export interface MyTabPorts {
  readonly store: Store;
  readonly directory: Directory;
  readonly observer: AccountObserver;
  readonly policy: PolicyOf;
  readonly openTickets: OpenTickets;
  readonly rolesOf: RolesOf;
  readonly clock: Clock;
}

/** What an employee sees of themselves in the tab. Changes nothing. */
export type MyTab = (employee: EmployeeKey, reader: ReaderPreferences) => Promise<MyView | ClosedView>;

/** As in a turn: the directory is not waited for any longer. */
const directoryPatience = 3 * second;

export function createMyTab(ports: MyTabPorts): MyTab {
  const { store, directory, policy, openTickets, rolesOf, clock } = ports;
  return async (employee, reader) => {
    const asked = entryOf(directory, employee);
    const [stored, entry, decided, tickets, roles] = await Promise.all([
      store.read('person', personId(employee)),
      asked,
      asked.then((known) => policy(employee, known === 'away' ? undefined : known)),
      openTickets(employee),
      rolesOf(employee),
    ]);
    const person = stored ?? newPerson(employee);
    const tell = tellFor(reader, stored, entry);
    const closed = closedFor(entry);
    if (closed)
      return {
        kind: 'closed',
        language: tell.language,
        title: tell('tab.title'),
        text: `${tell(closed)} ${contactLine(tell, decided, 'home')}`,
      };
    const account = entry === 'away' || entry === undefined ? unknownAccount(person) : accountOf(entry);
    const now = clock();
    const waiting = waitingOf(person, entry, decided, now);
    const registration = account.registration ?? 'here';
    const mine = { person, policy: decided, account, now };
    const common = { ...mine, registration, tickets, roles, complete: entry !== 'away', waiting };
    if (entry === 'away' || entry === undefined) {
      return myView(tell, { ...common, readiness: readiness(person, decided, account, now), there: null });
    }
    const there = await ports.observer.facts(employee, AbortSignal.timeout(directoryPatience), { log: 'leave' });
    const facts = collectFacts({ person, entry, policy: decided, seen: there }, mine.now);
    const counted = await readinessAnywhere(mine, async () => ({ seen: there, facts }));
    // What is registered there counts already, right or not.
    const offered = waiting.filter(({ method }) => !counted.proven.includes(method));
    const here = registration === 'here';
    return myView(tell, {
      ...common,
      waiting: here ? waiting : offered,
      readiness: counted,
      there: here ? null : there,
    });
  };
}

/** What was filled in for them and waits for their answer. */
function waitingOf(
  person: Person,
  entry: DirectoryEntry | undefined | 'away',
  policy: Policy,
  now: Instant,
): readonly Prefilled[] {
  return entry === 'away' || entry === undefined ? [] : openPrefilled(person, prefilledOf(entry, policy, now));
}

async function entryOf(directory: Directory, employee: EmployeeKey): Promise<DirectoryEntry | undefined | 'away'> {
  try {
    return await directory.entry(employee, AbortSignal.timeout(directoryPatience));
  } catch (reason) {
    if (reason instanceof Fault && reason.code === 'directory-unavailable') return 'away';
    throw reason;
  }
}

/** The same borders as in the chat. */
function closedFor(entry: DirectoryEntry | undefined | 'away') {
  if (entry === 'away') return undefined;
  if (entry === undefined) return 'border.unlisted';
  if (entry.account === 'guest') return 'border.guest';
  return entry.account === 'disabled' ? 'border.disabled' : undefined;
}

/** Roles that can't be read count as held; the office phone counts as it was proven. */
function unknownAccount(person: Person): Account {
  return { ...accountBy(person), administrator: true };
}

function tellFor(
  reader: ReaderPreferences,
  person: Person | undefined,
  entry: DirectoryEntry | undefined | 'away',
): Tell {
  const listed = entry === 'away' ? undefined : entry?.language;
  const language = languageOf(reader.language) ?? languageOf(person?.language) ?? languageOf(listed);
  return teller(language ?? fallbackLanguage, reader.timeZone ?? person?.timeZone ?? null);
}
