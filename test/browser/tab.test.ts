import assert from 'node:assert/strict';
import { after, before, describe, type TestContext, test } from 'node:test';
import axe from 'axe-core';
import type { Person } from '../../bot/domain/account/person.ts';
import { appendAudit } from '../../bot/domain/audit/trail.ts';
import type { MethodName } from '../../bot/domain/methods/method.ts';
import { day, hour } from '../../bot/domain/time.ts';
import { catalogues } from '../../bot/texts/languages.ts';
import { devices, pictured } from '../support/album.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { personWith } from '../support/person.ts';
import { employee, kim, kimsRecord, monday, type TabBenchOptions, tabBench, tabHost } from '../support/tab-bench.ts';
import { type HostOptions, openInTeams, passOn, seenIn } from '../support/teams-host.ts';
import { until } from '../support/until.ts';

const { en } = catalogues;

let chromium: Chromium;

interface Opened {
  readonly bench?: TabBenchOptions;
  readonly host?: Partial<HostOptions>;
}

const tickets = [{ number: 'R-0427', state: 'claimed', since: Date.UTC(2026, 10, 20, 9) }] as const;

async function opened(t: TestContext, { bench = {}, host = {} }: Opened = {}) {
  const tab = await tabBench(t, { people: [kimsRecord], openTickets: async () => tickets, ...bench });
  const hosted = await openInTeams(chromium, { origin: tab.served.origin, tabHost, token: () => tab.token(), ...host });
  t.after(() => hosted.page.close());
  const frame = hosted.page.frameLocator('iframe');
  return { ...hosted, tab, frame, shown: frame.locator('#page h1') };
}

