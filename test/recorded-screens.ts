import { runTests } from './support/run-tests.ts';

/* Records anew, on the stated date, what people see and are sent on the roads of test/teams/recorded-screens.test.ts. */

const { status } = runTests({}, ['test/teams/recorded-screens.test.ts'], { SCREENS: 'new' });
process.exit(status);
