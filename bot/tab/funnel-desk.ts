import type { Campaign } from '../domain/campaigns/campaign.ts';
import type { Campaigns } from '../domain/campaigns/campaigns.ts';
import {
  type CampaignFunnel,
  countFunnelByGroup,
  type FunnelByGroup,
  type FunnelColumn,
  inAllWaves,
  recipientsOf,
} from '../domain/campaigns/funnel.ts';
import { funnelLines } from '../domain/campaigns/group-lines.ts';
import { type Standing, standingOfRecipient, standings } from '../domain/campaigns/recipient.ts';
import type { Directory } from '../domain/ports/directory.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock } from '../domain/ports/system.ts';
import { allowedTo } from '../domain/roles.ts';
import { minute } from '../domain/time.ts';
import type { Tell } from '../texts/tell.ts';
import type { BackgroundWork } from './background-work.ts';
import type { DeskAsked, DeskEntry } from './desk.ts';
import { bars, countryNames, groupTable } from './desk-tables.ts';
import { mostNames } from './organisation-statistics.ts';
import { type AuditNamesSeen, namesIn } from './organisation-tab.ts';
import type { DeskBlock, DeskView, FileView } from './page-data.ts';

export interface FunnelDeskPorts {
  readonly store: Store;
  readonly campaigns: Campaigns;
  readonly work: BackgroundWork;
  readonly directory: Directory;
  readonly auditNamesSeen: AuditNamesSeen;
  readonly clock: Clock;
}

interface FunnelCounted {
  readonly funnel: CampaignFunnel;
  readonly byGroup: FunnelByGroup;
}

/** Everybody of a campaign is read for it, so it is not counted at every look. */
const fresh = 5 * minute;
const soon = ['hour', 'day', 'three', 'week', 'later'] as const;

/** How a campaign goes: pictures with their tables, small groups together, names only for whoever asks. */
export function createFunnelDesk({ store, campaigns, work, directory, auditNamesSeen, clock }: FunnelDeskPorts) {
  function counted(campaign: Campaign) {
    return work.kept<FunnelCounted>(`funnel/${campaign.id}`, fresh, async () => ({
      funnel: await campaigns.funnel(campaign),
      byGroup: await countFunnelByGroup(store, campaign, clock()),
    }));
  }

  async function blocks({ tell, held }: DeskAsked, campaign: Campaign) {
    const { done, underWay } = await counted(campaign);
    if (!done) return { blocks: [{ kind: 'note', text: tell('desk.wait') } as const], wait: underWay };
    const { funnel, byGroup } = done.value;
    const names = allowedTo('see-campaign-names', held) ? [namesForm(tell, campaign, funnel)] : [];
    return { blocks: [...funnelBlocks(tell, campaign, funnel, byGroup), ...names.flat()], wait: underWay };
  }

  async function own({ viewer, given }: DeskAsked): Promise<Campaign | undefined> {
    const campaign = await campaigns.read(given('id'));
    return campaign?.tenantId === viewer.tenantId ? campaign : undefined;
  }

  async function names(asked: DeskAsked): Promise<DeskView> {
    const { tell, viewer, given } = asked;
    const campaign = await own(asked);
    const standing = standings.find((one) => one === given('standing'));
    const people: { readonly tenantId: string; readonly objectId: string }[] = [];
    if (campaign && standing) {
      for await (const one of recipientsOf(store, campaign, [standing])) {
        if (people.length === mostNames) break;
        if (standingOfRecipient(one) === standing) people.push(one.employee);
      }
      // First it is written down, then they are shown.
      await auditNamesSeen(viewer, people.length);
    }
    const found = (await namesIn(directory, people)).sort((one, other) => one.localeCompare(other));
    const title = standing ? tell(`desk.standing.${standing}`) : tell('desk.names');
    const id = campaign?.id ?? '';
    return {
      kind: 'desk',
      language: tell.language,
      page: 'campaigns',
      title,
      blocks: [
        found.length > 0
          ? {
              kind: 'table',
              title: tell('desk.names'),
              head: [tell('desk.names')],
              rows: found.map((name) => [name]),
              words: true,
            }
          : { kind: 'quiet', text: tell('desk.names.none') },
        {
          kind: 'buttons',
          buttons: [
            {
              title: campaign?.settings.name ?? tell('desk.back'),
              call: { name: 'campaign', given: { id } },
              sure: null,
              plain: true,
            },
          ],
        },
      ],
      same: { name: 'campaign', given: { id } },
      again: null,
    };
  }

  async function csv(asked: DeskAsked): Promise<FileView> {
    const campaign = await own(asked);
    const done = campaign && (await counted(campaign)).done;
    return { kind: 'file', text: done ? lines(funnelLines(done.value.byGroup)) : '' };
  }

  return {
    blocks,
    counted,
    entries: [
      ['campaign-names', { act: 'see-campaign-names', run: names }],
      ['campaign-csv', { act: 'see-campaigns', run: csv }],
    ] as const satisfies readonly (readonly [string, DeskEntry])[],
  };
}

