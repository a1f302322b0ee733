import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startBot } from '../support/bot.ts';
import { amount, figure } from '../support/figure.ts';
import { screenNames, turnedClock } from '../support/screens.ts';
import { apart, type Walked, walked } from '../support/walked-road.ts';
import { englishRoads } from './typed-roads/english.ts';
import type { Road } from './typed-roads/road.ts';
import { swedishRoads } from './typed-roads/swedish.ts';

/**
 * Screens no typed road begins on: a wrong value is reached by words as well; what questions, answers, apps and callers take
 * is typed into the card; Microsoft's page is another's.
 */
const elsewhere: ReadonlySet<string> = new Set([
  'a wrong value',
  'questions',
  'answers to questions',
  'code of an app',
  'is it you who calls',
  "Microsoft's page",
]);

const all = { en: englishRoads, sv: swedishRoads };

for (const language of ['en', 'sv'] as const) {
  test(`typed roads begin on every screen and are told apart, ${language}`, () => {
    const roads = all[language];
    assert.ok(roads.length >= 42);
    assert.equal(new Set(roads.map(({ name }) => name)).size, roads.length);
    const begun = new Set(roads.map(({ begins }) => begins));
    assert.deepEqual(
      screenNames.filter((name) => !begun.has(name) && !elsewhere.has(name)),
      [],
    );
    for (const { name, steps } of roads) {
      assert.ok(steps.length > 0, name);
      for (const { types } of steps) assert.ok(typeof types !== 'string' || types.trim() !== '', name);
    }
  });

  // A figure, walked in its whole size only: `FIGURES_FILE=FILE` measures this file alone.
  test(`whole conversations can be typed, ${language}`, { skip: amount(0, 1) === 0 }, async () => {
    const clock = turnedClock();
    const running = await startBot({ clock });
    const walks: Walked[] = [];
    try {
      // What is due comes half a year later.
      const inOrder = [...all[language]].sort((one, other) => Number(late(one)) - Number(late(other)));
      for (const road of inOrder) {
        clock.turn(apart);
        walks.push(await walked(road, language, running, clock));
      }
    } finally {
      await running.stop();
    }
    tell(language, walks);
  });
}

const late = ({ begins }: Road) => begins === 'what is due';

function tell(language: keyof typeof all, walks: readonly Walked[]): void {
  for (const { road, steps, end } of walks) {
    for (const { typed, problems, shown } of steps) {
      for (const problem of problems) process.stdout.write(`  ${road.name}: ${JSON.stringify(typed)}: ${problem}\n`);
      if (problems.length > 0) process.stdout.write(`${shown.replaceAll(/^/gmu, '    | ')}\n`);
    }
    for (const problem of end) process.stdout.write(`  ${road.name}, in the end: ${problem}\n`);
  }
  const steps = walks.flatMap((walk) => walk.steps);
  const right = steps.filter(({ problems }) => problems.length === 0).length;
  const whole = walks.filter(
    (walk) => walk.end.length === 0 && walk.steps.every(({ problems }) => problems.length === 0),
  );
  const turns = walks.flatMap(({ untilReady }) => untilReady ?? []).sort((one, other) => one - other);
  const median = turns[Math.floor((turns.length - 1) / 2)];
  const name = `typed roads, ${language}`;
  figure({
    test: name,
    measured: `${whole.length} of ${walks.length} whole, ${right} of ${steps.length} steps`,
    target: 'all whole',
    met: whole.length === walks.length,
  });
  figure({
    test: `${name}: messages until ready`,
    measured: `${median ?? 'never ready'} (median of ${turns.length})`,
    target: 'at most 6',
    met: median !== undefined && median <= 6,
  });
}
