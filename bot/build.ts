import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Build } from './domain/build.ts';

/**
 * Which build this is. An archive that git made has its commit in `commit.txt` (export-subst, see gitattributes(5)), as
 * may whoever packs a deployment; a clone has it in its own records.
 * @param root where package.json lies
 */
export function thisBuild(root = join(import.meta.dirname, '..')): Build {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const noted = text(join(root, 'bot', 'commit.txt'));
  return { version, commit: (hash(noted) ?? hash(headOf(root)))?.slice(0, 10) ?? 'unknown' };
}

/** What HEAD of a clone points to, without asking git, which need not be there. A work tree's `.git` is a file that says where. */
function headOf(root: string): string | undefined {
  const elsewhere = /^gitdir: (.+)$/m.exec(text(join(root, '.git')) ?? '')?.[1];
  const own = elsewhere ?? join(root, '.git');
  const head = text(join(own, 'HEAD'));
  const name = /^ref: (.+)$/m.exec(head ?? '')?.[1];
  if (name === undefined) return head;
  const above = text(join(own, 'commondir'))?.trim();
  const shared = above === undefined ? own : join(own, above);
  const packed = text(join(shared, 'packed-refs'))
    ?.split('\n')
    .find((line) => line.endsWith(` ${name}`));
  return text(join(shared, name)) ?? packed;
}

function hash(words: string | undefined): string | undefined {
  return /^[0-9a-f]{7,64}(?=\s|$)/.exec(words ?? '')?.[0];
}

function text(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
