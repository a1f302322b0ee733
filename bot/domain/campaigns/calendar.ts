import { civilAt, instantOf } from '../tickets/civil-time.ts';
import { day, hour, type Instant } from '../time.ts';
import type { CampaignSettings } from './campaign.ts';

/** Where somebody is, as far as it is known. */
export interface Place {
  /** Their client's, once they wrote; IANA name. */
  readonly timeZone: string | null;
  /** ISO 3166-1 alpha-2, as the directory has it. */
  readonly country: string | null;
  readonly department: string | null;
}

/** A span in which somebody may be written to; the end is no part of it. */
interface Opening {
  readonly start: Instant;
  readonly end: Instant;
}

/** When people may be written to: in working hours on their own wall, on working days of their country, on no holiday. */
export interface CampaignCalendar {
  isOpen(place: Place, at: Instant): boolean;
  /** The first such moment from `at` on. */
  nextOpening(place: Place, at: Instant): Instant;
}

/** Further than this nobody looks for an opening: by then a year of holidays is over. */
const furthest = 400;

export function createCampaignCalendar(
  settings: Pick<CampaignSettings, 'hours' | 'holidays' | 'timeZone'>,
): CampaignCalendar {
  const { hours, holidays, timeZone } = settings;
  const zonesKnown = new Map<string, readonly string[]>();
  const openings = new Map<string, Opening | undefined>();

  function zonesOf(place: Place): readonly string[] {
    const name = `${place.timeZone} ${place.country}`;
    const known = zonesKnown.get(name);
    if (known) return known;
    const zones = zonesAt(place, timeZone, span(hours));
    zonesKnown.set(name, zones);
    return zones;
  }

  /** Open in every zone somebody may be in. */
  function openingOn(place: Place, date: string): Opening | undefined {
    const name = `${date} ${place.timeZone} ${place.country} ${place.department}`;
    if (openings.has(name)) return openings.get(name);
    const opening = isWorkingDay(place, date) ? shared(zonesOf(place), date) : undefined;
    // Places come from a directory; it must not be able to fill the memory with them.
    if (openings.size > 50_000) openings.clear();
    openings.set(name, opening);
    return opening;
  }

  function shared(zones: readonly string[], date: string): Opening | undefined {
    const at = (clock: string) => zones.map((zone) => instantOf({ day: date, clock }, zone) ?? 0);
    const [start, end] = [Math.max(...at(hours.from)), Math.min(...at(hours.to))];
    return start < end ? { start, end } : undefined;
  }

  function isWorkingDay({ country, department }: Place, date: string): boolean {
    const weekday = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
    if (weekendOf(country).includes(weekday)) return false;
    return !holidays.some(
      (one) =>
        one.date === date &&
        (one.country === null || one.country === country) &&
        (one.department === null || one.department === department),
    );
  }

  /** The first opening that ends after `at`. */
  function openingFrom(place: Place, at: Instant): Opening | undefined {
    // Somewhere it is still the day before.
    const first = Math.floor(at / day) * day - day;
    for (let ahead = 0; ahead < furthest; ahead += 1) {
      const opening = openingOn(place, new Date(first + ahead * day).toISOString().slice(0, 10));
      if (opening && opening.end > at) return opening;
    }
    return undefined;
  }

  return {
    isOpen(place, at) {
      const opening = openingFrom(place, at);
      return opening !== undefined && opening.start <= at;
    },
    nextOpening(place, at) {
      const opening = openingFrom(place, at);
      return opening === undefined ? at + furthest * day : Math.max(at, opening.start);
    },
  };
}

function span({ from, to }: CampaignSettings['hours']): number {
  return Date.parse(`1970-01-01T${to}:00Z`) - Date.parse(`1970-01-01T${from}:00Z`);
}

/** Hours that are open everywhere in a wide country are at least so many; its outermost zones give way to that. */
const leastOpen = 2 * hour;

/**
 * The zone of the client, or those of the country. Where a country is wider than working hours are long, its outermost
 * zones do not count: somebody there, of whom nothing else is known, is written to an hour or two beside them.
 */
function zonesAt({ timeZone, country }: Place, otherwise: string, open: number): readonly string[] {
  if (timeZone !== null) return [timeZone];
  const all = country === null ? [] : zonesOfCountry(country);
  if (all.length === 0) return [otherwise];
  const noon = Date.UTC(2026, 0, 15, 12);
  const shift = (zone: string) => {
    const { day: date, clock } = civilAt(noon, zone);
    return Date.parse(`${date}T${clock}:00Z`) - noon;
  };
  const sorted = all.map((zone) => ({ zone, shift: shift(zone) })).toSorted((one, other) => one.shift - other.shift);
  const wide = () => (sorted.at(-1)?.shift ?? 0) - (sorted[0]?.shift ?? 0);
  const least = Math.min(leastOpen, open);
  while (sorted.length > 1 && wide() > open - least) {
    const middle = sorted[Math.floor(sorted.length / 2)]?.shift ?? 0;
    const [first, last] = [sorted[0], sorted.at(-1)];
    if (middle - (first?.shift ?? 0) > (last?.shift ?? 0) - middle) sorted.shift();
    else sorted.pop();
  }
  return sorted.map(({ zone }) => zone);
}

/** What the runtime knows of a country, newer than its types. */
interface CountryLocale {
  getTimeZones(): readonly string[] | undefined;
  /** Monday is 1. */
  getWeekInfo(): { readonly weekend: readonly number[] };
}

const locales = new Map<string, CountryLocale | undefined>();

function localeOf(country: string): CountryLocale | undefined {
  if (!locales.has(country)) locales.set(country, /^[A-Z]{2}$/u.test(country) ? madeLocale(country) : undefined);
  return locales.get(country);
}

function madeLocale(country: string): CountryLocale {
  return new Intl.Locale('und', { region: country }) as unknown as CountryLocale;
}

function zonesOfCountry(country: string): readonly string[] {
  return localeOf(country)?.getTimeZones() ?? [];
}

const usualWeekend = [6, 7];

/** The days on which a country rests, Monday is 1; of no country: Saturday and Sunday. */
export function weekendOf(country: string | null): readonly number[] {
  return (country === null ? undefined : localeOf(country)?.getWeekInfo().weekend) ?? usualWeekend;
}
