import { fallbackLanguage } from '../texts/languages.ts';
import { understand } from '../understanding/understand.ts';
import { type ExitCode, print, runCommand } from './command-line.ts';

/*
 * `npm run -s understand`: reads sentences from standard input, one a line, and writes one JSON line each:
 * {"text","language","intent","situation","score"}. A text without words in any language counts as English.
 */

function answer(line: string): string {
  const text = line.replace(/\r$/u, '');
  const { language, intent, situation, score } = understand(text);
  const heard = language === 'unclear' ? fallbackLanguage : language;
  return JSON.stringify({ text, language: heard, intent, situation, score: Number(score.toFixed(3)) });
}

async function run(): Promise<ExitCode> {
  // Only a line feed ends a line: `node:readline` would also cut at U+2028, and print two answers for one sentence.
  let rest = '';
  process.stdin.setEncoding('utf8');
  for await (const chunk of process.stdin) {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) print(answer(line));
  }
  if (rest !== '') print(answer(rest));
  return 0;
}

await runCommand(process.argv.length === 2 ? run : undefined, 'Usage: npm run -s understand < FILE');
