import { setImmediate as letOthers } from 'node:timers/promises';
import type { EmployeeKey, Person } from '../domain/account/person.ts';
import type { Policy } from '../domain/policy.ts';
import type { Directory } from '../domain/ports/directory.ts';
import { eachRecord, type Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { day, type Instant, minute, second } from '../domain/time.ts';
import { fallbackLanguage, languageOf } from '../texts/languages.ts';
import { teller } from '../texts/tell.ts';
import type { Reader } from './my-tab.ts';
import { countOrganisation, type Organisation } from './organisation.ts';
import { type CauseCount, organisationView } from './organisation-view.ts';
import type { NamesView, OrganisationView } from './page-data.ts';
import type { IsSupporter } from './supporter.ts';

/** Numbers that other parts of the bot keep. */
export interface HelpNumbers {
  /** Since when each open ticket of a tenant has been open. */
  openTickets(tenantId: string): Promise<readonly Instant[]>;
  /** How often each cause was found since then, most frequent first. */
  failures(tenantId: string, since: Instant): Promise<readonly CauseCount[]>;
}

export interface OrganisationTabPorts {
  readonly store: Store;
  readonly directory: Directory;
  readonly policy: () => Promise<Policy>;
  readonly help: HelpNumbers;
  /** See `DirectoryEntry`. */
  readonly registration: 'here' | 'written' | 'elsewhere';
  readonly isSupporter: IsSupporter;
  /** Writes down that this supporter asked for the names of so many people. Names are shown only after that. */
  readonly noteNamesAsked: (supporter: EmployeeKey, count: number) => Promise<void>;
  readonly clock: Clock;
}

/** The supporters' half of the tab, of the supporter's own tenant. Undefined for whoever is not a supporter. */
export interface OrganisationTab {
  view(viewer: EmployeeKey, reader: Reader): Promise<OrganisationView | undefined>;
  /** Who is ready now, and will not be from a known date on. */
  lapsing(viewer: EmployeeKey): Promise<NamesView | undefined>;
}

/** Everybody is read for it, so it is not counted at every look. */
const fresh = 10 * minute;
/** More names than this help nobody on a page. */
const mostNames = 200;
/** How many are asked for at once, and how long the directory may take for all of them. */
const namesAtOnce = 10;
const namesPatience = 8 * second;
/** Causes further back say nothing about now. */
const recent = 30 * day;

export function createOrganisationTab(ports: OrganisationTabPorts): OrganisationTab {
  const { store, directory, policy, help, isSupporter, noteNamesAsked, clock } = ports;
  const counted = new Map<string, { readonly at: Instant; readonly organisation: Promise<Organisation> }>();

  function countOf(tenantId: string): Promise<Organisation> {
    const known = counted.get(tenantId);
    const now = clock();
    if (known && now >= known.at && now - known.at < fresh) return known.organisation;
    const organisation = policy().then((decided) =>
      countOrganisation(peopleOf(store, tenantId), decided, now, ports.registration),
    );
    counted.set(tenantId, { at: now, organisation });
    // One that failed is not kept: the next look counts again.
    organisation.catch(() => counted.delete(tenantId));
    return organisation;
  }

  return {
    async view(viewer, reader) {
      if (!(await isSupporter(viewer))) return undefined;
      const now = clock();
      const [organisation, openTickets, failures] = await Promise.all([
        countOf(viewer.tenantId),
        help.openTickets(viewer.tenantId),
        help.failures(viewer.tenantId, now - recent),
      ]);
      const tell = teller(languageOf(reader.language) ?? fallbackLanguage, reader.timeZone);
      const shown = organisationView(tell, organisation, { openTickets, failures }, now);
      if (ports.registration === 'here') return shown;
      if (ports.registration === 'written') {
        return { ...shown, sentence: `${shown.sentence} ${tell('tab.organisation.written')}` };
      }
      return { ...shown, sentence: tell('tab.organisation.elsewhere', { people: organisation.people }) };
    },
    async lapsing(viewer) {
      if (!(await isSupporter(viewer))) return undefined;
      const { lapsing } = await countOf(viewer.tenantId);
      const people = lapsing.slice(0, mostNames).map(({ employee }) => employee);
      await noteNamesAsked(viewer, people.length);
      const names = await namesIn(directory, people);
      return { kind: 'names', names: names.sort((one, other) => one.localeCompare(other)) };
    },
  };
}

/** Everybody of a tenant, one after the other; turns under way are let in between. */
function peopleOf(store: Store, tenantId: string): AsyncGenerator<Person> {
  return eachRecord(store, 'person', { field: 'tenant', equals: tenantId, limit: 50 }, letOthers);
}

/** The directory id where the directory gives no name, or none in time. */
async function namesIn(directory: Directory, people: readonly EmployeeKey[]): Promise<string[]> {
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
