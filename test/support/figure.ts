import { appendFileSync } from 'node:fs';

/** One measured promise: what was done, what came out, and what it had to be. */
export interface Figure {
  readonly test: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
  /** What the plain wiring of the SDK's samples came to, measured by the same script. */
  readonly plain?: string;
  /** What repeats the run; nothing for runs without chance. */
  readonly seed?: number | string;
}

/** Prints a figure, and hands it to `npm run figures` when that is what runs the test. */
export function figure(one: Figure): void {
  process.stdout.write(`${one.test}: ${one.measured} (target: ${one.target}${seedOf(one)})\n`);
  const file = process.env.FIGURES_FILE;
  if (file) appendFileSync(file, `${JSON.stringify(one)}\n`);
}

/** What the plain wiring came to, for the figure of that name. */
export function plainly(test: string, plain: string): void {
  process.stdout.write(`${test}, plainly wired: ${plain}\n`);
  const file = process.env.FIGURES_FILE;
  if (file) appendFileSync(file, `${JSON.stringify({ test, plain })}\n`);
}

function seedOf({ seed }: Figure): string {
  return seed === undefined ? '' : `, seed ${seed}`;
}

/** Of what a long test goes through, every so-maniest on an everyday run, the seed says from which on, but one at least; else all of it. */
export function share<T>(all: readonly T[], everyday: number, seed: number): readonly T[] {
  const step = Math.min(amount(everyday, 1), Math.max(1, all.length));
  return all.filter((_, at) => (at + seed) % step === 0);
}

/**
 * A walk in a browser is gone in one of these on an everyday run, in all of them for the figures.
 * @param which of them; it differs from walk to walk, so that an everyday run has all of them somewhere
 */
export function walkedIn<T>(all: readonly T[], which: number): readonly T[] {
  return share(all, all.length, all.length - which);
}

/** How much of a long test is run: the everyday amount, or the whole that the figures are made of. */
export function amount(everyday: number, whole: number): number {
  return process.env.FIGURES_FILE ? whole : everyday;
}
