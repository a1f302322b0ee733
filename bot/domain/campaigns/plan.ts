import { createHash } from 'node:crypto';
import { civilAt, instantOf } from '../tickets/civil-time.ts';
import { day, type Instant, second } from '../time.ts';
import { type CampaignCalendar, createCampaignCalendar } from './calendar.ts';
import { type CampaignSettings, endOf, perSecond } from './campaign.ts';
import type { Invited } from './recipient.ts';

/** When somebody's first message is due, and with which wave. */
export interface PlannedFirst {
  readonly invited: Invited;
  readonly wave: number;
  readonly due: Instant;
}

/** How the days of a campaign fill, each up to its ceiling. */
interface Days {
  /** Takes a place on the first day from `at` on that has one; undefined: there is none before the end. */
  take(invited: Invited, at: Instant): Instant | undefined;
  readonly counts: ReadonlyMap<string, number>;
}

function fillDays(settings: CampaignSettings, calendar: CampaignCalendar): Days {
  const { perDay, timeZone } = settings;
  const end = endOf(settings);
  const counts = new Map<string, number>();
  /** For people who are written to at the same times: the first day that has a place. */
  const first = new Map<string, Instant>();
  return {
    counts,
    take({ country, department }, at) {
      const key = `${at} ${country} ${department}`;
      const place = { timeZone: null, country, department };
      for (let due = calendar.nextOpening(place, first.get(key) ?? at); due < end; ) {
        const { day: today } = civilAt(due, timeZone);
        const count = counts.get(today) ?? 0;
        if (count < perDay) {
          counts.set(today, count + 1);
          first.set(key, due);
          return due;
        }
        const tomorrow = instantOf(
          { day: new Date(Date.parse(today) + day).toISOString().slice(0, 10), clock: '00:00' },
          timeZone,
        );
        due = calendar.nextOpening(place, Math.max(tomorrow ?? due + day, due + second));
      }
      return undefined;
    },
  };
}

/** In an order that favours nobody and is the same each time, so that a wave is a fair part of the whole. */
function shuffled(campaign: string, invited: readonly Invited[]): readonly Invited[] {
  const rank = (objectId: string) => createHash('sha256').update(`${campaign} ${objectId}`).digest('base64');
  return invited
    .map((one) => ({ one, rank: rank(one.employee.objectId) }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .map(({ one }) => one);
}

/**
 * Everybody's first message. Whoever finds no place before the last day is planned for that day and gets theirs if others
 * need none.
 */
export function planFirsts(
  campaign: string,
  settings: CampaignSettings,
  invited: readonly Invited[],
  now: Instant,
): readonly PlannedFirst[] {
  return planned(campaign, settings, invited, now).firsts;
}

function planned(campaign: string, settings: CampaignSettings, invited: readonly Invited[], now: Instant) {
  const calendar = createCampaignCalendar(settings);
  const days = fillDays(settings, calendar);
  const order = shuffled(campaign, invited);
  let [wave, left] = [0, settings.waves[0]?.people ?? Number.POSITIVE_INFINITY];
  const late = new Set<Invited>();
  const firsts = order.map((one): PlannedFirst => {
    while (left <= 0 && wave < settings.waves.length - 1) {
      wave += 1;
      left = settings.waves[wave]?.people ?? Number.POSITIVE_INFINITY;
    }
    left -= 1;
    const from = startOf(settings, wave, now);
    const due = days.take(one, from);
    if (due === undefined) late.add(one);
    return { invited: one, wave, due: due ?? Math.max(from, endOf(settings) - day) };
  });
  return { calendar, days, firsts, late };
}

function startOf({ waves, timeZone }: CampaignSettings, wave: number, now: Instant): Instant {
  const from = waves[wave]?.from ?? null;
  return Math.max(now, from === null ? now : (instantOf({ day: from, clock: '00:00' }, timeZone) ?? now));
}

/** One day as it would be if nobody did anything about the messages. */
export interface RehearsedDay {
  readonly day: string;
  readonly messages: number;
  /** How long they take at the pace that leaves room for answers, s. */
  readonly seconds: number;
}

/** What a campaign would come to. Nothing goes out. */
export interface CampaignRehearsal {
  readonly people: number;
  readonly waves: readonly { readonly people: number; readonly from: Instant | null }[];
  /** If everybody got ready by the first message, and if nobody did. */
  readonly fewest: number;
  readonly most: number;
  readonly days: readonly RehearsedDay[];
  /** For whom there is no place before the last day. */
  readonly late: number;
  /** Codes on the fullest day of first messages, and in all, at one and a half a person. */
  readonly codesADay: number;
  readonly codes: number;
  /** How many the policy lets the organisation send in a day. */
  readonly codesAllowed: number;
  /** By country, where IT has told a price. */
  readonly costs: readonly { readonly country: string; readonly amount: number }[];
  /** People for whom no price is known, where some are. */
  readonly unpriced: number;
}

/** Some codes are asked for again, or mistyped. */
const codesEach = 1.5;

/**
 * The days of a campaign at their fullest: nobody gets ready, everybody gets every message. First messages have their places
 * before second ones; the order within a day is not told.
 */
export function rehearseCampaign(
  campaign: string,
  settings: CampaignSettings,
  invited: readonly Invited[],
  codesAllowed: number,
  now: Instant,
): CampaignRehearsal {
  const { calendar, days, firsts, late } = planned(campaign, settings, invited, now);
  const firstDays = [...days.counts.values()];
  let round: readonly { readonly invited: Invited; readonly due: Instant }[] = firsts.filter(
    ({ invited: one }) => !late.has(one),
  );
  let most = round.length;
  for (let number = 2; number <= settings.messages; number += 1) {
    round = round.flatMap(({ invited: one, due }) => {
      const again = days.take(one, calendar.nextOpening(placeIn(one), due + settings.apart * day));
      return again === undefined ? [] : [{ invited: one, due: again }];
    });
    most += round.length;
  }
  return {
    people: invited.length,
    waves: settings.waves.map((_, wave) => {
      const those = firsts.filter((one) => one.wave === wave);
      return {
        people: those.length,
        from: those.reduce<Instant | null>((least, { due }) => Math.min(least ?? due, due), null),
      };
    }),
    fewest: firsts.length - late.size,
    most,
    days: [...days.counts]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([date, messages]) => ({ day: date, messages, seconds: Math.ceil(messages / perSecond) })),
    late: late.size,
    codesADay: Math.ceil(Math.max(0, ...firstDays) * codesEach),
    codes: Math.ceil(invited.length * codesEach),
    codesAllowed,
    ...costsOf(settings, invited),
  };
}

function placeIn({ country, department }: Invited) {
  return { timeZone: null, country, department };
}

function costsOf(
  { prices }: CampaignSettings,
  invited: readonly Invited[],
): Pick<CampaignRehearsal, 'costs' | 'unpriced'> {
  if (!prices) return { costs: [], unpriced: 0 };
  const people = new Map<string, number>();
  for (const { country } of invited) people.set(country ?? '', (people.get(country ?? '') ?? 0) + 1);
  const costs = [...people].flatMap(([country, count]) => {
    const price = prices.text[country];
    return price === undefined ? [] : [{ country, amount: count * codesEach * price }];
  });
  const unpriced = [...people].reduce(
    (sum, [country, count]) => sum + (prices.text[country] === undefined ? count : 0),
    0,
  );
  return { costs, unpriced };
}
