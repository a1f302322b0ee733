import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { errno } from './fs.ts';

/**
 * A folder and whatever is missing above it, for this account alone; one that is there stays as it is. Throws what the system
 * refuses. Step by step: `mkdir` with `recursive` never ends where a folder that is there takes no other and calls it missing, as
 * `/proc` does (tried with Node 24).
 */
export async function makeFolder(folder: string): Promise<void> {
  const made = () => mkdir(folder, { mode: 0o700 });
  try {
    await made();
  } catch (error) {
    if (errno(error) === 'EEXIST') return;
    const above = dirname(folder);
    if (errno(error) !== 'ENOENT' || above === folder) throw error;
    await makeFolder(above);
    // Another process may have been here first.
    await made().catch((again: unknown) => {
      if (errno(again) !== 'EEXIST') throw again;
    });
  }
}
