import assert from 'node:assert/strict';
import { after, before, describe, type TestContext, test } from 'node:test';
import axe from 'axe-core';
import { newPerson } from '../../bot/domain/account/person.ts';
import { localTabGate } from '../../bot/http/tab-gate.ts';
import { localTabRoutes, tabRoutes } from '../../bot/http/tab-routes.ts';
import { demoPeople } from '../../bot/local/people.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { localHost, localHostFiles } from '../../bot/tab/local-host.ts';
import { catalogues } from '../../bot/texts/languages.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { serve } from '../support/serve.ts';
import { kimsRecord, tabOf } from '../support/tab-bench.ts';

const { en } = catalogues;

let chromium: Chromium;

/** The tab as local mode serves it, where Robin has what Kim has. */
async function local(t: TestContext): Promise<string> {
  const [robin] = demoPeople;
  assert.ok(robin);
  const tab = await tabOf({
    people: [{ ...kimsRecord, employee: robin.employee }, newPerson(demoPeople[1]?.employee ?? robin.employee)],
    entries: Object.fromEntries(
      demoPeople.flatMap(({ employee, entry }) => (entry ? [[employee.objectId, entry]] : [])),
    ),
  });
  const gate = localTabGate((as) => demoPeople.find((one) => one.as === as)?.employee);
  const pages = localHost(demoPeople, 'http://localhost:56150');
  const parts = { ...tab, gate, hosts: ["'self'"], metrics: createMetrics(), log: createLog('silent') };
  const served = await serve(t, {
    routes: (server) => {
      tabRoutes(parts)(server);
      localTabRoutes((accepted) => pages[accepted.startsWith('sv') ? 'sv' : 'en'], localHostFiles())(server);
    },
  });
  return served.origin;
}

describe('the tab in local mode', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  test('a page stands in for Teams, for any of the demo people, themes and languages', async (t) => {
    const origin = await local(t);
    const page = await chromium.open({ locale: 'en-GB' });
    t.after(() => page.close());
    await page.goto(`${origin}/local/tab`);
    const frame = page.frameLocator('iframe');
    await frame.getByText('2 of 2 methods ready').waitFor();
    await page.getByLabel('Theme').selectOption('dark');
    await frame.locator('html[data-theme="dark"]').waitFor();
    await page.getByLabel(en['local.tab.language']).selectOption('sv');
    await frame.getByText('2 av 2 metoder klara').waitFor();
    await page.getByLabel(en['local.tab.person']).selectOption('grace');
    await frame.getByText('Du är gäst här.').waitFor();
    await page.getByLabel(en['local.tab.person']).selectOption('alva');
    await frame.getByText('0 av 2 metoder klara').waitFor();
    await page.evaluate(axe.source);
    assert.deepEqual(await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))'), []);
  });
});

test('nobody but this machine gets in, and nobody without naming a demo person', async (t) => {
  const origin = await local(t);
  const authorization = 'Bearer demo.robin.local';
  const ask = (path: string, headers: Record<string, string>) => fetch(origin + path, { headers });
  assert.equal((await ask('/tab/me', { authorization })).status, 200);
  assert.equal((await ask('/tab/me', { authorization, 'x-forwarded-for': '1.2.3.4' })).status, 401);
  assert.equal((await ask('/tab/me', { authorization, origin: 'https://evil.example' })).status, 401);
  for (const other of ['', 'Bearer demo.nobody.local', 'Bearer demo..local', 'Bearer x']) {
    assert.equal((await ask('/tab/me', { authorization: other })).status, 401, other);
  }
  for (const path of ['/local/tab', '/local/tab.js', '/local/tab.css']) {
    assert.equal((await ask(path, {})).status, 200);
    assert.equal((await ask(path, { via: 'a proxy' })).status, 403);
  }
});
