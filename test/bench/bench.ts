import { compareRestart } from './after-restart.ts';
import { compareWithEcho } from './against-echo.ts';
import { compareByPeople } from './by-people.ts';
import { startConnector } from './connector.ts';
import { makeWorkplace } from './workplace.ts';

// How fast the bot is, on this machine, now. It judges nothing: times depend on the machine.
const connector = await startConnector();
const workplace = await makeWorkplace();
try {
  await compareWithEcho(connector, workplace);
  await compareRestart(connector, workplace);
  await compareByPeople(connector, workplace);
} finally {
  await workplace.remove();
  connector.close();
}
// With a server of its own, and figures with marks.
await import('./on-database.ts');
