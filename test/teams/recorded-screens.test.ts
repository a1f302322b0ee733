import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { languageRecords, languages } from '../../bot/texts/languages.ts';
import { asking } from '../support/app-and-questions.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { campaignRoads } from '../support/campaign-road.ts';
import { type Road, roads, type ScreenName, somebody, turnedClock } from '../support/screens.ts';
import { recorded } from '../support/transcript.ts';

/*
 * What people saw and were sent on these roads when it was last looked at, to the byte. A change that means to change nothing
 * must not change them; one that does is read as the difference of these files: `npm run screens` writes them anew.
 */
const folder = join(import.meta.dirname, '..', 'fixtures', 'screens');
const screens: readonly ScreenName[] = [
  'finish',
  'code to show it is you',
  'remove',
  'what was filled in',
  'a wrong value',
  'what did you see',
  'what is sent',
  'questions',
  'code of an app',
  "Microsoft's page",
];
const walked: readonly (readonly [name: string, road: Road])[] = [
  ...screens.map((name) => [name, roads[name]] as const),
  ...Object.entries(campaignRoads),
];
const renewed = process.env.SCREENS === 'new';
const fileOf = (screen: string) => `${screen.replaceAll(/\W+/g, '-').toLowerCase()}.txt`;

/** Roads that are added leave the numbers of the others, which stand on their cards. */
function numberOf(at: number, language: number): number {
  const among = at < screens.length ? screens.length : walked.length - screens.length;
  const before = at < screens.length ? 0 : languages.length * screens.length;
  return before + language * among + (at < screens.length ? at : at - screens.length) + 1;
}

const clock = turnedClock();
const start = clock();
let running: RunningBot;
before(async () => {
  running = await startBot({ clock });
  await setPolicy(running.records, { ...defaultPolicy, questions: asking }, 'test', 0);
});
after(() => running.stop());

for (const language of languages) {
  const place = join(folder, language);
  const seen = new Map<string, string>();

  for (const [at, [screen, road]] of walked.entries()) {
    test(`the road to "${screen}" looks and reads in ${language} as it is recorded`, async () => {
      clock.turn(start - clock());
      const who = somebody(running, {
        number: numberOf(at, languages.indexOf(language)),
        locale: languageRecords[language].microsoft,
        conversation: `${language}-${screen}`,
      });
      const { one, text } = recorded(who, running, screen, seen);
      await road(one, running, clock);
      const file = join(place, fileOf(screen));
      if (renewed) {
        mkdirSync(place, { recursive: true });
        writeFileSync(file, text());
      }
      assert.ok(existsSync(file), `${file} is missing: npm run screens`);
      assert.equal(text(), readFileSync(file, 'utf8'), 'if it was meant: npm run screens');
    });
  }

  test(`every recording in ${language} is of a road that is walked`, () => {
    assert.deepEqual(readdirSync(place).sort(), walked.map(([name]) => fileOf(name)).sort());
  });
}
