import { relative } from 'node:path';
import { writeLearned } from '../understanding/model.ts';
import { learnFrom, readExamples } from '../understanding/training.ts';

/*
 * `npm run learn`: learns to understand from the examples, and writes what came of it into the file that the bot reads
 * when it starts. To be run, and its file committed, whenever the examples change or what is seen of them.
 */

const examples = readExamples();
const { path, bytes } = writeLearned(learnFrom(examples));
process.stdout.write(
  `${relative(process.cwd(), path)}: ${examples.length} examples, ${Math.round(bytes / 1024)} kB. Commit it.\n`,
);
