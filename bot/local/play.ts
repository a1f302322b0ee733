import type { DemoPerson } from './people.ts';

/** What `/as <name>` comes to. */
export type Played =
  | { readonly kind: 'as'; readonly objectId: string; readonly name: string }
  /** There is nobody by that name; `names` are those there are. */
  | { readonly kind: 'nobody'; readonly names: string };

/** Reads `/as <name>`: the chat goes on as that person. undefined: something else was typed. */
export function readPlay(people: readonly DemoPerson[], text: string): Played | undefined {
  const name = /^\/as\b\s*(.*)$/iu.exec(text.trim())?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const person = people.find((one) => one.as === name || one.name.toLowerCase() === name);
  return person
    ? { kind: 'as', objectId: person.employee.objectId, name: person.name }
    : { kind: 'nobody', names: people.map((one) => one.as).join(', ') };
}
