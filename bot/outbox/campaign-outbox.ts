import { type Person, personId } from '../domain/account/person.ts';
import { type CampaignCalendar, createCampaignCalendar } from '../domain/campaigns/calendar.ts';
import { allow, allowance, type Campaign, endOf, moved, takeBack } from '../domain/campaigns/campaign.ts';
import { forgetEvery, forgetRecipients } from '../domain/campaigns/campaigns.ts';
import { begunKey, nextStep, placeOfRecipient, type RecipientStep } from '../domain/campaigns/next-step.ts';
import { beginMessage, endMessage, endRecipient, type Recipient } from '../domain/campaigns/recipient.ts';
import { takeDay } from '../domain/enrolment/frequency-cap.ts';
import { delayAfter } from '../domain/outbox/letter.ts';
import type { AppInstaller, CampaignMessenger, CampaignSent } from '../domain/ports/campaign.ts';
import type { Store } from '../domain/ports/store.ts';
import type { Clock, Random } from '../domain/ports/system.ts';
import { day, hour, type Instant, minute } from '../domain/time.ts';
import type { Log } from '../log.ts';
import type { Metrics } from '../metrics.ts';
import { type Outbox, sendDeadline } from './outbox.ts';

/** How many open ones are brought to their end in one round, once the campaign has ended. */
const endings = 100;
/** When somebody is looked at again who was in the middle of a talk. */
const afterTalk = hour;

export interface CampaignOutboxParts {
  readonly store: Store;
  readonly messenger: CampaignMessenger;
  /** Undefined: the app can't install itself, and only those are reached who have it. */
  readonly installer: AppInstaller | undefined;
  /** Whether somebody can reset their password now, by their record and what the bot has read of everybody. */
  readonly isReady: (recipient: Recipient, person: Person | undefined) => Promise<boolean>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'letterCame'>;
}

/** Somebody to be asked now. */
interface Wanted {
  readonly id: string;
  readonly recipient: Recipient;
  readonly person: Person | undefined;
  readonly step: RecipientStep & { readonly kind: 'ask' };
}

/**
 * Writes to the people of the campaign that runs, a few each second. At most once: before a message goes, the recipient's record
 * says that one is under way, and one that was never ended counts as *unsure* and is not repeated. Each batch is
 * allowed by the campaign's own record, so that a pause, a ceiling and the pace hold over all processes.
 */
