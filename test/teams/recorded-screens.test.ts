import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { defaultPolicy } from '../../bot/domain/policy.ts';
import { setPolicy } from '../../bot/settings/policy-file.ts';
import { languageRecords, languages } from '../../bot/texts/languages.ts';
import { asking } from '../support/app-and-questions.ts';
import { type RunningBot, startBot } from '../support/bot.ts';
import { roads, type ScreenName, somebody, turnedClock } from '../support/screens.ts';
import { recorded } from '../support/transcript.ts';

/*
 * What people saw and were sent on ten roads when it was last looked at, to the byte. A change that means to change nothing
 * must not change them; one that does is read as the difference of these files: `npm run screens` writes them anew.
 */
const folder = join(import.meta.dirname, '..', 'fixtures', 'screens');
const walked: readonly ScreenName[] = [
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
const renewed = process.env.SCREENS === 'new';
const fileOf = (screen: ScreenName) => `${screen.replaceAll(/\W+/g, '-').toLowerCase()}.txt`;

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

  for (const [at, screen] of walked.entries()) {
    test(`the road to "${screen}" looks and reads in ${language} as it is recorded`, async () => {
      clock.turn(start - clock());
      const who = somebody(running, {
        number: languages.indexOf(language) * walked.length + at + 1,
        locale: languageRecords[language].microsoft,
        conversation: `${language}-${screen}`,
      });
      const { one, text } = recorded(who, running, screen, seen);
      await roads[screen](one, running, clock);
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
    assert.deepEqual(readdirSync(place).sort(), walked.map(fileOf).sort());
  });
}
