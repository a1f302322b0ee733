/** Sentences of a text; a line break ends one too. */
export function sentencesOf(text: string): readonly string[] {
  return text
    .split(/(?<=[.!?])\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => /\p{L}/u.test(sentence));
}

/** Words of a text; what holds no letter is none. */
export function wordsOf(text: string): readonly string[] {
  return (text.match(/[\p{L}\p{N}][\p{L}\p{N}'’@./-]*/gu) ?? []).filter((word) => /\p{L}/u.test(word));
}

/**
 * Syllables of an English word: groups of vowels, without a silent e. The usual rule of thumb; right for nine words in ten,
 * and its mistakes go both ways.
 */
export function syllablesOf(word: string): number {
  const lower = word.toLowerCase().replace(/[^a-z]/g, '');
  const spoken = lower.replace(/(?:[^laeiouyscxzgh]es|[^aeiouytd]ed|[^laeiouy]e)$/u, (end) => end.slice(0, 1));
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length);
}

/** Flesch reading ease (1948) of English: 60 and more is plain, 30 and less is for specialists. */
export function fleschReadingEase(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0);
  return 206.835 - 1.015 * (words.length / sentences.length) - 84.6 * (syllables / words.length);
}

/** LIX, läsbarhetsindex (Björnsson 1968) of Swedish: up to 30 is easy, 40 is the newspaper, 60 is a thesis. */
export function lix(texts: readonly string[]): number {
  const sentences = texts.flatMap(sentencesOf);
  const words = sentences.flatMap(wordsOf);
  const long = words.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 6);
  return words.length / sentences.length + (100 * long.length) / words.length;
}
