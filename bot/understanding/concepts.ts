import { stems } from './stems.ts';

const exact = new Map<string, string[]>();
const starts = new Map<string, string[]>();
for (const [concept, words] of Object.entries(stems)) {
  for (const stem of words.split(' ')) {
    const [map, key] = stem.startsWith('=') ? [exact, stem.slice(1)] : [starts, stem];
    map.set(key, [...(map.get(key) ?? []), concept]);
  }
}

/** What a folded word speaks of: nothing, or one or two things. */
export function conceptsOf(word: string): readonly string[] {
  const found = new Set(exact.get(word));
  for (let length = Math.min(word.length, 12); length >= 2; length -= 1) {
    for (const concept of starts.get(word.slice(0, length)) ?? []) found.add(concept);
  }
  return [...found];
}
