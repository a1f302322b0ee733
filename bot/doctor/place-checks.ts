import { once } from 'node:events';
import { access, constants, stat, statfs } from 'node:fs/promises';
import { createServer } from 'node:net';
import { dirname, resolve } from 'node:path';
import type { Clock } from '../domain/ports/system.ts';
import { exchange } from '../providers/http.ts';
import { errno } from '../providers/store/fs.ts';
import type { Config } from '../settings/config.ts';
import { systemWords } from '../system-errors.ts';
import type { CheckFinding } from './examination.ts';

const mebi = 1024 * 1024;

/** Below the first the bot stops soon, below the second somebody should look. A person takes 40 KB. */
const leastFree = 100 * mebi;
const comfortable = 1024 * mebi;

/** The folder of the data, and the disk it is on. Makes nothing. */
export async function* dataFolder({ dataDir }: Pick<Config, 'dataDir'>): AsyncGenerator<CheckFinding> {
  const folder = resolve(dataDir);
  const there = await nearest(folder);
  if (!(await stat(there)).isDirectory()) {
    const says = `${there} is a file, not a folder: no records can be kept there.`;
    yield { id: 'data-dir-refused', verdict: 'problem', says, where: `DATA_DIR (${folder})`, fix: 'correct DATA_DIR.' };
    return;
  }
  if ((await access(there, constants.W_OK | constants.X_OK).catch((error: unknown) => error)) !== undefined) {
    const says = `Nothing can be written in ${there}: the account that runs the doctor may not.`;
    const fix =
      'give that folder to the account that runs the bot, run the doctor as that account, or correct DATA_DIR.';
    yield { id: 'data-dir-refused', verdict: 'problem', says, where: `DATA_DIR (${folder})`, fix };
    return;
  }
  const { bavail, blocks, bsize, files } = await statfs(there);
  if (blocks === 0 && files === 0) {
    const says = `${there} shows what the system is doing and holds no files: no records can be kept there.`;
    yield { id: 'data-dir-refused', verdict: 'problem', says, where: `DATA_DIR (${folder})`, fix: 'correct DATA_DIR.' };
    return;
  }
  if (there !== folder) {
    const says = `${folder} is not there yet; the first start makes it.`;
    yield { id: 'data-dir', verdict: 'note', says, where: 'DATA_DIR' };
  }
  yield freeDisk(bavail * bsize, folder);
}

/** @param free in bytes */
export function freeDisk(free: number, folder: string): CheckFinding {
  const amount = free >= 1024 * mebi ? `${Math.floor(free / 1024 / mebi)} GB` : `${Math.floor(free / mebi)} MB`;
  const says = `The disk of the records has ${amount} free.`;
  if (free >= comfortable) return { id: 'disk', verdict: 'good', says };
  const verdict = free < leastFree ? 'problem' : 'warning';
  return {
    id: 'disk',
    verdict,
    says,
    where: `DATA_DIR (${folder})`,
    fix: 'make room: on a full disk nothing is promised, and nobody gets ready.',
  };
}

/** The folder itself, or the lowest above it that is there. */
async function nearest(folder: string): Promise<string> {
  const there = await stat(folder).catch(() => undefined);
  const above = dirname(folder);
  return there || above === folder ? folder : nearest(above);
}

/** Whether this very bot runs: its records tell. */
export type Running = 'yes' | 'no' | 'not-seen';

/** Whether the bot could listen where it is told to, tried by doing it for a moment. */
export async function* listening(
  { host, port }: Config,
  running: Running,
  clock: Clock,
  signal: AbortSignal,
): AsyncGenerator<CheckFinding> {
  const place = `${host}:${port}`;
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening', { signal });
    yield { id: 'port', verdict: 'good', says: `The bot can listen on ${place}.` };
  } catch (error) {
    if (errno(error) === 'EADDRINUSE' && running !== 'no' && (await lives(host, port, clock, signal)))
      yield { id: 'port', verdict: 'good', says: `The bot runs and answers on ${place}.` };
    else yield refused(error, host, port);
  } finally {
    server.close();
  }
}

function refused(error: unknown, host: string, port: number): CheckFinding {
  const code = errno(error);
  const says = `The bot can not listen on ${host}:${port}: ${systemWords(error) ?? code ?? 'it is refused'}.`;
  const fixes: Readonly<Record<string, string>> = {
    EADDRINUSE: 'end what listens there, or set another PORT (and tell the proxy in front).',
    EACCES: 'set a PORT from 1024 on: lower ones are for the system.',
  };
  const where = code === 'EADDRINUSE' || code === 'EACCES' ? `PORT (${port})` : `HOST (${host})`;
  const fix = fixes[code ?? ''] ?? 'set HOST to an address of this machine, or 0.0.0.0 for all of them.';
  return { id: 'port', verdict: 'problem', says, where, fix };
}

/** Whether a bot of ours answers there. */
async function lives(host: string, port: number, clock: Clock, signal: AbortSignal): Promise<boolean> {
  const name = host === '0.0.0.0' ? '127.0.0.1' : host.includes(':') ? `[${host === '::' ? '::1' : host}]` : host;
  const answer = await exchange({ method: 'GET', url: `http://${name}:${port}/health/live` }, signal, clock);
  const body = answer.kind === 'answered' ? answer.body : undefined;
  return typeof body === 'object' && body !== null && 'live' in body;
}
