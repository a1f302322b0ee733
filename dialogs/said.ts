import { languageOf } from '../bot/texts/languages.ts';
import { says, type TypedKey } from '../bot/texts/typed-words.ts';
import { type Heard, heard } from '../bot/understanding/heard.ts';
import type { Wish } from '../bot/understanding/understand.ts';
import type { Act, Turn } from './turn.ts';

const readings = new WeakMap<Act, Heard>();

/** What was typed, read once a turn, by where its writer's numbers are dialled. */
export function saidIn({ entry }: Pick<Turn, 'entry'>, act: Act & { kind: 'text' }): Heard {
  const known = readings.get(act) ?? heard(act.text, { country: entry.country ?? undefined });
  readings.set(act, known);
  return known;
}

const leading: ReadonlySet<Wish> = new Set([
  ...(['cancel', 'back', 'skip', 'language', 'other-language', 'password', 'thanks'] as const),
]);

/** Whether a message leads away, or is answered beside whatever is asked, however long it is. */
export function leadsAway({ wish }: Heard): boolean {
  return leading.has(wish) || languageOf(wish) !== undefined;
}

/** In so few words nothing is asked for beside it: "ok add a phone then" says more than ok. */
const brief = 4;

/** Whether somebody says this and little else. */
export function saysBriefly(key: TypedKey, said: Heard): boolean {
  return said.words <= brief && said.contains.methods.length === 0 && says(key, said);
}
