import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file of the page, ready to send. */
export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
  readonly zipped: Buffer;
  /** Changes with the content. */
  readonly tag: string;
}

const files = ['page.css', 'page.js', 'elements.js', 'my-page.js', 'organisation-page.js'] as const;
const types = { css: 'text/css; charset=utf-8', js: 'text/javascript; charset=utf-8' } as const;

/** The files of the page by their path, read once. teams-js comes from its package, so that nothing is loaded from elsewhere. */
export function readPageFiles(): ReadonlyMap<string, PageFile> {
  return new Map([
    ['/tab/teams-js.js', read(new URL(import.meta.resolve('@microsoft/teams-js')), types.js)],
    ...files.map((name) => [`/tab/${name}`, pageFile(name)] as const),
  ]);
}

/** One of the files beside the page. */
export function pageFile(name: `${string}.${keyof typeof types}`): PageFile {
  return read(new URL(`page/${name}`, import.meta.url), name.endsWith('.css') ? types.css : types.js);
}

function read(source: URL, type: string): PageFile {
  const body = readFileSync(source);
  const tag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
  return { type, body, zipped: gzipSync(body, { level: 9 }), tag };
}
