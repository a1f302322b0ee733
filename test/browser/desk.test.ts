import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import axe from 'axe-core';
import { embeddedWhereabouts } from '../../bot/providers/directory/embedded/embedded.ts';
import { album, devices, keepWords, pictured } from '../support/album.ts';
import { type Chromium, launchChromium, noChromium } from '../support/chromium.ts';
import { deskOffice, deskPeople, fillDesk, fillTickets } from '../support/desk-office.ts';
import { tabBench, tabHost } from '../support/tab-bench.ts';
import { type HostOptions, openInTeams } from '../support/teams-host.ts';
import { until } from '../support/until.ts';

let chromium: Chromium;

/** What reaches over the right edge of the frame, but for what moves sideways in a frame of its own. */
const overflowing = `[...document.querySelectorAll('body *')]
  .filter((one) => !one.parentElement.closest('.wide'))
  .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1)
  .map((one) => one.outerHTML.slice(0, 120))`;

/** Kim, who has every role, in front of the desk of an office of sixty. */
async function opened(t: TestContext, host: Partial<HostOptions>) {
  const people = deskPeople(60);
  const noted: number[] = [];
  const auditNamesSeen = async (_: unknown, count: number) => void noted.push(count);
  const whereabouts = embeddedWhereabouts(people);
  const tab = await tabBench(t, { ...deskOffice(people), auditNamesSeen, whereabouts });
  await fillDesk(tab.store, people);
  await fillTickets(tab.store, people);
  const hosted = await openInTeams(chromium, { origin: tab.served.origin, tabHost, token: () => tab.token(), ...host });
  t.after(() => hosted.page.close());
  const frame = hosted.page.frameLocator('iframe');
  await frame.locator('#page h1').waitFor();
  const inside = () => {
    const found = hosted.page.frames().find((one) => one.url().includes(tabHost));
    assert.ok(found);
    return found;
  };
  /** By keyboard. */
  const press = async (name: string, heading: string) => {
    await frame.getByRole('button', { name, exact: true }).first().press('Enter');
    await frame.getByRole('heading', { level: 1, name: heading }).waitFor();
  };
  /** A page as everybody has to be able to read it, on a desk, a phone and in the narrowest window. */
  const legible = async (name: string, device: keyof typeof devices) => {
    await inside().evaluate(axe.source);
    const violations = await inside().evaluate<readonly { id: string; nodes: readonly { html: string }[] }[]>(
      'axe.run().then(({ violations }) => violations)',
    );
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120))}`);
    assert.deepEqual(found, [], name);
    // In the theme for those who need contrast, text has seven to one (WCAG 2.2, 1.4.6).
    await hosted.wear('contrast');
    const faint = await inside().evaluate<readonly { nodes: readonly { html: string; failureSummary: string }[] }[]>(
      "axe.run({ runOnly: ['color-contrast-enhanced'] }).then(({ violations }) => violations)",
    );
    assert.deepEqual(
      faint.flatMap(({ nodes }) => nodes.map(({ html, failureSummary }) => `${html.slice(0, 120)} ${failureSummary}`)),
      [],
      name,
    );
    const taken = `${host.locale?.slice(0, 2)}-${device}-desk-${name}`;
    await pictured(`${taken}-contrast`, (path) => hosted.page.screenshot({ path }));
    await hosted.page.emulateMedia({ forcedColors: 'active' });
    await pictured(`${taken}-forced`, (path) => hosted.page.screenshot({ path }));
    await hosted.page.emulateMedia({ forcedColors: null });
    await hosted.wear(host.theme ?? 'default');
    await hosted.page.setViewportSize({ width: 320, height: 800 });
    assert.deepEqual(await inside().evaluate<string[]>(overflowing), [], name);
    await keepWords(frame.locator('#page'), `${host.locale?.slice(0, 2)}`, `desk-${name}`);
    await hosted.page.setViewportSize({ ...devices[device], height: 1_150 });
    await hosted.page.screenshot({ path: join(album, `${taken}.png`) });
  };
  const [first] = people;
  assert.ok(first);
  return { ...hosted, tab, frame, press, legible, noted, inside, first };
}

const walks = [
  {
    locale: 'en-us',
    theme: 'default',
    device: 'desktop',
    tickets: 'Requests',
    campaigns: 'Campaigns',
    readiness: 'Readiness',
    trail: 'Who did what',
    policy: 'Policy',
    change: 'Change it',
    required: 'Methods a reset needs',
    weigh: 'See what it would change',
    title: 'What it would change',
    reason: 'Why? It is written down with your name',
    use: 'Put it in force',
    undo: 'Go back to the one before',
    plan: 'Plan a campaign',
    save: 'Save as a draft',
    look: 'See what it would mean',
    begin: 'Start',
    yes: 'Yes, do it',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'End for good',
    back: 'All campaigns',
    names: 'Show names',
    csv: 'Save as CSV',
    named: 'Name',
    last: 'Last day of messages',
    another: 'Another campaign is running or paused',
    trial: 'Send it to me',
    sent: 'It is in your chat',
    newRule: 'New rule',
    ruleName: 'Name',
    countries: 'Countries, such as SE, NO',
    who: 'Which rule holds for somebody?',
    whoSaid: 'Sign-in name, or object id',
    show: 'Show',
  },
  {
    locale: 'sv-SE',
    theme: 'dark',
    device: 'phone',
    tickets: 'Ärenden',
    campaigns: 'Kampanjer',
    readiness: 'Beredskap',
    trail: 'Vem gjorde vad',
    policy: 'Regler',
    change: 'Ändra',
    required: 'Metoder som en återställning kräver',
    weigh: 'Se vad det skulle ändra',
    title: 'Vad det skulle ändra',
    reason: 'Varför? Det skrivs upp med ditt namn',
    use: 'Inför ändringen',
    undo: 'Gå tillbaka till de förra',
    plan: 'Planera en kampanj',
    save: 'Spara som utkast',
    look: 'Se vad det skulle innebära',
    begin: 'Starta',
    yes: 'Ja, gör det',
    pause: 'Pausa',
    resume: 'Fortsätt',
    stop: 'Avsluta helt',
    back: 'Alla kampanjer',
    names: 'Visa namn',
    csv: 'Spara som CSV',
    named: 'Namn',
    last: 'Sista dagen med meddelanden',
    another: 'En annan kampanj pågår eller är pausad',
    trial: 'Skicka det till mig',
    sent: 'Det finns i din chatt',
    newRule: 'Ny regel',
    ruleName: 'Namn',
    countries: 'Länder, till exempel SE, NO',
    who: 'Vilken regel gäller för en viss person?',
    whoSaid: 'Inloggningsnamn eller objekt-ID',
    show: 'Visa',
  },
] as const;

describe('the desk of IT in the tab', { skip: noChromium }, () => {
  before(async () => {
    mkdirSync(album, { recursive: true });
    chromium = await launchChromium();
  });
  after(() => chromium.close());

  for (const words of walks) {
    const { locale, theme, device } = words;
    test(`campaigns, readiness and who did what, by keyboard, in ${locale} and the theme ${theme}`, async (t) => {
      const { frame, press, legible, page, noted, inside, text, first, asked } = await opened(t, { locale, theme });
      const said = (sentence: string) => frame.getByText(sentence).first().waitFor();

      await press(words.tickets, words.tickets);
      assert.doesNotMatch(await text(), /Person \d/);
      await legible('tickets', device);
      const card = frame.getByRole('link', { name: 'R-0004', exact: true });
      await card.press('Enter');
      await until('Teams is asked to open the card', async () =>
        (await asked()).some((one) => one.includes('/l/message/')),
      );
      await press(words.campaigns, words.campaigns);
      await legible('campaigns', device);
      await press(words.plan, words.plan);
      await frame.getByLabel(words.named, { exact: true }).fill('In March');
      await frame.getByRole('button', { name: words.save }).press('Enter');
      await frame.locator('[aria-invalid="true"]:focus').waitFor();
      assert.equal(
        await frame.getByLabel(words.named, { exact: true }).inputValue(),
        'In March',
        'what was typed stays',
      );
      await legible('form', device);
      await frame.getByLabel(words.last).fill('2027-03-05');
      await press(words.save, 'In March');
      await frame.getByRole('button', { name: words.trial }).first().press('Enter');
      await said(words.sent);
      await frame.getByRole('button', { name: words.look }).press('Enter');
      await frame.getByRole('button', { name: words.begin, exact: true }).waitFor();
      await legible('what-if', device);
      await frame.getByRole('button', { name: words.begin, exact: true }).press('Enter');
      await frame.getByRole('button', { name: words.yes }).press('Enter');
      await said(words.another);

      await press(words.back, words.campaigns);
      await press('Ready in time', 'Ready in time');
      await frame.getByRole('button', { name: words.names }).waitFor();
      assert.doesNotMatch(await text(), /Person \d/);
      await legible('funnel', device);
      const download = page.waitForEvent('download');
      await frame.getByRole('button', { name: words.csv }).press('Enter');
      assert.equal((await download).suggestedFilename(), 'ready-in-time.csv');
      assert.deepEqual(noted, []);
      await frame.getByRole('combobox').selectOption('ready');
      await frame.getByRole('button', { name: words.names }).press('Enter');
      await said('Person 12');
      assert.deepEqual(noted, [20]);
      await press('Ready in time', 'Ready in time');
      await frame.getByRole('button', { name: words.pause }).press('Enter');
      await frame.getByRole('button', { name: words.resume }).waitFor();
      await frame.getByRole('button', { name: words.stop }).press('Enter');
      await frame.getByRole('button', { name: words.yes }).press('Enter');
      // Until it is done, the question whether to do it stands in the place of the button.
      const ended = (shown: string) => !shown.includes(words.stop) && !shown.includes(words.yes);
      await until('it has ended', async () => ended(await text()));

      await press(words.readiness, words.readiness);
      await frame.getByRole('button', { name: words.csv }).waitFor();
      await legible('readiness', device);
      assert.equal(await inside().evaluate('document.activeElement.getAttribute("aria-pressed")'), 'true');
      await press(words.policy, words.policy);
      await legible('policy', device);
      await press(words.change, words.change);
      await legible('policy-form', device);
      await frame.getByLabel(words.required).selectOption('1');
      await press(words.weigh, words.title);
      await frame.getByLabel(words.reason).fill('One is enough');
      await legible('policy-what-if', device);
      await press(words.use, words.policy);
      await said('One is enough');
      await press(words.undo, words.title);
      await frame.getByLabel(words.reason).fill('It is not');
      await press(words.use, words.policy);
      await said('It is not');

      await press(words.newRule, words.newRule);
      await legible('rule-form', device);
      await frame.getByLabel(words.ruleName, { exact: true }).fill('Sverige');
      await frame.getByRole('button', { name: words.weigh }).press('Enter');
      await frame.locator('[aria-invalid="true"]:focus').waitFor();
      await frame.getByLabel(words.countries, { exact: true }).fill('SE');
      await frame.getByLabel(words.required).selectOption('1');
      await press(words.weigh, words.title);
      await frame.getByLabel(words.reason).fill('They asked for it');
      await legible('rule-what-if', device);
      await press(words.use, words.policy);
      await said('They asked for it');
      await legible('rules', device);
      await press(words.who, words.who);
      await frame.getByLabel(words.whoSaid).fill(first.employee.objectId);
      await frame.getByRole('button', { name: words.show, exact: true }).press('Enter');
      await said('1. Sverige');
      await legible('rule-of-somebody', device);

      await press(words.trail, words.trail);
      await said('Kim Berg');
      await legible('trail', device);
    });
  }
});
