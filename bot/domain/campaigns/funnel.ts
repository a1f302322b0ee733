import { eachRecord, type Kind, type Store } from '../ports/store.ts';
import { day, hour, type Instant } from '../time.ts';
import type { Campaign } from './campaign.ts';
import {
  countField,
  hasOpened,
  messagesOf,
  mostMessages,
  type Recipient,
  type Standing,
  standingField,
  standingOfRecipient,
  standings,
} from './recipient.ts';
import { createGroupCount, type GroupRow } from './small-groups.ts';

/** How everybody a campaign is about stands. */
export interface CampaignFunnel {
  readonly people: number;
  readonly standings: Readonly<Record<Standing, number>>;
  /** The same by wave. */
  readonly waves: readonly Readonly<Record<Standing, number>>[];
  /** Messages that surely went, and those that may have gone. */
  readonly sent: number;
  readonly unsure: number;
}

const page = 1_000;

/** Counts by what recipients are found by: nobody is read. */
export async function countFunnel(
  store: Store,
  { id, settings }: Pick<Campaign, 'id' | 'settings'>,
): Promise<CampaignFunnel> {
  const waves: Record<Standing, number>[] = [];
  for (const wave of settings.waves.keys()) {
    const counts = await Promise.all(
      standings.map(
        async (one) =>
          [one, await count(store, 'campaign-recipient', 'standing', standingField(id, wave, one))] as const,
      ),
    );
    waves.push(Object.fromEntries(counts) as Record<Standing, number>);
  }
  const all = Object.fromEntries(
    standings.map((one) => [one, waves.reduce((sum, wave) => sum + wave[one], 0)]),
  ) as Record<Standing, number>;
  const messages = async (field: 'sent' | 'unsure') => {
    let sum = 0;
    for (let number = 1; number <= mostMessages; number += 1) {
      sum += number * (await count(store, 'campaign-recipient', field, countField(id, number)));
    }
    return sum;
  };
  const [sent, unsure] = await Promise.all([messages('sent'), messages('unsure')]);
  return { people: Object.values(all).reduce((sum, one) => sum + one, 0), standings: all, waves, sent, unsure };
}

/**
 * reached: a message surely went · opened: they surely saw it · opened-not-known: it went, and nobody knows whether they saw it ·
 * answered: they did something about it. Beside these, where everybody stands.
 */
export const funnelColumns = ['reached', 'opened', 'opened-not-known', 'answered', ...standings] as const;
export type FunnelColumn = (typeof funnelColumns)[number];

/** How soon after their first message people were ready; each up to where the next begins. */
const readyWithin = [hour, day, 3 * day, 7 * day, Number.POSITIVE_INFINITY] as const;

/** How everybody stands by wave, department and country; small groups stand together. */
export interface FunnelByGroup {
  readonly at: Instant;
  readonly waves: readonly GroupRow<FunnelColumn>[];
  readonly departments: readonly GroupRow<FunnelColumn>[];
  readonly countries: readonly GroupRow<FunnelColumn>[];
  /** A number for each of `readyWithin`. */
  readonly readyAfter: readonly number[];
}

/** Reads everybody a campaign is about, so it is nothing to wait for. */
export async function countFunnelByGroup(
  store: Store,
  { id, settings }: Pick<Campaign, 'id' | 'settings'>,
  now: Instant,
): Promise<FunnelByGroup> {
  const waves = createGroupCount(funnelColumns);
  const departments = createGroupCount(funnelColumns);
  const countries = createGroupCount(funnelColumns);
  const readyAfter = readyWithin.map(() => 0);
  for await (const one of recipientsOf(store, { id, settings })) {
    const columns = columnsOf(one);
    waves.add([`${one.wave + 1}`], columns);
    departments.add(one.department === null ? [] : [one.department], columns);
    countries.add(one.country === null ? [] : [one.country], columns);
    const took = one.end === 'ready' ? (one.endedAt ?? now) - (one.messages[0]?.at ?? now) : undefined;
    const place = took === undefined ? -1 : readyWithin.findIndex((end) => took < end);
    if (place >= 0) readyAfter[place] = (readyAfter[place] ?? 0) + 1;
  }
  return { at: now, waves: waves.rows(), departments: departments.rows(), countries: countries.rows(), readyAfter };
}

/** How many of all that are. */
export function inAllWaves({ waves }: Pick<FunnelByGroup, 'waves'>, column: FunnelColumn): number {
  return waves.reduce((sum, { counts }) => sum + counts[column], 0);
}

function columnsOf(recipient: Recipient): readonly FunnelColumn[] {
  const reached = messagesOf(recipient, 'sent') > 0;
  const opened = hasOpened(recipient);
  return [
    ...(reached ? (['reached'] as const) : []),
    ...(opened ? (['opened'] as const) : reached ? (['opened-not-known'] as const) : []),
    ...(recipient.answeredAt === null ? [] : (['answered'] as const)),
    standingOfRecipient(recipient),
  ];
}

/** Everybody a campaign is about, or who stands so in it, each once, whatever they do meanwhile. */
export async function* recipientsOf(
  store: Store,
  { id, settings }: Pick<Campaign, 'id' | 'settings'>,
  among: readonly Standing[] = standings,
): AsyncGenerator<Recipient> {
  const seen = new Set<string>();
  for (const wave of settings.waves.keys()) {
    for (const standing of among) {
      const query = { field: 'standing', equals: standingField(id, wave, standing), limit: 200 };
      for await (const one of eachRecord(store, 'campaign-recipient', query)) {
        if (seen.has(one.employee.objectId)) continue;
        seen.add(one.employee.objectId);
        yield one;
      }
    }
  }
}

async function count(store: Store, kind: Kind, field: string, equals: string): Promise<number> {
  let [sum, after]: [number, string | undefined] = [0, undefined];
  do {
    const { ids, next }: Awaited<ReturnType<Store['find']>> = await store.find(kind, {
      field,
      equals,
      limit: page,
      ...(after !== undefined && { after }),
    });
    sum += ids.length;
    after = next;
  } while (after !== undefined);
  return sum;
}
