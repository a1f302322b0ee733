import { resolve } from 'node:path';
import { thisBuild } from './build.ts';
import { compose } from './compose/bot.ts';
import { type PlaygroundStart, startPlayground } from './local/playground.ts';
import { createLog } from './log.ts';
import { type Config, type LocalConfig, readConfig } from './settings/config.ts';
import { inPlainWords, standingOn } from './system-errors.ts';

const print = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

/** Runs the bot until it is told to end. Mistakes in the settings, and whatever keeps it from starting, end the process. */
export async function runBot(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const read = readConfig(environment);
  if (!read.ok) {
    complain('The settings need a look (.env.sample explains each):');
    for (const problem of read.problems) complain(`- ${problem}`);
    process.exit(1);
  }
  await run(read.config).catch((reason: unknown) => {
    complain(inPlainWords(reason));
    process.exit(1);
  });
}

async function run(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const bot = await compose(config, log);
  const place = `${config.host}:${config.port}`;
  const { port } = await standingOn('HOST and PORT', place, () => bot.server.listen(config.host, config.port));
  // Under way, /health/live answers and /health/ready says not yet; the first person should wait for none of it.
  await bot.warmUp();
  const playground = config.mode === 'local' ? await invite(config, port) : undefined;
  if (config.mode === 'teams') log.info('listening', { mode: config.mode, host: config.host, port, ...thisBuild() });

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
  // Not `once`: npm passes on what its whole group got, and a second signal nobody listens for would end it half stopped.
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
}

/** Says where to try the bot out, and starts the client to do it in. */
async function invite(config: LocalConfig, port: number) {
  const home = `http://${config.host}:${port}`;
  const client = config.playground.start
    ? await startPlayground({
        port: config.playground.port,
        endpoint: `${home}/api/messages`,
        folder: resolve(config.dataDir, 'playground'),
      })
    : undefined;
  print(`Chat with the bot:  ${client ? placeOf(client, config.playground.port) : 'switched off (PLAYGROUND=off)'}`);
  print(`Read its messages:  ${home}/local/inbox`);
  print(`The bot listens on  ${home} in local mode: for trying out, on this machine only. Ctrl+C ends it.`);
  return client?.kind === 'started' ? client : undefined;
}

function placeOf(client: PlaygroundStart, port: number): string {
  switch (client.kind) {
    case 'started':
      return `http://localhost:${port}`;
    case 'port-taken':
      return `not started, port ${port} is taken (set PLAYGROUND_PORT)`;
    case 'missing':
      return 'not started, the Playground is not installed (npm install without --omit=dev brings it)';
    case 'failed':
      return `not started, see ${client.log}`;
  }
}
