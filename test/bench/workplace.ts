import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Beside the installed packages: /tmp may be a disk in memory, which would flatter a store that syncs. */
const place = join(import.meta.dirname, '../../node_modules/.cache');

/** A folder for the bots' records, and the settings of a bot in it. */
export interface Workplace {
  folder(name: string): string;
  settings(name: string): Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

export async function makeWorkplace(): Promise<Workplace> {
  await mkdir(place, { recursive: true });
  const root = await mkdtemp(join(place, 'bench-'));
  const policy = join(root, 'policy.json');
  // Everybody of one organisation registers within a minute: its daily ceiling must not be what is measured.
  await writeFile(policy, JSON.stringify({ sends: { perEmployee: 15, perTenant: 1_000_000 } }));
  return {
    folder: (name) => join(root, name),
    settings(name) {
      return {
        DATA_DIR: join(root, name),
        POLICY_FILE: policy,
        PLAYGROUND: 'off',
        LOG_LEVEL: 'warn',
        // As bot/index.ts does.
        NODE_COMPILE_CACHE: join(place, 'compiled'),
      };
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
