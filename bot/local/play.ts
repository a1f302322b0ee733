import { dayRead } from '../domain/reset-service/end-dates.ts';
import type { Instant } from '../domain/time.ts';
import type { LocalClock } from './clock.ts';
import type { DemoPerson } from './people.ts';

/** What `/as <name>` or `/date <day>` comes to. */
export type Played =
  | { readonly kind: 'as'; readonly objectId: string; readonly name: string }
  /** There is nobody by that name; `names` are those there are. */
  | { readonly kind: 'nobody'; readonly names: string }
  | { readonly kind: 'date'; readonly at: Instant }
  | { readonly kind: 'no-date' };

/** Reads `/as <name>`: the chat goes on as that person; or `/date <day>`: on that day. undefined: something else was typed. */
export function readPlay(people: readonly DemoPerson[], clock: LocalClock, text: string): Played | undefined {
  const date = /^\/date\b\s*(.*)$/iu.exec(text.trim())?.[1];
  if (date !== undefined) return dated(clock, date);
  const name = /^\/as\b\s*(.*)$/iu.exec(text.trim())?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const person = people.find((one) => one.as === name || one.name.toLowerCase() === name);
  return person
    ? { kind: 'as', objectId: person.employee.objectId, name: person.name }
    : { kind: 'nobody', names: people.map((one) => one.as).join(', ') };
}

function dated(clock: LocalClock, text: string): Played {
  const start = dayRead(text);
  return text === '' || start !== undefined ? { kind: 'date', at: clock.put(start) } : { kind: 'no-date' };
}
