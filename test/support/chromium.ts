import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflate } from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { installedBrowser } from './installed-browser.ts';
import { putOff, statedOffset } from './stated-date.ts';
import { patience } from './until.ts';

export interface View {
  /** Size of the window in CSS pixels; 1200 × 900 unless told. */
  readonly width?: number;
  readonly height?: number;
  /** What the browser says it speaks, as in "sv-SE"; "en-US" unless told. */
  readonly locale?: string;
  /** IANA name; "Europe/Stockholm" unless told. */
  readonly timezone?: string;
}

export interface Chromium {
  /** A page with a profile of its own: no cookie, cache or storage of another page. */
  open(view?: View): Promise<Page>;
  close(): Promise<void>;
}

/** The Chromium of npm is for Linux on x64. */
const fromNpm = process.platform === 'linux' && process.arch === 'x64';
const installed = fromNpm ? undefined : installedBrowser();

/** Why these tests can't run on this machine, or false: it is what `skip` of node:test takes. */
export const noChromium =
  fromNpm || installed ? false : 'neither Chrome nor Edge is installed, and the Chromium of npm is for Linux on x64';

const onThisMachine = [
  '--no-proxy-server',
  // Also holds for web sockets, workers and what Chromium itself would like to know.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost, EXCLUDE [::1]',
];

/**
 * Starts the Chromium that came with npm: without a window, as any user, root included, and unable to reach anything but
 * this machine. Nothing of the operating system is needed beyond the C library. Where it does not run, an installed Chrome
 * or Edge takes its place.
 */
export async function launchChromium(): Promise<Chromium> {
  const browser = await (installed ? chromium.launch({ channel: installed, args: onThisMachine }) : launchOwn());
  return {
    async open(view = {}) {
      const { width = 1200, height = 900, locale = 'en-US', timezone = 'Europe/Stockholm' } = view;
      const profile: BrowserContext = await browser.newContext({
        viewport: { width, height },
        locale,
        timezoneId: timezone,
        reducedMotion: 'reduce',
      });
      if (statedOffset !== 0) await profile.addInitScript(putOff, statedOffset);
      profile.setDefaultTimeout(patience);
      const page = await profile.newPage();
      page.once('close', () => void profile.close().catch(() => undefined));
      return page;
    },
    close: () => browser.close(),
  };
}

async function launchOwn(): Promise<Browser> {
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    // The sandbox needs rights that neither root nor a container has. Only our own pages are shown.
    chromiumSandbox: false,
    args: ['--no-zygote', '--disable-gpu', '--font-render-hinting=none', ...onThisMachine],
    env: {
      HOME: folder,
      PATH: process.env.PATH ?? '',
      LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: join(folder, 'fonts.conf'),
    },
  });
}

const library = new URL('..', import.meta.resolve('@sparticuz/chromium'));

/**
 * Unpacks Chromium on first use (200 MB, about 3 s) and says where. Several test files may come here at once, so the
 * folder gets its name only when it is complete: the library itself would hand out a file still being written.
 */
async function unpacked(): Promise<string> {
  const { version } = JSON.parse(await readFile(new URL('package.json', library), 'utf8')) as { version: string };
  const cache = fileURLToPath(new URL('../../node_modules/.cache/', import.meta.url));
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;

  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  await Promise.all(['chromium.br', 'fonts.tar.br', 'al2023.tar.br'].map((part) => inflateInto(draft, part)));
  await writeFile(join(draft, 'fonts.conf'), fontsOf(folder));
  await rename(draft, folder).catch(() => rm(draft, { recursive: true }));
  return folder;
}

/** The library unpacks into the folder for temporary files, which it asks for before it waits for anything. */
function inflateInto(folder: string, part: string): Promise<string> {
  const usual = process.env.TMPDIR;
  process.env.TMPDIR = folder;
  try {
    return inflate(fileURLToPath(new URL(`bin/${part}`, library)));
  } finally {
    if (usual === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = usual;
  }
}

/** The package's font first; the machine's own, if it has any, only for signs which that one lacks, as ✓. */
const fontsOf = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
  <match target="pattern">
    <edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit>
  </match>
</fontconfig>
`;
