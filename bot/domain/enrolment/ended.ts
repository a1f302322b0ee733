import type { Person } from '../account/person.ts';

/** How many ended proofs are remembered, to tell one's own old card from a foreign one. */
const remembered = 20;

/** The ids of somebody's last proofs with one more. */
export function withEnded(person: Person, id: string): readonly string[] {
  return [...person.ended, id].slice(-remembered);
}
