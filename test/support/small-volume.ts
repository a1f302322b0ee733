import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of a few megabytes, which nobody sees but a command and what that starts; it is gone with them. */
export interface SmallVolume {
  readonly folder: string;
  /** The command as it is called to have the disk there. */
  within(command: readonly string[]): readonly string[];
  remove(): void;
}

const mount = (size: number) => `mount -t tmpfs -o size=${size}m,mode=1777 tmpfs "$0" && exec "$@"`;

/**
 * For root in a mount namespace of its own; for others in a user namespace, where the system lets them have one (Linux).
 * @param size in MB
 * @returns undefined: the system mounts none for us
 */
export function smallVolume(size: number): SmallVolume | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'small-'));
  const root = process.getuid?.() === 0;
  // Who may mount is root there, and what is started must not be.
  const ordinary = root ? [] : ['unshare', '-U', '--map-user=1000', '--map-group=1000'];
  const within = (command: readonly string[]) => [
    'unshare',
    root ? '-m' : '-Urm',
    'sh',
    '-c',
    mount(size),
    folder,
    ...ordinary,
    ...command,
  ];
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const [program = '', ...words] = within(['true']);
  if (spawnSync(program, words, { stdio: 'ignore' }).status === 0) return { folder, within, remove };
  remove();
  return undefined;
}
