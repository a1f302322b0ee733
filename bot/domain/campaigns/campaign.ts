import { z } from 'zod';
import { chained } from '../audit/trail.ts';
import { type Stored, storedObject } from '../stored-shape.ts';
import { civilAt, instantOf } from '../tickets/civil-time.ts';
import { day, type Instant, second } from '../time.ts';

/**
 * Why somebody can't reset their own password, or will not be able to. not-on: reset is not switched on for them, which only IT
 * can change · nothing: nothing registered · too-few · filled-in: what an administrator filled in would be enough, once its
 * owner confirms it · falls-back: enough now, and not from a date on that Microsoft has named, or not any more since then ·
 * only-app: an app takes another method beside it.
 */
export const notReadyReasons = ['not-on', 'nothing', 'too-few', 'filled-in', 'falls-back', 'only-app'] as const;
export type NotReadyReason = (typeof notReadyReasons)[number];

/** What the person can do something about. */
export const askedReasons = ['nothing', 'too-few', 'filled-in', 'falls-back', 'only-app'] as const;

/** A day without messages: for everybody, for a country, for a department. */
const holidaySchema = storedObject({
  /** `2026-12-24` */
  date: z.string(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().nullable().default(null),
  department: z.string().nullable().default(null),
});

/** So many people, from a day on; the last wave is everybody else. */
const waveSchema = storedObject({
  from: z.string().nullable().default(null),
  people: z.number().nullable().default(null),
});

/** What IT has decided for one campaign. What is left out has the default that stands here. */
export const campaignSettingsSchema = storedObject({
  name: z.string(),
  /** Whom: everybody it fits who is not ready for one of these reasons. An empty list names all. */
  reasons: z.array(z.enum(askedReasons)).default([...askedReasons]),
  departments: z.array(z.string()).default([]),
  countries: z.array(z.string()).default([]),
  /** Object ids; members of members count. */
  groups: z.array(z.string()).default([]),
  /** The last day of messages. */
  by: z.string(),
  waves: z.array(waveSchema).default([{ from: null, people: null }]),
  /** Messages on one day, by the calendar of `timeZone`: a ceiling. */
  perDay: z.number().default(1_000),
  /** IANA name. In whose days the ceiling counts, and for whoever nothing else is known of. */
  timeZone: z.string().default('UTC'),
  /** When people may be written to, by the clock on their own wall. */
  hours: storedObject({ from: z.string(), to: z.string() }).default({ from: '09:00', to: '16:00' }),
  holidays: z.array(holidaySchema).default([]),
  /** One to three. */
  messages: z.number().default(3),
  /** Days between two of them. */
  apart: z.number().default(4),
  /** A sentence of the organisation's own on the card, by language. */
  words: z.record(z.string(), z.string()).default({}),
  /** What a text message costs, by country, where IT knows it. */
  prices: storedObject({ currency: z.string(), text: z.record(z.string(), z.number()) })
    .nullable()
    .default(null),
});
export type CampaignSettings = Stored<typeof campaignSettingsSchema>;

const campaignStates = ['draft', 'rehearsed', 'running', 'paused', 'ended'] as const;
export type CampaignState = (typeof campaignStates)[number];

const entry = { by: z.string(), at: z.number(), hash: z.string() };
/** Who did what to a campaign; chained, as everything that was done is. `by`: `bot`, or a name as whoever runs commands is known. */
const campaignEntrySchema = z.discriminatedUnion('act', [
  storedObject({ act: z.literal('created'), ...entry }),
  storedObject({ act: z.literal('rehearsed'), people: z.number(), ...entry }),
  storedObject({ act: z.literal('started'), people: z.number(), ...entry }),
  storedObject({ act: z.literal('paused'), ...entry }),
  storedObject({ act: z.literal('resumed'), ...entry }),
  storedObject({ act: z.literal('ended'), ...entry }),
  storedObject({ act: z.literal('exported'), ...entry }),
]);
type CampaignEntry = Stored<typeof campaignEntrySchema>;
type Unsealed<Entry> = Entry extends unknown ? Omit<Entry, 'at' | 'hash'> : never;
export type CampaignAct = Unsealed<CampaignEntry>;

/** One campaign. Whom it is about stands in records of their own. */
export const campaignSchema = storedObject({
  version: z.literal(1),
  id: z.string(),
  tenantId: z.string(),
  settings: campaignSettingsSchema,
  state: z.enum(campaignStates),
  /** It has ended, and so has everything that was open in it. */
  settled: z.boolean(),
  /** Messages that were allowed on each day; as many may have gone, and never more. */
  days: z.array(storedObject({ day: z.string(), messages: z.number() })),
  /** How many could go at `at` without haste, over all processes. */
  pace: storedObject({ at: z.number(), left: z.number() }),
  trail: z.array(campaignEntrySchema),
});
export interface Campaign extends Stored<typeof campaignSchema> {}

/** `Ready by February` → `ready-by-february` */
export function campaignIdOf(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'campaign';
}

export function newCampaign(
  id: string,
  tenantId: string,
  settings: CampaignSettings,
  by: string,
  now: Instant,
): Campaign {
  const campaign: Campaign = {
    version: 1,
    id,
    tenantId,
    settings,
    state: 'draft',
    settled: false,
    days: [],
    pace: { at: now, left: 0 },
    trail: [],
  };
  return withCampaignAct(campaign, { act: 'created', by }, now);
}

/** Writes down who did something to it. */
export function withCampaignAct(campaign: Campaign, act: CampaignAct, now: Instant): Campaign {
  return { ...campaign, trail: chained<CampaignAct>(campaign.trail, act, now) };
}

/** What may be done in which state, and what it then is. */
const moves = {
  rehearsed: { draft: 'rehearsed', rehearsed: 'rehearsed' },
  started: { rehearsed: 'running' },
  resumed: { paused: 'running' },
  paused: { running: 'paused' },
  ended: { draft: 'ended', rehearsed: 'ended', running: 'ended', paused: 'ended' },
} as const satisfies Readonly<Record<string, Readonly<Partial<Record<CampaignState, CampaignState>>>>>;

/** The campaign after an act; undefined: not in the state it is in. */
export function moved(
  campaign: Campaign,
  act: CampaignAct & { act: keyof typeof moves },
  now: Instant,
): Campaign | undefined {
  const to: Readonly<Partial<Record<CampaignState, CampaignState>>> = moves[act.act];
  const state = to[campaign.state];
  return state && withCampaignAct({ ...campaign, state }, act, now);
}

/** People are written to now, or could be again at once: there is one such campaign at a time. */
export function isOpen({ state }: Campaign): boolean {
  return state === 'running' || state === 'paused';
}

/**
 * Messages a second, over all processes: of the 20 a second that `Pace` gives what is not asked for, each of them two, so that
 * cards of the conversations they begin have room.
 */
export const perSecond = 10;
/** What may gather while nothing is sent. */
const mostAtOnce = 2 * perSecond;

/** How many messages may go now. */
export function allowance(campaign: Campaign, now: Instant): number {
  if (campaign.state !== 'running' || now >= endOf(campaign.settings)) return 0;
  const { at, left } = campaign.pace;
  // A clock that was set back gives nothing, and takes nothing for long.
  const gathered = Math.min(mostAtOnce, left + (Math.max(0, now - at) / second) * perSecond);
  return Math.max(0, Math.min(Math.floor(gathered), leftToday(campaign, now)));
}

function leftToday({ settings, days }: Campaign, now: Instant): number {
  const today = civilAt(now, settings.timeZone).day;
  return settings.perDay - (days.find((one) => one.day === today)?.messages ?? 0);
}

/** The campaign with so many messages allowed now, or as many as may be. */
export function allow(campaign: Campaign, wanted: number, now: Instant): { record: Campaign; outcome: number } {
  const outcome = Math.min(wanted, allowance(campaign, now));
  if (outcome <= 0) return { record: campaign, outcome: 0 };
  const { at, left } = campaign.pace;
  const gathered = Math.min(mostAtOnce, left + (Math.max(0, now - at) / second) * perSecond);
  const pace = { at: Math.max(at, now), left: gathered - outcome };
  return { record: { ...counted(campaign, outcome, now), pace }, outcome };
}

/** The campaign after messages that were allowed and surely did not go. @param at when they were allowed */
export function takeBack(campaign: Campaign, unused: number, at: Instant): Campaign {
  return unused === 0 ? campaign : counted(campaign, -unused, at);
}

function counted(campaign: Campaign, more: number, at: Instant): Campaign {
  const { day: today } = civilAt(at, campaign.settings.timeZone);
  const before = campaign.days.find((one) => one.day === today)?.messages ?? 0;
  const others = campaign.days.filter((one) => one.day !== today);
  const days = [...others, { day: today, messages: Math.max(0, before + more) }];
  return { ...campaign, days: days.toSorted((one, other) => (one.day < other.day ? -1 : 1)) };
}

/** The end of its last day. */
export function endOf({ by, timeZone }: CampaignSettings): Instant {
  return (instantOf({ day: by, clock: '00:00' }, timeZone) ?? 0) + day;
}

/** How long what was done about whom is kept after the end. */
export const campaignLife = 90 * day;

/** When it ended; undefined: it has not. */
export function endedAt({ trail }: Campaign): Instant | undefined {
  return trail.find(({ act }) => act === 'ended')?.at;
}
