import { longestTyped } from '../domain/typed-text.ts';

/** Lower case without accents, so that `hjälp` and `hjalp` are one. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/** The words of a text, folded, without signs: `can't` is one word, `SSPR_0014` two. */
export function wordsOf(text: string): readonly string[] {
  return folded(text.slice(0, longestTyped).replace(/['’´`\p{Cf}]/gu, ''))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= 40);
}

/**
 * Sentences and half sentences: what stands between full stops, question marks, line ends and dashes; long stretches
 * without any are cut into overlapping windows of words.
 */
export function clausesOf(text: string): readonly string[] {
  return text
    .slice(0, longestTyped)
    .split(/(?<=[.!?;:…,])\s+|[\n\r]+|\s[-–—]{1,3}\s/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '')
    .slice(0, 60)
    .flatMap(windowsOf);
}

const [windowSize, windowStep] = [16, 8];

function windowsOf(clause: string): readonly string[] {
  const words = clause.split(/\s+/u);
  if (words.length <= windowSize) return [clause];
  const starts = Array.from({ length: Math.ceil((words.length - windowSize) / windowStep) + 1 }, (_, at) => at);
  return starts.map((at) => words.slice(at * windowStep, at * windowStep + windowSize).join(' '));
}
