import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBot } from '../support/bot.ts';
import { turnedClock } from '../support/screens.ts';
import { apart, walked } from '../support/walked-road.ts';

/** What is typed while IT support asks whether it is this person who calls, and where it leads: to something else. */
const wishes = {
  en: [
    ['add my phone', 'phone'],
    ['can you text my phone from now on', 'phone'],
    ['put my private mail in please', 'email'],
  ],
  sv: [
    ['lägg till min telefon', 'phone'],
    ['jag vill lägga in mobilen', 'phone'],
    ['lägg in min privata mejl', 'email'],
  ],
} as const;

for (const language of ['en', 'sv'] as const) {
  test(`whoever wants something else has not said that they call, ${language}`, async () => {
    const clock = turnedClock();
    const running = await startBot({ clock });
    try {
      for (const [types, screen] of wishes[language]) {
        clock.turn(apart);
        const road = { name: types, begins: 'a caller check', steps: [{ types, screen }], ends: {} } as const;
        const { steps } = await walked(road, language, running, clock);
        assert.deepEqual(
          steps.flatMap(({ problems }) => problems),
          [],
          types,
        );
      }
    } finally {
      await running.stop();
    }
  });
}
