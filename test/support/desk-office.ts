import { type ListedEmployee, whereListed } from '../../bot/domain/campaigns/audience.ts';
import { type CampaignSettings, campaignSettingsSchema, newCampaign } from '../../bot/domain/campaigns/campaign.ts';
import { newRecipient, type Recipient, recipientId } from '../../bot/domain/campaigns/recipient.ts';
import { type DecidedPolicy, defaultPolicy } from '../../bot/domain/policy.ts';
import type { Store } from '../../bot/domain/ports/store.ts';
import { day, hour, minute } from '../../bot/domain/time.ts';
import { employee, kim, monday, type TabBenchOptions } from './tab-bench.ts';
import { after, maja, sam, ticket } from './tickets.ts';

/** A policy that gives Kim every role there is by name. */
const everyRole: DecidedPolicy = {
  ...defaultPolicy,
  roles: { campaigners: [kim.objectId], policyMakers: [kim.objectId], auditors: [kim.objectId] },
};

const idOf = (at: number) => `0a1b2c3d-0000-4000-8000-${String(at + 100).padStart(12, '0')}`;
const noReport = { at: monday - day, enabled: true, registered: false, capable: false, administrator: false } as const;

/** So many in two departments and two countries, and two in a small one; every sixth has a phone and an address in Entra. */
export function deskPeople(size: number): readonly ListedEmployee[] {
  return Array.from({ length: size }, (_, at) => ({
    employee: { tenantId: kim.tenantId, objectId: idOf(at) },
    entry: employee(`Person ${at}`, { country: at % 2 === 0 ? 'SE' : 'NO', registration: 'elsewhere' }),
    department: at >= size - 2 ? 'Board' : at % 9 < 4 ? 'Sales' : 'Stores',
    report: { ...noReport, methods: at % 6 === 0 ? ['mobilePhone', 'email'] : at % 6 === 1 ? ['email'] : [] },
  }));
}

/** What the tab needs to show these people's desk to Kim. */
export function deskOffice(listed: readonly ListedEmployee[] = deskPeople(60)): TabBenchOptions {
  const named = listed.map(({ employee: { objectId }, entry }) => [objectId, entry] as const);
  return {
    policy: everyRole,
    isSupporter: async () => true,
    entries: { [kim.objectId]: employee('Kim Berg'), ...Object.fromEntries(named) },
    audienceOf: async () => ({
      listed,
      personOf: async () => undefined,
      reaches: async () => true,
      members: undefined,
      policy: everyRole,
      whereabouts: whereListed,
    }),
  };
}

/** Requests for help of these people: some taken, some urgent, one that waits for its employee, one that has ended. */
export async function fillTickets(store: Store, listed: readonly ListedEmployee[] = deskPeople(60)): Promise<void> {
  const message = '19:support@thread.tacv2;messageid=1700000000000';
  for (const [at, { employee: whom, entry }] of listed.slice(0, 14).entries()) {
    const raisedAt = monday - ([20 * minute, 5 * hour, 3 * day, 12 * day][at % 4] ?? 0);
    const begun = ticket({
      id: `r${at}`,
      employee: whom,
      plea: { said: 'It fails.', urgent: at % 5 === 0 },
      facts: { name: entry.displayName, ...(at % 3 === 0 && { findings: [] }) },
      ...(at % 6 === 5 && { cause: { kind: 'not-me', method: 'authentication-phone' } }),
    });
    const by = {
      ...(at % 2 === 0 ? sam : maja),
      employee: { tenantId: kim.tenantId, objectId: at % 2 === 0 ? 'sam' : 'maja' },
    };
    const taken = at % 3 === 0 ? begun : after(begun, [by, { kind: 'claim', over: null }, raisedAt]);
    const asked = at === 4 ? after(taken, [by, { kind: 'ask', words: 'Which page?' }, raisedAt]) : taken;
    const ended = at === 13 ? after(asked, [by, { kind: 'resolve', words: 'Try now.' }, raisedAt]) : asked;
    const place = at === 1 ? null : { conversation: message, activity: '1700000000000' };
    const record = { ...ended, id: `t${at}`, number: at + 1, raisedAt, board: { place, shows: 1 } };
    await store.update('ticket', record.id, () => ({ record, outcome: undefined }));
  }
}

/** A campaign that runs, of whose people some are ready, some have begun, and one blocks the app; and one that is a draft. */
export async function fillDesk(store: Store, listed: readonly ListedEmployee[] = deskPeople(60)): Promise<void> {
  const settings = campaignSettingsSchema.parse({ name: 'Ready in time', by: '2027-01-29', perDay: 20 });
  const running = newCampaign('ready-in-time', kim.tenantId, settings, kim.objectId, monday - 3 * day);
  const days = [20, 18, 9].map((messages, at) => ({ day: `2026-11-2${at + 1}`, messages }));
  await put(store, { ...running, state: 'running', days });
  const draft: CampaignSettings = { ...settings, name: 'Next spring', words: { sv: 'Hälsningar från IT' } };
  await put(store, newCampaign('next-spring', kim.tenantId, draft, kim.objectId, monday - day));
  for (const [at, { employee: whom, department, entry }] of listed.entries()) {
    const invited = { reason: 'nothing', onFile: [], lapse: null, language: null } as const;
    const one = { ...invited, employee: whom, department, country: entry.country ?? null };
    const recipient: Recipient = { ...newRecipient('ready-in-time', one, 0, monday), ...standing(at) };
    await store.update('campaign-recipient', recipientId('ready-in-time', whom), () => ({
      record: recipient,
      outcome: undefined,
    }));
  }
}

function put(store: Store, campaign: ReturnType<typeof newCampaign>): Promise<void> {
  return store.update('campaign', campaign.id, () => ({ record: campaign, outcome: undefined }));
}

function standing(at: number): Partial<Recipient> {
  const messages = [{ at: monday - 2 * day, result: 'sent', card: null }] as const;
  const answeredAt = monday - day;
  if (at === 4) return { end: 'blocked', endedAt: monday };
  if (at % 3 === 0) return { messages, answeredAt, end: 'ready', endedAt: monday - 2 * day + (at + 1) * 40 * minute };
  if (at % 7 === 0) return { messages, answeredAt, snoozedUntil: monday + day };
  if (at % 5 === 0) return { messages, answeredAt };
  return at < 45 ? { messages } : {};
}
