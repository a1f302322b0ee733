import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A sentence as people say it, and what it means: the heading it stands under in its file. */
export interface Example {
  readonly text: string;
  readonly label: string;
  readonly language: ExampleLanguage;
}

export type ExampleLanguage = 'en' | 'sv' | 'other';

/** Everything the bot learns from: a file a language, a heading (`# K1`, `# register`) a meaning, a line a sentence. */
export function readExamples(): readonly Example[] {
  return (['en', 'sv', 'other'] as const).flatMap((language) =>
    inFile(readFileSync(join(import.meta.dirname, 'examples', `${language}.txt`), 'utf8'), language),
  );
}

function inFile(content: string, language: ExampleLanguage): readonly Example[] {
  let label = '';
  return content.split('\n').flatMap((line) => {
    if (line.startsWith('# ')) label = line.slice(2).trim();
    const text = line.trim();
    return text === '' || line.startsWith('# ') ? [] : [{ text, label, language }];
  });
}