export function createCampaignOutbox(parts: CampaignOutboxParts): Outbox {
  const { store, messenger, installer, clock, random, log } = parts;
  const calendars = new Map<string, CampaignCalendar>();
  let forgotten = Number.NEGATIVE_INFINITY;

  async function running(field: 'open' | 'ended'): Promise<Campaign | undefined> {
    const { ids } = await store.find('campaign', { field, equals: 1, limit: 1 });
    const [id] = ids;
    return id === undefined ? undefined : store.read('campaign', id);
  }

  function calendarOf({ id, settings }: Campaign): CampaignCalendar {
    const known = calendars.get(id) ?? createCampaignCalendar(settings);
    calendars.set(id, known);
    return known;
  }

  function change(id: string, step: (recipient: Recipient) => Recipient): Promise<void> {
    return store.update('campaign-recipient', id, (recipient) => ({
      record: recipient && step(recipient),
      outcome: undefined,
    }));
  }

  /** What is to be done for one who is due; what is no message is done at once. */
  async function look(campaign: Campaign, id: string): Promise<Wanted | undefined> {
    const recipient = await store.read('campaign-recipient', id);
    const now = clock();
    if (!recipient || recipient.end !== null || recipient.due > now) return undefined;
    // One of a campaign that has ended: it is brought to its end elsewhere.
    if (recipient.campaign !== campaign.id) return undefined;
    const person = await store.read('person', personId(recipient.employee));
    const came = async () => (await store.read('personal-chat', personId(recipient.employee)))?.chat;
    const chat = recipient.chat ?? person?.chat ?? (await came()) ?? null;
    const [ready, talk] = await Promise.all([
      parts.isReady(recipient, person),
      // A damaged one is started anew by whoever reaches for it.
      chat === null ? undefined : store.read('conversation', chat).catch(() => undefined),
    ]);
    const installs =
      chat === null && installer !== undefined && (await installer.ready(AbortSignal.timeout(sendDeadline)));
    const known = { campaign, calendar: calendarOf(campaign), person, ready, chat, installs };
    // Where nothing was ever shown, nobody has done anything either: the app was installed there.
    const actedAt = talk && talk.card !== null ? talk.at : null;
    const step = nextStep(recipient, { ...known, actedAt }, now);
    if (step.kind === 'ask') return { id, recipient, person, step };
    await done(id, recipient, step, now);
    return undefined;
  }

  async function done(id: string, recipient: Recipient, step: Exclude<RecipientStep, { kind: 'ask' }>, now: Instant) {
    switch (step.kind) {
      case 'wait':
        return change(id, (one) => (one.due > now ? one : { ...one, due: step.due }));
      case 'unsure':
        return change(id, (one) => (one.due > now ? one : endMessage(one, { result: 'unsure' }, step.due)));
      case 'end':
        return change(id, (one) => endRecipient(one, step.end, now));
      case 'install':
        return install(id, recipient, now);
      case 'find-chat':
        return findChat(id, recipient, now);
    }
  }

  async function install(id: string, { employee, tries }: Recipient, now: Instant): Promise<void> {
    const came = await installer?.install(employee, AbortSignal.timeout(sendDeadline));
    if (came?.kind === 'installed') {
      // Whoever tells of the chat meanwhile is not overwritten.
      return change(id, (one) => ({
        ...one,
        installedAt: now,
        tries: 0,
        due: one.chat === null ? now + 2 * minute : now,
      }));
    }
    if (came?.kind === 'refused') return change(id, (one) => endRecipient(one, 'not-installed', now));
    return change(id, (one) => ({ ...one, tries: tries + 1, due: later(tries + 1, came?.after) }));
  }

  async function findChat(id: string, { employee, tries }: Recipient, now: Instant): Promise<void> {
    const found = await installer?.chatOf(employee, AbortSignal.timeout(sendDeadline));
    if (found?.kind === 'chat') {
      return change(id, (one) => ({ ...one, chat: one.chat ?? found.chat, tries: 0, due: Math.min(one.due, now) }));
    }
    if (found?.kind === 'none') return change(id, (one) => ({ ...one, due: Math.max(one.due, now + day) }));
    return change(id, (one) => ({ ...one, tries: tries + 1, due: later(tries + 1, found?.after) }));
  }

  function later(tries: number, asked?: number): Instant {
    const [chance = 0] = random(1);
    return clock() + Math.max(minute, delayAfter(tries, chance / 256, asked));
  }

  /** @returns how many of the allowed messages surely did not go */
  async function ask(campaign: Campaign, { id, recipient, person, step }: Wanted): Promise<0 | 1> {
    const { number, chat } = step;
    const key = begunKey(recipient, number);
    const free = await store.update('person', personId(recipient.employee), (record) => takeDay(record, key, clock()));
    if (!free) {
      await change(id, (one) => (one.due > clock() ? one : { ...one, due: clock() + hour }));
      return 1;
    }
    const begun = await store.update('campaign-recipient', id, (record) => {
      const next = record && beginMessage(record, number, clock());
      return { record: next ?? record, outcome: next };
    });
    if (!begun) return 1;
    const message = { campaign, recipient: begun, person, chat };
    const sent = await messenger.ask(message);
    parts.metrics.letterCame('campaign', sent.kind);
    await settle(campaign, id, person, begun, sent);
    const earlier = recipient.messages.flatMap(({ card }) => card ?? []);
    if (sent.kind === 'sent' && earlier.length > 0) await messenger.shrink(message, earlier);
    return sent.kind === 'sent' || sent.kind === 'unsure' ? 0 : 1;
  }

  async function settle(
    campaign: Campaign,
    id: string,
    person: Person | undefined,
    recipient: Recipient,
    sent: CampaignSent,
  ) {
    const now = clock();
    const { settings } = campaign;
    switch (sent.kind) {
      case 'sent':
      case 'unsure': {
        const due = calendarOf(campaign).nextOpening(placeOfRecipient(recipient, person), now + settings.apart * day);
        const came = sent.kind === 'sent' ? { result: sent.kind, card: sent.card } : { result: sent.kind };
        return change(id, (one) => endMessage(one, came, due));
      }
      case 'busy':
        return change(id, (one) => endMessage(one, 'not-gone', now + afterTalk));
      case 'later':
        return change(id, (one) => endMessage(one, 'not-gone', later(one.tries + 1, sent.after)));
      default:
        return change(id, (one) => endRecipient(endMessage(one, 'not-gone', now), sent.kind, now));
    }
  }

  /** A campaign that has ended: everybody who is still open in it is brought to their end. */
  async function close(campaign: Campaign): Promise<number> {
    const { ids } = await store.find('campaign-recipient', { field: 'open', equals: campaign.id, limit: endings });
    await Promise.all(
      ids.map(async (id) => {
        const recipient = await store.read('campaign-recipient', id);
        if (!recipient) return;
        const person = await store.read('person', personId(recipient.employee));
        const ready = await parts.isReady(recipient, person);
        await change(id, (one) => endRecipient(one, ready ? 'ready' : 'over', clock()));
      }),
    );
    if (ids.length === 0) {
      await store.update('campaign', campaign.id, (record) => ({
        record: record && { ...record, settled: true },
        outcome: undefined,
      }));
      log.info('campaign settled', { kind: 'campaign' });
    }
    return ids.length;
  }

  async function write(campaign: Campaign): Promise<number> {
    const now = clock();
    if (now >= endOf(campaign.settings)) {
      await store.update('campaign', campaign.id, (record) => ({
        record: record && (moved(record, { act: 'ended', by: 'bot' }, now) ?? record),
        outcome: undefined,
      }));
      return 1;
    }
    const may = allowance(campaign, now);
    if (may === 0) return 0;
    const ids = await store.claim('campaign-recipient', now, may);
    const looked = await Promise.all(ids.map((id) => look(campaign, id)));
    const wanted = looked.filter((one) => one !== undefined).slice(0, may);
    if (wanted.length === 0) return 0;
    const allowed = await store.update('campaign', campaign.id, (record) =>
      record ? allow(record, wanted.length, now) : { record, outcome: 0 },
    );
    const unused = await Promise.all(wanted.slice(0, allowed).map((one) => ask(campaign, one)));
    const back = unused.reduce<number>((sum, one) => sum + one, 0);
    if (back > 0) {
      await store.update('campaign', campaign.id, (record) => ({
        record: record && takeBack(record, back, now),
        outcome: undefined,
      }));
    }
    return allowed;
  }

  return {
    async round() {
      if (clock() - forgotten >= forgetEvery) {
        forgotten = clock();
        await forgetRecipients(store, clock);
      }
      const ended = await running('ended');
      if (ended && (await close(ended)) > 0) return 1;
      const campaign = await running('open');
      // Nothing is counted as taken: the next round is a second later, which is the pace.
      if (campaign?.state === 'running') await write(campaign);
      return 0;
    },
  };
}
