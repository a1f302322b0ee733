import { run, runTests } from './support/run-tests.ts';

/*
 * `npm test` runs everything, `npm run check` its quick half (`node test/run.ts quick`): format, lint, types and unused code,
 * then tests. The last line says what it took of the processor: at most twelve minutes for all.
 */

const quick = process.argv[2] === 'quick';

/** What asks little and is over in a moment; in two halves, for two cores. */
const units = {
  domain: ['test/domain/**/*.test.ts'],
  words: [
    'test/{architecture,log,metrics}.test.ts',
    'test/settings/{config,phone-settings}.test.ts',
    'test/commands/facts-file.test.ts',
    'test/{texts,cards}/**/*.test.ts',
  ],
};
/** What has a process of its own, since it watches that process, or takes both cores. */
const alone = ['test/attack/bodies.test.ts', 'test/chaos/*.test.ts'];
const whole = {
  bots: [
    'test/{attack,teams}/**/*.test.ts',
    'test/outbox/ticket-{road,ways}.test.ts',
    'test/tab/tickets-in-tab.test.ts',
  ],
  browser: ['test/{browser,local}/**/*.test.ts'],
  ...units,
  others: ['test/**/*.test.ts'],
};

const lint = run('npm', ['run', '-s', 'lint']);
if (lint.status !== 0) process.exit(lint.status);
const tests = runTests(quick ? units : whole, quick ? [] : alone);
if (lint.processor !== undefined && tests.processor !== undefined) {
  const minutes = (lint.processor + tests.processor) / 60;
  if (tests.costliest.length > 0) process.stdout.write(`Most of it took ${tests.costliest.join(', ')}\n`);
  process.stdout.write(`Processor time of all this: ${minutes.toFixed(1)} minutes\n`);
}
const noChromium = !quick && (await import('./support/chromium.ts')).noChromium;
if (noChromium) process.stdout.write(`SKIPPED: all tests in a browser, for ${noChromium}\n`);
process.exit(tests.status);
