import { basename, dirname } from 'node:path';
import { setImmediate as eventsCame } from 'node:timers/promises';
import type { Disk } from '../../bot/providers/store/fs.ts';
import type { Seeded } from '../support/seeded.ts';

/** What is there now, and what a power cut is sure to leave. */
interface File {
  now: Buffer;
  synced: Buffer;
}

interface Folder {
  readonly now: Map<string, Node>;
  synced: ReadonlyMap<string, Node>;
}

type Node = File | Folder;

/** Bytes that reach a disk together or not at all; small, so that even short lines are torn. */
const block = 64;

/**
 * A disk in memory that forgets like a real one: what was not synced may be gone after a power cut, in part, in any order,
 * names as well as contents. It also fails when told to.
 */
export interface SimulatedDisk {
  readonly disk: Disk;
  /** How many operations it has done. */
  readonly operations: number;
  /** Whether its end has come. */
  readonly gone: boolean;
  /** The chance of each operation to fail, half done if it can be. */
  failing: number;
  /** After so many operations more nothing gets through to it any more. */
  endAfter(operations: number): void;
  /** What the next process finds: after `kill` everything, after `power` what was synced and some of the rest. */
  after(end: 'kill' | 'power'): SimulatedDisk;
}

export function createSimulatedDisk(random: Seeded, root: Folder = folder()): SimulatedDisk {
  let operations = 0;
  let last = Number.POSITIVE_INFINITY;
  let failing = 0;

  function failure(code: string): Error {
    return Object.assign(new Error(code), { code });
  }

  /** Each operation takes a while, as on a real disk, and is done at one instant. */
  async function operation<T>(work: () => T, half: () => void = () => {}): Promise<T> {
    for (let left = 1 + random.below(4); left > 0; left -= 1) await Promise.resolve();
    if (random.chance() < 0.1) await eventsCame();
    if (operations >= last) throw failure('EIO');
    operations += 1;
    if (random.chance() < failing) {
      half();
      throw failure(random.pick(['EIO', 'ENOSPC']));
    }
    return work();
  }

  function find(path: string): Node {
    let node: Node = root;
    for (const name of path.split('/').filter(Boolean)) {
      const next: Node | undefined = 'now' in node && node.now instanceof Map ? node.now.get(name) : undefined;
      if (!next) throw failure('ENOENT');
      node = next;
    }
    return node;
  }

  const folderAt = (path: string) => find(path) as Folder;
  const fileAt = (path: string) => find(path) as File;
  const entriesAround = (path: string) => folderAt(dirname(path)).now;

  function sync(node: Node): void {
    if (isFolder(node)) node.synced = new Map(node.now);
    else node.synced = node.now;
  }

  function opened(path: string, flags: string): Node {
    const name = basename(path);
    const around = entriesAround(path);
    if (flags === 'a' || flags === 'w') {
      const there = around.get(name);
      if (!there) around.set(name, { now: Buffer.alloc(0), synced: Buffer.alloc(0) });
      else if (flags === 'w') (there as File).now = Buffer.alloc(0);
    }
    return find(path);
  }

  function handle(node: Node) {
    const file = node as File;
    const end = (bytes: Buffer) => {
      file.now = bytes;
    };
    const add = (bytes: Buffer) => end(Buffer.concat([file.now, bytes]));
    const write = (text: string | Buffer) => {
      const bytes = Buffer.from(text as string);
      return operation(
        () => add(bytes),
        () => add(bytes.subarray(0, random.below(bytes.length))),
      );
    };
    return {
      writeFile: write,
      appendFile: write,
      write: (bytes: Buffer, from: number, length: number, at: number) =>
        operation(() =>
          end(
            Buffer.concat([
              file.now.subarray(0, at),
              bytes.subarray(from, from + length),
              file.now.subarray(at + length),
            ]),
          ),
        ),
      truncate: (length: number) => operation(() => end(resized(file.now, length))),
      datasync: () => operation(() => sync(node)),
      sync: () => operation(() => sync(node)),
      close: () => Promise.resolve(),
    };
  }

  const disk = {
    mkdir: (path: string, { recursive = false }) =>
      operation(() => {
        const parts = path.split('/').filter(Boolean);
        for (let depth = recursive ? 1 : parts.length; depth <= parts.length; depth += 1) {
          const at = `/${parts.slice(0, depth).join('/')}`;
          const around = entriesAround(at);
          if (!around.has(basename(at))) around.set(basename(at), folder());
          else if (!recursive) throw failure('EEXIST');
          // The root is there for good: it is none of the store's business.
          if (recursive) sync(folderAt(dirname(at)));
        }
      }),
    open: async (path: string, flags: string) => handle(await operation(() => opened(path, flags))),
    readdir: (path: string) => operation(() => [...folderAt(path).now.keys()]),
    readFile: (path: string, encoding?: BufferEncoding) =>
      operation(() => (encoding ? fileAt(path).now.toString(encoding) : fileAt(path).now)),
    rename: (from: string, to: string) =>
      operation(() => {
        entriesAround(to).set(basename(to), find(from));
        entriesAround(from).delete(basename(from));
      }),
    unlink: (path: string) =>
      operation(() => {
        find(path);
        entriesAround(path).delete(basename(path));
      }),
  };

  return {
    // The store asks for no more of the file system than this.
    disk: disk as unknown as Disk,
    get operations() {
      return operations;
    },
    get gone() {
      return operations >= last;
    },
    get failing() {
      return failing;
    },
    set failing(chance) {
      failing = chance;
    },
    endAfter(more) {
      last = operations + more;
    },
    after: (end) => createSimulatedDisk(random, left(root, end === 'kill' ? undefined : random, new Map()) as Folder),
  };
}

function folder(): Folder {
  return { now: new Map(), synced: new Map() };
}

function isFolder(node: Node): node is Folder {
  return node.now instanceof Map;
}

function resized(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length))]);
}

/** @param forgetting what a power cut leaves is for it to choose; undefined: everything is left, synced or not as before */
function left(node: Node, forgetting: Seeded | undefined, known: Map<Node, Node>): Node {
  const before = known.get(node);
  if (before) return before;
  if (!isFolder(node)) {
    const now = forgetting ? contents(node, forgetting) : node.now;
    const file: File = { now, synced: forgetting ? now : node.synced };
    known.set(node, file);
    return file;
  }
  const copy = folder();
  known.set(node, copy);
  const taken = forgetting ? names(node, forgetting) : node.now;
  for (const [name, inner] of taken) copy.now.set(name, left(inner, forgetting, known));
  copy.synced = forgetting
    ? new Map(copy.now)
    : new Map([...node.synced].map(([name, inner]) => [name, left(inner, forgetting, known)]));
  return copy;
}

function names({ now, synced }: Folder, random: Seeded): ReadonlyMap<string, Node> {
  const result = new Map<string, Node>();
  for (const name of new Set([...now.keys(), ...synced.keys()])) {
    const node = (random.chance() < 0.5 ? now : synced).get(name);
    if (node) result.set(name, node);
  }
  return result;
}

function contents({ now, synced }: File, random: Seeded): Buffer {
  if (now === synced) return now;
  const shortest = Math.min(now.length, synced.length);
  const length = random.pick([
    now.length,
    synced.length,
    shortest + random.below(Math.abs(now.length - synced.length) + 1),
  ]);
  const result = resized(now.length >= length ? now : synced, length);
  for (let at = 0; at < length; at += block) {
    if (random.chance() < 0.5) continue;
    const old = resized(synced.subarray(at, at + block), Math.min(block, length - at));
    old.copy(result, at);
  }
  return result;
}
