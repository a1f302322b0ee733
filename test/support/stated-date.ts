/*
 * Preloaded (`--import`) into the processes of a test run and into those they start: with STATED_DATE, as in
 * "2027-03-15T09:00:00Z", all of them live at that moment, and time passes from there as ever. Without it nothing is changed.
 * What the system keeps itself, as times of files, stays as it is.
 */

const real = globalThis.Date;
const { STATED_DATE: stated, STATED_OFFSET: given } = process.env;

/** How far off the machine's clock is, ms: the same in all processes, so that none is behind another. */
export const statedOffset = given !== undefined ? Number(given) : stated ? real.parse(stated) - real.now() : 0;
if (Number.isNaN(statedOffset)) throw new Error(`STATED_DATE is no date: ${stated}`);

/** Puts the clock of whatever runs it off by so many milliseconds; also runs in the browser, so it stands alone. */
export function putOff(offset: number): void {
  const RealDate = globalThis.Date;
  const now = () => RealDate.now() + offset;
  const OffDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, words, as) => Reflect.construct(target, words.length > 0 ? words : [now()], as),
    apply: () => new RealDate(now()).toString(),
    get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
  });
  RealDate.prototype.constructor = OffDate;
  globalThis.Date = OffDate;
}

const compiled = process.env.NODE_COMPILE_CACHE;

/** What a process of ours needs in its environment to live at the same moment; and what was compiled once is not again. */
export const statedEnv: Readonly<Record<string, string>> = {
  ...(statedOffset !== 0 && { STATED_OFFSET: `${statedOffset}` }),
  ...(compiled !== undefined && { NODE_COMPILE_CACHE: compiled }),
};

/** And what has to stand before the name of its program. */
export const statedImport: readonly string[] = statedOffset === 0 ? [] : ['--import', import.meta.url];

if (statedOffset !== 0) {
  process.env.STATED_OFFSET = `${statedOffset}`;
  putOff(statedOffset);
}
