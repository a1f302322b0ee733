import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import axe from 'axe-core';
import { defaultPolicy, type Policy } from '../../bot/domain/policy.ts';
import { printRoute } from '../../bot/http/print-route.ts';
import { localTabGate } from '../../bot/http/tab-gate.ts';
import { tabRoutes } from '../../bot/http/tab-routes.ts';
import { createLog } from '../../bot/log.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createPrintPage } from '../../bot/tab/print-page.ts';
import { languages } from '../../bot/texts/languages.ts';
import { album, devices } from '../support/album.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { ringOf } from '../support/keyring.ts';
import { serve } from '../support/serve.ts';
import { tabOf } from '../support/tab-bench.ts';

let chromium: Chromium;

const contact = { name: '', address: 'desk@example.org', phone: '08-505 000 00', hours: 'weekdays 8 to 17' };
const policy: Policy = { ...defaultPolicy, contact };

describe('the page to print', { skip: noChromium }, () => {
  before(async () => {
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  for (const language of languages) {
    test(`fits a phone and a desk, and is read to whoever does not see it, in ${language}`, async (t) => {
      const print = createPrintPage({
        keyring: ringOf(1),
        policy: async () => ({ ...policy, rules: [] }),
        base: '',
        there: true,
      });
      const tab = await tabOf({});
      const parts = { ...tab, gate: localTabGate(() => undefined), hosts: ["'self'"] };
      const { origin } = await serve(t, {
        routes: (server) => {
          tabRoutes({ ...parts, metrics: createMetrics(), log: createLog('silent') })(server);
          printRoute(print.page)(server);
        },
      });
      mkdirSync(album, { recursive: true });
      for (const device of ['phone', 'desktop'] as const) {
        const page = await chromium.open({ ...devices[device], locale: language });
        t.after(() => page.close());
        await page.goto(`${origin}${print.address(language)}`);
        await page.getByText('08-505 000 00').waitFor();
        const wide = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
        assert.ok(await page.evaluate(wide), 'nothing is cut off');
        await page.screenshot({ path: join(album, `${language}-${device}-print-page.png`) });
        await page.evaluate(axe.source);
        const found = 'axe.run().then(({ violations }) => violations.map(({ id }) => id))';
        assert.deepEqual(await page.evaluate(found), []);
      }
    });
  }
});