/** Table programs read the end of a line as RFC 4180 has it, and UTF-8 by its mark. */
export function lines(rows: readonly string[]): string {
  return `\uFEFF${rows.map((row) => `${row}\r\n`).join('')}`;
}

function namesForm(tell: Tell, { id }: Campaign, { standings: counts }: CampaignFunnel): readonly DeskBlock[] {
  const choices = standings
    .filter((one) => counts[one] > 0)
    .map((value) => ({ value, title: tell(`desk.standing.${value}`) }));
  if (choices.length === 0) return [];
  const field = {
    name: 'standing',
    label: tell('desk.funnel.where'),
    kind: 'choice',
    value: choices[0]?.value ?? '',
    choices,
    wrong: null,
  } as const;
  return [
    { kind: 'heading', text: tell('desk.names') },
    { kind: 'quiet', text: tell('desk.names.noted', { most: mostNames }) },
    {
      kind: 'form',
      fields: [field],
      submit: tell('desk.names.ask'),
      call: { name: 'campaign-names', given: { id } },
    },
  ];
}

function funnelBlocks(
  tell: Tell,
  { id, days }: Campaign,
  { people, standings: counts, sent, unsure }: CampaignFunnel,
  byGroup: FunnelByGroup,
): readonly DeskBlock[] {
  const { at, waves, departments, countries, readyAfter } = byGroup;
  const all = (column: FunnelColumn) => inAllWaves(byGroup, column);
  const unknown = all('opened-not-known');
  const columns = (
    ['reached', 'opened', 'opened-not-known', 'answered', 'ready', 'not-installed', 'blocked'] as const
  ).map((column) => [column, titleOf(tell, column)] as const);
  return [
    ...bars(
      tell('desk.funnel'),
      [
        [tell('desk.funnel.invited'), people],
        [tell('desk.funnel.reached'), all('reached')],
        [tell('desk.funnel.opened'), all('opened')],
        [tell('desk.funnel.answered'), all('answered')],
        [tell('desk.funnel.ready'), counts.ready],
      ],
      true,
    ),
    {
      kind: 'text',
      text: [
        tell('desk.funnel.sent', { sent, unsure }),
        ...(unknown === 0 ? [] : [tell('desk.funnel.not-known', { count: unknown })]),
      ].join(' '),
    },
    ...bars(
      tell('desk.funnel.where'),
      standings.map((one: Standing) => [tell(`desk.standing.${one}`), counts[one]]),
    ),
    ...bars(
      tell('desk.funnel.after'),
      soon.map((name, place) => [tell(`desk.after.${name}`), readyAfter[place] ?? 0]),
    ),
    ...(days.length < 2
      ? []
      : [
          {
            kind: 'columns',
            title: tell('desk.funnel.by-day'),
            table: tell('desk.table'),
            head: [tell('desk.what-if.day'), tell('desk.what-if.count')],
            rows: days.slice(-30).map(({ day, messages }) => ({
              name: tell.calendar({ when: Date.parse(day), named: 'day' }),
              count: messages,
            })),
          } as const,
        ]),
    ...groupTable(tell, tell('desk.funnel.wave'), waves, columns, (number) =>
      tell('desk.funnel.wave-name', { number }),
    ),
    ...groupTable(tell, tell('desk.department'), departments, columns),
    ...groupTable(tell, tell('desk.country'), countries, columns, countryNames(tell)),
    { kind: 'quiet', text: `${tell('desk.as-of', { time: tell.moment(at) })} ${tell('desk.small')}` },
    { kind: 'file', title: tell('desk.csv'), file: `${id}.csv`, call: { name: 'campaign-csv', given: { id } } },
  ];
}

type FunnelTitled = 'reached' | 'opened' | 'opened-not-known' | 'answered' | 'ready' | 'not-installed' | 'blocked';

function titleOf(tell: Tell, column: FunnelTitled): string {
  switch (column) {
    case 'reached':
    case 'opened':
    case 'opened-not-known':
    case 'answered':
      return tell(`desk.funnel.${column}`);
    default:
      return tell(`desk.standing.${column}`);
  }
}
