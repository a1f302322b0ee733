import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import type { Delivery } from '../../bot/domain/ports/delivery.ts';
import type { Directory } from '../../bot/domain/ports/directory.ts';

// As bot/index.ts does: what was compiled at an earlier start is kept.
enableCompileCache(join(import.meta.dirname, '../../node_modules/.cache/compiled'));
const [{ compose }, { readConfig }, { createLog }, { tell, tellPort }] = await Promise.all([
  import('../../bot/compose/bot.ts'),
  import('../../bot/settings/config.ts'),
  import('../../bot/log.ts'),
  import('./telling.ts'),
]);

// The bot as it runs, with its records sealed on disk. Only what lies outside of it is replaced.
const read = readConfig(process.env);
if (!read.ok) throw new Error(read.problems.join('\n'));

const anybody: Directory = {
  entry: async ({ objectId }) => ({
    displayName: 'Kim Lindqvist',
    signInName: `${objectId}@example.org`,
    mailboxes: [`${objectId}@example.org`],
    account: 'member',
    administrator: false,
    country: 'SE',
  }),
};

const toWhoeverMeasures: Delivery = {
  channels: ['text', 'call', 'email'],
  async send({ to, text, letter }) {
    tell({ kind: 'code', to, code: /\d{6}/.exec(text)?.[0] ?? '' });
    return { kind: 'accepted', reference: letter };
  },
};

const replaced = { directory: anybody, deliveries: [toWhoeverMeasures] };
const bot = await compose(read.config, createLog(read.config.logLevel), replaced);
const { port } = await bot.server.listen('127.0.0.1', Number(process.env.BENCH_PORT ?? 0));
const warming = bot.warmUp();
// In production it listens before it is warm; whoever measures a warm bot waits.
if (process.env.BENCH_COLD === undefined) await warming;
tellPort(port);
await warming;
process.once('SIGTERM', () => bot.stop().then(() => process.exit()));
