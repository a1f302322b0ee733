import type { EmployeeKey } from '../domain/account/person.ts';
import type { Campaigns } from '../domain/campaigns/campaigns.ts';
import type { PolicyRecord } from '../domain/policy.ts';
import type { Directory } from '../domain/ports/directory.ts';
import { everyRecord, type Store } from '../domain/ports/store.ts';
import { type Instant, minute } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { BackgroundWork } from './background-work.ts';
import { lookAgain } from './campaign-desk.ts';
import type { DeskEntry } from './desk.ts';
import { namesIn } from './organisation-tab.ts';
import type { DeskBlock } from './page-data.ts';

export interface TrailDeskPorts {
  readonly store: Store;
  readonly campaigns: Campaigns;
  readonly work: BackgroundWork;
  readonly directory: Directory;
  /** Who put which policies in force. */
  readonly policyHistory: () => Promise<NonNullable<PolicyRecord['history']>>;
}

interface NamesSeen {
  readonly by: string;
  readonly at: Instant;
  readonly count: number;
}

/** Everybody's record is read for who asked for names, so it is not done at every look. */
const fresh = 10 * minute;
/** As many lines as somebody reads; the commands tell the rest. */
const most = 100;
/** Directory ids, which are shown by name where the directory has one. */
const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Who did what: to campaigns, to the policy, and who asked for names. Newest first. */
export function trailEntries({ store, campaigns, work, directory, policyHistory }: TrailDeskPorts) {
  function namesSeen(tenantId: string) {
    return work.kept<readonly NamesSeen[]>(`names-seen/${tenantId}`, fresh, async () => {
      const seen: NamesSeen[] = [];
      for await (const { employee, audit } of everyRecord(store, 'person')) {
        if (employee.tenantId !== tenantId) continue;
        for (const entry of audit) {
          if (entry.act === 'names-seen') seen.push({ by: employee.objectId, at: entry.at, count: entry.count });
        }
      }
      return newest(seen);
    });
  }

  const entry: DeskEntry = {
    act: 'see-trail',
    async run({ tell, viewer }) {
      const { tenantId } = viewer;
      const own = (await Array.fromAsync(campaigns.all())).filter((one) => one.tenantId === tenantId);
      const acts = newest(own.flatMap(({ settings, trail }) => trail.map((one) => ({ ...one, name: settings.name }))));
      const changes = newest(await policyHistory());
      const seen = await namesSeen(tenantId);
      const asked = seen.done?.value ?? [];
      const who = await namesBy(
        [...acts, ...changes, ...asked].map(({ by }) => by),
        tenantId,
        directory,
      );
      const table = (title: string, rows: readonly (readonly string[])[]) => trailTable(tell, title, rows);
      return {
        kind: 'desk',
        language: tell.language,
        page: 'trail',
        title: tell('desk.trail'),
        blocks: [
          ...table(
            tell('desk.trail.campaigns'),
            acts.map(({ at, by, act, name }) => [tell.moment(at), who(by), tell(`desk.act.${act}`, { name })]),
          ),
          ...table(
            tell('desk.trail.policy'),
            changes.map(({ at, by, act, fields }) => [tell.moment(at), who(by), tell(`desk.act.${act}`, { fields })]),
          ),
          ...(seen.underWay && !seen.done
            ? [{ kind: 'note', text: tell('desk.wait') } as const]
            : table(
                tell('desk.trail.names'),
                asked.map(({ at, by, count }) => [tell.moment(at), who(by), tell('desk.trail.count', { count })]),
              )),
        ],
        same: { name: 'trail', given: {} },
        again: seen.underWay ? lookAgain : null,
      };
    },
  };
  return [['trail', entry]] as const;
}

function newest<T extends { readonly at: Instant }>(entries: readonly T[]): readonly T[] {
  return entries.toSorted((one, other) => other.at - one.at).slice(0, most);
}

function trailTable(tell: Tell, title: string, rows: readonly (readonly string[])[]): readonly DeskBlock[] {
  if (rows.length === 0) {
    return [
      { kind: 'heading', text: title },
      { kind: 'quiet', text: tell('desk.trail.none') },
    ];
  }
  const head = [tell('desk.trail.when'), tell('desk.trail.who'), tell('desk.trail.what')];
  return [{ kind: 'table', title, head, rows, words: true }];
}

/** What people who did something are called: by the directory, or as whoever runs commands is known. */
export async function namesBy(
  by: readonly string[],
  tenantId: string,
  directory: Directory,
): Promise<(one: string) => string> {
  const ids = [...new Set(by)].filter((one) => id.test(one));
  const people = ids.map((objectId): EmployeeKey => ({ tenantId, objectId }));
  const names = await namesIn(directory, people);
  const known = new Map(people.map(({ objectId }, at) => [objectId, names[at] ?? objectId]));
  return (one) => known.get(one) ?? one;
}
