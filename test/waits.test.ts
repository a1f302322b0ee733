import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const root = join(import.meta.dirname, '..');

/** A clock that passes by itself, or a wait of one's own: `support/until.ts` waits for all. */
const measures =
  /performance\.now\(\)|Date\.now\(\)\s*[<>+-]|\btimeout: ?\d|waitForTimeout|[dD]eadline = |AbortSignal\.timeout\(\d|while \(.*(setTimeout|setImmediate|delay\(|pause\()/;

/** And who may all the same, with the reason. */
const may: Readonly<Record<string, string>> = {
  'test/support/until.ts': 'it is what waits',
  'test/waits.test.ts': 'it says what to look for',
  'test/support/stated-date.ts': 'it makes the date',
  'test/support/clock.ts': 'a clock that goes on from a day, for a bot that lives on it',
  'test/support/raw-http.ts': 'tells how long a server kept the line open, of which only "long enough" is asked',
  'test/understanding/any-text.test.ts': 'a figure, asked for in npm run figures alone',
  'test/understanding/held-out.test.ts': 'a figure, told and not judged',
  'test/understanding/comparison.test.ts': 'a figure, told and not judged',
  'test/property/questions.test.ts': 'tells a moment from hours',
  'test/browser/app-and-questions.test.ts': 'an app shows what the clock says',
  'test/commands/doctor.test.ts': 'a secret ends at a time from now',
  'test/support/doctor-set-up.ts': 'a token ends at a time from now, and a clock is ahead',
  'test/providers/store/process-lock.test.ts': 'a file is made old',
  'test/browser/tab.test.ts':
    'shows that something does not happen; too short a wait hides a mistake and makes none up',
  'test/chaos/postgres-two-bots.test.ts': 'a figure, told and not judged',
  'test/contract/postgres-store.test.ts': 'clocks of machines that are apart',
  'test/providers/store/postgres-doctor.test.ts': 'a clock that the server is held against',
  'test/support/balancer.ts': 'it asks again for the demonstration, and judges nothing',
  'test/support/delaying-proxy.ts': 'answers arrive a while after they were given, in their order',
  'test/teams/postgres-upgrade.test.ts': 'the clock of the server, which lives on another day',
  'test/support/memory-store.ts': 'leases end by the time that passes, as on a server',
  'test/support/postgres-sending.ts': 'an end against hanging',
  'test/providers/delivery/smtp.test.ts': 'the signal that gives up, whenever that is',
};

test('no test measures how fast something is, or waits in a way of its own', () => {
  const files = globSync('test/**/*.ts', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const found = files.filter(
    (file) => !file.startsWith('test/bench/') && measures.test(readFileSync(join(root, file), 'utf8')),
  );
  assert.deepEqual(found.filter((file) => !(file in may)).toSorted(), []);
  assert.deepEqual(
    Object.keys(may).filter((file) => !found.includes(file)),
    [],
    'these need no leave any more',
  );
});
