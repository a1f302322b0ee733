import type { Kind, Store } from '../ports/store.ts';
import type { Campaign } from './campaign.ts';
import { countField, mostMessages, type Standing, standingField, standings } from './recipient.ts';

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
