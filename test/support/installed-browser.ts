import { existsSync } from 'node:fs';

/** A browser that Playwright starts as one of its channels. */
export type Installed = 'chrome' | 'msedge';

/** Below the folder that programs are installed in. */
const onWindows = {
  chrome: '\\Google\\Chrome\\Application\\chrome.exe',
  msedge: '\\Microsoft\\Edge\\Application\\msedge.exe',
} as const;
const elsewhere: Readonly<Record<string, Readonly<Record<Installed, string>>>> = {
  darwin: {
    chrome: '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    msedge: '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  },
  linux: { chrome: '/opt/google/chrome/chrome', msedge: '/opt/microsoft/msedge/msedge' },
};

/**
 * A Chrome or Edge that stands where Playwright looks for one (playwright.dev/docs/browsers#google-chrome--microsoft-edge),
 * Chrome before Edge; undefined: neither is there.
 */
export function installedBrowser(
  platform: string = process.platform,
  environment: Readonly<Record<string, string | undefined>> = process.env,
  isThere: (path: string) => boolean = existsSync,
): Installed | undefined {
  const folders = ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) => environment[name] ?? []);
  const places = (name: Installed) =>
    platform === 'win32' ? folders.map((folder) => folder + onWindows[name]) : [elsewhere[platform]?.[name] ?? ''];
  return (['chrome', 'msedge'] as const).find((name) => places(name).some((place) => place !== '' && isThere(place)));
}
