import { summaryCard } from '../../cards/tickets/summary.ts';
import type { JsonValue } from '../domain/conversation.ts';
import { Fault } from '../domain/fault.ts';
import type { DecidedPolicy } from '../domain/policy.ts';
import type { Delivered } from '../domain/ports/delivery.ts';
import type { PostSummary } from '../domain/tickets/ports.ts';
import { type Instant, minute, second } from '../domain/time.ts';
import { type WeeklySummary, weekDue } from '../domain/weekly-summary.ts';
import { tellerFor } from '../texts/tell.ts';
import { type Outbox, type OutboxPorts, sendDeadline } from './outbox.ts';
import { summaryMail } from './summary-mail.ts';

export interface WeeklySummaryParts extends Omit<OutboxPorts, 'random'> {
  readonly tenants: readonly string[];
  readonly policy: () => Promise<DecidedPolicy>;
  /** Undefined: it is being counted. */
  readonly numbersOf: (tenantId: string) => Promise<WeeklySummary | undefined>;
  readonly post: PostSummary;
}

/** How often it is looked whether a week has begun, and when what did not go is tried again. */
const apart = minute;
/** And how soon again while the numbers are being counted. */
const soon = 5 * second;

type Way = 'due' | 'under-way' | 'done';

/** What has become of a week's summary. One kept of another week is over. */
interface Kept {
  readonly week: string;
  readonly channel: Way;
  /** Addresses that have it, or refused it. */
  readonly mailed: readonly string[];
}

/**
 * Sends the summary of each week, once over all processes: whoever has the lease writes down each step. A card that may be in the
 * channel is not posted again; mails are sent at least once, each under one name. What was sent is a shared result, which a power
 * cut may take: then the week's summary comes twice.
 */
export function createWeeklySummary(parts: WeeklySummaryParts): Outbox {
  const { store, tenants, policy, numbersOf, post, deliveries, clock, log, metrics } = parts;
  let looked: Instant = Number.NEGATIVE_INFINITY;

  const idOf = (tenantId: string) => `weekly/${tenantId}`;

  async function keptOf(tenantId: string, week: string): Promise<Kept> {
    const kept = (await store.read('shared-result', idOf(tenantId)))?.value as Kept | undefined;
    return kept?.week === week ? kept : { week, channel: 'due', mailed: [] };
  }

  function keep(tenantId: string, kept: Kept): Promise<void> {
    return store.update('shared-result', idOf(tenantId), () => ({
      record: { at: clock(), value: { ...kept } as JsonValue },
      outcome: undefined,
    }));
  }

  /** What is still to be sent, and where. */
  function left({ support }: DecidedPolicy, { channel, mailed }: Kept) {
    const { summary } = support;
    const addresses = summary === 'mail' || summary === 'both' ? [...new Set(support.tiers[0] ?? [])] : [];
    return {
      card: (summary === 'channel' || summary === 'both') && channel !== 'done',
      mails: addresses.filter((one) => !mailed.includes(one)),
    };
  }

  async function send(tenantId: string, week: string, decided: DecidedPolicy, lost: AbortSignal): Promise<number> {
    let kept = await keptOf(tenantId, week);
    const say = (news: Partial<Kept>) => {
      kept = { ...kept, ...news };
      return keep(tenantId, kept);
    };
    const { card, mails } = left(decided, kept);
    // Whoever had posted it ended before it was known what came of it.
    if (card && kept.channel === 'under-way') await say({ channel: 'done' });
    const posts = card && kept.channel === 'due';
    if (!posts && mails.length === 0) return 0;
    const summary = await numbersOf(tenantId);
    if (!summary) looked = clock() - apart + soon;
    if (!summary || lost.aborted) return 0;
    const tell = tellerFor(decided.support.language, decided.support.timeZone);
    if (posts) {
      await say({ channel: 'under-way' });
      const { kind } = await post(tenantId, summaryCard(tell, summary));
      metrics.letterCame('summary', kind);
      await say({ channel: kind === 'retry' ? 'due' : 'done' });
    }
    for (const to of mails) {
      if (lost.aborted) return 1;
      const letter = `weekly-${tenantId}-${week}-${to}`;
      const delivery = deliveries.find(({ channels }) => channels.includes('email'));
      const delivered: Delivered = delivery
        ? await delivery.send(summaryMail(tell, summary, { letter, to }), AbortSignal.timeout(sendDeadline))
        : { kind: 'refused', reason: 'no provider for email' };
      metrics.letterCame('summary', delivered.kind);
      if (delivered.kind !== 'accepted') log.warn('letter not sent', { kind: 'summary', outcome: delivered.kind });
      if (delivered.kind !== 'retry') await say({ mailed: [...kept.mailed, to] });
    }
    return 1;
  }

  async function look(tenantId: string, decided: DecidedPolicy, week: string): Promise<number> {
    const kept = await keptOf(tenantId, week);
    const { card, mails } = left(decided, kept);
    if (!card && mails.length === 0) return 0;
    try {
      return await store.lock(idOf(tenantId), 0, (lost) => send(tenantId, week, decided, lost));
    } catch (reason) {
      if (reason instanceof Fault && reason.code === 'lock-timeout') return 0;
      throw reason;
    }
  }

  return {
    async round() {
      const now = clock();
      if (Math.abs(now - looked) < apart) return 0;
      looked = now;
      const decided = await policy();
      const week = decided.support.summary === 'off' ? undefined : weekDue(decided, now);
      if (week === undefined) return 0;
      for (const tenantId of tenants) await look(tenantId, decided, week);
      return 0;
    },
  };
}
