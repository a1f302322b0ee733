import { compose } from './compose.ts';
import { type Config, readConfig } from './config.ts';
import { Fault } from './domain/fault.ts';
import { startPlayground } from './local/playground.ts';
import { createLog } from './log.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

const read = readConfig(process.env);
if (!read.ok) {
  complain('The settings need a look (.env.sample explains each):');
  for (const problem of read.problems) complain(`- ${problem}`);
  process.exit(1);
}
await run(read.config).catch((reason: unknown) => {
  complain(reason instanceof Fault ? reason.message : String(reason));
  process.exit(1);
});

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const bot = await compose(config, log);
  const { port } = await bot.server.listen(config.host, config.port);
  const playground = config.mode === 'local' ? await tryOut(config, port) : undefined;
  log.info('listening', { mode: config.mode, host: config.host, port });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    Promise.all([playground?.stop(), bot.stop()]).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error('did not stop cleanly', { error });
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', () => stop('SIGTERM'));
  process.once('SIGINT', () => stop('SIGINT'));
}
