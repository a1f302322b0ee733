import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { installedBrowser } from './support/installed-browser.ts';

const folders = { LOCALAPPDATA: 'C:\\Users\\Kim\\AppData\\Local', PROGRAMFILES: 'C:\\Program Files' };

for (const [what, platform, path, found] of [
  ['Chrome on a Mac', 'darwin', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'chrome'],
  ['Edge on a Mac', 'darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', 'msedge'],
  [
    'one’s own Chrome on Windows',
    'win32',
    `${folders.LOCALAPPDATA}\\Google\\Chrome\\Application\\chrome.exe`,
    'chrome',
  ],
  ['Edge on Windows', 'win32', `${folders.PROGRAMFILES}\\Microsoft\\Edge\\Application\\msedge.exe`, 'msedge'],
  ['Chrome on Linux', 'linux', '/opt/google/chrome/chrome', 'chrome'],
  ['a Chrome of another system', 'darwin', '/opt/google/chrome/chrome', undefined],
  ['nothing', 'win32', '', undefined],
  ['a system Playwright does not know', 'aix', '/opt/google/chrome/chrome', undefined],
] as const) {
  test(`${what} is ${found ?? 'no browser for these tests'}`, () => {
    assert.equal(
      installedBrowser(platform, folders, (asked) => asked === path),
      found,
    );
  });
}

test('Chrome goes before Edge', () => {
  assert.equal(
    installedBrowser('win32', folders, () => true),
    'chrome',
  );
});

test('these are the places where Playwright looks', () => {
  const playwright = readFileSync(
    new URL('lib/coreBundle.js', import.meta.resolve('playwright-core/package.json')),
    'utf8',
  );
  const asked: string[] = [];
  for (const platform of ['darwin', 'linux', 'win32']) {
    installedBrowser(platform, { PROGRAMFILES: '' }, (path) => {
      asked.push(path);
      return false;
    });
  }
  assert.equal(asked.length, 6);
  for (const path of asked) {
    assert.ok(playwright.includes(`"${path}"`) || playwright.includes(`\`${path.replaceAll('\\', '\\\\')}\``), path);
  }
});
