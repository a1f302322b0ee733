import type { AccountObserver } from '../domain/account/facts.ts';
import { type EmployeeKey, newPerson, type Person, personId } from '../domain/account/person.ts';
import { appendAudit } from '../domain/audit/trail.ts';
import type { Policies } from '../domain/policies.ts';
import type { Directory } from '../domain/ports/directory.ts';
import { everyRecord, type Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { allowedTo } from '../domain/roles.ts';
import { shared } from '../domain/shared-result.ts';
import { day, type Instant, minute, second } from '../domain/time.ts';
import { tellerFor } from '../texts/tell.ts';
import type { RolesOf } from './desk-roles.ts';
import type { ReaderPreferences } from './my-tab.ts';
import { countOrganisation, mostNames, type OrganisationStatistics } from './organisation-statistics.ts';
import { organisationView } from './organisation-view.ts';
import type { NamesView, OrganisationView } from './page-data.ts';
import type { TicketStatistics } from './ticket-statistics.ts';

/** Writes down that somebody asked for the names of so many people. Names are shown only after that. */
export type AuditNamesSeen = (viewer: EmployeeKey, count: number) => Promise<void>;

export interface OrganisationTabPorts {
  readonly store: Store;
  readonly directory: Directory;
  readonly observer: AccountObserver;
  /** What holds for each, by what is known of everybody. */
  readonly policies: Pick<Policies, 'known'>;
  readonly ticketStatistics: TicketStatistics;
  /** See `DirectoryEntry`. */
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly rolesOf: RolesOf;
  readonly auditNamesSeen: AuditNamesSeen;
  readonly clock: Clock;
}

/** The supporters' half of the tab, of the supporter's own tenant. Undefined for whoever is not a supporter. */
export interface OrganisationTab {
  view(viewer: EmployeeKey, reader: ReaderPreferences): Promise<OrganisationView | undefined>;
  /** Who is ready now, and will not be from a known date on. */
  lapsing(viewer: EmployeeKey): Promise<NamesView | undefined>;
}

/** Everybody is read for it, so it is not counted at every look. */
const fresh = 10 * minute;
/** How many are asked for at once, and how long the directory may take for all of them. */
const namesAtOnce = 10;
const namesPatience = 8 * second;
/** Causes further back say nothing about now. */
const recent = 30 * day;

export function createOrganisationTab(ports: OrganisationTabPorts): OrganisationTab {
  const { store, directory, policies, ticketStatistics, rolesOf, clock } = ports;

  function countOf(tenantId: string): Promise<OrganisationStatistics> {
    const { registration, observer } = ports;
    const make = async () =>
      countOrganisation(peopleOf(store, tenantId), await policies.known(), clock(), registration, observer.known);
    return shared(store, clock, { name: `organisation/${tenantId}`, fresh, make });
  }

  return {
    async view(viewer, reader) {
      if (!allowedTo('see-organisation', await rolesOf(viewer))) return undefined;
      const now = clock();
      const [organisation, openTickets, failures] = await Promise.all([
        countOf(viewer.tenantId),
        ticketStatistics.openTickets(viewer.tenantId),
        ticketStatistics.failures(viewer.tenantId, now - recent),
      ]);
      const tell = tellerFor(reader.language, reader.timeZone);
      const shown = organisationView(tell, organisation, { openTickets, failures }, now);
      if (ports.registration === 'here') return shown;
      if (ports.registration === 'written') {
        return { ...shown, sentence: `${shown.sentence} ${tell('tab.organisation.written')}` };
      }
      return { ...shown, sentence: tell('tab.organisation.elsewhere', { people: organisation.people }) };
    },
    async lapsing(viewer) {
      if (!allowedTo('see-lapsing-names', await rolesOf(viewer))) return undefined;
      const { lapsing } = await countOf(viewer.tenantId);
      const people = lapsing.flatMap(({ employees }) => employees).slice(0, mostNames);
      await ports.auditNamesSeen(viewer, people.length);
      const names = await namesIn(directory, people);
      return { kind: 'names', names: names.sort((one, other) => one.localeCompare(other)) };
    },
  };
}

/** Everybody of a tenant, one after the other. */
async function* peopleOf(store: Store, tenantId: string): AsyncGenerator<Person> {
  for await (const person of everyRecord(store, 'person')) if (person.employee.tenantId === tenantId) yield person;
}

/** The directory id where the directory gives no name, or none in time. */
export async function namesIn(directory: Directory, people: readonly EmployeeKey[]): Promise<string[]> {
  const signal = AbortSignal.timeout(namesPatience);
  const nameOf = async (employee: EmployeeKey) => {
    const entry = signal.aborted ? undefined : await directory.entry(employee, signal).catch(() => undefined);
    return entry?.displayName ?? employee.objectId;
  };
  const names: string[] = [];
  for (let at = 0; at < people.length; at += namesAtOnce) {
    names.push(...(await Promise.all(people.slice(at, at + namesAtOnce).map(nameOf))));
  }
  return names;
}

/** Writes into the supporter's own record that they were shown so many names. */
export async function auditNamesSeen(store: Store, supporter: EmployeeKey, count: number, now: Instant): Promise<void> {
  await store.update('person', personId(supporter), (stored) => {
    const person = stored ?? newPerson(supporter);
    const audit = appendAudit(person.audit, { act: 'names-seen', count }, now);
    return { record: { ...person, audit }, outcome: undefined };
  });
}
