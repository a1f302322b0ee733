import { type Instant, minute } from '../time.ts';
import { knownZone } from '../time-zone.ts';

/** A day and a clock time as people write them into a form: `2026-11-23`, `14:05`. */
export interface CivilTime {
  readonly day: string;
  readonly clock: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string | null): Intl.DateTimeFormat {
  const name = (timeZone && knownZone(timeZone)) ?? 'UTC';
  const made = formats.get(name) ?? new Intl.DateTimeFormat('sv-SE', { ...shape, timeZone: name });
  formats.set(name, made);
  return made;
}

const shape = { dateStyle: 'short', timeStyle: 'short' } as const;

/** Every zone lies whole quarters of an hour off, and changes at one: so it is asked once for each. */
const quarter = 15 * minute;
const shifts = new Map<string, number>();
/** Some hundred days of a dozen zones. */
const mostShifts = 100_000;

/** How far a clock on the wall is ahead of UTC, ms. */
function shiftAt(at: Instant, timeZone: string | null): number {
  const from = Math.floor(at / quarter) * quarter;
  const name = `${from} ${timeZone}`;
  const known = shifts.get(name);
  if (known !== undefined) return known;
  const [day = '', clock = ''] = formatOf(timeZone).format(from).split(' ');
  const shift = Date.parse(`${day}T${clock}:00Z`) - from;
  if (shifts.size > mostShifts) shifts.clear();
  shifts.set(name, shift);
  return shift;
}

/** What a clock on the wall shows in a time zone; an unknown zone counts as UTC. */
export function civilAt(at: Instant, timeZone: string | null): CivilTime {
  const [day = '', clock = ''] = new Date(at + shiftAt(at, timeZone)).toISOString().split('T');
  return { day, clock: clock.slice(0, 5) };
}

/**
 * When a clock on the wall showed this. An hour that comes twice is the first of the two, one that never came is the one
 * before it; undefined for what is no day or time.
 */
export function instantOf({ day, clock }: CivilTime, timeZone: string | null): Instant | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(clock)) return undefined;
  const wall = Date.parse(`${day}T${clock}:00Z`);
  if (Number.isNaN(wall) || new Date(wall).toISOString().slice(0, 10) !== day) return undefined;
  const shift = (at: Instant) => shiftAt(at, timeZone);
  const guesses = [wall - shift(wall - shift(wall)), wall - shift(wall), wall - shift(wall - 12 * 60 * minute)];
  const exact = guesses.filter((at) => at + shift(at) === wall);
  return exact.length > 0 ? Math.min(...exact) : guesses[0];
}