/** What axe-core finds of the tab that is serious or worse, a line each. */
async function seriousFindings({ page }: { readonly page: Awaited<ReturnType<typeof opened>>['page'] }) {
  const frame = page.frames().find((one) => one.url().includes(tabHost));
  assert.ok(frame);
  await frame.evaluate(axe.source);
  const found = await frame.evaluate<readonly { id: string; impact: string; nodes: readonly { html: string }[] }[]>(
    'axe.run().then(({ violations }) => violations)',
  );
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' · ')}`);
}

/** Thirty people: twelve ready, ten with a phone alone, the rest with nothing; they came over the last weeks. */
function wholeOffice(): TabBenchOptions {
  const people = Array.from({ length: 30 }, (_, place) => {
    const objectId = `0a1b2c3d-0000-4000-8000-0000000001${String(place).padStart(2, '0')}`;
    const names: readonly MethodName[] = place < 12 ? bothWays : place >= 20 ? bothWays.slice(0, 1) : [];
    const audit = names.reduce<Person['audit']>((entries, method, step) => {
      const act = { act: 'method-proven', method, channel: 'text', replaced: false } as const;
      return appendAudit(entries, act, monday - (place + 1 - step) * 5 * day);
    }, []);
    return { ...personWith(...names), employee: { ...kim, objectId }, audit };
  });
  const entries = people.map(({ employee: { objectId } }, place) => [objectId, employee(`Person ${place}`)] as const);
  const hours = [0.5, 3, 5, 30, 60, 400];
  return {
    people,
    entries: { ...Object.fromEntries(entries), [kim.objectId]: employee('Kim Berg') },
    ticketStatistics: {
      openTickets: async () => hours.map((ago) => monday - ago * hour),
      failures: async () => [{ situation: 'K5', count: 7 } as const, { situation: 'K3', count: 4 } as const],
    },
  };
}

const bothWays: readonly MethodName[] = ['authentication-phone', 'authentication-email'];

/** What reaches over the right edge of the frame. */
const overflowing = `[...document.querySelectorAll('body *')]
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))`;

describe('the tab in Teams', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  for (const [locale, language, words] of [
    [
      'en-us',
      'en',
      [
        en['tab.title'],
        'You are ready.',
        '2 of 2 methods ready',
        en['tab.due'],
        'R-0427, sent on 20 November 2026',
        en['tab.ticket.claimed'],
      ],
    ],
    [
      'sv-SE',
      'sv',
      [
        'Mina återställningsmetoder',
        'Du är redo.',
        '2 av 2 metoder klara',
        'Behöver ses över',
        'R-0427, skickat den 20 november 2026',
        'Någon arbetar med det',
      ],
    ],
  ] as const) {
    for (const theme of ['default', 'dark', 'contrast'] as const) {
      test(`in ${locale} and the theme ${theme} it shows how ready Kim is, legibly, on a desk and a phone`, async (t) => {
        const hosted = await opened(t, { host: { locale, theme } });
        await hosted.shown.waitFor();
        const text = await hosted.text();
        for (const one of words) assert.ok(text.includes(one), `"${one}" is not in:\n${text}`);
        assert.ok(text.includes('+46\u00a070\u00a0•••\u00a0••\u00a067') && text.includes('k•••@example.net'), text);
        assert.doesNotMatch(text, /1234567|kim\.home/);
        assert.equal(await hosted.frame.locator('html').getAttribute('lang'), language);
        assert.equal(await hosted.frame.locator('html').getAttribute('data-theme'), theme);
        assert.deepEqual(await seriousFindings(hosted), []);
        for (const [device, size] of Object.entries(devices)) {
          await hosted.page.setViewportSize(size);
          await pictured(`${language}-${device}-tab-${theme}`, (path) => hosted.page.screenshot({ path }));
        }
        await hosted.page.setViewportSize({ width: 320, height: 800 });
        const frame = hosted.page.frames().find((one) => one.url().includes(tabHost));
        assert.deepEqual(await frame?.evaluate<string[]>(overflowing), []);
        assert.deepEqual(
          hosted.complaints.filter((one) => !one.includes('res.cdn.office.net')),
          [],
        );
      });
    }
  }

  for (const [locale, language] of [
    ['en-us', 'en'],
    ['sv-SE', 'sv'],
  ] as const) {
    test(`a supporter goes to the numbers of everybody, and sees names only after asking, in ${locale}`, async (t) => {
      let asked = 0;
      const auditNamesSeen = async (_: unknown, count: number) => {
        asked += count;
      };
      // In Entra phones end, so all who are ready today lose it.
      const registration = 'elsewhere' as const;
      const bench = { ...wholeOffice(), registration, isSupporter: async () => true, auditNamesSeen };
      const hosted = await opened(t, { bench, host: { locale } });
      const [organisation, ask, table] = {
        en: ['The organisation', en['tab.organisation.names'], en['tab.organisation.table']],
        sv: ['Organisationen', 'Visa deras namn', 'Samma sak som tabell'],
      }[language] as [string, string, string];
      await hosted.frame.getByRole('button', { name: organisation }).press('Enter');
      await hosted.frame.getByRole('heading', { level: 1, name: organisation }).waitFor();
      assert.match(await hosted.text(), language === 'en' ? /before: 30 people/ : /30 personer/);
      assert.equal(
        await hosted.frame.locator('[aria-pressed="true"]:focus').count(),
        1,
        'the keyboard stays where it was',
      );
      await hosted.frame.getByText(table).click();
      assert.equal(await hosted.frame.locator('details tbody tr').count(), 13);
      assert.doesNotMatch(await hosted.text(), /Person/);
      assert.equal(asked, 0);
      assert.deepEqual(await seriousFindings(hosted), []);
      await hosted.frame.getByText(table).click();
      for (const [device, size] of Object.entries(devices)) {
        await hosted.page.setViewportSize({ ...size, height: 1_150 });
        await pictured(`${language}-${device}-tab-organisation`, (path) => hosted.page.screenshot({ path }));
      }
      await hosted.page.setViewportSize({ width: 320, height: 800 });
      const frame = hosted.page.frames().find((one) => one.url().includes(tabHost));
      assert.deepEqual(await frame?.evaluate<string[]>(overflowing), []);
      await hosted.frame.getByRole('button', { name: ask }).click();
      await hosted.frame.getByText('Person 11').waitFor();
      assert.equal(asked, 12);
    });
  }

  test('it tells Teams when it is there, and who reads it comes from Teams alone', async (t) => {
    const hosted = await opened(t);
    await hosted.shown.waitFor();
    await hosted.page.waitForFunction('window.asked.some((one) => one.startsWith("appInitialization.success"))');
    const names = (await hosted.asked()).map((one) => one.split(' ')[0]);
    for (const name of ['initialize', 'getContext', 'appInitialization.appLoaded', 'authentication.getAuthToken']) {
      assert.ok(names.includes(name), `${name} is not among ${names.join()}`);
    }
  });

  test('nothing is loaded from anywhere but the bot', async (t) => {
    const tab = await tabBench(t, { people: [kimsRecord] });
    const reached: string[] = [];
    const hosted = await openInTeams(chromium, { origin: tab.served.origin, tabHost, token: () => tab.token() });
    t.after(() => hosted.page.close());
    hosted.page.on('requestfinished', (request) => reached.push(new URL(request.url()).host));
    await hosted.page.reload();
    await hosted.page.frameLocator('iframe').locator('#page h1').waitFor();
    assert.deepEqual([...new Set(reached)].sort(), [tabHost, 'teams.microsoft.com']);
  });

  test('a change of theme in Teams changes the tab at once', async (t) => {
    const hosted = await opened(t);
    await hosted.shown.waitFor();
    await hosted.wear('contrast');
    await hosted.frame.locator('html[data-theme="contrast"]').waitFor();
    await hosted.wear('glass');
    await hosted.frame.locator('html[data-theme="default"]').waitFor();
  });

  test('"Continue in chat" goes to the chat of the app, or opens its link where Teams can’t', async (t) => {
    const going = await opened(t);
    await going.frame.getByRole('button', { name: en['tab.chat'] }).click();
    await going.page.waitForFunction('window.asked.some((one) => one.startsWith("pages.currentApp.navigateTo"))');
    assert.ok((await going.asked()).some((one) => one.includes('pageId:conversations')));

    const linking = await opened(t, { host: { navigates: false } });
    await linking.frame.getByRole('button', { name: en['tab.chat'] }).click();
    await linking.page.waitForFunction('window.asked.some((one) => one.startsWith("executeDeepLink"))');
    assert.ok(
      (await linking.asked()).some((one) => one.includes('https://teams.microsoft.com/l/entity/the-app/conversations')),
    );
  });

  test('somebody Teams gives no token for is told so, and can try again', async (t) => {
    let token: string | undefined;
    const hosted = await opened(t, { host: { token: async () => token } });
    await hosted.frame.getByRole('alert').waitFor();
    assert.match(await hosted.text(), /I could not see who you are/);
    assert.deepEqual(await seriousFindings(hosted), []);
    token = await hosted.tab.token();
    await hosted.frame.getByRole('button', { name: en['tab.again'] }).click();
    await hosted.shown.waitFor();
  });

  test('when the bot can’t be reached the tab says so, and can try again', async (t) => {
    let away = true;
    const hosted = await opened(t, {
      bench: {
        openTickets: async () => {
          if (away) throw new Error('away');
          return [];
        },
      },
    });
    await hosted.frame.getByRole('alert').waitFor();
    assert.match(await hosted.text(), /I cannot reach my records/);
    away = false;
    await hosted.frame.getByRole('button', { name: en['tab.again'] }).click();
    await hosted.shown.waitFor();
    assert.match(await hosted.text(), /You have no open requests/);
  });

  test('when the bot is away from the first word on, the tab says so all the same, and can try again', async (t) => {
    const hosted = await opened(t);
    await hosted.shown.waitFor();
    let away = true;
    await hosted.page.route('**/tab/words?*', (route) => (away ? route.fulfill({ status: 503 }) : route.fallback()));
    const frame = hosted.page.frames().find((one) => one.url().includes(tabHost));
    await frame?.evaluate('location.reload()');
    await hosted.frame.getByRole('alert').waitFor();
    assert.match(await hosted.text(), /I cannot reach my records/);
    away = false;
    await hosted.frame.getByRole('button', { name: en['tab.again'] }).click();
    await hosted.shown.waitFor();
  });

  test('the half of the page that was chosen last stays, whichever answer comes last', async (t) => {
    const bench = { ...wholeOffice(), isSupporter: async () => true };
    const hosted = await opened(t, { bench });
    await hosted.shown.waitFor();
    let late: (() => void) | undefined;
    await hosted.page.route('**/tab/organisation?*', async (route) => {
      await new Promise<void>((resolve) => {
        late = resolve;
      });
      await route.fallback();
    });
    await hosted.frame.getByRole('button', { name: en['tab.organisation'] }).click();
    await until('the organisation is asked for', () => late !== undefined);
    const mine = hosted.page.waitForResponse(/tab\/me/);
    await hosted.frame.getByRole('button', { name: en['tab.title'] }).click();
    await (await mine).finished();
    await hosted.page.waitForTimeout(500);
    const answered = hosted.page.waitForResponse(/tab\/organisation/);
    late?.();
    await (await answered).finished();
    await hosted.page.waitForTimeout(500);
    assert.equal(await hosted.frame.getByRole('heading', { level: 1 }).textContent(), en['tab.title']);
  });

  test('no page but those of Teams and Microsoft 365 can show it in a frame', async (t) => {
    const hosted = await opened(t, { host: { hostUrl: 'https://evil.example/' } });
    await until(
      () => `the browser complains of the frame: ${hosted.complaints.join('\n')}`,
      () => hosted.complaints.some((one) => one.includes('frame-ancestors')),
    );
    assert.deepEqual(await hosted.asked(), []);
  });

  for (const [locale, words] of [
    ['en-GB', ['Open this page in Teams', en['tab.privacy'], en['tab.terms']]],
    ['sv-SE', ['Öppna sidan i Teams', 'Vem ser det här?', 'Användarvillkor']],
  ] as const) {
    test(`in a browser without Teams it says what it is and leads to the chat, in ${locale}`, async (t) => {
      const teamsAppId = '0a1b2c3d-0000-4000-8000-0000000000aa';
      const tab = await tabBench(t, { people: [kimsRecord], teamsAppId });
      const page = await chromium.open({ locale, ...devices.phone });
      t.after(() => page.close());
      await page.route(`https://${tabHost}/**`, (route) => passOn(route, tab.served.origin));
      await page.goto(`https://${tabHost}/tab`);
      const text = await seenIn(page);
      for (const one of words) assert.ok(text.includes(one), `"${one}" is not in:\n${text}`);
      const link = page.getByRole('link');
      assert.equal(await link.getAttribute('href'), `https://teams.microsoft.com/l/entity/${teamsAppId}/conversations`);
      await pictured(`${locale.slice(0, 2)}-phone-tab-outside`, (path) => page.screenshot({ path }));
      await page.evaluate(axe.source);
      assert.deepEqual(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))'), []);
    });
  }
});
