import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';

interface Locked {
  readonly resolved?: string;
  readonly libc?: unknown;
  readonly integrity?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

const { packages } = JSON.parse(readFileSync(join(import.meta.dirname, '../package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** Every package that somebody asks for and nobody gives. npm looks beside the asker, then in each folder above. */
function missing(locked: typeof packages): readonly string[] {
  return Object.entries(locked).flatMap(([place, { dependencies, optionalDependencies, ...of }]) => {
    const peers = Object.keys(of.peerDependencies ?? {}).filter((name) => !of.peerDependenciesMeta?.[name]?.optional);
    return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers]
      .filter((name) => !found(locked, place, name))
      .map((name) => `${place || 'the project'} needs ${name}`);
  });
}

function found(locked: typeof packages, place: string, name: string): boolean {
  for (let at = place; ; at = dirname(at)) {
    if (locked[join(at === '.' ? '' : at, 'node_modules', name).replaceAll('\\', '/')]) return true;
    if (at === '.' || at === '') return false;
  }
}

test('the lock file holds what every platform needs, so a clean install works on each', () => {
  assert.deepEqual(missing(packages), []);
});

test('a lock file that was written for one platform only is noticed', () => {
  const here = Object.entries(packages).filter(([place]) => !/@biomejs\/cli-darwin-arm64$/.test(place));
  assert.deepEqual(missing(Object.fromEntries(here)), ['node_modules/@biomejs/biome needs @biomejs/cli-darwin-arm64']);
});

test('the lock file names no host, and nothing that npm 10 would take out again and npm 11 put back', () => {
  const odd = Object.entries(packages).filter(([, { resolved, libc }]) => resolved !== undefined || libc !== undefined);
  assert.deepEqual(odd, []);
});

test('every package in the lock file is known by its hash', () => {
  const unknown = Object.entries(packages).filter(([place, { integrity }]) => place !== '' && !integrity);
  assert.deepEqual(
    unknown.map(([place]) => place),
    [],
  );
});
